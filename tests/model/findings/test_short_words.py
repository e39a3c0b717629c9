"""Ever fewer words of a finding, in which what is wrong stays to the last."""

from __future__ import annotations

import pytest

from model.findings.short_words import shorter_words

TABS = ("基本信息", "一、总体情况", "三、依申请公开", "六、其他事项")
UNBALANCED = (
    "“三、依申请公开 · 自然人”这一列不平：“一、本年新收政府信息公开申请数量”10＋“二、上年结转政府信息公开申请数量”3＝13，"
    "“三、本年度办理结果（七）总计”10＋“四、结转下年度继续办理”2＝12，差 1。请核对这几格。"
)
OTHER_NUMBER = "“一、总体情况”的“依申请公开”写的是“予以公开8件”，即 8；表里“三、依申请公开 · 三、本年度办理结果 · （一）予以公开 · 总计”是 105。请核对，改文字或改表。"
OTHER_SUM = (
    "“一、总体情况”的“主动公开”写的是“不予公开3件”，即 3；表里“三、依申请公开”的 3 格相加（（三）不予公开 · 1.属于国家秘密 · 总计＋"
    "（三）不予公开 · 3.危及“三安全一稳定” · 总计＋…）是 1。请核对，改文字或改表。"
)


@pytest.mark.parametrize(
    ("message", "shortest", "longest"),
    [
        (UNBALANCED, "“自然人”这一列不平：10＋3＝13，10＋2＝12，差 1", 40),
        (OTHER_NUMBER, "“依申请公开”写的是“予以…8件”，即 8；表里“三、…总计”是 105", 45),
        (OTHER_SUM, "“主动公开”写的是“不予…3件”，即 3；表里“三、…公开”的 3 格相加是 1", 45),
        (
            "“一、总体情况”的“主动公开”里有 1 处半角标点，如“…提高,成效…”。请改正。",
            "“主动公开”里有 1 处半角标点，如“…提…效…”",
            45,
        ),
        ("“六、其他事项”还没有写。请补上；不写的话，印成“无”。", "“六、…事项”还没有写", 45),
        ("检查结果：没有发现问题", "检查结果：没有发现问题", 45),
    ],
)
def test_what_is_wrong_stays_and_the_place_is_shortened(message, shortest, longest):
    choice = shorter_words(message, TABS)
    assert choice[0] == message and choice[-1] == shortest and len(shortest) <= longest
    assert all(choice) and len(set(choice)) == len(choice)


def test_the_place_is_shortened_before_anything_else():
    assert shorter_words(OTHER_NUMBER, TABS)[1].startswith(
        "“依申请公开”写的是“予以公开8件”，即 8；表里“三、本年度办理结果"
    )
    assert shorter_words(OTHER_NUMBER, TABS)[1].endswith("是 105。请核对，改文字或改表。")


@pytest.mark.parametrize(
    "message", ["", "“", "”。", "“没有完", "。请补上。", "“" * 2000, "（…" * 2000, "“1”2＋" * 2000]
)
def test_whatever_a_message_holds_something_is_left_of_it(message):
    assert all(shorter_words(message, TABS)) or not message
