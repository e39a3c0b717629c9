"""A clause in segments of at most one amount each."""

from __future__ import annotations

from tests.model.checking.amounts.cut import segments


def test_a_clause_is_cut_behind_each_amount_and_what_stands_behind_the_last_belongs_to_it():
    text = "收到14件办结12件全部按期，没有逾期。"
    assert [one.text.strip("。") for one in segments(text)] == ["收到14件", "办结12件全部按期", "没有逾期"]
    assert [one.amount.value if one.amount else None for one in segments(text)] == [14, 12, None]
    assert [text[one.start : one.end] for one in segments(text)][1] == "办结12件全部按期"


def test_of_words_that_overlap_the_longest_count_and_a_bar_stands_for_each():
    (one,) = segments("自然人不予公开2件")
    assert one.columns == (("natural",),)
    assert next(row for said in one.rows for row in said.rows[0]).startswith("denied_")
    assert one.left == "||2件"


def test_words_of_another_table_say_nothing_here():
    (one,) = segments("维持2件")
    assert one.said == () and one.left == "维持2件"
    (one,) = segments("维持2件", "disputes")
    assert one.columns == (("upheld",),)
