"""Punctuation of one width."""

from __future__ import annotations

import pytest

from model.comparing.mark_width import wide_marks, without_blanks


@pytest.mark.parametrize(
    ("typed", "one_width"),
    [
        ("收到申请5件,均已办结.", "收到申请5件，均已办结。"),
        ("收费1,200.50元;共3次", "收费1,200.50元；共3次"),
        ("邮箱:zfb@a.gov.cn", "邮箱：zfb@a.gov.cn"),
        ("1.查台账.\n 2.改栏目.共3.", "1.查台账。\n 2.改栏目。共3。"),
        ("“双公示”(季度)", '"双公示"（季度）'),
    ],
)
def test_marks_have_one_width_and_numbers_and_addresses_stay(typed, one_width):
    assert wide_marks(typed) == one_width and len(one_width) == len(typed)


def test_blanks_and_line_ends_are_no_text():
    assert without_blanks(" 收到 5件\n　均已办结 ") == "收到5件均已办结"
