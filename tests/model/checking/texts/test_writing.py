"""Slips of writing: marks, doubled words, numbering, gaps."""

from __future__ import annotations

import pytest

from model.report.report import Part
from tests.model.checking.reports import CLEAN, changed, found, with_text


@pytest.mark.parametrize("text", ["公开信息XX条。", "共收到××件。", "（待补）"])
def test_what_was_left_to_fill_in_is_told(text):
    report = changed(improvement=(Part("存在的主要问题", "一是解读少。" + text), CLEAN.parts("improvement")[1]))
    assert [one.rule for one in found(report, None)] == ["missing-text"]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("工作扎实,成效明显。", "工作扎实，成效明显。"),
        ("完成了(详见附件)各项。", "完成了（详见附件）各项。"),
        ("标准化化建设。", "标准化建设。"),
        ("认真做好公开公开工作。", "认真做好公开工作。"),
        ("二0二五年的事。", "二〇二五年的事。"),
    ],
)
def test_words_and_marks_are_mended(text, mended):
    report = changed(improvement=(Part("存在的主要问题", text), CLEAN.parts("improvement")[1]))
    (one,) = found(report, None)
    assert one.rule == "writing" and one.edits == (("improvement[0].text", mended),)


@pytest.mark.parametrize(
    "text",
    [
        "人人参与，件件落实，常常检查。",
        "云溪县青禾镇人民政府政府信息公开工作。",
        "网址www.example.gov.cn，邮箱a@b.cn，时间9:30，占1.5%。",
        "1.第一件事。\n2.第二件事。\n（1）其中一项。\n（2）其中二项。",
        "“好”和‘更好’（很好）。",
        "一步一步做，扎扎实实做。",
    ],
)
def test_what_is_written_as_it_should_be_is_left_alone(text):
    report = changed(improvement=(Part("存在的主要问题", text), CLEAN.parts("improvement")[1]))
    assert found(report, None) == []


@pytest.mark.parametrize("text", ["他说“好。", "（一半", "1.一\n3.三", "（1）先是小的。", "一、比标题还高。"])
def test_halves_and_wrong_numbers_are_told(text):
    report = changed(improvement=(Part("存在的主要问题", text + "有了进步。"), CLEAN.parts("improvement")[1]))
    assert [one.rule for one in found(report, None)] == ["writing"]


def test_a_mend_of_brackets_leaves_numbers_and_mends_halves():
    for text, mended in (
        ("电话(0470)8942932", None),
        ("《条例》(以下简称《条例》）。", "《条例》（以下简称《条例》）。"),
        ("一.加强领导", None),
    ):
        told = found(changed(improvement=(Part("存在的主要问题", text), CLEAN.parts("improvement")[1])), None)
        assert [one.edits[0].value for one in told] == ([mended] if mended else [])


@pytest.mark.parametrize(
    "text", ["公众参与与政策解读。", "文化化解矛盾。", "效率率先提升。", "目的的服务。", "信息公开公开栏。"]
)
def test_two_words_that_meet_are_not_one_doubled(text):
    assert found(changed(improvement=(Part("存在的主要问题", text), CLEAN.parts("improvement")[1])), None) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("截止到12月31日，收到的都办完了。", "截至12月31日，收到的都办完了。"),
        ("截止2025年12月底都办完了。", "截至2025年12月底都办完了。"),
        ("截止目前都办完了。", "截至目前都办完了。"),
    ],
)
def test_up_to_when_something_is_counted_is_no_deadline(text, right):
    report = with_text(text)
    (one,) = found(report, None)
    assert one.rule == "writing" and one.edits[0].value.endswith(right)


def test_a_deadline_is_one():
    assert found(with_text("意见征集的截止日期写在公告里，到期截止。"), None) == []
