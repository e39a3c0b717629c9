"""Reading documents: the real samples, what this program writes, and what converters make of the samples."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from export.word import word_bytes
from model.draft_file import load_draft
from model.form import load_form
from model.grid import Grid
from model.outline import NUMBERED, is_empty, paragraphs, printable
from model.reading.document import read_bytes, read_document
from model.reading.recognise import Reading
from model.report import Report
from tests.samples import EXAMPLE, SAMPLE, SHARED, main_report
from tests.test_draft import REPORTS

TABLES = {"table2": "disclosure", "table3": "requests", "table4": "disputes"}
SAMPLES = sorted(SHARED.glob("samples/*/source*"))
has_samples = pytest.mark.skipif(not SAMPLES, reason="the samples are not here")


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
@pytest.mark.parametrize("source", SAMPLES, ids=lambda path: f"{path.parent.name[:3]}-{path.name}")
def test_no_cell_of_a_sample_is_read_wrong_and_none_is_passed_over(source):
    expected = expected_of(source)
    reading = read_document(source, year=expected["year"])
    assert reading.report.form.edition == expected["edition"]
    assert faults(reading, expected["cells"]) == []


@has_samples
def test_whole_tables_are_read_to_97_in_a_hundred():
    read = whole = 0
    for source in SAMPLES:
        expected = expected_of(source)
        cells = read_document(source).cells
        keys = tuple(section for table, section in TABLES.items() if expected["complete"][table])
        names = [n for n, value in expected["cells"].items() if n.startswith(keys) and isinstance(value, int | float)]
        whole += len(names)
        read += sum(name in cells for name in names)
    assert read / whole >= 0.97


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
            heading = NUMBERED.sub("", printable(part.heading).strip(), count=1)
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
    assert reading.open == [] and reading.disagreements == []


def test_the_main_report_comes_back_with_unit_year_and_date():
    report = main_report()
    read = read_bytes(word_bytes(report)).report
    for name in ("unit", "year", "signoff.date"):
        assert read.values[name] == report.values[name]
    assert as_read(read) == as_printed(report)


def page_of(report: Report, grid_of=None) -> str:
    """A plain web page of a report's tables, with the site around it."""
    numbers = report.numbers()
    sections = []
    for section in report.form.sections:
        sections.append(f"<p>{section.heading}</p>")
        sections.append(
            (grid_of or table_of)(section.grid, numbers) if section.grid else f"<p>{section.key}的正文，有一句话。</p>"
        )
    return (
        f"<html><head><title>{report.title}_某县人民政府</title></head><body><div class='nav'>首页 &gt; 政府信息公开</div>"
        "<table><tr><td>索引号</td><td>001</td></tr><tr><td>发布日期</td><td>2026-01-20</td></tr></table>"
        f"<h1>{report.title}</h1><div id='zoom'>{''.join(sections)}</div>"
        "<div class='foot'><p>主办单位：某县人民政府办公室，地址：某路1号。</p></div></body></html>"
    )


def table_of(grid: Grid, numbers: dict) -> str:
    rows = [
        "".join(
            f"<td rowspan={cell.rows} colspan={cell.columns}>"
            f"<p><span>{html.escape(cell.label[:2])}</span><span>{html.escape(cell.label[2:])}</span>"
            f"{numbers.get(cell.name, '') if cell.name else ''}<o:p></o:p></p></td>"
            for cell in grid.cells
            if cell.row == row
        )
        for row in range(grid.rows)
    ]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("declared", ["", "gb2312", "utf-8"])
def test_a_web_page_is_read_in_any_encoding_and_the_site_stays_out(encoding, declared):
    report = load_draft(EXAMPLE)[0]
    page = page_of(report).replace("<head>", f"<head><meta charset={declared}>" if declared else "<head>")
    reading = read_bytes(page.encode(encoding), ".html")
    assert reading.cells == {name: report.numbers()[name] for name in report.form.cells}
    assert (reading.report.unit, reading.report.year) == (report.unit, report.year)
    assert [p.text for p in reading.report.parts("remarks")] == ["remarks的正文，有一句话。"]
    assert any("主办单位" in line for line in reading.left_out)
    assert "首页" not in str(reading.report.values)


def test_tables_for_layout_around_everything_do_no_harm():
    report = load_draft(EXAMPLE)[0]
    page = re.sub(
        "<div id='zoom'>(.*)</div><div class", r"<table><tr><td>\1</td></tr></table><div class", page_of(report)
    )
    assert read_bytes(page.encode()).cells == read_bytes(page_of(report).encode()).cells


def test_a_printed_total_that_is_wrong_is_told_and_kept():
    report = load_draft(EXAMPLE)[0]
    numbers = report.numbers() | {"requests.handled.natural": 61}
    reading = read_bytes(page_of(report, lambda grid, _: table_of(grid, numbers)).encode())
    assert [(d.cell, d.printed, d.computed) for d in reading.disagreements] == [("requests.handled.natural", 61, 10)]
    assert reading.report.kept["printed"] == {"requests": {"handled": {"natural": 61}}}


ROWS = "三、收到和处理政府信息公开申请情况\n{}\n四、政府信息公开行政复议、行政诉讼情况\n"


@pytest.mark.parametrize(
    ("lines", "cells", "open_cell"),
    [
        ("一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |", {"requests.received.natural": 3}, ""),
        ("本年收政府信公开申请数量 3 0 0 0 0 0 3", {"requests.received.natural": 3}, ""),
        ("一、本年新收政府信息公开申请数量 | 3 | 0 |", {}, "requests.received.natural"),
        ("一、本年新收政府信息公开申请数量 | 3 | / | 0 | 0 | 0 | 0 | 3 |", {"requests.received.natural": 3}, "requests.received.business"),
        ("一、本年新收政府信息公开申请数量 | 3（其中网上2件） | 0 | 0 | 0 | 0 | 0 | 3 |", {"requests.received.total": 3}, "requests.received.natural"),
        ("（一）予以公开 | 3件 | 0 | 0 | 0 | 0 | 0 | 3件 |", {"requests.granted.natural": 3}, ""),
        ("一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |", {"requests.received.business": 0}, "requests.received.natural"),
        ("一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n商业企业 | 其他 | 总计 |\n| 3 | 0 | 0 | 0 | 0 | 0 | 3 |", {}, ""),
        ("一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n2 0 0 0 0 0 2\n（一）予以公开 3 0 0 0 0 0 3", {"requests.carried_in.natural": 2}, ""),
        ("一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n2 0 0 0 0 0 2\n（二）部分公开 3 0 0 0 0 0 3", {"requests.partly_granted.natural": 3}, "requests.carried_in.natural"),
    ],
)  # fmt: skip
def test_what_is_certain_is_read_and_the_rest_left_open(lines, cells, open_cell):
    reading = read_bytes(ROWS.format(lines).encode(), ".txt")
    assert {name: reading.cells.get(name) for name in cells} == cells
    assert "requests.handled.natural" not in reading.cells and "requests.other_remaining.natural" not in reading.cells
    opened = {entry.cell for entry in reading.open}
    assert (open_cell in opened and open_cell not in reading.cells) if open_cell else not opened
    for entry in reading.open:
        assert entry.text and entry.reason


def test_every_cell_says_where_it_stood():
    reading = read_bytes(page_of(load_draft(EXAMPLE)[0]).encode())
    source = reading.sources["requests.carried_out.natural"]
    assert source.where == "表格 3 第 28 行" and source.text.startswith("四、结转下年度继续办理 2 0")


@has_samples
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
