"""What is allowed on the form and still seldom right, as an edition file has it."""

from __future__ import annotations

import pytest

from model.form.relation import RelationFault
from model.form.unusual import read_jumps, read_matters, read_mosts, read_needs

NAMES = ("farm.cows.all", "farm.goats.all")
SAID = {"id": "a", "title": "甲", "advice": "请看。", "severity": "hint"}
JUMP = SAID | {"cells": ["farm.*.all"], "times": 3, "floor": 10}
MOST = SAID | {"cells": ["farm.cows.all"], "most": 9, "levels": ["county"]}
NEEDS = SAID | {"cell": "farm.cows.all", "beside": "farm.goats.all"}
MATTER = SAID | {"section": "story", "part": "开头", "named": ["开头"], "words": ["从前"]}


def test_patterns_name_cells_one_by_one():
    assert [(one.cell, one.times, one.floor) for one in read_jumps([JUMP], NAMES)] == [(name, 3, 10) for name in NAMES]
    assert [(one.cells, one.most) for one in read_mosts([MOST], NAMES)] == [(("farm.cows.all",), 9)]
    assert [one.cells for one in read_needs([NEEDS], NAMES)] == [NAMES]
    assert [one.part for one in read_matters([MATTER], {"story": ["开头"]})] == ["开头"]


@pytest.mark.parametrize(
    ("read", "entry", "words"),
    [
        (read_jumps, JUMP | {"times": 0}, "times 要是正整数"),
        (read_jumps, JUMP | {"cells": ["farm.pigs.*"]}, "不指向任何一格"),
        (read_mosts, MOST | {"most": "9"}, "most 要是正整数"),
        (read_needs, NEEDS | {"beside": "farm.pigs.all"}, "不是表中的格"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(read, entry, words):
    with pytest.raises(RelationFault, match=words) as told:
        read([entry], NAMES)
    assert "第 1 个 [[" in str(told.value)


def test_a_matter_that_is_no_part_of_its_section_is_refused():
    with pytest.raises(RelationFault, match="“结尾”不是“story”的一个小节"):
        read_matters([MATTER | {"part": "结尾"}], {"story": ["开头"]})
