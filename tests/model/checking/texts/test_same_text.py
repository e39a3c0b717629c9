"""Sentences that are last year's word for word."""

from __future__ import annotations

from dataclasses import replace

from model.report.report import Part
from tests.model.checking.reports import LAST, changed, found


def test_sentences_taken_over_with_their_numbers_and_whole_sections_are_told():
    kept = "全年开展培训3次，参加的有各村网格员。"
    own = "今年新开了一个栏目，专门回答村民关心的事，主动公开、依申请公开、信息管理、平台建设、监督保障、撤回、考核、评议、责任追究都有记录。"
    last = replace(LAST, values=LAST.values | {"overview": (Part("主动公开", kept),)})
    (one,) = found(changed(overview=(Part("主动公开", kept + own),)), last)
    assert one.rule == "same-text" and "培训3次" in one.message
    copied = (
        "我们认真学习了有关文件的要求，组织了讨论，也查了主动公开、依申请公开、信息管理、平台建设、监督保障、撤回、考核、评议和责任追究的台账。"
        * 3
    )
    whole = replace(LAST, values=LAST.values | {"overview": (Part("主动公开", copied),)})
    (share,) = found(changed(overview=(Part("主动公开", copied),)), whole)
    assert share.rule == "same-text" and "100%" in share.message
