"""Numbers that are allowed and still seldom right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.findings.finding import HINT, Finding
from tests.model.checking.reports import LAST, QUIET, changed, found


def told(rule: str, last: dict[str, object] | None = None, **values: object) -> list[Finding]:
    before = replace(LAST, values=LAST.values | (last or {}))
    return [one for one in found(changed(**QUIET, **values), before) if one.rule == rule]


@pytest.mark.parametrize(
    ("this", "before"), [(378, 126), (42, 126), (10, 0), (0, 10), (30, 10)]
)  # fmt: skip
def test_three_times_as_much_or_from_and_to_nothing_is_a_jump(this, before):
    (one,) = told("jump", {"disclosure.licences.decisions": before}, disclosure__licences__decisions=this)
    assert one.severity == HINT and f"上年 {before}，今年 {this}" in one.message


@pytest.mark.parametrize(("this", "before"), [(377, 126), (43, 126), (9, 0), (0, 9), (9, 3), (126, 126)])
def test_less_than_that_or_few_is_none(this, before):
    assert told("jump", {"disclosure.licences.decisions": before}, disclosure__licences__decisions=this) == []


def test_the_jumps_of_a_section_are_told_together_and_what_last_year_fixes_is_none():
    last = {"disclosure.licences.decisions": 10, "disclosure.penalties.decisions": 99}
    (one,) = told("jump", last)
    assert "行政许可" in one.message and "行政处罚" in one.message and len(one.cells) == 2
    carried = told("jump", {"requests.carried_out.natural": 40}, requests__carried_in__natural=40)
    assert "requests.carried_in.total" not in {cell for one in carried for cell in one.cells}


def test_fees_in_yuan_are_told_from_those_in_ten_thousands():
    (one,) = told("fees-level", disclosure__fees__amount=251000)
    assert one.severity == HINT and "251000" in one.message and "万元" in one.message and "不是规定" in one.message
    assert told("fees-level", disclosure__fees__amount=900) == []
    assert told("fees-level", disclosure__fees__amount=251000, level="province") == []


def test_lawsuits_after_review_need_a_review_this_year_or_last():
    none = {"disputes__review__upheld": 0, "disputes__litigation_after_review__upheld": 1}
    (one,) = told("after-review", {"disputes.review.upheld": 0}, **none)
    assert one.severity == HINT
    assert told("after-review", {"disputes.review.upheld": 1}, **none) == []
    assert told("after-review", {"disputes.review.upheld": 0}, disputes__litigation_after_review__upheld=1) == []


def test_a_department_makes_no_regulations_but_a_province_does():
    made = {"disclosure__regulations__issued": 1, "disclosure__regulations__in_force": 1}
    assert told("regulations-level", unit="某市审计局", level=None, **made) != []
    assert told("regulations-level", unit="某市人民政府", level=None, **made) == []
