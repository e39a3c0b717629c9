"""Which of a row's values are its cells, where only their order tells."""

from __future__ import annotations

import pytest

from model.reading.formats.source_blocks import Line
from model.reading.tables.align import aligned
from model.reading.tables.runs import Run, runs_of, value_of


def run_of(values: str) -> Run:
    """A row with these values, "_" for a blank."""
    found = [value_of("" if text == "_" else text) for text in values.split()]
    return Run([], found, "第 1 行", 1, 0)


def shown(values: str, count: int, may_begin_blank: bool = False) -> str | None:
    found = aligned(run_of(values), count, may_begin_blank)
    return None if found is None else " ".join(value.text or "_" for value in found)


@pytest.mark.parametrize(
    ("values", "count", "cells"),
    [
        ("1 2 3", 3, "1 2 3"),
        ("_ 1 2 3", 3, "1 2 3"),
        ("1 2 3 _", 3, "1 2 3"),
        ("1 _ 3", 3, "1 _ 3"),
        ("_ 1 _ 2 _ 3", 3, "1 2 3"),  # a stroke on a line of its own before each
        ("_ _ _", 3, "_ _ _"),
        ("5 5 5", 1, "5"),  # one cell over several columns
    ],
)
def test_what_leaves_no_choice_is_taken(values, count, cells):
    assert shown(values, count) == cells


@pytest.mark.parametrize(
    ("values", "count"),
    [
        ("1 2", 3),
        ("1 2 3 4", 3),
        ("_ 1 2", 3),  # the blank may be the rest of a wide label
        ("1 _ 2 3", 3),
        ("1 2 3 4 _ _ _ _", 4),  # last year's beside this year's
        ("5 6 5", 1),
        ("_ _", 3),
    ],
)
def test_what_leaves_a_choice_is_not(values, count):
    assert shown(values, count) is None


def test_a_blank_at_the_beginning_counts_where_it_can_be_no_label():
    assert shown("_ 1 2", 3, may_begin_blank=True) == "_ 1 2"


def test_strokes_on_lines_of_their_own_are_of_texts_only():
    (run,), _ = runs_of([Line("甲\t\t1\t\t2", "")])
    assert [value.text for value in run.values] == ["", "1", "", "2"]
    assert aligned(run, 2, False) is not None
    run.of_table = True
    assert aligned(run, 2, False) is None
