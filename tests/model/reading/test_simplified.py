"""Documents in traditional characters, read as simplified ones."""

from __future__ import annotations

import pytest

from model.reading.simplified import is_traditional, simplified
from tests.samples import EXAMPLE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依申請公開政府信息情況，收到申請3件，總計3件。", True),
        ("依申请公开政府信息情况，收到申请3件，总计3件。", False),
        ("申請", False),  # too few to tell
        ("依申请公开政府信息情况，总计3件；来文写作“申請公開情況”。", False),  # only quoted
        ("", False),
    ],
)
def test_a_document_is_told_by_the_characters_that_are_common_in_it(text, expected):
    assert is_traditional(text) == expected


def test_characters_become_simplified_and_readings_in_brackets_go():
    assert simplified("依申請公開情況，總計3件。") == "依申请公开情况，总计3件。"
    assert simplified("拒（jù）絕公開") == "拒绝公开"


@pytest.mark.parametrize("text", ["网址（www）", "（jù）", "甲（abc）", "结果维持（a）"])
def test_what_is_no_reading_stays(text):
    assert simplified(text) == text


def test_simplified_characters_stay_as_they_are():
    text = EXAMPLE.read_text(encoding="utf-8")
    assert not is_traditional(text) and simplified(text) == text
