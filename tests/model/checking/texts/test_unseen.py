"""Letters that nobody sees are told of, with their place, and taken out by one mend."""

from __future__ import annotations

import pytest

from model.checking.fixes import changes_of
from model.findings.finding import HINT, WARNING, Finding
from model.report.report import Part
from tests.model.checking.reports import QUIET_TEXT, changed, found


def told(text: str, *kinds: str) -> list[Finding]:
    report = changed(overview=(Part("主动公开", text),))
    return [one for one in found(report) if one.kind in kinds]


def mended(finding: Finding) -> list[object]:
    return [mend.value for mend in finding.mends]


def test_letters_that_turn_a_number_around_are_a_warning():
    text = f"{QUIET_TEXT}另有材料\u202e12\u202c页。"
    [one] = told(text, "turning", "unseen")
    assert one.severity == WARNING and "“一、总体情况”的“主动公开”" in one.message and "另有材料12页" in one.message
    assert text[one.start : one.start + one.length] == "\u202e12\u202c"
    assert mended(one) == [f"{QUIET_TEXT}另有材料12页。"]


@pytest.mark.parametrize("letter", "\u200b\u00ad\ufeff\u2060\x07\ufffc")
def test_letters_without_a_width_are_a_hint(letter):
    [one] = told(f"{QUIET_TEXT}另{letter}有材{letter}料。", "turning", "unseen")
    assert one.severity == HINT and "2 个" in one.message and one.message.isprintable()
    assert mended(one) == [f"{QUIET_TEXT}另有材料。"]


def test_parts_of_characters_are_a_hint():
    [one] = told(f"{QUIET_TEXT}另有⽂件⾏⽂。", "alike")
    assert "3 个字（文、行）" in one.message and mended(one) == [f"{QUIET_TEXT}另有文件行文。"]


@pytest.mark.parametrize("text", ["👨\u200d👩\u200d👧满意。", "مرحبا\u200f 你好。", "①加强；②改进。"])
def test_what_belongs_to_a_letter_is_not_told(text):
    assert told(text, "turning", "unseen", "alike") == []


@pytest.mark.parametrize("name", ["unit", "contact.address", "overview[0].heading", "opening"])
def test_names_headings_and_facts_are_looked_at_too(name):
    odd = "云溪县\u202e青禾镇\u200b人民政府"
    values = {"overview": (Part(odd, QUIET_TEXT),)} if "[" in name else {name.replace(".", "__"): odd}
    report = changed(**values)
    own = [one for one in found(report) if one.cells == (name,) and one.kind in ("turning", "unseen")]
    assert [one.severity for one in own] == [WARNING, HINT]
    new = changes_of(report, own[0].edits)
    assert "\u202e" not in str(new) and "\u202e" in odd


def test_a_line_break_in_the_name_of_the_body_breaks_no_sentence():
    messages = [one.message for one in found(changed(unit="云\n\u202e\t溪县青禾镇人民政府"))]
    assert any("本报告的单位是" in message for message in messages) and all(map(str.isprintable, messages))
