"""What is empty, missing, or says nothing."""

from __future__ import annotations

from datetime import date

import pytest

from model.checking.completeness import completeness_findings
from model.draft.next_year import next_report
from model.findings.finding import HINT, WARNING
from model.form.form import load_form
from model.report.report import Part, Report, new_report
from tests.model.checking.reports import CLEAN, changed, found


def test_fees_demanded_and_unpaid_must_be_reported():
    report = changed(
        requests__other_fee_unpaid__natural=1,
        requests__other_remaining__other=1,
        requests__unprocessed_petition__natural=0,
    )
    assert [(one.rule, one.severity) for one in found(report)] == [("fee-silent", WARNING), ("text-number", WARNING)][
        :1
    ]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"signoff.date": None}, "成文日期"),
        ({"contact.office": None, "contact.telephone": None, "contact.email": None, "contact.address": None, "contact.postcode": None}, "联系电话"),
        ({"overview": (Part("主动公开", "全年公开很多；依申请公开、信息管理、平台建设、监督保障都没有落下。"),)}, "工作考核、社会评议"),
        ({"overview": (*CLEAN.parts("overview"), Part("附", "话" * 1200))}, "不超过 1000 字"),
    ],
)  # fmt: skip
def test_what_is_missing_or_too_long_is_a_hint(values, words):
    told = found(changed(**{name.replace(".", "__"): value for name, value in values.items()}))
    assert any(words in one.message for one in told)
    assert {one.severity for one in told} == {HINT}


def test_an_empty_section_of_problems_is_a_warning_once_anything_is_filled_in():
    (one,) = found(changed(improvement=None))
    assert (one.rule, one.severity, one.cells) == ("missing-text", WARNING, ("improvement[0].text",))


@pytest.mark.parametrize("text", ["无。", "没有问题。", "今后将继续加强政府信息公开工作，不断提高公开水平。", "暂无"])
def test_an_answer_that_says_nothing_is_no_answer(text):
    (one,) = found(changed(improvement=(Part("存在的主要问题", text), CLEAN.parts("improvement")[1])))
    assert (one.rule, one.severity, one.cells) == ("missing-text", WARNING, ("improvement[0].text",))


def test_nothing_is_found_in_an_empty_report_but_hints():
    assert {one.severity for one in found(Report(CLEAN.form), None)} == {HINT}
    assert found(Report(load_form("2019"), {"year": 2020, "signoff.date": date(2021, 1, 1)}), None)


@pytest.mark.parametrize("place", [0, 1])
def test_either_half_of_the_section_of_problems_left_empty_is_a_warning(place):
    parts = list(CLEAN.parts("improvement"))
    parts[place] = Part(parts[place].heading, " \n")
    (one,) = found(changed(improvement=tuple(parts)))
    assert (one.rule, one.severity, one.cells) == ("missing-text", WARNING, (f"improvement[{place}].text",))


def test_in_a_report_that_was_only_just_started_nothing_is_more_than_a_hint(form):
    for report in (new_report(form, 2025), next_report(CLEAN, form)):
        assert {one.severity for one in found(report, CLEAN)} == {HINT}
        report.values["disclosure.licences.decisions"] = 1
        assert ("missing-text", WARNING) in {(one.rule, one.severity) for one in found(report, CLEAN)}


def test_a_gap_that_a_sentence_left_in_a_text_is_a_warning_where_it_is(last):
    last.values["overview"] = (Part("主动公开", "有话。"), Part("依申请公开", "新收____件。"))
    (found,) = (one for one in completeness_findings(last, last.numbers()) if "____" in one.message)
    assert (found.severity, found.cells, found.start, found.length) == ("warning", ("overview[1].text",), 2, 4)
    assert "依申请公开" in found.message


def test_a_gap_is_told_once():
    parts = (*CLEAN.parts("overview"), Part("附", "另有____件，上年____件。"))
    told = [one for one in found(changed(overview=parts)) if "____" in one.message or "没写完" in one.message]
    assert [one.severity for one in told] == [WARNING]


@pytest.mark.parametrize(("more", "words"), [(3, "多了不到 10 字"), (47, "多了 40 多字")])
def test_what_is_too_long_is_told_with_how_much(more, words):
    text = "公开工作有序推进。" * 200
    whole = changed(overview=(*CLEAN.parts("overview"), Part("附", text)))
    text = text[: len(text) - (whole.length("overview") - 1000 - more)]
    report = changed(overview=(*CLEAN.parts("overview"), Part("附", text)))
    assert report.length("overview") == 1000 + more
    (one,) = (one for one in found(report) if "不超过 1000 字" in one.message)
    assert words in one.message and f"有 {1000 + more // 10 * 10} 多字" in one.message


@pytest.mark.parametrize("section", [one.key for one in CLEAN.form.text_sections])
@pytest.mark.parametrize("text", ["", " \n", "\u200b\n", "\x01"])
def test_a_heading_that_nothing_stands_under_is_named_before_it_is_printed_bare(section, text):
    parts = (*CLEAN.parts(section), Part("村务公开情况", text))
    (one,) = found(changed(**{section: parts}), None)
    assert (one.rule, one.severity, one.cells) == ("missing-text", WARNING, (f"{section}[{len(parts) - 1}].text",))
    assert f"“{CLEAN.form.section(section).tab}”的“村务公开情况”只有小标题" in one.message and "删去" in one.message


def test_headings_taken_from_last_year_are_no_warning_in_a_report_that_nobody_has_begun():
    report = Report(CLEAN.form, {"unit": "青禾镇人民政府", "remarks": (Part("村务公开情况"),)})
    told = [one for one in found(report, None) if one.cells[0].startswith("remarks")]
    assert [(one.rule, one.severity) for one in told] == [("missing-text", HINT)]


def test_a_part_of_the_form_that_stays_empty_is_told_not_to_be_printed():
    parts = (CLEAN.parts("remarks")[0], Part("其他事项"), Part())
    told = [one.message for one in found(changed(remarks=parts), None)]
    assert len(told) == 2 and all("不会印出来" in one for one in told)
