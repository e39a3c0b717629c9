"""Which faces a Word document names."""

from __future__ import annotations

import zipfile
from io import BytesIO

from export.word.document import official_template, word_bytes
from export.word.faces import SONG, SONG_EXTENSION, by_face, with_system_faces
from model.draft.draft_file import load_draft
from model.reading.document import read_bytes
from model.report.report import Part, Report
from tests.document_reader import W, WordFile
from tests.samples import EXAMPLE


def with_values(**values) -> Report:
    report = load_draft(EXAMPLE)[0]
    report.values |= values
    return report


def runs_of(data: bytes, letters: str) -> dict[str, str]:
    """The face that each run of one of these letters names for Chinese, by the style of its paragraph and the letter."""
    found = {}
    for paragraph in WordFile(data).part("word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for run in paragraph.iter(f"{W}r"):
            text = "".join(one.text or "" for one in run.iter(f"{W}t"))
            fonts = run.find(f"{W}rPr/{W}rFonts")
            found |= {f"{style} {letter}": fonts.get(f"{W}eastAsia", "") for letter in letters if letter in text}
    return found


def test_letters_that_the_faces_of_gb2312_lack_are_runs_in_faces_that_have_them():
    rare = "㙍𬭎镕㎡"
    report = with_values(overview=(Part(f"镕{'甲' * 3}", f"张{rare}、李镕同志，é“—…”①。"),), unit="镕镇人民政府")
    data = word_bytes(report)
    faces = runs_of(data, f"{rare}同é①")
    assert {key: face for key, face in faces.items() if key.startswith("BodyText")} == {
        "BodyText 㙍": SONG, "BodyText 𬭎": SONG_EXTENSION, "BodyText 镕": "仿宋", "BodyText ㎡": SONG,
        "BodyText 同": "", "BodyText é": "", "BodyText ①": "",
    }  # fmt: skip
    assert (faces["Heading2 镕"], faces["Title 镕"], faces["SignOff 镕"]) == ("楷体", SONG, "仿宋")
    assert read_bytes(data, ".docx").report.parts("overview")[0] == report.parts("overview")[0]


def test_common_letters_stay_in_one_run():
    assert list(by_face("政府，2021年\v“—”①", "仿宋_GB2312")) == [("政府，2021年\v“—”①", "")]
    assert list(by_face("镕", "仿宋")) == [("镕", "")] and list(by_face("", "仿宋_GB2312")) == [("", "")]
    marks = "㙍^]-\\𠮷"
    assert list(by_face(marks, "宋体")) == [("㙍", SONG), ("^]-\\", ""), ("𠮷", SONG_EXTENSION)]


def test_the_faces_of_the_system_take_the_place_of_those_of_the_standard():
    report = load_draft(EXAMPLE)[0]
    usual, other = (word_bytes(report, one) for one in (None, with_system_faces(official_template())))
    said = [zipfile.ZipFile(BytesIO(data)).read("word/styles.xml").decode() for data in (usual, other)]
    assert 'w:eastAsia="仿宋_GB2312"' in said[0] and "_GB2312" not in said[1]
    assert 'w:eastAsia="仿宋"' in said[1] and 'w:eastAsia="楷体"' in said[1] and 'w:eastAsia="黑体"' in said[1]
    parts = [zipfile.ZipFile(BytesIO(data)).read("word/document.xml") for data in (usual, other)]
    assert parts[0] == parts[1]
    assert other == word_bytes(report, with_system_faces(official_template()))


def test_a_letter_that_the_systems_faces_have_is_no_run_of_its_own():
    data = word_bytes(with_values(overview=(Part("", "李镕同志。"),)), with_system_faces(official_template()))
    assert runs_of(data, "镕")["BodyText 镕"] == ""
