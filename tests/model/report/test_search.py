"""Finding and replacing words in all texts."""

from __future__ import annotations

from model.report.report import Report
from model.report.search import find, replaced


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
