"""What is offered for a part: the edition's, the county's and the clerk's own sentences, with this year's numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.checking.run import check
from model.checking.sheet.self_check_sheet import OF_TEXTS
from model.county.county import NO_COUNTY, County, Sentence
from model.form.form import FormFault, editions, load_form, read_form
from model.form.usual_sentences import OfferedSentence
from model.report.report import KeptSentence, Notes, Part, new_report
from model.sentences.filling import filled, is_possible
from model.sentences.offered import COUNTYS, OWN, STANDARD, as_own, offers, with_sentence
from tests.third_edition import edition_text

NEW = "{year}年新收{requests.received.all_applicants}件"


@pytest.mark.parametrize("edition", editions())
def test_a_sentence_has_the_numbers_of_its_roles(edition):
    report = new_report(load_form(edition), 2025)
    assert filled(NEW, report, report.numbers()) == "2025年新收____件"
    report.values["requests.received.natural"] = 3
    report.values["requests.received.business"] = 4
    assert filled(NEW, report, report.numbers()) == "2025年新收7件"
    report.values["requests.denied_state_secret.natural"] = 1
    report.values["requests.denied_by_law.natural"] = 2
    assert filled("不予公开{requests.refused.natural}件", report, report.numbers()) == "不予公开3件"
    assert filled("{unit}{year}", new_report(load_form(edition)), {}) == "________"


@pytest.mark.parametrize("edition", editions())
def test_every_sentence_of_an_edition_can_be_said_on_it(edition):
    form = load_form(edition)
    report = new_report(form, 2020)
    report.values |= dict.fromkeys(form.inputs, 1)
    assert form.sentences
    for sentence in form.sentences:
        assert is_possible(sentence.text, form)
        assert "_" not in filled(sentence.text, report, report.numbers()), sentence


@pytest.mark.parametrize("edition", editions())
def test_every_edition_has_sentences_for_all_of_its_tables_and_for_the_fees(edition):
    form = load_form(edition)
    said = "".join(sentence.text for sentence in form.sentences)
    assert [section.role for section in form.sections if section.grid and f"{{{section.role}." not in said] == []
    silent = [one for one in form.mentions if one.section == "remarks" and not any(word in said for word in one.words)]
    assert silent == []


@pytest.mark.parametrize("edition", editions())
def test_no_check_objects_to_the_sentences_of_an_edition(edition):
    form = load_form(edition)
    report = new_report(form, 2020)
    report.values |= dict.fromkeys(form.inputs, 1)
    for sentence in form.sentences:
        said = filled(sentence.text, report, report.numbers())
        report.values[sentence.section] = (Part(sentence.part, said),)
        found = [one for one in check(report, None).findings if one.rule in OF_TEXTS]
        assert not found, sentence
        report.values[sentence.section] = ()


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("{requests.received.all_applicants}", "{requests.received.nobody}", "{requests.received.nobody}"),
        ("{requests.received.all_applicants}", "{requests.received", "不成对的花括号"),
        (
            '[[sentence]]\nsection = "overview"\npart = "主动公开"',
            '[[sentence]]\nsection = "overview"\npart = "没有"',
            "没有",
        ),
        ('[[sentence]]\nsection = "overview"', '[[sentence]]\nsection = "requests"', "requests"),
    ],
)
def test_a_wrong_sentence_of_an_edition_is_refused_with_its_place(old, new, place):
    import tomllib
    from pathlib import Path

    text = (Path(__file__).parents[3] / "resources/forms/2021.toml").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(FormFault) as told:
        read_form(tomllib.loads(text.replace(old, new, 1)), "2021.toml")
    assert "2021.toml" in str(told.value) and "[[sentence]]" in str(told.value) and place in str(told.value)


def test_the_third_edition_offers_the_same_sentences_without_a_line_of_code(form):
    import tomllib

    third = read_form(tomllib.loads(edition_text()), "2027.toml")
    assert len(third.sentences) == len(form.sentences)


def test_those_of_the_part_come_first_and_each_says_whose_it_is(last):
    county = County("某县", sentences=(Sentence("overview", "县里要求的{话}。"), Sentence("remarks", "别处的话。")))
    own = (OfferedSentence("overview", "我的话。"), OfferedSentence("improvement", "别处。"))
    found = offers(last, county, own, "overview", "依申请公开")
    assert [(one.whose, one.said) for one in found[:2]] == [(OWN, "我的话。"), (COUNTYS, "县里要求的{话}。")]
    assert found[2].whose == STANDARD and found[2].sentence.part == "依申请公开"
    assert found[-2].sentence.part not in ("", "依申请公开")
    assert (found[-1].whose, found[-1].said) == (OWN, "别处。")  # the clerk's own are at hand in every section


def test_a_selection_becomes_a_sentence_that_follows_and_goes_to_other_years(last):
    said = filled(NEW, last, last.numbers())
    last.notes = Notes(kept_sentences=(KeptSentence("overview", NEW, said),))
    assert as_own(last, "overview", f" {said}，比2024年多。").text == f"{NEW}，比2024年多。"
    assert as_own(last, "remarks", f"{last.year}年没有。").text == "{year}年没有。"


def test_only_a_sentence_with_numbers_is_followed(last):
    for offer in offers(last, NO_COUNTY, (OfferedSentence("overview", "没有数的话。"),), "overview", ""):
        changes, kept = with_sentence(last, "overview", 0, 0, offer)
        assert changes["overview"][0].text.startswith(offer.said)
        assert bool(kept) == ("{" in offer.sentence.text)
    assert replace(last.notes, kept_sentences=()) == last.notes
