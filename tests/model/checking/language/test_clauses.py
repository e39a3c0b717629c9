"""A text taken apart: sentences, clauses, amounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.checking.language.clauses import amounts, plain, sentences

TEXTS = st.text(st.sampled_from("收到申请件。，、（）：；1２十《》第条\n "), max_size=40)


def clauses(text: str) -> list[list[str]]:
    return [[clause.text for clause in sentence] for sentence in sentences(plain(text))]


def counted(text: str) -> list[str]:
    return [f"{amount.value}{amount.unit}" for amount in amounts(plain(text))]


@given(TEXTS)
def test_nothing_moves_when_a_text_is_made_plain_and_taken_apart(text):
    flat = plain(text)
    assert len(flat) == len(text)
    for sentence in sentences(flat):
        for clause in sentence:
            assert flat[clause.start : clause.start + len(clause.text)] == clause.text
            for amount in clause.amounts:
                assert clause.start <= amount.start < amount.end <= clause.start + len(clause.text)
                assert flat[amount.start : amount.end].endswith(amount.unit)


@given(TEXTS, st.integers(0, 99))
def test_places_are_those_of_the_whole(text, offset):
    flat = plain(text)
    at_0 = [clause.start + offset for sentence in sentences(flat) for clause in sentence]
    assert [clause.start for sentence in sentences(flat, offset) for clause in sentence] == at_0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到3件，办结2件。很好！", [["收到3件", "办结2件。"], ["很好！"]]),
        ("公民、法人和其他组织", [["公民、法人和其他组织"]]),
        ("公开8件、部分公开1件", [["公开8件", "部分公开1件"]]),
        ("共1,234件，都办了", [["共1,234件", "都办了"]]),
        ("办结数：14件", [["办结数：14件"]]),
        ("情况如下：收到14件", [["情况如下", "收到14件"]]),
        ("甲。\n乙", [["甲。\n"], ["乙"]]),
        ("。。", []),
    ],
)
def test_marks_part_clauses_and_sentences(text, expected):
    assert clauses(text) == expected


def test_a_clause_knows_the_mark_before_it_and_how_deep_in_brackets_it_stands():
    (sentence,) = sentences(plain("收到17件（含结转2件，都办了），办结14件）"))
    assert [(clause.opener, clause.depth) for clause in sentence] == [("", 0), ("（", 1), ("，", 1), ("，", 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14件", ["14件"]),
        ("１４件", ["14件"]),
        ("十四件、一百零二条、二〇份", ["14件", "102条", "20份"]),
        ("1,234件和0.5万元", ["1234件", "0.5万元"]),
        ("14 件", ["14件"]),
        ("行政诉讼一起", []),
        ("行政诉讼2起", ["2起"]),
        ("第14条", []),
        ("每3件、逐件", []),
        ("14件次，3个以上", []),
        ("〔2024〕3号", []),
        ("《关于3件事的通知》", []),
        ("政府信息公开条例第十四条第（三）项", []),
        ("2021-3件", []),
    ],
)
def test_amounts_are_numbers_that_count_something(text, expected):
    assert counted(text) == expected


def test_about_so_many_is_known_as_that():
    assert [amount.is_about for amount in amounts("20余件，3件")] == [True, False]
