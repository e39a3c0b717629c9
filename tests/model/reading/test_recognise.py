"""Reading documents: the real samples, what this program writes, and what converters make of the samples."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from model.draft.toml_format import draft_text
from model.faults import Fault
from model.form.form import load_form
from model.form.grid import Grid
from model.reading.document import read_bytes, read_clipboard, read_document
from model.reading.recognise import Reading
from model.report.outline import NUMBERED, is_empty, paragraphs, printable
from model.report.report import Report
from tests.model.draft.test_toml_format import REPORTS
from tests.samples import EXAMPLE, NOT_READ_YET, SAMPLE, SOURCES, main_report, name_of, source_params

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
        if name_of(source) in NOT_READ_YET or int(name_of(source)[:3]) not in numbers:
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
    assert reading.disagreements == []
    assert reading.report.unit == printable(report.unit).strip()
    may_be = report.signed_on is not None and report.signed_on.year in range(2008, max(date.today().year, 2026) + 3)
    assert (
        (reading.report.signed_on, reading.open) == (report.signed_on, [])
        if may_be
        else ([entry.cell for entry in reading.open] == ["signoff.date"])
    )


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
    assert reading.report.printed == {"requests.handled.natural": 61}
    assert "[printed.requests.handled]\nnatural = 61\n" in draft_text(reading.report)


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
        ("一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n商业企业 | 其他 | 总计 |\n| 3 | 0 | 0 | 0 | 0 | 0 | 3 |", {}, "requests.handled.natural"),
        ("一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n2 0 0 0 0 0 2\n（一）予以公开 3 0 0 0 0 0 3", {"requests.carried_in.natural": 2}, ""),
        ("一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n2 0 0 0 0 0 2\n（二）部分公开 3 0 0 0 0 0 3", {"requests.partly_granted.natural": 3}, "requests.carried_in.natural"),
    ],
)  # fmt: skip
def test_what_is_certain_is_read_and_the_rest_left_open(lines, cells, open_cell):
    reading = read_bytes(ROWS.format(lines).encode(), ".txt")
    assert {name: reading.cells.get(name) for name in cells} == cells
    assert "requests.handled.natural" not in reading.cells and "requests.other_remaining.natural" not in reading.cells
    opened = {entry.cell for entry in reading.open if entry.text}
    assert (open_cell in opened and open_cell not in reading.cells) if open_cell else not opened
    for entry in reading.open:
        assert entry.reason
    in_section = {cell.name for cell in reading.report.form.section("requests").grid.numbers}
    assert in_section == {n for n in reading.cells if n in in_section} | {entry.cell for entry in reading.open}


def test_every_cell_says_where_it_stood():
    reading = read_bytes(page_of(load_draft(EXAMPLE)[0]).encode())
    source = reading.sources["requests.carried_out.natural"]
    assert source.where == "表格 3 第 28 行" and source.text.startswith("四、结转下年度继续办理 2 0")


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


HEAD2 = "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数{}</tr>"
REGULATIONS = ("disclosure.regulations.issued", "disclosure.regulations.repealed", "disclosure.regulations.in_force")


def read_rows(rows: str) -> Reading:
    """A page with rows of table 2 in their section."""
    page = f"<p>一、总体情况</p><p>有一句话。</p><p>二、主动公开政府信息情况</p><table>{rows}</table>"
    return read_bytes(f"<html><body><div>{page}</div></body></html>".encode(), ".html")


def values_of(reading: Reading, names: tuple[str, ...]) -> list[object]:
    opened = {entry.cell for entry in reading.open if entry.text}
    return ["open" if name in opened else reading.cells.get(name) for name in names]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (HEAD2.format("<td>备注") + "<tr><td>规章<td>5<td><td>7<td>无</tr>", [5, None, 7]),
        (HEAD2.format("<td>备注") + "<tr><td>规章<td>5<td><td>7<td>9</tr>", [5, None, 7]),
        ("<tr><td>信息内容<td>上年现行有效<td>本年制发件数<td>本年废止件数<td>现行有效件数</tr><tr><td>规章<td>9<td>5<td><td>7</tr>", [5, None, 7]),
        ("<tr><td>序号<td>信息内容<td>现行有效件数<td>本年废止件数<td>本年制发件数</tr><tr><td>1<td>规章<td>7<td>6<td>5</tr>", [5, 6, 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td style='display:none'>7<td>6<td>7</tr>", [5, 6, 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td>8<!--x-->004<td>7</tr>", [5, 8004, 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td><del>7</del>8004<td>7</tr>", [5, 8004, 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td>8004<sup>1</sup><td>7</tr>", [5, "open", 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td>约8004<td>7</tr>", [5, "open", 7]),
        (HEAD2.format("") + "<tr><td>规章<td>1<td>2<td>9001<td>3</tr>", ["open", "open", "open"]),
        (HEAD2.format("") + "<tr><td>规章<td>1<td><td>2<td>3</tr>", ["open", "open", "open"]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td><span style='text-decoration: line-through'>7</span>8<td>7</tr>", [5, 8, 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td>8<span style='vertical-align: super'>1</span><td>7</tr>", [5, "open", 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td>8<span style='visibility:hidden'>1</span><td>7</tr>", [5, 8, 7]),
        (HEAD2.format("") + "<tbody style='display:none'><tr><td>规章<td>1<td>2<td>3</tr></tbody><tr><td>规章<td>5<td>8<td>7</tr>", [5, 8, 7]),
        (HEAD2.format("") + "<tr><td>上年规章<td>5<td>6<td>7</tr>", [None, None, None]),
        ("<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效数额</tr><tr><td>规章<td>5<td>6<td>7</tr>", ["open", "open", "open"]),
    ],
)  # fmt: skip
def test_columns_are_those_of_the_headings(rows, expected):
    assert values_of(read_rows(rows), REGULATIONS) == expected


def test_fees_in_yuan_are_not_taken_for_ten_thousands():
    rows = "<tr><td>信息内容<td>本年收费金额（单位：元）</tr><tr><td>行政事业性收费<td>12000</tr>"
    assert values_of(read_rows(rows), ("disclosure.fees.amount",)) == ["open"]


@pytest.mark.parametrize("written", ["十六", "没有", "1O", "12.", "①", "----", "٣"])
def test_a_word_where_a_number_should_stand_is_listed_with_the_word(written):
    rows = f"<tr><td>信息内容<td>本年处理决定数量</tr><tr><td>行政许可<td>{written}</tr>"
    entry = next(e for e in read_rows(rows).open if e.cell == "disclosure.licences.decisions")
    assert written in entry.text


def test_a_number_whose_label_is_lost_is_listed():
    rows = "<tr><td>信息内容<td>本年处理决定数量</tr><tr><td><td>4</tr><tr><td>行政处罚<td>7</tr>"
    reading = read_rows(rows)
    assert any("4" in line for line in reading.unrecognised)
    assert "disclosure.licences.decisions" in {entry.cell for entry in reading.open}


TITLED = "{}\n红花尔基镇人民政府2021年政府信息公开工作年度报告\n一、总体情况\n有一句话在这里。\n二、主动公开政府信息情况\n行政许可 3\n"


@pytest.mark.parametrize("above", ["附件", "政府信息公开年报", "法定主动公开内容", "（此件公开发布）"])
def test_a_line_above_the_title_is_no_part_of_the_name(above):
    assert read_bytes(TITLED.format(above).encode(), ".txt").report.unit == "红花尔基镇人民政府"


def test_a_title_over_two_lines_is_one():
    text = TITLED.format("").replace("人民政府2021年", "人民\n政府2021年")
    assert read_bytes(text.encode(), ".txt").report.unit == "红花尔基镇人民政府"


def test_what_stands_behind_a_lone_date_is_listed():
    reading = read_bytes(
        (TITLED.format("") + "六、其他需要报告的事项\n无。\n2022年1月10日\n（此件公开发布）").encode(), ".txt"
    )
    assert reading.left_out[-1] == "（此件公开发布）"


@pytest.mark.parametrize("page", ["<div>" * 400 + "x", "<!-- x -->", "<p>别的</p>"])
def test_where_the_copied_page_cannot_be_read_the_copied_text_is(page):
    assert read_clipboard(page, TITLED.format("")).report.year == 2021


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8", "gb18030"])
def test_a_text_file_is_read_in_any_encoding_even_with_a_byte_broken(encoding):
    data = (TITLED.format("") + "六、其他需要报告的事项\n今年的工作有一些新的做法。\n").encode(encoding)
    assert read_bytes(data, ".txt").cells["disclosure.licences.decisions"] == 3
    if encoding == "utf-8":
        assert read_bytes(data[:60] + b"\xff" + data[60:], ".txt").cells["disclosure.licences.decisions"] == 3


@pytest.mark.parametrize("column", range(7))
def test_a_column_that_is_missing_shifts_nothing(column):
    """Labels that are wide cells come as a label and blanks; with a column gone the row has as many cells as it should."""
    report = load_draft(EXAMPLE)[0]
    numbers = {name: 10 + index for index, name in enumerate(report.form.cells)}
    page = page_of(report, lambda grid, _: table_of(grid, numbers))
    heading = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"][column]
    names = [cell.name for cell in report.form.section("requests").grid.numbers]
    gone = {str(numbers[name]) for name in names[column::7]}
    page = re.sub(r"<td rowspan=\d+ colspan=1><p><span>[^<]*</span><span>[^<]*</span>(\d*)<o:p></o:p></p></td>",
                  lambda found: "" if found[1] in gone else found[0], page)  # fmt: skip
    page = re.sub(
        rf"<td rowspan=\d+ colspan=1><p><span>{heading[:2]}</span><span>{heading[2:]}</span><o:p></o:p></p></td>",
        "",
        page,
    )
    reading = read_bytes(page.encode())
    wrong = {n: v for n, v in reading.cells.items() if n.startswith("requests.") and v != numbers[n]}
    assert wrong == {}


def test_a_subtotal_does_not_take_a_missing_rows_place():
    rows = "7.属于行政执法案卷 1 0 0 0 0 0 1\n小计 9 0 0 0 0 0 9\n1.本机关不掌握相关政府信息 2 0 0 0 0 0 2"
    reading = read_bytes(ROWS.format(rows).encode(), ".txt")
    assert "requests.denied_registry_query.natural" not in reading.cells


def test_a_number_over_two_rows_and_a_remark_do_not_make_a_whole_row():
    report = load_draft(EXAMPLE)[0]
    numbers = {name: 10 + index for index, name in enumerate(report.form.cells)}
    page = page_of(report, lambda grid, _: table_of(grid, numbers))
    wide, gone = (numbers[f"requests.{row}.research"] for row in ("denied_state_secret", "denied_by_law"))
    last = numbers["requests.denied_by_law.total"]
    cell = "<td rowspan={} colspan=1><p><span></span><span></span>{}<o:p></o:p></p></td>"
    page = page.replace(cell.format(1, wide), cell.format(2, wide)).replace(cell.format(1, gone), "")
    page = page.replace(cell.format(1, last), cell.format(1, last) + "<td>无</td>")
    reading = read_bytes(page.encode())
    assert {n: v for n, v in reading.cells.items() if v != numbers[n]} == {}
    assert "requests.denied_by_law.research" in {entry.cell for entry in reading.open}


def test_blank_disputes_beside_another_years_stay_blank_or_open():
    report = load_draft(EXAMPLE)[0]
    blank = "".join("<td></td>" for _ in range(15))

    def beside(grid: Grid, numbers: dict) -> str:
        written = table_of(grid, numbers)
        head, mark, row = written.rpartition("<tr>")
        return written if grid.label_columns else f"{head}{mark}{blank}{row}"

    reading = read_bytes(page_of(report, beside).encode())
    assert not any(name.startswith("disputes.") for name in reading.cells)


def test_dispute_groups_in_another_order_are_left_open():
    text = (
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n复议后起诉\n未经复议直接起诉\n"
        + "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | " * 3
        + "\n"
        + " | ".join(map(str, range(1, 16)))
    )
    reading = read_bytes(text.encode(), ".txt")
    assert not any(name.startswith("disputes.litigation") for name in reading.cells)
    assert "disputes.litigation_direct.upheld" in {entry.cell for entry in reading.open}


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


@pytest.mark.parametrize("name", ["hex", "rot13", "idna", "undefined", "utf-16"])
def test_an_encoding_that_is_none_does_no_harm(name):
    page = page_of(load_draft(EXAMPLE)[0]).replace("<head>", f"<head><meta charset={name}>")
    assert len(read_bytes(page.encode("gb18030"), ".html").cells) == 200


@pytest.mark.parametrize(
    "page", ["<html></html>", "<table></table>", "<html><body><!-- 一、总体情况 --></body></html>"]
)
def test_a_page_with_nothing_on_it_is_refused(page):
    with pytest.raises(Fault, match="没有认出"):
        read_bytes(page.encode(), ".html")


def test_a_page_that_declares_itself_as_xml_is_read():
    page = '<?xml version="1.0" encoding="gbk"?>\n' + page_of(load_draft(EXAMPLE)[0])
    assert len(read_bytes(page.encode("gbk"), ".html").cells) == 200


def test_of_two_reports_on_a_page_the_newest_is_read_unless_another_year_is_asked_for():
    old, new = load_draft(EXAMPLE)[0], load_draft(EXAMPLE)[0]
    old.values |= {"year": 2020, "requests.received.natural": 77}
    pages = [re.search("<h1>.*</div><div class='foot'>", page_of(r))[0] for r in (old, new)]
    page = f"<html><body>{''.join(pages)}</body></html>".encode()
    assert read_bytes(page).cells["requests.received.natural"] == 10
    asked = read_bytes(page, year=2020)
    assert asked.cells["requests.received.natural"] == 77
    assert "2 份报告" in asked.notes[0]
