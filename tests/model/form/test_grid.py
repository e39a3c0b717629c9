"""A printed table: what its numbers are called, which rows and columns head them, a part of it."""

from __future__ import annotations

import pytest

from model.form.form import editions, load_form
from model.form.grid import Grid
from model.form.read_grid import read_grid
from tests.model.form.animals import ANIMALS, grid


def labels(made: Grid) -> dict[str, list[str]]:
    return {cell.name: made.labels_of(cell) for cell in made.numbers}


def test_a_number_is_called_by_its_row_and_its_column():
    assert labels(grid()) == {
        "farm.count.cats": ["数量", "本年", "猫"],
        "farm.count.dogs": ["数量", "本年", "狗"],
        "farm.before.cats": ["数量", "上年", "猫"],
        "farm.before.dogs": ["数量", "上年", "狗"],
        "farm.weight.cats": ["重量", "猫"],
        "farm.weight.dogs": ["重量", "狗"],
    }


def test_all_headings_of_a_number_are_given_also_those_that_go_without_saying():
    made = grid()
    assert [one.label for one in made.headings_of(made.numbers[0])] == ["数量", "本年", "动物", "猫"]
    assert [one.label for one in made.headings_of(made.numbers[-1])] == ["重量", "动物", "狗"]


def test_rows_without_labels_are_called_by_the_headings_above_outermost_first():
    rows = [["猫", "<", "狗"], ["黑", "白", "^"], ["=seen.black", "=seen.white", "=seen.dogs"]]
    assert labels(read_grid("farm", {"grid": rows})) == {
        "farm.seen.black": ["猫", "黑"],
        "farm.seen.white": ["猫", "白"],
        "farm.seen.dogs": ["狗"],
    }


def test_headings_that_come_again_further_down_belong_to_what_is_below_them():
    rows = [
        ["项目", "本年", "上年"],
        ["甲", "=a.this", "=.last"],
        ["项目", "增加", "减少"],
        ["乙", "=b.more", "=.less"],
    ]
    made = read_grid("farm", {"grid": rows})
    assert [made.heading_of(cell).label for cell in made.numbers] == ["本年", "上年", "增加", "减少"]
    assert labels(made)["farm.b.less"] == ["乙", "减少"]
    assert made.heading_rows == 0  # none that could be repeated on the next page
    assert grid().heading_rows == 2


def test_a_caption_over_the_whole_table_is_no_heading_of_a_number():
    rows = [["第一项", "<"], ["甲", "=a.count"]]
    made = read_grid("farm", {"grid": rows})
    (number,) = made.numbers
    assert made.is_band(made.at(0, 0)) and not made.is_band(made.at(1, 0))
    assert made.heading_of(number) is None and made.labels_of(number) == ["甲"]


def test_label_columns_stand_still_unless_a_label_reaches_across_them():
    assert grid().label_columns == grid().frozen_columns == 2
    across = grid(grid=[["第一项", "<", "<", "<"], ["甲", "乙", "猫", "狗"], *ANIMALS["grid"][2:]])
    assert (across.label_columns, across.frozen_columns) == (2, 0)


def test_an_excerpt_keeps_the_headings_and_labels_of_the_numbers_that_are_wanted():
    grid = read_grid("zoo", ANIMALS)
    part = grid.excerpt(["zoo.weight.cats", "zoo.weight.dogs"])
    assert [(cell.row, cell.column, cell.rows, cell.columns, cell.label or cell.name) for cell in part.cells] == [
        (0, 0, 2, 1, "项目"), (0, 1, 1, 2, "动物"), (1, 1, 1, 1, "猫"), (1, 2, 1, 1, "狗"),
        (2, 0, 1, 1, "重量"), (2, 1, 1, 1, "zoo.weight.cats"), (2, 2, 1, 1, "zoo.weight.dogs"),
    ]  # fmt: skip
    assert grid.labels_of(grid.numbers[-1]) == part.labels_of(part.numbers[-1])
    beside = grid.excerpt(["zoo.before.dogs"])
    assert [cell.name for cell in beside.numbers] == ["zoo.before.dogs"] and beside.columns == 3


@pytest.mark.parametrize("edition", editions())
def test_an_excerpt_prints_all_the_words_for_a_number_of_the_official_tables(edition):
    for section in load_form(edition).sections:
        for cell in section.grid.numbers if section.grid else ():
            part = section.grid.excerpt([cell.name])
            assert [one.name for one in part.numbers] == [cell.name]
            assert {one.label for one in part.cells} >= set(section.grid.labels_of(cell))
