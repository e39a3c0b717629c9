"""Which edition a document uses, told by its labels; its year decides only where they do not."""

from __future__ import annotations

import pytest

from model.form.form import editions, load_form
from model.reading.formats.source_blocks import Line
from model.reading.tables.edition import edition_of
from model.reading.tables.runs import runs_of

OLD, NEW = FORMS = [load_form(edition) for edition in editions()]
SHARED_TABLE = "disputes"  # the two editions print the same


def told(lines: list[str], year: int) -> str:
    runs, rest = runs_of([Line(line, "") for line in lines])
    return edition_of(runs, rest, FORMS, year).edition


def table(form, section: str) -> list[str]:
    """A table's labels and zeros, a line for each row."""
    grid = form.section(section).grid
    rows = ([cell for cell in grid.cells if cell.row == row] for row in range(grid.rows))
    return ["  ".join(cell.label or "0" for cell in cells) for cells in rows if cells]


@pytest.mark.parametrize("form", FORMS, ids=[form.edition for form in FORMS])
@pytest.mark.parametrize("section", ["disclosure", "requests"])
@pytest.mark.parametrize("year", [2019, 2024])
def test_a_table_tells_its_edition_whatever_the_year(form, section, year):
    assert told(table(form, section), year) == form.edition


def test_a_table_without_a_row_that_only_one_edition_has_is_taken_for_the_others():
    rows = [row for row in table(NEW, "requests") if "逾期" not in row]
    assert told(rows, 2024) == OLD.edition


def test_a_word_within_a_longer_one_is_not_found():
    assert told(["信息内容本年制发件数本年废止件数现行有效件数行政规范性文件"], 2019) == NEW.edition


@pytest.mark.parametrize(
    ("year", "edition"), [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2024, "2021"), (2008, "2019")]
)
def test_what_all_editions_print_alike_is_of_the_one_in_force(year, edition):
    assert told(table(NEW, SHARED_TABLE), year) == edition
    assert told(["没有表"], year) == edition
