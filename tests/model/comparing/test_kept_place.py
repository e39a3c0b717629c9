"""A place in a text stays where it was between the words around it."""

from __future__ import annotations

import pytest

from model.comparing.kept_place import kept_place

BEFORE = "新收12件，办结11件。另有|3次培训。"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|收到12件。", "|收到315件。"),
        ("收到12件。|", "收到315件。|"),
        ("收到12件，|办结11件。", "收到315件，|办结98件。"),
        ("一、二。|", "一、二。三。|"),
        ("新收|件。", "新收12|件。"),
        ("新收12|件。", "新收|件。"),
        ("前一句。|后一句。", "前。|后。"),
        ("甲镇的事。甲镇|的人。丙镇的路。", "乙乡的事。乙乡|的人。丁乡的路。"),
        ("甲村很好。乙|村也好。丙村。", "甲村很好。全都不一样的话|村也好。丙村。"),
        ("𠮷村12件。|完", "𠮷村3件。|完"),
        ("|", "一段|"),
        ("一段|", "|"),
    ],
)
def test_it_stands_between_the_same_words(before, after):
    place, wanted = before.index("|"), after.index("|")
    assert kept_place(place, before.replace("|", ""), after.replace("|", "")) == wanted


def test_within_what_was_replaced_it_goes_behind_what_came_instead():
    before, after = "甲。共有许多条信息。乙。", "甲。没有。乙。"
    assert kept_place(before.index("许多") + 1, before, after) == after.index("。乙")
