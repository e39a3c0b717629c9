"""Which cells a sentence speaks of: all that is certain, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.checking.amounts.statements import Reader, Statement
from model.checking.language.passages import Text
from model.checking.language.wording import wording_of
from model.checking.texts.other_bodies import own_names
from model.form.form import load_form
from tests.model.checking.reports import PHRASINGS

FORM, YEAR, REQUESTS = load_form("2021"), 2025, "依申请公开"
OTHERS = " ".join(f"received.{kind}" for kind in ("business", "research", "nonprofit", "legal", "other"))


def stated(text: str, heading: str = "", edition: str = "2021", year: int = YEAR) -> list[Statement]:
    form = load_form(edition)
    reader = Reader(form, year, own_names("云溪县青禾镇人民政府"), wording_of(form, year))
    passages = Text("overview[0].text", "", heading, text).passages()
    return [one for passage in passages for one in reader.statements(passage, heading) if one]


def meant(text: str, heading: str = REQUESTS) -> list[tuple[str, ...]]:
    """Of each statement its number and the cells to add up, alternatives apart, without their section."""
    return [
        (str(one.value), *(" ".join(name.partition(".")[2] for name in names) for names in one.sums))
        for one in stated(text, heading)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到政府信息公开申请14件。", [("14", "received.total")]),
        ("云溪县青禾镇人民政府收到政府信息公开申请十四件。", [("14", "received.total")]),
        ("收到申请1,400件。", [("1400", "received.total")]),
        ("收到申请14件，其中自然人10件、法人或其他组织4件。", [("14", "received.total"), ("10", "received.natural"), ("4", OTHERS)]),
        ("上年结转2件，其中自然人2件。", [("2", "carried_in.total"), ("2", "carried_in.natural")]),
        ("收到申请17件（含上年结转2件）。", [("17", "received.total carried_in.total"), ("2", "carried_in.total")]),
        ("收到申请14件，上年结转2件。", [("14", "received.total", "received.total carried_in.total"), ("2", "carried_in.total")]),
        ("办结14件，结转下年度继续办理2件。", [("14", "handled.total"), ("2", "carried_out.total")]),
        ("予以公开8件，部分公开1件。", [("8", "granted.total"), ("1", "partly_granted.total")]),
        ("因本机关不掌握相关政府信息无法提供2件。", [("2", "unavailable_not_held.total")]),
        ("未收到政府信息公开申请。", [("0", "received.total")]),
        ("均已办结，无结转下年度继续办理的申请。", [("0", "carried_out.total")]),
        ("制发行政规范性文件2件，废止1件，现行有效8件。", [
            ("2", "normative_documents.issued"), ("1", "normative_documents.repealed"), ("8", "normative_documents.in_force")]),
        ("行政许可决定126件，行政处罚9件。", [("126", "licences.decisions"), ("9", "penalties.decisions")]),
        ("行政复议1件，行政诉讼2件。", [("1", "review.total"), ("2", "litigation_direct.total litigation_after_review.total")]),
    ],
)  # fmt: skip
def test_a_sentence_means_these_cells(text, expected):
    assert meant(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2024年收到政府信息公开申请20件。",
        "去年收到申请20件，办结19件。",
        "全县收到政府信息公开申请200件。",
        "收到政府信息公开申请约14件。",
        "收到政府信息公开申请14件次。",
        "较上年增加3件。",
        "没有逾期答复的情况。",
        "公开财政信息14条。",
        "答复率100%。",
        "红星收到申请14件。",
        "收到申请14件红星。",
        "第14件申请已经办结。",
        "《14件申请的办理》。",
        "",
    ],
)
def test_a_sentence_about_something_else_means_none(text):
    assert meant(text) == []


def test_a_bare_number_means_the_requests_only_where_the_heading_says_so():
    assert meant("共收到20件。", REQUESTS) == [("20", "received.total")]
    assert meant("共收到20件。", "主动公开") == []


def test_one_clause_of_another_year_silences_what_follows_until_this_year_is_named_again():
    assert meant("2024年收到申请20件，办结19件。收到申请14件。") == [("14", "received.total")]
    assert meant("收到申请14件，去年收到20件，办结19件。") == [("14", "received.total")]


def test_fees_are_counted_in_ten_thousands_of_yuan():
    assert [one.value for one in stated("行政事业性收费3500元。")] == [Decimal("0.35")]
    assert [one.value for one in stated("行政事业性收费0.35万元。")] == [Decimal("0.35")]
    assert stated("行政事业性收费3件。") == [] == stated("行政许可决定3万元。")


def test_last_years_number_of_the_year_is_carried_in_whatever_the_year():
    assert [one.sums for one in stated("2022年结转3件。", year=2023)] == [(("requests.carried_in.total",),)]
    assert stated("2022年结转3件。", year=2025) == []


@pytest.mark.parametrize("text", PHRASINGS["wrong"])
def test_a_statement_stands_in_its_sentence_and_its_cells_in_the_form(text):
    for one in stated(text, REQUESTS):
        words = text[one.start : one.end]
        assert words and words == words.strip(" 。；") and (one.amount is not None or one.value == 0)
        if one.amount:
            assert one.start <= one.amount.start < one.amount.end <= one.end
        assert all(name in FORM.cells for names in one.sums for name in names)


def test_every_statement_knows_the_number_of_its_sentence():
    found = stated("收到申请14件，办结14件。今年很忙。予以公开8件。", REQUESTS)
    assert [one.sentence for one in found] == [0, 0, 2]


def test_rows_that_an_edition_does_not_have_are_not_meant():
    old = load_form("2019")
    for text in PHRASINGS["wrong"]:
        assert all(name in old.cells for one in stated(text, REQUESTS, "2019") for names in one.sums for name in names)
