"""A table drawn as rows of slots: what its cells are called, how far they reach, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.form.form import Form, editions, load_form
from model.form.read_grid import GridFault, read_grid
from tests.model.form.animals import grid


def test_a_column_without_a_name_of_its_own_takes_it_from_the_slot():
    rows = [["甲", "=a.one", "=.two"]]
    assert [cell.name for cell in read_grid("farm", {"grid": rows}).numbers] == ["farm.a.one", "farm.a.two"]


def test_only_the_cells_named_take_decimals():
    assert [cell.name for cell in grid().numbers if cell.decimal] == ["farm.weight.cats"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"grid": []}, "“farm”的 grid"),
        ({"grid": [["甲", "乙"], ["丙"]]}, "第 2 行有 1 格，第 1 行有 2 格"),
        ({"grid": [["甲", 5]]}, "第 1 行有不是文字的格"),
        ({"grid": [["<", "甲"]], "decimals": []}, "第 1 行第 1 格“<”接不上"),
        ({"grid": [["甲", "<"], ["^", "乙"]], "decimals": []}, "第 2 行第 2 格“乙”接不上"),
        ({"grid": [["甲", "", "=a", "="], ["乙", "", "=a", "="]]}, "第 2 行第 3 格“=a”与前面的格重名"),
        ({"grid": [["甲", "=", "=a", "="]]}, "第 1 行第 2 格“=”没有行名或列名"),
        ({"grid": [["甲", "=a", "=", "="]]}, "第 1 行第 2 格“=a”没有行名或列名"),
        ({"columns": ["", "", "cats", "dogs", "cows"]}, "columns 有 5 个，grid 只有 4 列"),
        ({"decimals": ["weight.cows"]}, "decimals 里的“weight.cows”不是表中的格"),
        ({"signed": ["cows"]}, "signed 里的“cows”不是表中的格"),
        ({"print": {"widths": [1, 2, 3]}}, "print.widths 要有 4 个正整数"),
        ({"print": {"widths": [1, 2, 3, 0]}}, "print.widths 要有 4 个正整数"),
        ({"print": {"row_height": 0}}, "print.row_height 要是正整数"),
    ],
)
def test_what_is_no_table_is_refused_with_its_row_and_cell(changes, words):
    with pytest.raises(GridFault, match="farm") as fault:
        grid(**changes)
    assert words in str(fault.value)


def forms() -> list[Form]:
    return [load_form(edition) for edition in editions()]


def test_every_slot_of_the_official_tables_belongs_to_one_cell():
    for made in [section.grid for form in forms() for section in form.sections if section.grid]:
        assert sum(cell.rows * cell.columns for cell in made.cells) == made.rows * made.columns
        assert all(
            made.at(row, column).covers(row, column) for row in range(made.rows) for column in range(made.columns)
        )


@given(st.integers(1, 4), st.integers(1, 4), st.data())
def test_any_rectangle_may_be_one_cell_of_a_table(height, width, data):
    top, left = data.draw(st.integers(0, 3)), data.draw(st.integers(0, 3))
    rows = [["·"] * (left + width + 1) for _ in range(top + height + 1)]
    for row in range(top, top + height):
        rows[row][left : left + width] = ["^"] + ["<"] * (width - 1) if row > top else ["甲"] + ["<"] * (width - 1)
    (cell,) = [cell for cell in read_grid("farm", {"grid": rows}).cells if cell.label == "甲"]
    assert (cell.row, cell.column, cell.rows, cell.columns) == (top, left, height, width)
