"""Documents and terms of another time."""

from __future__ import annotations

import pytest

from model.checking.fixes import changes_of
from model.checking.texts.outdated import entries
from model.findings.finding import HINT, WARNING, Finding
from tests.model.checking.reports import found, with_text


def told(text: str, year: int = 2025) -> list[Finding]:
    report = with_text(text)
    report.values["year"] = year
    return [one for one in found(report, None) if one.rule == "outdated" and one.cells[0] != "opening"]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("按照国办公开办函〔2019〕60号的要求编制。", WARNING),
        ("根据《政府信息公开条例》（国务院令第492号）编制。", WARNING),
        ("围绕常态化疫情防控做好公开。", HINT),
        ("深入学习贯彻党的十九大精神。", HINT),
        ("结合党史学习教育推进公开。", HINT),
    ],
)
def test_what_belongs_to_other_years_is_found_once(text, severity):
    (one,) = told(text + text)
    assert one.severity == severity and "2025 年" in one.message and one.length > 2


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("按照国办公开办函〔2019〕60号的要求编制。", 2020),
        ("围绕常态化疫情防控做好公开。", 2021),
        ("清理疫情防控类过期信息37条。", 2025),
        ("除2020年受新冠疫情影响暂停外，查阅点一直开放。", 2025),
        ("公开《关于做好疫情防控资金清算的通知》。", 2025),
        ("党的十九大以来，公开的范围不断扩大。", 2025),
        ("深入学习贯彻党的二十大精神。", 2025),
        ("巩固拓展脱贫攻坚成果。", 2025),
    ],
)
def test_in_its_own_years_and_in_titles_it_is_in_order(text, year):
    assert told(text, year) == []


def test_what_came_later_cannot_stand_in_an_older_report():
    assert told("学习贯彻党的二十届三中全会精神。", 2022) != []


def test_the_basis_is_mended_in_one_go():
    report = with_text("按照国办公开办函〔2019〕60号的要求编制。")
    (one,) = [one for one in found(report, None) if one.rule == "outdated"]
    (parts,) = changes_of(report, one.mends).values()
    assert "按照国办公开办函〔2021〕30号的要求" in parts[0].text


def test_every_entry_ends_after_it_begins():
    assert all(one.first <= one.last and one.advice for one in entries())
