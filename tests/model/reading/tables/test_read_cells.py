"""What is taken of a table, and what is left open."""

from __future__ import annotations

import pytest

from tests.model.reading.pages import REGULATIONS, read_rows, values_of


def test_a_number_whose_label_is_lost_is_listed():
    rows = "<tr><td>信息内容<td>本年处理决定数量</tr><tr><td><td>4</tr><tr><td>行政处罚<td>7</tr>"
    reading = read_rows(rows)
    assert any("4" in line for line in reading.unrecognised)
    assert "disclosure.licences.decisions" in {entry.cell for entry in reading.open}


@pytest.mark.parametrize("written", ["O", "l", "1O", "^74450", ".5"])
def test_what_was_misread_or_struck_through_costs_its_neighbours_nothing(written):
    rows = (
        f"<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数</tr><tr><td>规章<td>5<td>{written}<td>7</tr>"
    )
    assert values_of(read_rows(rows), REGULATIONS) == [5, "open", 7]
