"""From one computer to another: everything arrives, nothing there is replaced, and what fails leaves all as it was."""

from __future__ import annotations

import errno
import itertools
from datetime import datetime
from pathlib import Path

import pytest

from model.draft.draft_file import load_draft, save_draft
from model.draft.recovery_copy import copy_bytes, copy_paths, read_copy, write_copy
from model.draft.save_over import save_over
from model.draft.unsaved import Unsaved
from model.files.data_archive import write_archive
from model.files.file_errors import FileFault
from model.files.history import VERSIONS_FOLDER, versions_of
from model.files.kept_copy import KeptCopy
from model.form.form import editions, load_form
from model.form.usual_sentences import OfferedSentence
from model.sentences.own import FILE_NAME, keep_sentence, own_sentences
from model.transfer.pack import Desk, pack
from model.transfer.place import lines_about, place_all
from model.transfer.unpack import unpack
from tests.broken_disk import broken_disk
from tests.samples import EXAMPLE

NAME = "requests.received.natural"
CHOSEN = KeptCopy("县里的要求", "要求.toml")
WHEN = datetime(2025, 12, 29, 16, 5)


def desk_in(folder: Path, drafts: list[Path], settings: dict[str, str] | None = None) -> Desk:
    return Desk(drafts, folder / "own", folder / "own" / "recovery", settings or {}, (CHOSEN,))


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def old(tmp_path: Path) -> Desk:
    """The old computer: two drafts of the same name, one with versions, what was not saved of it, and a file of her own."""
    folder = tmp_path / "old"
    drafts = [folder / "甲" / "年报.toml", folder / "乙" / "年报.toml"]
    desk = desk_in(folder, drafts, {"scale": "150", "template": str(folder / "own" / "县里的.docx")})
    for number, draft in enumerate(drafts):
        draft.parent.mkdir(parents=True)
        report = load_draft(EXAMPLE)[0]
        for value in range(3 if number == 0 else 1):
            report.values[NAME] = 10 * number + value
            save_over(draft, desk.own, lambda draft=draft, report=report: save_draft(draft, report))
    report.values[NAME] = 99
    write_copy(desk.copies / f"{'a' * 32}.toml", copy_bytes(report, drafts[0], WHEN, drafts[0].read_bytes()))
    write_copy(desk.copies / f"{'b' * 32}.toml", b"what cannot be read")
    (desk.own / "县里的.docx").write_bytes(b"PK")
    return desk


@pytest.fixture
def new(tmp_path: Path) -> Desk:
    (tmp_path / "new").mkdir()
    return desk_in(tmp_path / "new", [])


@pytest.fixture
def carried(old: Desk, tmp_path: Path) -> Path:
    path = tmp_path / "年报数据.zip"
    pack(old, path)
    return path


def test_everything_arrives(old, new, carried, tmp_path):
    folder = tmp_path / "new"
    placed = place_all(unpack(carried), folder, new)
    first, second = placed.drafts.values()
    assert [path.name for path in (first, second)] == ["年报.toml", "年报 (2).toml"]
    assert [path.read_bytes() for path in (first, second)] == [path.read_bytes() for path in old.drafts]
    assert "没有动它" in placed.notes[0] and "年报 (2).toml" in placed.notes[0]
    was, now = (versions_of(draft, desk.own) for draft, desk in ((old.drafts[0], old), (first, new)))
    assert [(v.when, v.path.read_bytes()) for v in now] == [(v.when, v.path.read_bytes()) for v in was] and len(
        now
    ) == 2
    copy = read_copy(new.copies / f"{'a' * 32}.toml", load_form, editions())
    assert (copy.of, copy.when, copy.base, copy.report.values[NAME]) == (first, WHEN, first.read_bytes(), 99)
    assert (new.copies / f"{'b' * 32}.toml").read_bytes() == b"what cannot be read"
    assert placed.settings == {"scale": "150", "template": str(new.own / "县里的.docx")}
    assert (new.own / "县里的.docx").read_bytes() == b"PK"


def test_the_next_start_offers_what_was_not_saved(new, carried, tmp_path):
    place_all(unpack(carried), tmp_path / "new", new)
    unsaved = Unsaved(new.copies)
    found = [unsaved.next() for _ in range(unsaved.unread)]
    assert [copy.of.name for copy in found if copy] == ["年报.toml"] and len(unsaved.unreadable) == 1


def test_twice_is_as_once(new, carried, tmp_path):
    place_all(unpack(carried), tmp_path / "new", new)
    before = contents(tmp_path / "new")
    assert any("不再放" in line for line in lines_about(unpack(carried), tmp_path / "new"))
    place_all(unpack(carried), tmp_path / "new", new)
    assert contents(tmp_path / "new") == before


def test_a_draft_that_is_there_is_not_replaced_and_that_is_said_before(new, carried, tmp_path):
    there = tmp_path / "new" / "年报.toml"
    there.write_bytes(b"mine")
    brought = unpack(carried)
    lines = lines_about(brought, there.parent)
    assert "青禾镇" in lines[0] and "历史版本 2 个" in lines[0] and "存成“年报 (2).toml”" in lines[0]
    place_all(brought, there.parent, new)
    assert there.read_bytes() == b"mine"
    assert sorted(path.name for path in there.parent.glob("*.toml")) == ["年报 (2).toml", "年报 (3).toml", "年报.toml"]


def test_what_another_window_is_writing_stays_there(old, tmp_path):
    from model.files.locks.process_lock import hold

    lock = hold(old.copies / f"{'a' * 32}.toml")
    pack(old, tmp_path / "a.zip")
    lock.release()
    assert list(unpack(tmp_path / "a.zip").unsaved) == [f"{'b' * 32}.toml"]


STRANGE = {
    "elsewhere": "别处/a.toml", "bare": "a.toml", "program": "自己的文件/a.exe", "no draft": "草稿/1/a.exe", "second draft": "草稿/1/b.toml",
    "version of none": f"草稿/7/{VERSIONS_FOLDER}/2025-12-29 16-05-12.toml", "version at no time": f"草稿/1/{VERSIONS_FOLDER}/2025-99-29 16-05-12.toml",
    "version of no name": f"草稿/1/{VERSIONS_FOLDER}/a.toml", "copy": "没有保存的内容/a.exe",
}  # fmt: skip


@pytest.mark.parametrize("name", STRANGE.values(), ids=STRANGE)
def test_what_belongs_nowhere_is_refused_as_a_whole(tmp_path, name):
    path = tmp_path / "a.zip"
    write_archive(path, {"草稿/1/a.toml": b"x", name: b"y"}, {})
    with pytest.raises(FileFault, match=r"“a.zip”没有放进来.*。$"):
        unpack(path)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO], ids=errno.errorcode.get)
@pytest.mark.parametrize("many", [1, 10_000])
def test_any_step_of_placing_may_fail(carried, tmp_path, number, many):
    failed = 0
    for first in itertools.count(1, 3):
        folder = tmp_path / f"new-{first}"
        folder.mkdir()
        (folder / "年报.toml").write_bytes(b"mine")
        desk, brought = desk_in(folder, []), unpack(carried)
        said = ""
        with broken_disk(folder, first, number, many) as disk:
            try:
                place_all(brought, folder, desk)
            except FileFault as fault:
                said = str(fault)
        if said:
            assert said.endswith("。")
            failed += 1
            assert set(contents(folder)) == {"年报.toml"} or "unlink" in disk.failed, disk.failed
        assert (folder / "年报.toml").read_bytes() == b"mine"
        if disk.count < first:
            break
    assert failed > 3


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO], ids=errno.errorcode.get)
def test_any_step_of_packing_may_fail(old, tmp_path, number):
    folder = tmp_path / "stick"
    folder.mkdir()
    for first in itertools.count(1):
        (folder / "a.zip").write_bytes(b"earlier")
        with broken_disk(folder, first, number) as disk:
            try:
                pack(old, folder / "a.zip")
            except FileFault as fault:
                assert "a.zip" in str(fault) and (folder / "a.zip").read_bytes() == b"earlier"
        if not disk.failed:
            break
    assert len(unpack(folder / "a.zip").drafts) == 2


def test_a_draft_that_is_gone_is_told_and_nothing_is_written(old, tmp_path):
    old.drafts[1].unlink()
    with pytest.raises(FileFault, match="找不到"):
        pack(old, tmp_path / "a.zip")
    assert not (tmp_path / "a.zip").exists() and copy_paths(old.copies)


def test_a_chosen_file_goes_along_and_one_chosen_there_stays(old, new, tmp_path):
    CHOSEN.keep(old.own, "云溪县.toml", b"name")
    pack(old, tmp_path / "all.zip")
    brought = unpack(tmp_path / "all.zip")
    assert "县里的要求：云溪县.toml" in lines_about(brought, tmp_path / "new")
    placed = place_all(brought, tmp_path / "new", new)
    assert (CHOSEN.name(new.own), CHOSEN.read(new.own)) == ("云溪县.toml", b"name")
    assert not any("云溪县.toml" in note for note in placed.notes)
    CHOSEN.keep(new.own, "别的县.toml", b"other")
    placed = place_all(brought, tmp_path / "new", new)
    assert CHOSEN.read(new.own) == b"other" and "别的县.toml" in placed.notes[-1]


def test_the_sentences_of_both_computers_become_one_file(old, new, tmp_path):
    here, both, there = (OfferedSentence("overview", f"{words}的话。") for words in ("这里", "两边", "那里"))
    for desk, sentences in ((old, (there, both)), (new, (here, both))):
        for sentence in sentences:
            keep_sentence(desk.own, sentence)
    pack(old, tmp_path / "带走.zip")
    for _ in range(2):  # twice is as once
        notes = place_all(unpack(tmp_path / "带走.zip"), tmp_path / "new", new).notes
        assert not any("常用句" in note for note in notes)
        assert own_sentences(new.own) == (here, both, there)
    (new.own / FILE_NAME).write_text("坏", encoding="utf-8")
    placed = place_all(unpack(tmp_path / "带走.zip"), tmp_path / "new", new)
    assert any("常用句" in note for note in placed.notes) and (new.own / FILE_NAME).read_text(encoding="utf-8") == "坏"
