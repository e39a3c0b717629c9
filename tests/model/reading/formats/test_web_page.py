"""Web pages as sites build them."""

from __future__ import annotations

import re

import pytest

from model.draft.draft_file import load_draft
from model.reading.document import read_bytes
from tests.model.reading.pages import HEAD2, REGULATIONS, page_of, read_rows, values_of
from tests.samples import EXAMPLE


def test_tables_for_layout_around_everything_do_no_harm():
    report = load_draft(EXAMPLE)[0]
    page = re.sub(
        "<div id='zoom'>(.*)</div><div class", r"<table><tr><td>\1</td></tr></table><div class", page_of(report)
    )
    assert read_bytes(page.encode()).cells == read_bytes(page_of(report).encode()).cells


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<span style='display:block'>7</span><span style='display: block'>85</span>", "open"),
        ("<div>7</div>85", "open"),
        ("<span style='display:inline-block'>7</span><span>85</span>", 785),
        ("<input value='785'>", 785),
        ("<input type='hidden' value='9'>785", 785),
        ("<textarea>785</textarea>", 785),
        ("<select><option>1</option><option selected>785</option></select>", 785),
        ("<img src='785.png'>", "open"),
        ("<img src='blank.gif' width='1'>785", 785),
        ("<o:p>785</o:p>", 785),
        ("785†", "open"),
        ("7\ue0145", "open"),
        ("+785", "open"),
        ("减785", "open"),
    ],
)
def test_a_cell_says_what_a_reader_sees_or_nothing(cell, expected):
    rows = HEAD2.format("") + f"<tr><td>规章<td>5<td>{cell}<td>7</tr>"
    assert values_of(read_rows(rows), REGULATIONS) == [5, expected, 7]


SPAN = "<span lang=EN-US style='font-size:10.5pt;font-family:宋体'>"
ROW = f"<tr><td>规章<td>{SPAN}{{}}</span><td>{SPAN}2</span><td>{SPAN}3</span></tr>"


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1", 1),
        ("1<span style='DISPLAY: none'>9</span>", 1),
        ("1<span hidden>9</span>", 1),
        ("<o:p>1</o:p>", 1),
        ("1<span style='vertical-align:super'>2</span>", "open"),
        ("1<sup>2</sup>", "open"),
        ("1<span style='display:block'>2</span>", "open"),
        ("<input value=1>", 1),
    ],
)
def test_one_style_or_element_that_counts_is_seen_among_many_that_do_not(cell, number):
    assert values_of(read_rows(HEAD2.format("") + ROW.format(cell)), REGULATIONS) == [number, 2, 3]


@pytest.mark.parametrize("tag", ["span6<", "o:p<", 'td"rowspan=1"', "o:{p", "a:b:c"])
def test_elements_whose_names_are_broken_do_no_harm(tag):
    reading = read_rows(HEAD2.format("") + ROW.format("1") + f"<tr><td><{tag}>备注</td></tr>")
    assert values_of(reading, REGULATIONS) == [1, 2, 3]
