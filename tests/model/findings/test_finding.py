"""What mends a text, and how a place is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.findings.finding import Edit, Finding, Rewording, around, place_words


def test_a_rewording_changes_its_places_and_nothing_else():
    text = "收到3件，办结3件。"
    mend = Rewording("overview[0].text", text, ((2, 3, "12"), (7, 8, "")))
    assert mend.value == "收到12件，办结件。"
    assert Finding("text-cell", "error", (), "", mends=(mend, Edit("a.b.c", 5))).edits == (
        Edit("overview[0].text", "收到12件，办结件。"),
        Edit("a.b.c", 5),
    )


@given(st.text(), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.text(max_size=3)), max_size=4))
def test_several_places_are_changed_as_if_one_by_one_from_the_end(text, places):
    changes, end = [], 0
    for start, length, words in sorted(places):
        if end <= start and start + length <= len(text):
            changes.append((start, start + length, words))
            end = start + length
    expected = text
    for start, stop, words in reversed(changes):
        expected = expected[:start] + words + expected[stop:]
    assert Rewording("opening", text, tuple(changes)).value == expected


def test_the_words_around_a_place_are_one_line_within_the_text():
    assert around("甲乙\n丙丁", 3, 4, 2, 9) == "乙 丙丁"
    assert around("甲乙", 1, 2, 9, 9) == "甲乙"


def test_a_part_without_a_heading_is_called_by_its_tab():
    assert place_words("一、总体情况", "依申请公开 ") == "“一、总体情况”的“依申请公开”"
    assert place_words("一、总体情况", " ") == "“一、总体情况”"
