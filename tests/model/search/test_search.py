"""Finding and replacing words in all texts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from model.form.form import load_form
from model.report.report import Part, Report
from model.search.search import find, replaced, searched


def test_words_are_found_and_replaced_in_all_texts(example):
    report = example.report
    places = find(report, "公开")
    assert {match.name for match in places} >= {"opening", "overview[0].text", "remarks[1].text"}
    report.values |= {name: value for name, value in replaced(report, places, "公布").items() if value is not None}
    assert find(report, "公开") == []
    assert len(find(report, "公布")) == len(places)


def test_finding_does_not_lose_count_over_odd_letters(form):
    report = Report(form, {"opening": "İİ公开"})
    assert [match.start for match in find(report, "公开")] == [2]


def texts(report: Report) -> list[str]:
    return [text for _, text in searched(report)]


def changed(report: Report, words: str, new: str) -> Report:
    return replace(report, values=report.values | replaced(report, find(report, words), new))


WORDS = st.text("公开A\n", max_size=12)
REPORTS = st.builds(
    lambda opening, parts: Report(load_form("2021"), {"opening": opening, "overview": tuple(parts)}),
    WORDS,
    st.lists(st.builds(Part, WORDS, WORDS), max_size=4),
)
WANTED = st.text("公开A", min_size=1, max_size=2)


@given(REPORTS, WANTED)
def test_every_place_that_is_found_holds_the_words(report, words):
    by_name = dict(searched(report))
    places = find(report, words)
    assert all(by_name[m.name][m.start : m.start + m.length].lower() == words.lower() for m in places)
    assert len(places) == sum(text.lower().count(words.lower()) for text in texts(report))


@given(REPORTS, WANTED)
def test_as_many_are_replaced_as_were_found(report, words):
    after = changed(report, words, "＃")
    assert sum(text.count("＃") for text in texts(after)) == len(find(report, words))
    assert find(after, words) == []


@given(REPORTS, WANTED)
def test_replacing_words_by_themselves_changes_nothing_and_there_and_back_is_nothing(report, words):
    same = [text.replace("A", "a") for text in texts(report)]
    assert [text.replace("A", "a") for text in texts(changed(report, words, words))] == same
    back = changed(changed(report, words, "＃"), "＃", words)
    assert [text.replace("A", "a") for text in texts(back)] == same


def test_upper_and_lower_case_are_alike_and_an_empty_search_finds_nothing(form):
    report = Report(form, {"opening": "PDF和pdf，没有Pd f"})
    assert [match.start for match in find(report, "Pdf")] == [0, 4]
    assert find(report, "") == []


def test_places_do_not_overlap(form):
    assert [match.start for match in find(Report(form, {"opening": "公公公公公"}), "公公")] == [0, 2]


def test_only_what_holds_the_words_changes_and_a_part_keeps_what_is_not_known_here(form):
    part = Part("公开", "不变。", {"later": 1})
    report = Report(form, {"opening": "不变。", "overview": (Part("", "也不变。"), part), "remarks": (Part("", "x"),)})
    changes = replaced(report, find(report, "公开"), "公布")
    assert changes == {"overview": (Part("", "也不变。"), Part("公布", "不变。", {"later": 1}))}


def test_one_of_several_places_is_replaced_alone(form):
    report = Report(form, {"opening": "公开、公开、公开"})
    assert replaced(report, find(report, "公开")[1:2], "公布") == {"opening": "公开、公布、公开"}
