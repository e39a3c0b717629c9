"""Lines that a converter broke."""

from __future__ import annotations

import pytest

from model.checking.language.broken_lines import joined
from model.report.report import Part
from tests.model.checking.reports import changed, found

BROKEN = (
    "定期对政府信息公开申请集中的领域和热点问题进行研判，全年收到政府信息公开申请1\n"
    "4件，答复同一批申请人的时候，都先打电话问清楚他们到底要的是哪一份文件，再行答\n复。行政复议1件，其中结果维持1件，尚\n未审结0件。"
)


def test_a_number_and_a_word_over_two_lines_are_read_as_one():
    whole = joined(BROKEN)
    assert whole and "申请14件" in whole.text and "再行答复。" in whole.text
    assert found(changed(overview=(Part("依申请公开", BROKEN),)), None) != []
    assert [
        one for one in found(changed(overview=(Part("依申请公开", BROKEN),)), None) if one.rule == "text-number"
    ] == []


def test_what_is_wrong_in_broken_lines_is_marked_where_it_stands():
    text = BROKEN.replace("4件，答复", "5件，答复")
    (one,) = [one for one in found(changed(overview=(Part("依申请公开", text),)), None) if one.rule == "text-number"]
    marked = text[one.start : one.start + one.length]
    assert "1\n5件" in marked and not marked.endswith("，")


@pytest.mark.parametrize(
    "text",
    [
        "一、主动公开\n全年公开很多。\n二、依申请公开\n收到申请14件。",
        "收到申请14件\n办结14件\n结转2件",
        "这一段没有句号但是它确实是一个完整的段落而且写得很长\n一是下一段有序号的开头，写得也很长没有句号\n二是再下一段",
        "",
    ],
)
def test_paragraphs_stay_apart(text):
    assert joined(text) is None
