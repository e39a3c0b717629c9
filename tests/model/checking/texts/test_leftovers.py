"""Last year's leftovers: another year, another body's name, a gap."""

from __future__ import annotations

import pytest

from model.checking.fixes import changes_of
from model.findings.mends import mends_of_all
from model.report.report import Part
from tests.model.checking.reports import CLEAN, changed, found, with_text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024年，我镇认真做好公开。", True),
        ("二〇二四年度公开了很多。", True),
        ("根据县里2024年的部署开展。", True),
        ("较2024年增长不少。", False),
        ("与2024年相比有所下降。", False),
        ("按照〔2024〕3号文件办理。", False),
        ("落实《云溪县2024年政务公开工作要点》。", False),
        ("2024年结转2件。", False),
        ("《条例》于2019年修订。", False),
        ("该制度2024年印发，今年继续执行。", False),
        ("2025年，我镇认真做好公开。", False),
        ("2026年，我们将继续努力。", False),
        ("自2023年以来持续开展。", False),
        ("2024年收到20件，2025年收到14件，下降三成。", False),
        ("《条例》自2021年1月1日起施行。", False),
        ("公开2024年度部门决算和2025年度预算。", False),
        ("对2024年遗留的2件申请作了答复。", False),
    ],
)
def test_another_year_is_told_where_it_is_not_meant(text, told):
    report = changed(improvement=(Part("存在的主要问题", text), CLEAN.parts("improvement")[1]))
    assert ("stale-year" in [one.rule for one in found(report, None)]) is told


def test_another_years_period_in_the_opening_is_told_with_its_mend():
    opening = CLEAN.text("opening").replace("2025年1月1日", "2024年1月1日")
    (one,) = found(changed(opening=opening))
    assert one.rule == "stale-year" and one.edits == (("opening", CLEAN.text("opening")),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("统计期限为2015年1月1日至12月31日。", True),
        ("2009年度政府信息公开工作报告如下。", True),
        ("2052年度，我镇主动公开信息。", True),
        ("2052年，我镇主动公开信息。", True),
        ("《条例》2008年施行以来，公开成为常态。", False),
        ("2012年，镇里开通了网站。", False),
        ("与2015年政府信息公开工作年度报告相比有所改进。", False),
        ("到2035年，我镇公开水平走在前列。", False),
        ("2030年，我镇将建成数字公开平台。", False),
        ("2026年，我镇继续努力。", False),
    ],
)
def test_a_year_far_off_is_told_where_it_is_called_the_reports(text, told):
    report = changed(improvement=(Part("存在的主要问题", text), CLEAN.parts("improvement")[1]))
    assert ("stale-year" in [one.rule for one in found(report, None)]) is told


@pytest.mark.parametrize("year", [2012, 2019, 2034, 2052, 2199])
def test_an_opening_on_another_year_is_told_however_far_that_is(year):
    told = [one for one in found(changed(year=year), None) if one.rule == "stale-year"]
    assert {one.cells for one in told} == {("opening",)}
    assert all("2025年" in one.message and f"{year} 年" in one.message for one in told)


OPENING = "根据《条例》要求，{}{}如有疑问，请与党政综合办公室联系。"
OWN_REPORTS = (
    "青禾镇编制了{}年政府信息公开工作年度报告。", "编制了《{}年政府信息公开工作年度报告》，", "现将{}年度政府信息公开工作情况报告如下：",
    "现向社会公开{}年政府信息公开年报。", "现发布{}年度报告，",
)  # fmt: skip
PERIODS = (
    "统计期限为{}年1月1日至12月31日。", "统计期限自{0}年1月1日起至{0}年12月31日止。", "统计时间为{}年全年，", "统计期限：{}年1-12月。",
    "数据统计截至{}年12月31日，",
)  # fmt: skip


@pytest.mark.parametrize("year", ["2024", "2026", "2015", "二〇二四"])
@pytest.mark.parametrize(("own", "period"), [(own, period) for own in OWN_REPORTS for period in PERIODS])
def test_an_opening_is_mended_until_no_other_year_is_left_of_its_report_or_its_period(own, period, year):
    right = "二〇二五" if year == "二〇二四" else "2025"
    for first, second in ((year, year), (year, right), (right, year)):
        report = changed(opening=OPENING.format(own.format(first), period.format(second)))
        told = [one for one in found(report, None) if one.rule == "stale-year"]
        assert told and all(one.mends for one in told)
        mended = changes_of(report, mends_of_all(told))["opening"]
        assert mended == OPENING.format(own.format(right), period.format(right))
        assert "stale-year" not in {one.rule for one in found(changed(opening=mended), None)}


@pytest.mark.parametrize("words", ["与2024年政府信息公开工作年度报告相比，", "2024年年报中指出的问题都改了，"])
def test_last_years_report_beside_this_one_in_an_opening_is_meant(words):
    report = changed(opening=OPENING.format(words, OWN_REPORTS[0].format(2025)))
    assert "stale-year" not in {one.rule for one in found(report, None)}


def test_an_opening_of_another_body_or_another_year_is_told():
    for name, other, rule in (
        ("unit", "云溪县白水镇人民政府", "stale-unit"),
        ("year", 2024, "stale-year"),
        ("year", 2026, "stale-year"),
    ):
        assert rule in {one.rule for one in found(changed(**{name: other}), None) if one.cells[0] == "opening"}


@pytest.mark.parametrize(
    "year", ["2024", "2O24", "2o24", "2〇24", "二〇二四", "二零二四", "二千零二十四", "两千零二十四"]
)
def test_last_years_year_is_found_however_it_is_typed(year):
    told = found(with_text(f"{year}年，我镇认真开展工作。"))
    assert "stale-year" in {one.rule for one in told}
    assert "stale-year" not in {one.rule for one in found(with_text(f"较{year}年有所增加。"))}
