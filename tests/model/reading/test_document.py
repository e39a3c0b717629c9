"""Documents from end to end: the real samples, what this program writes, what converters make of both."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from model.faults import Fault
from model.form.form import load_form
from model.reading.document import read_bytes, read_clipboard, read_document
from model.reading.reading import Reading
from model.report.outline import heading_shown, is_empty, paragraphs, printable
from model.report.report import Part, Report
from tests.model.draft.test_toml_format import REPORTS
from tests.model.reading.pages import TITLED, page_of
from tests.samples import EXAMPLE, SAMPLE, SOURCES, main_report, name_of, source_params

TABLES = {"table2": "disclosure", "table3": "requests", "table4": "disputes"}


has_samples = pytest.mark.skipif(not SOURCES, reason="the samples are not here")


def expected_of(source: Path) -> dict:
    return json.loads((source.parent / "expected.json").read_text(encoding="utf-8"))


def faults(reading: Reading, expected: dict) -> list[tuple]:
    """The cells that were read otherwise than a person read them, or are neither read nor listed."""
    open_cells = {entry.cell for entry in reading.open}
    found = []
    for name, value in expected.items():
        read = reading.cells.get(name)
        if value in ("?", None):
            if read is not None or (value == "?" and name not in open_cells):
                found.append((name, value, read))
        elif isinstance(value, int | float) and read is not None and float(read) != value:
            found.append((name, value, read))
        elif isinstance(value, int | float) and read is None and name not in open_cells:
            found.append((name, value, "not listed"))
    return found + [(name, "not there", value) for name, value in reading.cells.items() if name not in expected]


@has_samples
@pytest.mark.parametrize("source", source_params())
def test_no_cell_of_a_sample_is_read_wrong_and_none_is_passed_over(source):
    expected = expected_of(source)
    reading = read_document(source, year=expected["year"])
    assert reading.report.form.edition == expected["edition"]
    assert faults(reading, expected["cells"]) == []


@has_samples
@pytest.mark.parametrize(("numbers", "least"), [(range(1, 101), 0.97), (range(1, 1000), 0.95)])
def test_whole_tables_are_read_nearly_whole(numbers, least):
    read = whole = 0
    for source in SOURCES:
        if int(name_of(source)[:3]) not in numbers:
            continue
        expected = expected_of(source)
        cells = read_document(source).cells
        keys = tuple(section for table, section in TABLES.items() if expected["complete"][table])
        names = [n for n, value in expected["cells"].items() if n.startswith(keys) and isinstance(value, int | float)]
        whole += len(names)
        read += sum(name in cells for name in names)
    assert read / whole >= least


@pytest.mark.skipif(not SAMPLE.exists(), reason="the samples are not here")
@pytest.mark.parametrize("name", ["source.txt", "source-simplified.txt"])
def test_a_report_without_headings_in_either_script_is_taken_apart(name):
    report = read_document(SAMPLE / name).report
    assert (report.unit, report.year) == ("红花尔基镇人民政府", 2021)
    assert report.text("contact.telephone") == "0470-8942932"
    assert report.text("opening").startswith("根据新修订的《中华人民共和国政府信息公开条例》")
    assert [part.heading for part in report.parts("remarks")] == ["收费情况", "落实上级主管部门政务公开工作要点情况"]
    assert report.parts("improvement")[0].text.startswith("存在问题")
    assert "主办单位" not in str(report.values)


def as_printed(report: Report) -> dict:
    """What a document shows of a report's texts, by the draft's own text rules."""
    shown: dict = {"opening": [p.text for p in paragraphs(report.text("opening"))]}
    for section in report.form.text_sections:
        parts: list[tuple[str, list[str]]] = []
        for part in report.parts(section.key):
            heading = heading_shown(part)
            lines = [p.text for p in paragraphs(part.text)]
            if is_empty(section, part) or not (heading or lines):
                continue
            if heading or not parts:
                parts.append((heading, lines))
            else:
                parts[-1][1].extend(lines)
        shown[section.key] = parts or [("", ["无"])]
    return shown


def as_read(report: Report) -> dict:
    shown: dict = {"opening": report.text("opening").split("\n") if report.text("opening") else []}
    for section in report.form.text_sections:
        parts = report.parts(section.key)
        shown[section.key] = [(part.heading, part.text.split("\n") if part.text else []) for part in parts]
    return shown


@given(REPORTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_exported_is_read_back_to_the_last_character(report):
    reading = read_bytes(word_bytes(report))
    assert as_read(reading.report) == as_printed(report)
    assert reading.cells == {name: report.numbers().get(name, 0) for name in report.form.cells}
    assert reading.disagreements == []
    assert reading.report.unit == printable(report.unit).strip()
    may_be = report.signed_on is not None and report.signed_on.year in range(2008, max(date.today().year, 2026) + 3)
    assert (
        (reading.report.signed_on, reading.open) == (report.signed_on, [])
        if may_be
        else ([entry.cell for entry in reading.open] == ["signoff.date"])
    )


@pytest.mark.parametrize("heading", "\xad\u200b\u2060\ufe0f\u3164\U000e0041")
@pytest.mark.parametrize("text", ["", "公开。"])
def test_a_heading_that_nobody_sees_is_none(heading, text):
    report = Report(load_form("2021"), {"unit": "某镇", "year": 2025, "overview": (Part(heading, text),)})
    assert as_read(read_bytes(word_bytes(report)).report)["overview"] == [("", [text or "无"])]


def test_the_main_report_comes_back_with_unit_year_and_date():
    report = main_report()
    read = read_bytes(word_bytes(report)).report
    for name in ("unit", "year", "signoff.date"):
        assert read.values[name] == report.values[name]
    assert as_read(read) == as_printed(report)


@pytest.mark.skipif(not shutil.which("pandoc"), reason="needs pandoc")
def test_a_page_that_pandoc_made_a_document_of_reads_the_same(tmp_path):
    page, document = tmp_path / "a.html", tmp_path / "a.docx"
    page.write_text(page_of(load_draft(EXAMPLE)[0]), encoding="utf-8")
    subprocess.run(["pandoc", str(page), "-o", str(document)], check=True)
    assert read_document(document).cells == read_document(page).cells


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_what_libreoffice_saves_reads_the_same(tmp_path):
    path, out = tmp_path / "a.docx", tmp_path / "out"
    path.write_bytes(word_bytes(main_report()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind in ("docx", "html"):
        convert = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(path)]
        subprocess.run(convert, check=True, capture_output=True, timeout=120)
        reading = read_document(out / f"a.{kind}")
        assert reading.cells == {name: main_report().numbers().get(name, 0) for name in load_form("2021").cells}
        assert (reading.report.unit, reading.report.year) == (main_report().unit, main_report().year)


@pytest.mark.parametrize("page", ["<div>" * 400 + "x", "<!-- x -->", "<p>别的</p>"])
def test_where_the_copied_page_cannot_be_read_the_copied_text_is(page):
    assert read_clipboard(page, TITLED.format("")).report.year == 2021


@pytest.mark.parametrize(
    "line",
    [
        "-" * 20_000 + "x",
        "a." * 50_000,
        "（" * 5000,
        "1 " * 30_000,
        "|" * 30_000,
        "字" + " " * 100_000,
        "# " * 50_000,
        "1" + " " * 50_000 + "x",
        "2022" + " " * 50_000 + "年",
        "2" * 50_000 + "年",
        "电话" + " " * 50_000,
        "地址：" * 30_000,
        "就" * 50_000,
        "第3页" + " " * 50_000 + "x",
        "2022年" * 20_000,
        "\u200b" * 100_000,
    ],
)
def test_no_line_holds_the_reader_up(line):
    with pytest.raises(Fault):
        read_bytes(line.encode(), ".txt")


@pytest.mark.parametrize(
    "page", ["<html></html>", "<table></table>", "<html><body><!-- 一、总体情况 --></body></html>"]
)
def test_a_page_with_nothing_on_it_is_refused(page):
    with pytest.raises(Fault, match="没有认出"):
        read_bytes(page.encode(), ".html")


def test_a_files_name_says_year_and_unit_where_the_document_does_not(tmp_path):
    path = tmp_path / "三合乡2022年政府信息公开工作年度报告.txt"
    path.write_text("一、总体情况\n有一句话。\n二、主动公开政府信息情况\n行政许可\t3\n", encoding="utf-8")
    reading = read_document(path)
    assert (reading.report.year, reading.report.unit) == (2022, "三合乡")
    assert "2022 年、三合乡" in reading.notes[-1]
    path.write_text("四河镇2021年政府信息公开工作年度报告\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    reading = read_document(path)
    assert (reading.report.year, reading.report.unit, reading.notes) == (2021, "四河镇", [])
