"""A text as lines that say where they stood."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.reading.formats.budget import Budget
from model.reading.formats.plain_text import blocks_of_text


def test_any_end_of_a_line_ends_it_and_blank_ones_are_counted_but_left_out():
    found = blocks_of_text("甲\r\n\r\n乙\r丙\u2028丁\f \u200b\n戊", Budget())
    assert [(line.text, line.where) for line in found] == [
        ("甲", "第 1 行"),
        ("乙", "第 3 行"),
        ("丙", "第 4 行"),
        ("丁", "第 5 行"),
        ("戊", "第 7 行"),
    ]


@given(st.lists(st.text("甲乙 \t\v", min_size=1).filter(str.strip), max_size=5), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_line_is_kept_to_the_last_character(lines, end):
    assert [line.text for line in blocks_of_text(end.join(lines), Budget())] == lines
