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


def test_last_years_text_with_other_years_and_numbers_is_last_years():
    matters = "主动公开、依申请公开、信息管理、平台建设、监督保障、撤回、考核、评议和责任追究"
    before = f"{matters}的台账，2024年查了三次，发现问题5个，都改好了。我们把各村的公开栏换成了带玻璃门的，雨水淋不着，村民站在门口就看得清。"
    this = before.replace("2024年", "2025年").replace("三次", "四次").replace("5个", "11个")
    last = replace(LAST, values=LAST.values | {"overview": (Part("主动公开", before),)})
    (one,) = found(changed(overview=(Part("主动公开", this),)), last)
    assert one.rule == "same-text" and "100%" in one.message


def test_what_every_report_says_and_half_of_a_text_may_stay():
    standard = (
        "本年度没有收取信息处理费。本报告所列数据的统计期限为2025年1月1日至12月31日。没有因政府信息公开引起的行政复议、行政诉讼。"
        * 3
    )
    last = replace(LAST, values=LAST.values | {"remarks": (Part("", standard),)})
    told = found(changed(remarks=(Part("", standard),)), last)
    assert [one for one in told if "相同" in one.message] == []


def test_a_text_that_is_alone_in_its_section_and_last_years_is_told_of_once():
    copied = "全年主动公开政府信息318条，其中财政预决算4条，惠民补贴12条，都登在网站上，村民随时看得到。办理申请13件，都在期限内答复，没有超期的，也没有人不服。我们认真学习了有关文件的要求。"
    for parts in ((Part("", copied),), (Part("", copied), Part("主动公开", ""))):
        last = replace(LAST, values=LAST.values | {"overview": (Part("", copied),)})
        (one,) = (one for one in found(changed(overview=parts), last) if one.rule == "same-text")
        assert "100%" in one.message and "其中 2 句连数也没有变" in one.message
        changed_numbers = copied.replace("318", "320")
        (other,) = (
            one for one in found(changed(overview=(Part("", changed_numbers),)), last) if one.rule == "same-text"
        )
        assert "其中 1 句" in other.message and other.about != one.about  # what was confirmed is looked at again


def test_last_years_text_with_punctuation_of_another_width_is_last_years():
    matters = "主动公开、依申请公开、信息管理、平台建设、监督保障、撤回、考核、评议和责任追究"
    narrow = f"{matters}的台账,2024年查了三次,发现问题5个;都改好了. 我们把各村的公开栏换成了带玻璃门的,雨水淋不着."
    last = replace(LAST, values=LAST.values | {"overview": (Part("主动公开", narrow),)})
    wide = narrow.translate({ord(","): "，", ord(";"): "；", ord("."): "。"}).replace("。 ", "。")
    for this in (narrow, wide):
        (one,) = (one for one in found(changed(overview=(Part("主动公开", this),)), last) if one.rule == "same-text")
        assert "100%" in one.message
