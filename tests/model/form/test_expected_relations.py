"""What is usual and what texts must say: which cells and sections an edition file asks it of, and what is refused."""

from __future__ import annotations

import pytest

from model.form.exact_relations import RelationFault
from model.form.expected_relations import read_at_leasts, read_mentions, read_writings, read_zeros

NAMES = ["farm.cats.now", "farm.cats.all", "farm.dogs.now", "farm.dogs.all"]
TEXTS = ["story"]
SAID = {"title": "乡镇不养", "advice": "请核对。"}
ZERO = {**SAID, "id": "z", "severity": "warning", "cells": "farm.*.now", "levels": ["township"]}
AT_LEAST = {**SAID, "id": "a", "severity": "warning", "last": "farm.*.now", "this": "farm.*.all"}
MENTION = {**SAID, "id": "m", "section": "story", "what": "养了什么", "words": ["猫"]}


def test_zeros_are_asked_cell_by_cell():
    assert [(zero.cell, zero.title) for zero in read_zeros([ZERO], NAMES)] == [
        ("farm.cats.now", "乡镇不养"),
        ("farm.dogs.now", "乡镇不养"),
    ]


def test_last_years_cell_stands_against_this_years_of_the_same_row():
    assert [(one.last, one.this) for one in read_at_leasts([AT_LEAST], NAMES)] == [
        ("farm.cats.now", "farm.cats.all"),
        ("farm.dogs.now", "farm.dogs.all"),
    ]


def test_a_township_makes_no_rules_and_what_was_pending_turns_up_again(form):
    assert {zero.cell for zero in form.zeros if "township" in zero.levels} >= {
        "disclosure.regulations.issued",
        "disclosure.regulations.repealed",
        "disclosure.regulations.in_force",
    }
    assert not any("province" in zero.levels for zero in form.zeros)
    assert ("disputes.review.pending", "disputes.review.total") in {(one.last, one.this) for one in form.at_leasts}


def test_a_mention_is_asked_of_all_bodies_unless_it_says_of_which():
    (of_all, of_some) = read_mentions([MENTION, MENTION | {"levels": ["county"], "unit": "人民政府"}], NAMES, TEXTS)
    assert (of_all.levels, of_all.unit, of_all.denied, of_all.cells) == ((), "", (), ())
    assert (of_some.levels, of_some.unit) == (("county",), "人民政府")


def test_a_length_and_an_answer_are_asked_only_where_the_file_says_so():
    (free, bound) = read_writings([{"section": "story"}, {"section": "story", "longest": 9, "answers": True}], TEXTS)
    assert (free.longest, free.answers) == (0, False)
    assert (bound.longest, bound.answers) == (9, True)


def read_all_mentions(entries):
    return read_mentions(entries, NAMES, TEXTS)


def read_all_writings(entries):
    return read_writings(entries, TEXTS)


@pytest.mark.parametrize(
    ("read", "entries", "words"),
    [
        (lambda entries: read_zeros(entries, NAMES), [ZERO, {**ZERO, "cells": "farm.cows.*"}], "第 2 个 [[zero]] 里的“farm.cows.*”不指向任何一格"),
        (lambda entries: read_zeros(entries, NAMES), [{**ZERO, "levels": []}], "levels 缺失"),
        (lambda entries: read_zeros(entries, NAMES), [{**ZERO, "title": ""}], "title 缺失"),
        (lambda entries: read_zeros(entries, NAMES), [{**ZERO, "reason": "乡镇不养"}], "里的“reason”本程序不认识"),
        (lambda entries: read_at_leasts(entries, NAMES), [{**AT_LEAST, "this": "farm.cats.all"}], "第 1 个 [[at_least]] 的两边"),
        (lambda entries: read_at_leasts(entries, NAMES), [{**AT_LEAST, "severity": "loud"}], "“loud”"),
        (read_all_mentions, [{**MENTION, "section": "farm"}], "第 1 个 [[mention]] 的 section “farm”不是一个文字部分"),
        (read_all_mentions, [{**MENTION, "words": []}], "words 缺失"),
        (read_all_mentions, [{**MENTION, "cells": ["farm.cows.all"]}], "“farm.cows.all”不是表中的格"),
        (read_all_mentions, [{**MENTION, "denied": "没有"}], "denied 缺失或不是一列文字"),
        (read_all_writings, [{"section": "story", "longest": -1}], "第 1 个 [[writing]] 的 longest 要是正整数"),
        (read_all_writings, [{"section": "story", "longest": "9"}], "longest 要是正整数"),
        (read_all_writings, [{"section": "tale"}], "“tale”不是一个文字部分"),
    ],
)  # fmt: skip
def test_what_asks_for_nothing_there_is_is_refused_by_its_kind_and_number(read, entries, words):
    with pytest.raises(RelationFault) as fault:
        read(entries)
    assert words in str(fault.value)
