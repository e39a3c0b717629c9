"""Amounts in texts against the tables."""

from __future__ import annotations

import pytest

from model.findings.finding import WARNING
from model.report.report import Part
from tests.model.checking.reports import PHRASINGS, changed, found, text_findings


@pytest.mark.parametrize("text", PHRASINGS["wrong"])
def test_an_amount_that_the_tables_do_not_have_is_found(text):
    told = text_findings(text)
    assert [one.rule for one in told] in (["text-number"], ["text-sum"])
    assert told[0].severity == WARNING and told[0].length > 0


@pytest.mark.parametrize("text", PHRASINGS["right"] + PHRASINGS["traps"])
def test_an_amount_that_is_right_or_of_something_else_is_left_alone(text):
    assert text_findings(text) == []


def test_two_texts_alone_do_not_make_a_change_certain():
    report = changed(
        overview=(Part("依申请公开", "收到政府信息公开申请20件。"), Part("其他", "收到政府信息公开申请20件。"))
    )
    assert all(one.edits == () for one in found(report, None))
