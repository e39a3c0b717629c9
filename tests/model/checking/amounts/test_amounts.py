"""Amounts in texts against the tables."""

from __future__ import annotations

import pytest

from model.findings.finding import HINT, WARNING, Edit, Finding
from model.report.report import Part, Report, Value
from tests.model.checking.reports import CLEAN, PHRASINGS, changed, found, text_findings

FORM = CLEAN.form


def told(cells: dict[str, Value], text: str) -> list[Finding]:
    """What is found of the numbers in a text with nothing beside it but these cells."""
    report = Report(FORM, cells | {"year": 2025, "overview": (Part("依申请公开", text),)})
    return [one for one in found(report, None) if one.rule == "text-number"]


@pytest.mark.parametrize("text", PHRASINGS["wrong"])
def test_an_amount_that_the_tables_do_not_have_is_found(text):
    wrong = text_findings(text)
    assert [one.rule for one in wrong] in (["text-number"], ["text-sum"])
    assert wrong[0].severity == WARNING and wrong[0].length > 0


@pytest.mark.parametrize("text", PHRASINGS["right"] + PHRASINGS["traps"])
def test_an_amount_that_is_right_or_of_something_else_is_left_alone(text):
    assert text_findings(text) == []


def test_two_texts_alone_do_not_make_a_change_certain():
    report = changed(
        overview=(Part("依申请公开", "收到政府信息公开申请20件。"), Part("其他", "收到政府信息公开申请20件。"))
    )
    assert all(one.edits == () for one in found(report, None))


@pytest.mark.parametrize("text", [
    "本年新收政府信息公开申请6件，上年结转1件。", "新收申请6件（含上年结转1件）。", "新增申请6件，上年结转1件，全部办结。", "今年新受理申请6件，上年结转1件。"])  # fmt: skip
def test_what_came_in_newly_is_without_what_was_carried_in(text):
    cells = dict.fromkeys(FORM.inputs, 0) | {"requests.received.natural": 5, "requests.carried_in.natural": 1}
    cells |= {"requests.granted.natural": 6}
    assert [one.severity for one in told(cells, text)] == [WARNING]
    assert told(cells, text.replace("6件", "5件")) == []
    assert told(cells, "收到申请6件，其中上年结转1件。") == []


def test_a_number_over_cells_that_are_blank_is_a_hint_with_the_number_to_fill_in():
    text = "2025年制发规范性文件3件。"
    (one,) = told({}, text)
    assert one.severity == HINT and "还没有填" in one.message
    assert one.possible_fixes == (Edit("disclosure.normative_documents.issued", 3),)
    assert told({"disclosure.normative_documents.issued": 3}, text) == []
    assert told({}, "收到申请0件，未收到行政复议。") == []
    assert told({"requests.received.natural": 2}, "收到申请3件。") == []  # the other columns may still come
    assert len({one.kind for one in told({}, "制发行政规范性文件3件，废止1件。")}) == 1


RECEIVED: dict[str, Value] = {
    "requests.received.natural": 30, "requests.received.business": 6, "requests.carried_in.natural": 2,
    "requests.granted.natural": 35, "requests.carried_out.natural": 3,
    "disputes.review.upheld": 1, "disputes.review.pending": 1,
}  # fmt: skip


@pytest.mark.parametrize("text", [
    "其中，通过网站提交的申请28件，已答复27件。", "本年度收到的36件申请均为自然人或企业提出。", "二千零二十四年收到申请40件，二千零二十五年收到申请36件。",
    "2O24年收到申请40件。", "当年收件36件，当年办结35件。", "共办理答复35件。", "复议维持1件。"])  # fmt: skip
def test_what_clerks_write_and_is_right_is_left_alone(text):
    assert told(dict.fromkeys(FORM.inputs, 0) | RECEIVED, text) == []


@pytest.mark.parametrize("text", [
    "2O25年收到申请40件。", "二千零二十五年收到申请40件。", "当年收件37件，当年办结35件。", "共办理答复36件。", "复议维持2件。",
    "新收的37件申请全部办结。"])  # fmt: skip
def test_what_clerks_write_and_is_wrong_is_found(text):
    assert [one.severity for one in told(dict.fromkeys(FORM.inputs, 0) | RECEIVED, text)] == [WARNING]


def test_an_amount_that_reads_as_if_nothing_carried_in_were_in_it_is_a_hint():
    cells = dict.fromkeys(FORM.inputs, 0) | {"requests.received.natural": 7, "requests.carried_in.natural": 1}
    cells |= {"requests.granted.natural": 8}
    (one,) = told(cells, "全年收到申请8件，上年结转1件。")
    assert one.severity == HINT and "含上年结转" in one.message
    assert told(cells, "全年收到申请8件（含上年结转1件）。") == told(cells, "全年收到申请7件，上年结转1件。") == []


def test_amounts_of_the_same_cell_in_a_sentence_may_be_right_together():
    cells = dict.fromkeys(FORM.inputs, 0) | {"requests.received.natural": 3, "requests.granted.natural": 3}
    assert told(cells, "对低保名单予以公开2件，对补贴标准予以公开1件。") == []
    assert told(cells, "予以公开2件，另予以公开1件。") == []
    assert len(told(cells, "予以公开2件，不予公开1件。")) >= 1
