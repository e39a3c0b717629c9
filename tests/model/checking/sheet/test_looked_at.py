"""Why a rule had nothing to look at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.checking.sheet.looked_at import (
    NO_FACTS,
    NO_LAST,
    NO_LAST_NUMBERS,
    NO_NUMBERS,
    NO_TEXT,
    OF_SECTIONS,
    OTHER_LEVEL,
    not_looked_at,
)
from model.checking.sheet.self_check_sheet import titles
from model.report.report import Report
from tests.model.checking.reports import CLEAN, LAST, changed

EMPTY = Report(CLEAN.form)
NO_TABLES = Report(CLEAN.form, {name: value for name, value in CLEAN.values.items() if name not in CLEAN.form.inputs})
ONLY_AN_OPENING = changed(**{section.key: None for section in CLEAN.form.text_sections})
LAST_WITHOUT_TABLES = replace(
    LAST, values={name: value for name, value in LAST.values.items() if name not in CLEAN.form.inputs}
)


def test_over_a_whole_report_every_rule_has_something_to_look_at():
    assert {not_looked_at(CLEAN, LAST, rule) for rule in titles(CLEAN.form)} == {""}


@pytest.mark.parametrize(
    ("report", "last", "rule", "why"),
    [
        (CLEAN, None, "carried-in", NO_LAST),
        (CLEAN, None, "same-text", NO_LAST),
        (CLEAN, LAST_WITHOUT_TABLES, "carried-in", NO_LAST_NUMBERS),
        (CLEAN, LAST_WITHOUT_TABLES, "jump", NO_LAST_NUMBERS),
        (changed(unit="某省人民政府", level="province"), LAST, "fees-level", OTHER_LEVEL),
        (changed(requests__received__other=None), LAST, "balance", NO_NUMBERS),
        (changed(remarks=None), LAST, "fee-silent", NO_TEXT),
        (NO_TABLES, LAST, "text-number", NO_FACTS),
        (changed(year=None), None, "stale-year", NO_FACTS),
        (changed(unit=None), LAST, "stale-unit", NO_FACTS),
        (EMPTY, None, "writing", NO_TEXT),
        (EMPTY, None, "contact", NO_FACTS),
        (changed(signoff__date=None), LAST, "signed-on", NO_FACTS),
        (changed(requests__other_remaining__other=None), LAST, "other-silent", NO_NUMBERS),
        *((ONLY_AN_OPENING, LAST, rule, NO_TEXT) for rule in OF_SECTIONS),
        (CLEAN, replace(ONLY_AN_OPENING, form=LAST.form), "same-text", NO_FACTS),
    ],
)
def test_the_reason_is_told(report, last, rule, why):
    assert not_looked_at(report, last, rule) == why


def test_what_is_empty_is_what_these_rules_look_at():
    assert not_looked_at(EMPTY, None, "blank") == not_looked_at(EMPTY, None, "missing-text") == ""
