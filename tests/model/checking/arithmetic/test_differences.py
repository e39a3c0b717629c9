"""How much more there is than the year before."""

from __future__ import annotations

import pytest

from model.checking.run import check
from model.form.form import load_form
from model.report.report import Part, Report

FORM = load_form("2021")


def told(text: str) -> list[str]:
    """What is told of the sums in a text."""
    report = Report(FORM, {"year": 2024, "overview": (Part("主动公开", text),)})
    return [one.message for one in check(report, None).findings if one.rule == "text-sum"]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息240条，比2023年的218条增加32条。",
        "开展培训11次，比上年（14次）减少4次。",
        "公开信息由上年的1,900条增加到今年的2,014条，增加104条。",
        "上年公开信息120条，本年公开150条，同比增加40条。",
        "公开信息360条，较上年增加40条（上年为330条）。",
    ],
)
def test_a_difference_that_the_amounts_do_not_give_is_told(text: str):
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "公开信息240条，比2023年的218条增加22条。",
        "开展培训11次，比上年（14次）减少3次。",
        "公开信息240条，比2023年的218条增加约30条。",
        "公开信息240条，比2023年增加32条。",
        "公开信息240余条，比2023年的218条增加32条。",
        "2024年公开信息360条，2023年公开信息320条，增加40条。",
    ],
)
def test_one_that_is_right_or_not_exact_is_not(text: str):
    assert told(text) == []


def test_it_says_what_the_difference_is():
    assert "应是减少 3" in told("开展培训11次，比上年（14次）减少4次。")[0]
