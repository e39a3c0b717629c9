"""What the proof of an exported document finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from export.pdf.document import Typesetter, typesetter
from export.pdf.faces import shipped_faces
from export.pdf.letters import missing_letters
from export.proof.pdf_text import blocks_of_pdf
from export.proof.proof import proof
from export.web.document import page_bytes
from export.word.document import word_bytes
from model.form.form import load_form
from model.reading.document import read_document
from model.reading.formats.source_blocks import FoundTable
from model.report.report import Part, Report, Unfinished
from tests.export.web.test_document import REPORTS
from tests.samples import SOURCES, main_report


def missing(report: Report) -> set[str]:
    return {one.letter for one in missing_letters(report, typesetter().faces)}


WRITERS = {".docx": word_bytes, ".html": page_bytes, ".pdf": lambda report: typesetter().pdf(report)}


@pytest.fixture(params=WRITERS)
def written(request, tmp_path):
    """Writes a report as a document and returns its path."""

    def write(report: Report):
        path = tmp_path / f"a{request.param}"
        path.write_bytes(WRITERS[request.param](report))
        return path

    return write


@pytest.mark.parametrize("which", REPORTS)
def test_a_document_as_it_was_written_is_the_same(written, which):
    report = REPORTS[which]()
    assert proof(report, written(report)) == ("已核对：200 个数、6 段文字一致。", True)


def test_a_blank_is_the_same_as_the_zero_it_is_printed_as(written):
    report = Report(load_form("2021"), {"unit": "甲镇", "year": 2025, "requests.received.natural": Unfinished("三")})
    assert proof(report, written(report)) == ("已核对：200 个数、5 段文字一致。", True)


@pytest.mark.parametrize(
    "values",
    [
        {"unit": "A-1 镇 (试)", "year": 2190, "signoff.date": date(1999, 1, 2)},
        {"opening": "\u200b\n 两  个\t空\v格 \n\u3000"},
        {
            "overview": (
                Part("（一）（二）甲", "一"),
                Part("", "二\n（三）三"),
                Part("主动公开", ""),
                Part("\u200b", "四"),
            )
        },
        {"improvement": (Part("", "\x07铃\ufffe\ud800"),)},
        {"remarks": (Part("", "無"), Part(" ", "\n\n"))},
    ],
)
def test_nothing_that_a_clerk_may_write_is_taken_for_a_difference(written, values):
    report = main_report()
    report = replace(report, values=report.values | values)
    assert proof(report, written(report)).is_same


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("requests.received.natural", 7, "自然人”：草稿是 0，文件里是 7"),
        ("year", 2020, "标题：草稿是"),
        ("unit", "乙镇", "落款：草稿是"),
        ("signoff.date", date(2022, 1, 11), "2022年1月10日，文件里是"),
        ("overview", (Part("", "别的"),), "“一、总体情况”的文字：草稿是"),
        ("opening", "别的", "“开头语”：草稿是"),
    ],
)
def test_what_differs_is_told_with_both_sides(written, name, value, said):
    report = main_report()
    other = replace(report, values=report.values | {"requests.received.natural": 0, name: value})
    found = proof(replace(report, values=report.values | {"requests.received.natural": 0}), written(other))
    assert not found.is_same and said in found.sentence and "请不要用这个文件" in found.sentence


def test_a_total_that_is_printed_otherwise_is_found(tmp_path):
    report = main_report()
    report = replace(report, values=report.values | {"disputes.review.upheld": 41})
    path = tmp_path / "a.html"
    cells = page_bytes(report).decode().rsplit(">41<", 1)  # the last of two is the total
    path.write_text(">42<".join(cells), encoding="utf-8")
    assert "总计”：草稿是 41，文件里是 42" in proof(report, path).sentence


@pytest.mark.parametrize("place", [0, 1, 57, -1])
def test_one_letter_that_is_another_is_found_wherever_it_stands(written, place):
    report = main_report()
    text = report.parts("overview")[0].text
    at = place % len(text)
    other = Part("", f"{text[:at]}误{text[at + 1 :]}")
    spoilt = replace(report, values=report.values | {"overview": (other, *report.parts("overview")[1:])})
    found = proof(report, written(spoilt))
    assert not found.is_same and found.sentence.startswith("核对发现 1 处") and "误" in found.sentence


def test_every_sample_is_the_same(tmp_path):
    path = tmp_path / "a.pdf"
    for source in SOURCES[::6]:
        report = read_document(source, 2021, "甲镇人民政府").report
        path.write_bytes(typesetter().pdf(report))
        assert proof(report, path, missing(report)).is_same, source


def test_broken_lines_long_words_and_tables_of_several_pages_are_no_difference(tmp_path):
    report, path = main_report(), tmp_path / "a.pdf"
    text = "Every word of a long line may be the last one. 中文 and English " * 30
    tall = dict.fromkeys(report.form.inputs, 12345678)
    values = {"overview": (Part("", f"{text}\v下一行\t{'_' * 90}\n{'政府信息公开' * 3000}"),)}
    report = replace(report, values=report.values | tall | values)
    path.write_bytes(typesetter().pdf(report))
    assert proof(report, path).is_same
    blocks = blocks_of_pdf(path.read_bytes())
    tables = [block for block in blocks if isinstance(block, FoundTable)]
    grids = [section.grid for section in report.form.sections if section.grid]
    assert [sum(map(len, table.rows)) for table in tables] == [len(grid.cells) for grid in grids]


def test_letters_that_no_face_has_are_no_difference_where_another_stands_for_them(tmp_path):
    report, path = main_report(), tmp_path / "a.pdf"
    report = replace(
        report, values=report.values | {"unit": "某\U00030ede镇人民政府", "overview": (Part("", "张\U00030ede"),)}
    )
    path.write_bytes(Typesetter(shipped_faces()).pdf(report))
    assert proof(report, path, {"\U00030ede"}).is_same
    assert "文件里是 张〓" in proof(report, path).sentence


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"not a document"])
def test_what_is_no_pdf_of_this_program_cannot_be_compared(tmp_path, data):
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    assert not proof(main_report(), path).is_same
    path.write_bytes(typesetter().pdf(main_report())[:-2000])
    assert "核对不了导出的“a.pdf”" in proof(main_report(), path).sentence


def test_many_differences_are_told_shortly(written):
    empty = Report(load_form("2021"), {"unit": "甲镇", "year": 2025})
    full = replace(empty, values=empty.values | dict.fromkeys(empty.form.inputs, 5))
    assert "…还有 194 处" in proof(full, written(empty)).sentence


def test_a_file_that_cannot_be_read_back_is_told(tmp_path):
    path = tmp_path / "a.docx"
    assert not proof(main_report(), path).is_same
    path.write_bytes(b"PK\x03\x04 cut off")
    assert "核对不了导出的“a.docx”" in proof(main_report(), path).sentence
