"""What the proof of an exported document finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from export.proof import proof
from export.web.document import page_bytes
from export.word.document import word_bytes
from model.form.form import load_form
from model.report.report import Part, Report, Unfinished
from tests.export.web.test_document import REPORTS
from tests.samples import main_report

WRITERS = {".docx": word_bytes, ".html": page_bytes}


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


def test_many_differences_are_told_shortly(written):
    empty = Report(load_form("2021"), {"unit": "甲镇", "year": 2025})
    full = replace(empty, values=empty.values | dict.fromkeys(empty.form.inputs, 5))
    assert "…还有 194 处" in proof(full, written(empty)).sentence


def test_a_file_that_cannot_be_read_back_is_told(tmp_path):
    path = tmp_path / "a.docx"
    assert not proof(main_report(), path).is_same
    path.write_bytes(b"PK\x03\x04 cut off")
    assert "核对不了导出的“a.docx”" in proof(main_report(), path).sentence
