"""Which of the official faces a machine has, and what stands in for the others."""

from __future__ import annotations

import pytest

from export.pdf import faces as module
from export.pdf.faces import Faces
from export.pdf.font_file import FontFile
from export.pdf.needed_faces import BY_WORD, has_system_faces, lacking, needed_faces
from tests.export.pdf.test_faces import ALL, OWN, Fonts


@pytest.fixture(autouse=True)
def embeddable(monkeypatch) -> None:
    monkeypatch.setattr(module, "read_font", lambda path, place: FontFile(True, ALL))


def of(names: tuple[str, ...], system_faces: bool = False) -> dict[str, tuple[bool, str, str]]:
    return {one.name: one[2:] for one in needed_faces(Faces(Fonts(*OWN, *names)), system_faces)}


def test_a_bare_machine_has_none_and_the_shipped_ones_stand_in():
    found = of(())
    assert [*found] == ["方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体", "Times New Roman"]
    assert {one[:2] for one in found.values()} == {(False, BY_WORD)}
    assert found["仿宋_GB2312"][2] == "程序自带的楷体" and found["方正小标宋简体"][2] == "程序自带的粗宋体"


def test_a_face_is_known_by_its_english_name_too():
    found = of(("FangSong_GB2312", "SimHei", "SimSun", "Times New Roman"))
    for name in ("仿宋_GB2312", "黑体", "宋体", "Times New Roman"):
        assert found[name] == (True, name, name)


WINDOWS = ("FangSong", "KaiTi", "SimHei", "SimSun", "Times New Roman")


def test_on_windows_fangsong_stands_in_for_the_pdf_and_for_word_where_it_is_chosen():
    assert of(WINDOWS)["仿宋_GB2312"] == (False, BY_WORD, "仿宋")
    assert of(WINDOWS, system_faces=True)["仿宋_GB2312"] == (False, "仿宋", "仿宋")
    assert has_system_faces(Faces(Fonts(*WINDOWS))) and not has_system_faces(Faces(Fonts("FangSong")))
    needed = needed_faces(Faces(Fonts(*OWN, *WINDOWS)), True)
    assert [one.name for one in lacking(needed)] == ["方正小标宋简体"]
