"""Rows of numbers without a label: in the one place that order and sums leave them, or listed."""

from __future__ import annotations

import pytest

from model.draft.draft_file import load_draft
from model.reading.document import read_bytes
from model.reading.reading import Reading
from tests.samples import EXAMPLE

REPORT = load_draft(EXAMPLE)[0]
NUMBERS = REPORT.numbers()
GRID = REPORT.form.section("requests").grid
HEADINGS = [section.heading for section in REPORT.form.sections]
DISPUTES = [str(NUMBERS[cell.name]) for cell in REPORT.form.section("disputes").grid.numbers]


def rows() -> list[tuple[str, list[str]]]:
    """The rows of table 3: label and numbers."""
    found: dict[int, list[str]] = {}
    for cell in GRID.numbers:
        found.setdefault(cell.row, []).append(str(NUMBERS[cell.name]))
    return [(GRID.labels_of(GRID.at(row, GRID.label_columns))[0], numbers) for row, numbers in found.items()]


def leaf(row: int) -> str:
    cell = [cell for cell in GRID.numbers if cell.column == GRID.label_columns][row]
    return GRID.row_labels_of(cell)[-1]


def read(lines: list[str]) -> Reading:
    text = "\n".join([HEADINGS[0], "有一句话在这里。", HEADINGS[2], *lines, HEADINGS[4], "有一句话在这里。"])
    return read_bytes(text.encode(), ".txt")


def own(reading: Reading) -> dict[str, object]:
    return {name: value for name, value in reading.cells.items() if name.startswith("requests.")}


WHOLE = {cell.name: NUMBERS[cell.name] for cell in GRID.numbers}


def test_all_rows_without_any_label_are_certain_by_their_number_and_their_sums():
    assert own(read([" ".join(numbers) for _, numbers in rows()])) == WHOLE


def test_one_row_more_or_less_is_certain_of_nothing():
    lines = [" ".join(numbers) for _, numbers in rows()]
    assert own(read(lines[:-1])) == {} and own(read([*lines, lines[-1]])) == {}


@pytest.mark.parametrize("gone", [1, 5, 22])
def test_a_row_between_two_others_needs_no_label(gone):
    lines = [
        ("" if place == gone else leaf(place) + " ") + " ".join(numbers) for place, (_, numbers) in enumerate(rows())
    ]
    assert own(read(lines)) == WHOLE


def test_rows_that_a_converter_has_joined_are_cut_up():
    found = rows()
    lines = [f"{leaf(place)} {' '.join(numbers)}" for place, (_, numbers) in enumerate(found)]
    lines[1:4] = [f"{leaf(1)} {' '.join(number for _, numbers in found[1:4] for number in numbers)}"]
    assert own(read(lines)) == WHOLE


def test_rows_that_contradict_the_sums_stay_open():
    lines = [" ".join(numbers) for _, numbers in rows()]
    first = rows()[0][1]
    lines[0] = " ".join([*first[:-1], str(int(first[-1]) + 1)])
    reading = read(lines)
    assert own(reading) == {} and WHOLE.keys() <= {entry.cell for entry in reading.open}


def test_another_label_speaks_against_a_place():
    lines = [f"{leaf(place)} {' '.join(numbers)}" for place, (_, numbers) in enumerate(rows())]
    lines[5] = "小计 " + " ".join(rows()[5][1])
    assert own(read(lines)).keys() == WHOLE.keys() - {
        cell.name for cell in GRID.numbers if cell.row == GRID.numbers[35].row
    }


@pytest.mark.parametrize("cut", [4, 9])
def test_a_row_of_all_groups_in_pieces_is_put_together(cut):
    text = "\n".join(
        [
            HEADINGS[0],
            "有一句话在这里。",
            HEADINGS[3],
            "结果维持 结果纠正",
            " ".join(DISPUTES[:cut]),
            "总计",
            " ".join(DISPUTES[cut:]),
            HEADINGS[4],
            "有一句话。",
        ]
    )
    reading = read_bytes(text.encode(), ".txt")
    names = [cell.name for cell in REPORT.form.section("disputes").grid.numbers]
    assert {name: reading.cells.get(name) for name in names} == {name: NUMBERS[name] for name in names}
