"""Which faces a machine's PDF is set in."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from export.pdf import faces as module
from export.pdf.faces import NAMES, SHIPPED_FOLDER, STAND_IN, Faces, machine_faces, shipped_faces
from export.pdf.font_file import FontFile, read_font

ALL = frozenset(range(0x20, 0x3000)) | frozenset(range(0x3000, 0xFFFF))


class Info(NamedTuple):
    family: str
    path: str
    style: str = "normal"
    weight: int = 400
    index: int = 0


class Fonts:
    def __init__(self, *names: str) -> None:
        self.found = [Info(name, name) for name in names]

    def fonts(self) -> list[Info]:
        return self.found


OWN = tuple(dict.fromkeys(names[-1] for names in NAMES.values()))


@pytest.fixture
def known(monkeypatch) -> dict[str, FontFile]:
    """What each font file is known to be; all have all letters of the basic plane."""
    files: dict[str, FontFile] = {}
    monkeypatch.setattr(module, "read_font", lambda path, place: files.get(path, FontFile(True, ALL)))
    return files


def test_the_machines_faces_come_first_by_any_of_their_names(known):
    faces = Faces(Fonts(*OWN, "FangSong", "SimHei", "SimSun", "KaiTi", "FZXiaoBiaoSong-B05S", "Times New Roman"))
    chains = faces.chains("政府")
    assert [chains[kind][0] for kind in ("body", "hei", "song", "kai", "title", "latin")] == [
        "FangSong", "SimHei", "SimSun", "KaiTi", "FZXiaoBiaoSong-B05S", "Times New Roman",
    ]  # fmt: skip
    assert faces.notes == []


def test_of_two_the_one_that_the_standard_names_is_taken(known):
    assert Faces(Fonts(*OWN, "FangSong", "FangSong_GB2312")).chain("body")[0] == "FangSong_GB2312"


def test_without_fangsong_its_stand_in_is_told(known):
    faces = Faces(Fonts(*OWN))
    assert faces.chain("body")[0] == "Nianbao Kai" and faces.notes == [STAND_IN]


def test_a_face_that_may_not_be_embedded_is_never_used(known):
    known["SimSun"] = known["Rare"] = FontFile(False, ALL | {0x2CB4E})
    faces = Faces(Fonts(*OWN, "SimSun", "Rare"))
    assert faces.chain("song") == ["Nianbao Song"] and "Rare" not in faces.chains("\U0002cb4e")["body"]
    assert faces.missing("\U0002cb4e") == {"\U0002cb4e"}


def test_a_letter_that_the_usual_faces_lack_is_taken_from_another_of_the_machine(known):
    known["Rare"] = FontFile(True, frozenset({0x2CB4E}))
    faces = Faces(Fonts(*OWN, "Other", "Rare"))
    assert faces.chains("\U0002cb4e")["body"][-1] == "Rare" and "Other" not in faces.chains("\U0002cb4e")["body"]
    assert faces.missing("\U0002cb4e") == set() and "Rare" not in faces.chains("政")["body"]


def test_the_machines_other_faces_are_read_once_for_a_letter_even_if_none_has_it(known, monkeypatch):
    known["Rare"] = FontFile(True, frozenset({0x2CB4E}))
    faces, ask = Faces(Fonts(*OWN, "Other", "Rare")), "政\U0002cb4e\U00030ede"
    chains, missing = faces.chains(ask), faces.missing(ask)
    assert chains["body"][-1] == "Rare" and missing == {"\U00030ede"}
    read = []
    monkeypatch.setattr(
        module, "read_font", lambda path, place: read.append(path) or known.get(path, FontFile(True, ALL))
    )
    assert (faces.chains(ask), faces.missing(ask)) == (chains, missing)
    assert "Rare" not in read and "Other" not in read


def test_letters_without_a_meaning_of_their_own_count_as_missing(known):
    assert Faces(Fonts(*OWN)).missing("甲\ue000\u200b\u3000\t") == {"\ue000"}


def test_the_shipped_faces_alone_have_all_that_reports_are_made_of():
    faces = shipped_faces()
    rare = "㙍𬭎镕頔㎡℃№①⑳㈠Ⅷ≥±×‰·…—“”‘’〔〕㎏éü〓"
    assert faces.missing(f"中华人民共和国政府信息公开条例{rare}") == {"頔"}  # a traditional form that 8105 have not
    assert {names[0] for names in faces.chains("政").values()} == {*OWN}


def test_a_machine_has_what_is_shipped_at_the_least():
    assert machine_faces().missing("政府信息公开2021") == set()


def test_quotation_marks_of_the_shipped_faces_are_as_wide_as_chinese_characters():
    """Those of the shipped 楷 would be as narrow as in a Latin text: it has none, and 宋 sets them."""
    kai, song = (read_font(str(SHIPPED_FOLDER / name), 0).letters for name in ("kai.ttf", "song.otf"))
    marks = set(map(ord, "‘’“”"))
    assert not marks & kai and marks <= song
