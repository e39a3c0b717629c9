"""Sentences in the texts go on saying what the tables say, and the note of that survives the draft's file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.draft.draft_file import load_draft, save_draft
from model.report.report import KeptSentence, Notes, Part, new_report
from model.sentences.following import MOST_FOLLOWING, texts_following

TEXT = "新收{requests.received.all_applicants}件。"


@pytest.fixture
def report(form):
    made = new_report(form, 2025)
    made.values["requests.received.natural"] = 5
    made.values["overview"] = (Part("一"), Part("二", "开头。新收5件。结尾。"))
    made.notes = Notes(kept_sentences=(KeptSentence("overview", TEXT, "新收5件。"),))
    return made


def test_a_sentence_as_it_was_put_there_follows_its_number(report):
    assert texts_following(report) == ({}, report.notes.kept_sentences)
    report.values["requests.received.natural"] = 16
    changed, left = texts_following(report)
    assert changed["overview"][1].text == "开头。新收16件。结尾。"
    assert [one.said for one in left] == ["新收16件。"]


@pytest.mark.parametrize("text", ["开头。新收了5件。", "", "新收15件。"])
def test_a_sentence_that_was_edited_is_left_alone_for_good(report, text):
    report.values["overview"] = (Part("二", text),)
    report.values["requests.received.natural"] = 16
    assert texts_following(report) == ({}, ())


def test_a_number_that_only_ends_like_the_sentence_is_not_its_own(report):
    report.notes = Notes(kept_sentences=(KeptSentence("overview", "{requests.received.natural}件", "5件"),))
    report.values["overview"] = (Part("二", "另有15件，新收5件。"),)
    report.values["requests.received.natural"] = 7
    assert texts_following(report)[0]["overview"][0].text == "另有15件，新收7件。"


def test_the_same_sentence_twice_follows_twice(report):
    report.values["overview"] = (Part("一", "新收5件。"), Part("二", "新收5件。"))
    report.notes = replace(report.notes, kept_sentences=2 * report.notes.kept_sentences)
    report.values["requests.received.natural"] = 6
    assert [part.text for part in texts_following(report)[0]["overview"]] == 2 * ["新收6件。"]


def test_the_notes_survive_the_file_and_what_is_none_stays_as_it_is(report, tmp_path):
    path = tmp_path / "草稿.toml"
    report.notes = Notes(kept_sentences=(replace(report.notes.kept_sentences[0], kept={"by": "县里"}),))
    strange = [{"section": "overview", "text": "{no.such.role}", "said": "x"}, {"text": "没有段"}, 3]
    save_draft(path, report)
    assert load_draft(path)[0].has_same_content(report)
    report.kept["kept_sentences"] = strange
    path.write_text(path.read_text(encoding="utf-8") + '\n[[kept_sentences]]\ntext = "没有段"\n', encoding="utf-8")
    again = load_draft(path)[0]
    assert again.notes == report.notes and again.kept["kept_sentences"] == [{"text": "没有段"}]
    save_draft(path, again)
    assert load_draft(path)[0].notes == report.notes and 'text = "没有段"' in path.read_text(encoding="utf-8")


def test_of_a_draft_with_endless_sentences_only_the_first_are_looked_for_and_none_is_lost(report):
    many = tuple(KeptSentence("overview", TEXT, f"没有{number}") for number in range(MOST_FOLLOWING + 50))
    report.notes = Notes(kept_sentences=(*report.notes.kept_sentences, *many))
    report.values["requests.received.natural"] = 6
    changed, left = texts_following(report)
    assert "新收6件。" in changed["overview"][1].text and left[1:] == many[MOST_FOLLOWING - 1 :]
