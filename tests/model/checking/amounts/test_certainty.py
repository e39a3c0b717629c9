"""Whether nothing else than what the tables count is meant."""

from __future__ import annotations

import pytest

from model.checking.amounts.certainty import is_certain, is_of_all_kinds, may_say_none
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


def test_behind_an_amount_of_all_kinds_those_of_the_topic_may_be_told_apart():
    assert is_of_all_kinds(DISPUTES, "，其中因政府信息公开引发的0件")
    assert not is_of_all_kinds(DISPUTES, "，均已审结") and not is_of_all_kinds(DISPUTES, "")
