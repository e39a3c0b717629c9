"""Whether nothing else than what the tables count is meant."""

from __future__ import annotations

import pytest

from model.checking.amounts.certainty import counts_other, is_certain, may_say_none
from tests.model.checking.amounts.cut import WORDING, segments

REQUESTS, DISPUTES = WORDING.topic("requests"), WORDING.topic("disputes")


@pytest.mark.parametrize("text", ["全年共收到申请14件", "收到申请共计十四件", "依法予以公开8件"])
def test_words_that_say_no_more_leave_it_certain(text):
    (one,) = segments(text)
    assert is_certain(one, REQUESTS, WORDING, says_none=False)


@pytest.mark.parametrize("text", ["收到申请约14件", "收到网上申请14件", "收到申请14件红星", "较上年多收到14件", "未按期办结0件"])  # fmt: skip
def test_words_that_say_more_make_it_uncertain(text):
    (one,) = segments(text)
    assert not is_certain(one, REQUESTS, WORDING, says_none=False)


def test_that_there_is_none_of_something_done_says_nothing_of_the_rows():
    (one,) = segments("没有按期办结")
    assert not may_say_none(one, REQUESTS, WORDING, goes_on=False)
    (one,) = segments("未收到申请")
    assert may_say_none(one, REQUESTS, WORDING, goes_on=False)


@pytest.mark.parametrize(
    ("text", "behind", "other"),
    [
        ("行政复议案件9件", "，其中因政府信息公开引发的0件", True),
        ("行政复议案件9件", "，均已审结", False),
        ("行政复议案件9件", "", False),
        ("对9件行政复议案件", "进行分析", True),
    ],
)
def test_what_stands_around_an_amount_may_say_that_it_counts_more_or_something_else(text, behind, other):
    one = segments(text, "disputes")[0]
    assert counts_other(one, DISPUTES, text + behind, behind) == other


def test_those_in_time_are_not_all_where_some_were_late():
    one = segments("按期办结10件")[0]
    assert counts_other(one, REQUESTS, "按期办结10件，延期办结2件", "，延期办结2件")
    assert not counts_other(one, REQUESTS, "按期办结10件，无延期办结", "，无延期办结")
