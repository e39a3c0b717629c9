"""Which edition of the form a document is on: its headings say so, not its year."""

from __future__ import annotations

import pytest

from model.form.form import load_form
from model.reading.formats.source_blocks import Line
from model.reading.tables.edition import edition_of
from model.reading.tables.runs import runs_of

FORMS = [load_form("2019"), load_form("2021")]


def edition(*lines: str, year: int | None = None) -> str:
    runs, rest = runs_of([Line(line, "") for line in lines])
    return edition_of(runs, rest, FORMS, year).edition


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2018, "2019"), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2030, "2021"), (None, "2021")],
)
def test_where_no_heading_tells_it_is_the_one_in_force_in_that_year(year, expected):
    assert edition("一、总体情况", "规章 3", year=year) == expected


NEW = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数"
OLD = "信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量"


@pytest.mark.parametrize(("heading", "year", "expected"), [(NEW, 2019, "2021"), (OLD, 2025, "2019")])
def test_headings_go_before_the_year(heading, year, expected):
    assert edition(heading, "规章 | 1 | 2 | 3", year=year) == expected


def test_headings_that_stand_on_a_line_each_or_are_glued_together_count_too():
    assert edition(*OLD.split(" | "), "规章", "1", "2", "3", year=2025) == "2019"
    assert edition(OLD.replace(" | ", ""), "规章 1 2 3", year=2025) == "2019"


def test_a_sentence_that_speaks_of_a_heading_does_not_count():
    sentence = "与往年的对外公开总数量相比，" + "今年的报告按照新的格式填写，" * 5
    assert edition(sentence, "规章 1 2 3", year=2025) == "2021"


def table(form, section: str) -> list[str]:
    """A table's labels and zeros, a line for each row."""
    grid = form.section(section).grid
    rows = ([cell for cell in grid.cells if cell.row == row] for row in range(grid.rows))
    return ["  ".join(cell.label or "0" for cell in cells) for cells in rows if cells]


@pytest.mark.parametrize("form", FORMS, ids=[form.edition for form in FORMS])
@pytest.mark.parametrize("section", ["disclosure", "requests"])
@pytest.mark.parametrize("year", [2019, 2024])
def test_a_table_tells_its_edition_whatever_the_year(form, section, year):
    assert edition(*table(form, section), year=year) == form.edition


def test_a_table_without_a_row_that_only_one_edition_has_is_taken_for_the_others():
    rows = [row for row in table(FORMS[-1], "requests") if "逾期" not in row]
    assert edition(*rows, year=2024) == "2019"


def test_a_word_within_a_longer_one_is_not_found():
    assert edition("信息内容本年制发件数本年废止件数现行有效件数行政规范性文件", year=2019) == "2021"


@pytest.mark.parametrize(
    ("year", "expected"), [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2024, "2021"), (2008, "2019")]
)
def test_what_all_editions_print_alike_is_of_the_one_in_force(year, expected):
    assert edition(*table(FORMS[-1], "disputes"), year=year) == expected
    assert edition("没有表", year=year) == expected
