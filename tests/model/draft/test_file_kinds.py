"""A file of one kind opened as another is told from it, in a clerk's words, with where it is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from model.county.installed import choose_county
from model.draft.draft_file import load_draft
from model.faults import Fault
from model.files.data_archive import read_archive, write_archive
from model.form.usual_sentences import OfferedSentence
from model.reading.open_report import open_report
from model.sentences.own import FILE_NAME, keep_sentence, own_sentences
from tests.model.county.files import EXAMPLE_COUNTY
from tests.samples import EXAMPLE

FORM = Path(__file__).parents[3] / "resources/forms/2021.toml"
LISTED = b"version = 1\nfile = []\n[about]\n"


@pytest.fixture
def files(tmp_path) -> dict[str, Path]:
    """A file of each kind, under a name that says nothing."""
    keep_sentence(tmp_path, OfferedSentence("overview", "一句话。"))
    kinds = {
        "draft": EXAMPLE.read_bytes(),
        "draft of a county": EXAMPLE.read_bytes().replace(b"\n", '\ncounty = "云溪县"\n'.encode(), 1),
        "county": EXAMPLE_COUNTY.read_bytes(),
        "sentences": (tmp_path / FILE_NAME).read_bytes(),
        "list": LISTED,
        "form": FORM.read_bytes(),
    }
    for number, data in enumerate(kinds.values()):
        (tmp_path / f"{number}.toml").write_bytes(data)
    return {kind: tmp_path / f"{number}.toml" for number, kind in enumerate(kinds)}


def as_county(path: Path) -> None:
    choose_county(path.parent / "own", path)


def as_sentences(path: Path) -> None:
    folder = path.parent / "own"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(path.read_bytes())
    own_sentences(folder)


@pytest.mark.parametrize(
    ("open_as", "kind", "said"),
    [
        (as_county, "draft", ("是一份年报草稿", "不是县里发的要求", "“文件 → 打开…”")),
        (as_county, "draft of a county", ("是一份年报草稿", "不是县里发的要求", "“文件 → 打开…”")),
        (as_county, "sentences", ("常用句", "不是县里发的要求")),
        (as_county, "list", ("“文件 → 更换电脑…”", "不是县里发的要求")),
        (as_county, "form", ("官方格式文件", "不是县里发的要求")),
        (load_draft, "county", ("是县里发的要求", "不是草稿", "“检查 → 县里的要求…”")),
        (load_draft, "sentences", ("常用句", "不是草稿")),
        (load_draft, "list", ("“文件 → 更换电脑…”", "不是草稿")),
        (load_draft, "form", ("官方格式文件", "不是草稿")),
        (as_sentences, "draft", ("是一份年报草稿", "不是常用句")),
        (as_sentences, "county", ("是县里发的要求", "不是常用句")),
    ],
)
def test_a_file_of_another_kind_is_named_with_where_it_is_opened(
    files, open_as: Callable[[Path], object], kind: str, said: tuple[str, ...]
):
    with pytest.raises(Fault) as told:
        open_as(files[kind])
    sentence = str(told.value)
    assert all(words in sentence for words in said), sentence
    assert " = " not in sentence and sentence.endswith(("。", "）"))  # nothing of how the file is written


def test_data_from_another_computer_are_no_report(tmp_path):
    path = tmp_path / "年报数据.zip"
    write_archive(path, {"草稿/1/a.toml": EXAMPLE.read_bytes()}, {})
    with pytest.raises(Fault, match="“文件 → 更换电脑…”"):
        open_report(path)


def test_a_draft_is_no_data_from_another_computer(files):
    with pytest.raises(Fault, match="“文件 → 打开…”") as told:
        read_archive(files["draft"])
    assert "拷贝的时候坏了" not in str(told.value)
