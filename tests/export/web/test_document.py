"""The web page and what is copied of it, as a browser, an editor of pages and this program's reader get them."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from export.web import document
from export.web.document import copied_report, page_bytes
from model.draft.draft_file import load_draft
from model.faults import Fault
from model.form.form import editions, load_form
from model.reading.document import read_bytes, read_clipboard
from model.report.cell_numbers import number_shown
from model.report.report import Part, Report
from tests.samples import EXAMPLE, main_report

AWKWARD = '<script>alert("1")</script>&amp;<b>'


def awkward() -> Report:
    """A report with texts that markup, blanks and numbering of their own could break."""
    values = {
        "unit": "甲 镇人民政府",
        "year": 2025,
        "signoff.date": date(2026, 1, 9),
        "opening": f"{AWKWARD}\n一、总体情况\n两  个\t格\v下一行",
        "overview": (Part("", "没有小标题的"), Part("（一）不是编号", f"{AWKWARD}\n（二）也不是标题\n1.小小标题")),
        "improvement": (Part("存在的主要问题", "</main></body>"), Part("改进情况", "2026年1月9日")),
        "remarks": (Part("", "甲镇人民政府\n2025年1月1日"),),
    }
    return Report(load_form("2021"), values)


REPORTS = {"main": main_report, "example": lambda: load_draft(EXAMPLE)[0], "awkward": awkward}


@pytest.fixture(params=REPORTS)
def report(request) -> Report:
    return REPORTS[request.param]()


@pytest.fixture
def page(report) -> html.HtmlElement:
    return html.document_fromstring(page_bytes(report).decode())


def test_the_page_is_read_back_whole(report):
    reading = read_bytes(page_bytes(report), ".html")
    numbers = report.numbers()
    assert reading.cells == {name: numbers.get(name, 0) for name in report.form.cells}
    assert (reading.open, reading.unrecognised, reading.disagreements, reading.left_out) == ([], [], [], [])
    for name in ("unit", "year", "signoff.date"):
        assert reading.report.values[name] == report.values[name]
    assert reading.report.text("opening") == "\n".join(line.strip() for line in report.text("opening").split("\n"))
    for section in report.form.text_sections:
        ours = [Part(part.heading.removeprefix("（一）"), part.text) for part in report.parts(section.key)]
        assert list(reading.report.parts(section.key)) == ours


@pytest.mark.parametrize("edition", editions())
def test_an_empty_report_of_any_edition_shows_zeros(edition):
    report = Report(load_form(edition), {"unit": "甲镇人民政府", "year": 2025 if edition > "2020" else 2020})
    reading = read_bytes(page_bytes(report), ".html")
    assert reading.cells == dict.fromkeys(report.form.cells, 0) and reading.open == []


def test_equal_reports_give_equal_pages_that_run_and_fetch_nothing(report, page):
    source = page_bytes(report)
    assert source == page_bytes(report)
    assert page.xpath("//script | //link | //img | //iframe | //@src | //@href | //@*[starts-with(name(), 'on')]") == []
    (style,) = page.xpath("//style/text()")
    assert not re.search(r"url\(|@import|https?:", style)


def test_the_page_says_what_it_is(report, page):
    assert source_begins(report) and page.get("lang") == "zh-CN"
    assert page.findtext(".//title") == report.title
    for name in ("viewport", "description"):
        assert page.xpath(f"//meta[@name='{name}']/@content")[0]


def source_begins(report: Report) -> bool:
    return page_bytes(report).startswith(b"<!DOCTYPE html>\n<html")


def test_an_opening_that_begins_with_a_line_break_is_described_on_one_line():
    page = page_bytes(replace(awkward(), values={**awkward().values, "opening": "上一行\v下一行"})).decode()
    assert 'name="description" content="上一行 下一行"' in page and "<p>上一行<br>下一行</p>" in page


def test_headings_go_down_one_level_at_a_time(report, page):
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert levels.count(2) == len(report.form.sections)
    for before, after in itertools.pairwise(levels):
        # A line such as 1. may stand in a section without a part.
        assert after <= before + (2 if after == 4 else 1)


def test_every_table_is_named_and_scrolls_in_a_box_that_takes_the_focus(report, page):
    headings = [section.heading for section in report.form.sections if section.grid]
    boxes = page.xpath("//div[table]")
    assert [box.get("aria-label") for box in boxes] == headings
    assert [box.findtext("table/caption") for box in boxes] == headings
    assert {(box.get("role"), box.get("tabindex")) for box in boxes} == {("region", "0")}


def test_every_number_names_the_headings_that_the_form_gives_it(report, page):
    words = {heading.get("id"): heading.text for heading in page.iter("th")}
    assert None not in words and len(words) == len(list(page.iter("th")))
    assert all(heading.get("scope") for heading in page.iter("th"))
    cells = [cell for cell in page.iter("td") if cell.get("headers")]
    shown = report.numbers()
    for cell, (name, place) in zip(cells, report.form.cells.items(), strict=True):
        assert cell.text == (number_shown(shown.get(name)) or "0")
        grid = report.form.section(name.partition(".")[0]).grid
        assert [words[one] for one in cell.get("headers").split()] == [one.label for one in grid.headings_of(place)]


def test_the_cells_of_a_table_fill_it_without_gap_or_overlap(report, page):
    grids = [section.grid for section in report.form.sections if section.grid]
    for table, grid in zip(page.iter("table"), grids, strict=True):
        slots: list[tuple[int, int]] = []
        for row, line in enumerate(table.iter("tr")):
            for cell in line:
                column = next(column for column in range(grid.columns) if (row, column) not in slots)
                across, down = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
                slots += [(row + y, column + x) for y in range(down) for x in range(across)]
        assert sorted(slots) == [(row, column) for row in range(grid.rows) for column in range(grid.columns)]


def test_a_style_sheet_that_somebody_changed_cannot_end_the_page(report, monkeypatch, tmp_path):
    monkeypatch.setattr(document, "STYLE", tmp_path / "report.css")
    with pytest.raises(Fault, match=r"report\.css"):
        page_bytes(report)
    (tmp_path / "report.css").write_text("p { color: red } </style><script>1</script>", encoding="utf-8")
    page = html.document_fromstring(page_bytes(report).decode())
    assert page.xpath("//script") == [] and "color: red" in page.findtext(".//style")


def test_what_is_copied_carries_its_look_in_every_element(report):
    copied = html.fragment_fromstring(copied_report(report).html, create_parent=True)
    assert copied.xpath("//@class | //@id | //@headers | //style | //script | //col") == []
    for table in copied.iter("table"):
        assert table.get("border") == "1" and "border-collapse" in table.get("style")
    for cell in copied.xpath("//td | //th"):
        assert re.search(r"border: 1px solid #000000.* width: [\d.]+%; text-align: ", cell.get("style"))


def test_what_is_copied_can_be_read_again_from_the_clipboard(report):
    copied = copied_report(report)
    for flavours in ((copied.html, ""), ("", copied.text)):
        assert read_clipboard(*flavours).cells == {name: report.numbers().get(name, 0) for name in report.form.cells}


def test_tables_are_copied_as_text_with_tabs(report):
    lines = copied_report(report).text.split("\n")
    for section in report.form.sections:
        if section.grid:
            begin = lines.index(section.heading) + 1
            rows = [line.split("\t") for line in lines[begin : begin + section.grid.rows]]
            assert {len(row) for row in rows} == {section.grid.columns}
            for cell in section.grid.numbers:
                assert rows[cell.row][cell.column] == (number_shown(report.numbers().get(cell.name)) or "0")
