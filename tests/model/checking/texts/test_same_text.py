"""Sentences that are last year's word for word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.checking.fixes import changes_of, confirmed
from model.report.report import Part, Report
from tests.model.checking.reports import LAST, changed, found

COPIED = "我们把各村的公开栏换成了带玻璃门的，雨水淋不着，村民站在门口就看得清。村里的年轻人帮老人在手机上查补贴，查到的都能当场打印出来，标准化化的工作。"
NEW = "本机关今年没有收取信息处理费，也没有减免。"  # as every report says it, and last year's did not


def beside_copied(new: str = NEW, copied: str = COPIED) -> Report:
    return changed(remarks=(Part("收费情况", new), Part("其他需要报告的事项", copied)))


def last_with(text: str, section: str = "remarks") -> Report:
    return replace(LAST, values=LAST.values | {section: (Part("", text),)})


def same(report: Report, last: Report) -> list:
    return [one for one in found(report, last) if one.rule == "same-text"]


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


def test_a_copied_part_beside_a_new_one_is_pointed_to_with_the_share_of_both():
    (one,) = same(beside_copied(), last_with(COPIED))
    assert one.cells == ("remarks[1].text",)
    share = int(one.message.partition(" 的字")[0].rpartition(" ")[2].rstrip("%"))
    assert 70 < share < 90
    (kept,) = same(beside_copied(), last_with(NEW + COPIED))  # what every report has, and last year's had
    assert kept.cells == one.cells and "100%" in kept.message


def test_a_section_is_judged_though_its_first_part_is_empty():
    (one,) = same(beside_copied(""), last_with(COPIED))
    assert one.cells == ("remarks[1].text",) and "100%" in one.message


def test_a_confirmed_share_stays_so_while_a_letter_is_mended_and_is_told_again_when_more_is_copied():
    last = last_with(COPIED)
    report = beside_copied()
    (one,) = same(report, last)
    report = replace(report, notes=confirmed(report, one, "情况没有变"))
    assert same(report, last) == []
    (mend,) = next(one.mends for one in found(report, last) if "化化" in one.message)
    mended = replace(report, values=report.values | changes_of(report, [mend]))
    assert mended.parts("remarks")[1].text != COPIED and same(mended, last) == []
    more = replace(report, values=report.values | {"remarks": report.parts("remarks")[1:]})
    assert len(same(more, last)) == 1


def test_confirmed_sentences_stay_so_when_one_of_them_is_changed_and_not_when_one_is_added():
    sentences = [f"全年在{place}开展培训3次。" for place in ("东村", "西村", "南村")]
    last = last_with("".join(sentences))

    def report_of(*kept: str) -> Report:
        return beside_copied(COPIED, "".join(kept))

    report = report_of(*sentences[:2])
    (one,) = same(report, last)
    notes = confirmed(report, one, "每年都是三次")
    assert same(replace(report_of(sentences[0], "全年在西村开展培训4次。"), notes=notes), last) == []
    assert len(same(replace(report_of(*sentences), notes=notes), last)) == 1


@pytest.mark.parametrize("mark", ["{}.", "{}．", "{}、", "（{}）", "({})", "{})", " {}. "])
def test_a_mark_in_a_list_is_no_number_of_a_sentence(mark):
    items = ["加强学习，认真对待", "改进平台，方便查阅", "联系群众，听取意见"]
    lines = "\n".join(f"{mark.format(place)}{item}。" for place, item in enumerate(items, 1))
    assert same(beside_copied(COPIED, lines), last_with(lines)) == []
    counted = f"{lines}\n{mark.format(4)}培训3次。"
    (one,) = same(beside_copied(COPIED, counted), last_with(counted))
    assert "这一句" in one.message and "培训3次" in one.message


def test_a_list_that_counts_otherwise_is_last_years_too():
    last = "".join(f"{place}.{one}。\n" for place, one in enumerate(COPIED.split("。")[:-1], 1))
    this = "".join(f"（{place}）{one}。\n" for place, one in enumerate(COPIED.split("。")[:-1], 3))
    (one,) = same(beside_copied("", this), last_with(last))
    assert "100%" in one.message
