"""What the texts must speak of."""

from __future__ import annotations

import pytest

from model.findings.finding import HINT, WARNING
from model.report.report import Part
from tests.model.checking.reports import CLEAN, QUIET_TEXT, changed, found

OVERVIEW = CLEAN.parts("overview")


def without(heading: str) -> tuple[Part, ...]:
    return tuple(part for part in OVERVIEW if part.heading != heading)


@pytest.mark.parametrize("heading", [part.heading for part in OVERVIEW])
def test_a_matter_that_was_deleted_is_missed_by_its_name(heading):
    told = [one for one in found(changed(overview=without(heading))) if one.rule == "missing-part"]
    assert [(one.severity, one.cells) for one in told] == [(WARNING, ("overview[0].text",))]
    assert f"没有写{heading}。" in told[0].message


def test_all_matters_that_are_missing_are_told_together():
    (one,) = [one for one in found(changed(overview=OVERVIEW[:2])) if one.rule == "missing-part"]
    assert "政府信息管理、政府信息公开平台建设、监督保障" in one.message


def test_parts_that_are_still_empty_are_told_once_and_led_to():
    parts = tuple(Part(part.heading, part.text * (index < 3)) for index, part in enumerate(OVERVIEW))
    told = [one for one in found(changed(overview=parts)) if one.rule in ("missing-part", "missing-text")]
    (one,) = [one for one in told if one.severity == WARNING]
    assert one.rule == "missing-part" and one.cells == ("overview[3].text", "overview[4].text")
    assert "没有写政府信息公开平台建设、监督保障。" in one.message
    assert not any("还没有写" in other.message for other in told)


def test_a_text_without_headings_goes_into_a_matter_by_its_words():
    assert found(changed(overview=(Part("", QUIET_TEXT),))) == []
    text = QUIET_TEXT.replace("平台建设", "网站").replace("监督保障、", "").replace("信息管理", "三审")
    assert [one.message for one in found(changed(overview=(Part("", text),))) if one.rule == "missing-part"] != []
    text = text.replace("三审", "三审制度")
    assert [one.message for one in found(changed(overview=(Part("", text),))) if one.rule == "missing-part"] == []


def test_a_text_that_was_left_out_of_a_copy_is_not_blamed_for_what_it_does_not_say():
    (one,) = found(changed(overview=(Part("", "（正文，此处从略。）"),)))
    assert (one.rule, one.severity) == ("missing-text", HINT) and "没写完" in one.message


def test_other_results_are_to_be_explained():
    text = "全年依申请公开14件。"
    parts = tuple(Part(part.heading, text) if part.heading == "依申请公开" else part for part in OVERVIEW)
    (one,) = [one for one in found(changed(overview=parts)) if one.rule == "other-silent"]
    assert one.severity == HINT and "3.其他" in one.message
    none = {"requests__other_remaining__other": 0, "requests__granted__other": 1}
    assert [one for one in found(changed(overview=parts, **none)) if one.rule == "other-silent"] == []


def test_a_hint_on_one_matter_does_not_keep_back_the_warning_on_another():
    parts = (Part("主动公开", "全年公开很多。"), Part("依申请公开", "没有撤回的申请。"))
    told = {one.rule: one.severity for one in found(changed(overview=parts))}
    assert told["missing-part"] == WARNING and told["missing-text"] == HINT
