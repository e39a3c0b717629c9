"""Checks: each rule finds its own fault and nothing else, and clean reports are left in peace."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.checking.level import level_of
from model.checking.run import check
from model.draft.draft_file import load_draft
from model.draft.toml_format import draft_text, read_draft
from model.findings.finding import ERROR, HINT, WARNING, Finding
from model.form.form import editions, load_form
from model.report.report import Confirmed, Part, Report
from tests.samples import EXAMPLE, NOT_CHECKED_YET, SAMPLE, source_params

CLEAN = load_draft(EXAMPLE)[0]
PHRASINGS = tomllib.loads(Path(__file__).with_name("phrasings.toml").read_text(encoding="utf-8"))


def last_year() -> Report:
    """A report on the year before that fits the example."""
    values = CLEAN.values | {
        "year": 2024,
        "requests.carried_out.natural": 2,
        "disclosure.normative_documents.in_force": 7,
        "overview": (Part("主动公开", "上年的话，一个数也没有。"),),
        "improvement": (Part("存在的主要问题", "上年的问题是另外一个。"),),
        "remarks": (Part("信息处理费收取情况", "上年没有收取信息处理费，特此说明。"),),
    }
    return replace(CLEAN, values=values)


LAST = last_year()
QUIET = {"overview": (Part("主动公开", "今年的话，没有数；考核、评议、责任追究都做了。"),)}  # no number to be wrong


def changed(**values: object) -> Report:
    """The example with other values; __ stands for a dot, None takes a value away."""
    new = CLEAN.values | {name.replace("__", "."): value for name, value in values.items()}
    return replace(CLEAN, values={name: value for name, value in new.items() if value is not None})


def with_text(text: str, section: str = "overview", heading: str = "主动公开") -> Report:
    """The example with one more sentence in a part."""
    parts = list(CLEAN.parts(section))
    index = next(i for i, part in enumerate(parts) if part.heading == heading)
    parts[index] = Part(heading, parts[index].text + text)
    return replace(CLEAN, values=CLEAN.values | {section: tuple(parts)})


def found(report: Report, last: Report | None = LAST) -> list[Finding]:
    return list(check(report, last).findings)


def test_a_clean_report_has_no_findings():
    assert found(CLEAN) == [] == found(CLEAN, None)


ONE = {
    "balance": (changed(requests__carried_out__other=1, **QUIET), "requests.received.other"),
    "carried-in": (changed(requests__carried_in__legal=1, requests__carried_out__legal=1, **QUIET), "requests.carried_in.legal"),
    "in-force": (
        changed(disclosure__normative_documents__in_force=9, **QUIET),
        "disclosure.normative_documents.in_force",
    ),
    "regulations-level": (
        changed(disclosure__regulations__issued=1, disclosure__regulations__in_force=1),
        "disclosure.regulations.issued",
    ),
    "blank": (changed(requests__denied_by_law__legal=None), "requests.denied_by_law.legal"),
    "missing-text": (
        changed(improvement=(Part("存在的主要问题", "一是解读少，老年村民看不懂。"), Part("改进情况", "无。"))),
        "improvement[1].text",
    ),
    "fee-silent": (changed(remarks=(Part("其他事项", "没有其他需要报告的事项。"),)), "remarks[0].text"),
    "text-number": (with_text("另外，行政处罚10件。"), "overview[0].text"),
    "text-sum": (with_text("全年发布动态100条，其中图文60条，视频30条。"), "overview[0].text"),
    "text-percent": (with_text("全年发布动态100条，其中视频30条，占35%。"), "overview[0].text"),
    "stale-year": (with_text("2024年，镇里全面开展政务公开。"), "overview[0].text"),
    "stale-unit": (with_text("青山镇人民政府认真做好公开。"), "overview[0].text"),
    "personal-data": (with_text("联系手机13812345678。"), "overview[0].text"),
    "writing": (with_text("工作走上标准化化的轨道。"), "overview[0].text"),
}  # fmt: skip


@pytest.mark.parametrize("rule", ONE)
def test_each_rule_finds_its_own_fault_and_nothing_else(rule):
    report, cell = ONE[rule]
    assert [(one.rule, one.cells[0]) for one in found(report)] == [(rule, cell)]


def test_a_balance_says_both_sides_and_by_how_much():
    (one,) = found(changed(requests__carried_out__other=1, **QUIET))
    assert one.severity == ERROR
    for words in ("一、本年新收", "二、上年结转", "（七）总计", "四、结转下年度", "＝1，", "＝2，", "差 1", "其他"):
        assert words in one.message


def test_last_years_pending_cases_must_turn_up():
    last = replace(LAST, values=LAST.values | {"disputes.litigation_direct.pending": 2})
    (one,) = found(CLEAN, last)
    assert (one.rule, one.severity, one.cells[0]) == ("pending", WARNING, "disputes.litigation_direct.total")


def test_printed_totals_are_checked_as_printed_and_what_follows_is_not_told_again():
    wrong = changed(printed={"requests.handled.natural": 61, "requests.handled.total": 65})
    (one,) = found(wrong)
    assert (one.rule, one.severity, one.cells[0]) == ("handled", ERROR, "requests.handled.natural")
    assert "61" in one.message and "10" in one.message
    (row,) = found(changed(printed={"requests.received.total": 15}))
    assert (row.rule, row.cells[0]) == ("total", "requests.received.total")
    (dispute,) = found(changed(printed={"disputes.review.total": 0}))
    assert dispute.rule == "total"


def test_an_unbalanced_column_is_told_once_not_in_the_total_column_again():
    report = changed(requests__granted__natural=7, requests__granted__business=3)
    balances = [one.cells[0] for one in found(report) if one.rule == "balance"]
    assert balances == ["requests.received.natural", "requests.received.business"]


def test_a_relation_with_a_blank_in_it_is_not_judged():
    assert [one.rule for one in found(changed(requests__carried_in__natural=None))] == ["blank"]


def test_one_change_that_mends_several_comes_first():
    report = changed(requests__carried_in__natural=3)
    first, second, *_ = found(report)
    assert {first.rule, second.rule} == {"balance", "carried-in"}
    assert first.edits == second.edits == (("requests.carried_in.natural", 2),)


def test_a_mend_mends():
    for report in (changed(requests__carried_in__natural=3), changed(disclosure__regulations__in_force=1)):
        edits = found(report)[0].edits
        mended = replace(report, values=report.values | {edit.cell: edit.value for edit in edits})
        assert found(mended) == []


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
        ({"overview": (Part("主动公开", "全年公开很多。"),)}, "工作考核"),
        ({"improvement": None}, "还没有写"),
        ({"overview": (*CLEAN.parts("overview"), Part("附", "话" * 1200))}, "不超过 1000 字"),
    ],
)  # fmt: skip
def test_what_is_missing_or_too_long_is_a_hint(values, words):
    told = found(changed(**{name.replace(".", "__"): value for name, value in values.items()}))
    assert any(words in one.message for one in told)
    assert {one.severity for one in told} == {HINT}


@pytest.mark.parametrize("text", ["无。", "没有问题。", "今后将继续加强政府信息公开工作，不断提高公开水平。", "暂无"])
def test_an_answer_that_says_nothing_is_no_answer(text):
    (one,) = found(changed(improvement=(Part("存在的主要问题", text), CLEAN.parts("improvement")[1])))
    assert one.rule == "missing-text" and one.cells == ("improvement[0].text",)


def text_findings(text: str, heading: str = "依申请公开") -> list[Finding]:
    report = changed(overview=(Part(heading, text),))
    return [one for one in found(report, None) if one.rule.startswith("text-")]


@pytest.mark.parametrize("text", PHRASINGS["wrong"])
def test_an_amount_that_the_tables_do_not_have_is_found(text):
    told = text_findings(text)
    assert [one.rule for one in told] in (["text-number"], ["text-sum"])
    assert told[0].severity == WARNING and told[0].length > 0


@pytest.mark.parametrize("text", PHRASINGS["right"] + PHRASINGS["traps"])
def test_an_amount_that_is_right_or_of_something_else_is_left_alone(text):
    assert text_findings(text) == []


ABOUT = {
    "stale-year": ("stale_year", "other_year"),
    "stale-unit": ("stale_unit", "other_unit"),
    "personal-data": ("personal", "not_personal"),
    "writing": ("badly_written", "well_written"),
}


@pytest.mark.parametrize("rule", ABOUT)
def test_texts_as_clerks_write_them(rule):
    wrong, right = (PHRASINGS[key] for key in ABOUT[rule])
    told = {
        text: rule in {one.rule for one in found(changed(overview=(Part("主动公开", text),)), None)}
        for text in wrong + right
    }
    assert [text for text in wrong if not told[text]] == []
    assert [text for text in right if told[text]] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("全年新收政府信息公开申请14件，上年结转2件，共17件。", "text-sum"),
        ("共发布信息16条，其中动态10条，通知5条。", "text-sum"),
        ("共发布信息16条，其中动态10条，通知7条。", "text-sum"),
        ("收到申请14件，其中自然人10件，占70%。", "text-percent"),
        ("共发布信息16条，其中动态10条，通知6条。", ""),
        ("主动公开政府信息318条，其中财政预决算4条、惠民补贴46条。", ""),
        ("收到申请14件，其中自然人10件，占71.4%。", ""),
        ("满意率为96.4%，办结率100%。", ""),
        ("共发布信息16条，其中动态3条，通知2条等。", ""),
    ],
)
def test_sums_and_shares_within_a_sentence(text, rule):
    assert [one.rule for one in text_findings(text, "主动公开")] == [rule] * bool(rule)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("收到政府信息公开申请14件，同比下降30%。", False),
        ("收到政府信息公开申请14件，比上年减少30.0%。", False),
        ("收到政府信息公开申请14件，同比下降25%。", True),
        ("收到政府信息公开申请14件，同比增长30%。", True),
        ("收到政府信息公开申请14件，较2024年的20件下降25%。", True),
        ("收到政府信息公开申请14件，较2024年的20件下降30%。", False),
    ],
)
def test_growth_follows_from_last_years_numbers(text, told):
    last = replace(LAST, values=LAST.values | {"requests.received.natural": 16})
    report = changed(overview=(Part("依申请公开", text),))
    assert ("text-percent" in [one.rule for one in found(report, last)]) is told


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


def test_an_opening_of_another_body_or_another_year_is_told():
    for name, other, rule in (
        ("unit", "云溪县白水镇人民政府", "stale-unit"),
        ("year", 2024, "stale-year"),
        ("year", 2026, "stale-year"),
    ):
        assert rule in {one.rule for one in found(changed(**{name: other}), None) if one.cells[0] == "opening"}


@pytest.mark.parametrize("text", ["公开信息XX条。", "共收到××件。", "（待补）"])
def test_what_was_left_to_fill_in_is_told(text):
    report = changed(improvement=(Part("存在的主要问题", "一是解读少。" + text), CLEAN.parts("improvement")[1]))
    assert [one.rule for one in found(report, None)] == ["missing-text"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("现公布青山镇人民政府2025年政府信息公开工作年度报告。", True),
        ("青山镇认真贯彻上级要求。", True),
        ("我镇认真贯彻上级要求。", False),
        ("青禾镇严格执行制度。", False),
        ("充分运用镇政府大楼里的公开栏。", False),
        ("各乡镇人民政府均已参加。", False),
        ("报云溪县人民政府备案。", False),
    ],
)
def test_another_bodys_name_is_told(text, told):
    assert ("stale-unit" in [one.rule for one in found(with_text(text), None)]) is told


def test_sentences_taken_over_with_their_numbers_and_whole_sections_are_told():
    kept = "全年开展培训3次，参加的有各村网格员。"
    own = "今年新开了一个栏目，专门回答村民关心的事，考核、评议、责任追究都有记录。"
    last = replace(LAST, values=LAST.values | {"overview": (Part("主动公开", kept),)})
    (one,) = found(changed(overview=(Part("主动公开", kept + own),)), last)
    assert one.rule == "same-text" and "培训3次" in one.message
    copied = "我们认真学习了有关文件的要求，组织了讨论，也查了考核、评议和责任追究的台账。" * 3
    whole = replace(LAST, values=LAST.values | {"overview": (Part("主动公开", copied),)})
    (share,) = found(changed(overview=(Part("主动公开", copied),)), whole)
    assert share.rule == "same-text" and "100%" in share.message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("申请人身份证号为110101199003071234。", 1),
        ("手机１３８１２３４５６７８。", 1),
        ("电话138-1234-5678。", 1),
        ("银行卡号6222021234567890123。", 1),
        ("申请人李建国要求公开征地补偿。", 1),
        ("村民王芳提出申请。", 1),
        ("申请人家住云溪县青禾镇稻香村3组12号。", 1),
        ("申请人李某要求公开征地补偿。", 0),
        ("由副镇长张建国担任组长。", 0),
        ("咨询电话0000-1234567。", 0),
        ("统一社会信用代码111523010012345678。", 0),
        ("申请人对答复满意。", 0),
        ("任何人提出申请，都按规定办理。", 0),
        ("向县里提交年度报告，于年内提出整改方案。", 0),
        ("对家庭住址、身份证号、银行账号等个人隐私一律隐去。", 0),
    ],
)
def test_personal_data_is_told_and_not_repeated_whole(text, told):
    findings = [one for one in found(with_text(text), None) if one.rule == "personal-data"]
    assert len(findings) == told
    assert not any("199003071234" in one.message for one in findings)


def test_the_contacts_own_number_may_be_a_mobile():
    report = with_text("请拨打13812345678。")
    assert found(replace(report, values=report.values | {"contact.telephone": "138 1234 5678"})) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("工作扎实,成效明显。", "工作扎实，成效明显。"),
        ("完成了(详见附件)各项。", "完成了（详见附件）各项。"),
        ("标准化化建设。", "标准化建设。"),
        ("认真做好公开公开工作。", "认真做好公开工作。"),
        ("二0二五年的事。", "二〇二五年的事。"),
    ],
)
def test_words_and_marks_are_mended(text, mended):
    report = changed(improvement=(Part("存在的主要问题", text), CLEAN.parts("improvement")[1]))
    (one,) = found(report, None)
    assert one.rule == "writing" and one.edits == (("improvement[0].text", mended),)


@pytest.mark.parametrize(
    "text",
    [
        "人人参与，件件落实，常常检查。",
        "云溪县青禾镇人民政府政府信息公开工作。",
        "网址www.example.gov.cn，邮箱a@b.cn，时间9:30，占1.5%。",
        "1.第一件事。\n2.第二件事。\n（1）其中一项。\n（2）其中二项。",
        "“好”和‘更好’（很好）。",
        "一步一步做，扎扎实实做。",
    ],
)
def test_what_is_written_as_it_should_be_is_left_alone(text):
    report = changed(improvement=(Part("存在的主要问题", text), CLEAN.parts("improvement")[1]))
    assert found(report, None) == []


@pytest.mark.parametrize("text", ["他说“好。", "（一半", "1.一\n3.三", "（1）先是小的。", "一、比标题还高。"])
def test_halves_and_wrong_numbers_are_told(text):
    report = changed(improvement=(Part("存在的主要问题", text + "有了进步。"), CLEAN.parts("improvement")[1]))
    assert [one.rule for one in found(report, None)] == ["writing"]


def test_a_confirmation_holds_until_what_it_speaks_of_changes():
    wrong = changed(disclosure__penalties__decisions=9, disclosure__normative_documents__repealed=0)
    warnings = [one for one in found(wrong) if one.rule == "in-force"]
    by = Confirmed("in-force", warnings[0].cells, "集中清理", warnings[0].about)
    confirmed = replace(wrong, values=wrong.values | {"confirmed": (by,)})
    again = read_draft(draft_text(confirmed).encode(), load_form, editions())
    assert again.confirmed == (by,)
    checked = check(again, LAST)
    assert "in-force" not in [one.rule for one in checked.findings]
    assert [(one.rule, reason.reason) for one, reason in checked.confirmed] == [("in-force", "集中清理")]
    moved = replace(again, values=again.values | {"disclosure.normative_documents.in_force": 30})
    assert "in-force" in [one.rule for one in check(moved, LAST).findings]


def test_a_confirmation_without_a_state_holds_for_its_cells_and_errors_cannot_be_confirmed():
    cell = "disclosure.normative_documents.in_force"
    wrong = changed(
        disclosure__normative_documents__repealed=0, requests__carried_out__other=1,
        confirmed=(Confirmed("in-force", (cell,), "x"), Confirmed("balance", ("requests.received.other",), "x")),
    )  # fmt: skip
    rules = [one.rule for one in found(wrong)]
    assert "in-force" not in rules and "balance" in rules


@pytest.mark.parametrize(
    "text",
    [
        "三五、七人一组开展培训。",
        "一三、二。",
        "（三一）好。",
        "一" * 3000,
        "（一）" * 2000,
        f"收到申请{'9' * 5000}件。",
    ],
)
def test_no_text_is_too_much(text):
    found(changed(overview=(Part("依申请公开", text),)))


PIECES = [
    "全年",
    "收到",
    "政府信息公开申请",
    "十六件",
    "16件",
    "，",
    "。",
    "；",
    "其中",
    "（",
    "）",
    "上年结转",
    "2024年",
    "无",
    "一、",
    "（二）",
    "1.",
    "“",
    "”",
    "占5%",
    "自然人",
    "\n",
    "😀",
    "\x0b",
    ",",
    "行政复议",
    "共",
    "标准化化",
    "二0二五年",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_a_text_says_its_findings_stand_in_it_and_its_mends_are_whole(text):
    report = changed(overview=(Part("依申请公开", text),), opening=text)
    for one in check(report, LAST).findings:
        whole = {"opening": text, "overview[0].text": text}.get(one.cells[0])
        if whole is not None:
            assert one.start >= 0 and one.start + one.length <= len(whole)
        assert one.message.endswith(("。", "？")) and one.rule and one.about
        for edit in one.edits:
            assert edit.value != whole


def test_two_texts_alone_do_not_make_a_change_certain():
    report = changed(
        overview=(Part("依申请公开", "收到政府信息公开申请20件。"), Part("其他", "收到政府信息公开申请20件。"))
    )
    assert all(one.edits == () for one in found(report, None))


def test_a_mend_of_brackets_leaves_numbers_and_mends_halves():
    for text, mended in (
        ("电话(0470)8942932", None),
        ("《条例》(以下简称《条例》）。", "《条例》（以下简称《条例》）。"),
        ("一.加强领导", None),
    ):
        told = found(changed(improvement=(Part("存在的主要问题", text), CLEAN.parts("improvement")[1])), None)
        assert [one.edits[0].value for one in told] == ([mended] if mended else [])


@pytest.mark.parametrize(
    "text", ["公众参与与政策解读。", "文化化解矛盾。", "效率率先提升。", "目的的服务。", "信息公开公开栏。"]
)
def test_two_words_that_meet_are_not_one_doubled(text):
    assert found(changed(improvement=(Part("存在的主要问题", text), CLEAN.parts("improvement")[1])), None) == []


def test_last_year_of_another_year_is_not_held_against_this_one():
    assert found(CLEAN, replace(LAST, values=LAST.values | {"year": 2021, "requests.carried_out.natural": 9})) == []


def test_a_confirmation_goes_along_when_its_part_is_moved():
    report = with_text("另外，行政处罚10件。")
    (one,) = found(report)
    by = Confirmed(one.rule, one.cells, "x", one.about)
    moved = tuple(reversed(report.parts("overview")))
    assert found(replace(report, values=report.values | {"overview": moved, "confirmed": (by,)})) == []


@pytest.mark.parametrize(
    ("unit", "level"),
    [
        ("云溪县青禾镇人民政府", "township"), ("海珠区官洲街道办事处", "subdistrict"), ("沭阳县人民政府", "county"),
        ("宿迁市人民政府", "prefecture"), ("江苏省人民政府", "province"), ("鄂温克族自治旗人民政府", "county"),
        ("句容市水利局", "department"), ("广西壮族自治区人民政府", "province"), ("某公司", ""),
    ],
)  # fmt: skip
def test_the_level_is_told_from_the_name(unit, level):
    assert level_of(Report(CLEAN.form, {"unit": unit})) == level


def test_rules_of_levels_are_silent_where_the_level_is_unknown():
    report = changed(level="galaxy", disclosure__regulations__issued=3, disclosure__regulations__in_force=3)
    assert found(report, None) == []
    city = changed(
        level=None, unit="宿迁市人民政府", disclosure__regulations__issued=3, disclosure__regulations__in_force=3
    )
    assert "regulations-level" not in [one.rule for one in found(city, None)]


@pytest.mark.skipif(not SAMPLE.exists(), reason="the samples are not here")
@pytest.mark.parametrize("source", source_params(NOT_CHECKED_YET))
def test_no_real_report_has_an_error(source):
    from model.reading.open_report import open_report

    told = found(open_report(source)[0], None)
    assert [one.message for one in told if one.severity == ERROR] == []
    assert {one.rule for one in told if one.severity == WARNING} <= {"regulations-level", "fee-silent"}


def test_nothing_is_found_in_an_empty_report_but_hints():
    assert {one.severity for one in found(Report(CLEAN.form), None)} == {HINT}
    assert found(Report(load_form("2019"), {"year": 2020, "signoff.date": date(2021, 1, 1)}), None)
