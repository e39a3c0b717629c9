"""Where lines break; that they do so as in the Word document is tried with whole reports (tests/page_comparison.py)."""

from __future__ import annotations

import pytest

from export.pdf.data import _broken
from export.pdf.line_breaks import INDENT, ROOM, SIZE, TRACKING, TYPE_AREA, lines


def width(letter: str) -> float:
    return 0.5 if letter.isascii() else 1.0


def broken(text: str) -> list[str]:
    return [line.text for line in lines(text, width)]


def test_a_line_has_28_characters_the_first_two_less():
    assert [len(line) for line in broken("政" * 100)] == [26, 28, 28, 18]


@pytest.mark.parametrize("mark", "，。、；：！？")
def test_a_mark_at_the_end_hangs_over_the_edge_and_its_line_is_set_closer(mark):
    first, second = lines("政" * 26 + mark + "政务", width)
    assert (first.text, second.text) == ("政" * 26 + mark, "政务")
    assert first.tracking < second.tracking == TRACKING
    assert 27 * (SIZE + first.tracking) <= TYPE_AREA - INDENT < 27 * (SIZE + TRACKING)


@pytest.mark.parametrize("mark", "）》”〕％℃")
def test_other_marks_that_may_not_begin_a_line_take_what_they_follow_with_them(mark):
    assert broken("政" * 26 + mark + "政务") == ["政" * 25, "政" + mark + "政务"]


@pytest.mark.parametrize("mark", "（《“〔")
def test_a_mark_that_may_not_end_a_line_goes_to_the_next(mark):
    assert broken("政" * 25 + mark + "政务") == ["政" * 25, mark + "政务"]


def test_numbers_and_words_stay_whole_but_at_hyphens_and_strokes():
    assert broken("政" * 24 + "318.5条") == ["政" * 24, "318.5条"]
    assert broken("政" * 22 + "0470-8942932") == ["政" * 22 + "0470-", "8942932"]
    assert broken("政" * 19 + "www.gov.cn/zwgk/a") == ["政" * 19 + "www.gov.cn/", "zwgk/a"]
    assert broken("政" * 25 + "——公开") == ["政" * 25, "——公开"]


def test_a_word_longer_than_a_line_breaks_where_the_line_ends():
    assert [len(line) for line in broken("x" * 150)] == [53, 57, 40]
    assert int((ROOM + TRACKING) / (SIZE / 2 + TRACKING)) == 57


def test_nothing_is_lost_and_nothing_is_wider_than_the_type_area():
    text = (
        "全年主动公开318条（含PDF文件20个），其中：《办法》“通知”各12.5%，网址http://a.gov.cn/b/c；“三审三校”。 " * 40
    )
    found = list(lines(text, width))
    assert "".join(line.text for line in found) == text
    assert {line.text for line in lines(" " * 100, width)} == {"  "}
    for line in found[1:]:
        assert sum(width(letter) * SIZE + line.tracking for letter in line.text.rstrip()) <= TYPE_AREA
    assert broken("") == []


def test_a_line_after_a_break_by_hand_is_not_indented():
    assert [len(line.text) for line in lines("政" * 40, width, indent=0)] == [28, 12]
    pieces = _broken("政" * 30 + "\v\v" + "政" * 30, width)
    assert pieces == ["政" * 26, "\n", "政" * 4, "\v", "\v", "政" * 28, "\n", "政" * 2]


def test_blanks_at_a_lines_end_draw_nothing_together():
    first, second = lines("政" * 20 + " " * 300 + "务" * 5, width)
    assert (first.text, second.text) == ("政" * 20 + " ", "务" * 5) and first.tracking == second.tracking == TRACKING


def test_a_blank_after_a_full_line_has_room_in_it():
    _, second, third = lines("政" * 54 + " 务", width)
    assert (second.text, third.text) == ("政" * 28 + " ", "务")
    assert 28 * (SIZE + second.tracking) + SIZE / 2 + second.tracking <= TYPE_AREA


@pytest.mark.parametrize(("part", "is_closer"), [("〔12〕", False), ("、", False), ("ＡＢ", True), ("Ⅷ", True)])
def test_a_line_is_set_closer_only_for_the_gaps_that_are_set(part, is_closer):
    count = 27 - round(sum(width(letter) for letter in part))
    (line,) = lines("政" * count + part + "政", width, indent=0)
    assert (line.tracking < TRACKING) == is_closer


def test_what_is_not_seen_takes_no_room_and_a_tab_that_of_two_letters():
    def seen(letter: str) -> float:
        return 0.0 if letter == "\u200e" else 1.0

    assert [len(line.text) for line in lines("政" * 27 + "\u200e" * 40 + "政" * 5, seen, 0)] == [68, 4]
    assert [line.text for line in lines("政" * 26 + "\t政", width, 0)] == ["政" * 26 + "\t", "政"]
