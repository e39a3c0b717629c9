"""A text is read as it is seen, and what is found in it stands where it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.checking.language.as_read import as_read, as_written
from model.findings.finding import Finding, Rewording
from model.report.report import Part
from tests.model.checking.reports import changed, found, text_findings

SENTENCE = "收到政府信息公开申请{}99{}件，{}都办结了。"
ODD = ["\u200b", "\ufeff", "\u2060", "\u00ad", "\ufe0f", "\u202e", "\u2066", "\x01", "\u200d\u200b"]


@pytest.mark.parametrize("letter", ODD)
@pytest.mark.parametrize("places", ["{0}||", "|{0}|", "||{0}", "{0}|{0}|{0}"])
def test_a_letter_that_nobody_sees_hides_no_wrong_number(letter, places):
    plain = text_findings(SENTENCE.format("", "", ""))
    text = SENTENCE.format(*places.format(letter).split("|"))
    seen = text_findings(text)
    assert plain and [one.message for one in seen] == [one.message for one in plain]
    for one, other in zip(seen, plain, strict=True):
        words = text[one.start : one.start + one.length]
        assert words.replace(letter, "") == SENTENCE.format("", "", "")[other.start : other.start + other.length]
        assert not words.startswith(letter) and not words.endswith(letter)


@pytest.mark.parametrize(
    "text",
    [
        "制发⾏政规范性⽂件99件。",
        "制发行政规范性文件\n99件。",
        "制发行政规范性文件\v 99件。",
        "制发行政规范性文件⑨件。",
        "制发行政规范性文件⑲件。",
        "制发行政规范性文件𝟗𝟗件。",
        "制\u00ad发行政规\u200b范性文件9\u20609件。",
    ],
)
def test_a_number_is_read_however_its_letters_are_coded(text):
    assert [one.rule for one in text_findings(text, "主动公开")] == ["text-number"]


def test_a_mend_changes_what_is_meant_and_leaves_the_rest_as_it_is_written():
    text = "甲\u200b乙，截\u00ad止12月底，\ufeff丙。"
    own = [one for one in found(changed(overview=(Part("主动公开", text),))) if "截至" in one.message]
    assert [mend.value for mend in own[0].mends] == ["甲\u200b乙，截至12月底，\ufeff丙。"]


def test_what_is_written_as_it_is_read_is_the_text_itself():
    assert as_read("一、主动公开\n制发2件，①加强；②改进。\n3.下一步") is None


LETTERS = st.lists(
    st.sampled_from([*"行政文件，。①⑫3件\n\v", "⾏", "\u200b", "\u202e", "\u2028", "文件的行政规范性"]), max_size=40
)


@given(LETTERS)
def test_each_place_leads_to_the_letter_that_stands_there(letters):
    text = "".join(letters)
    if read := as_read(text):
        origins = [read.origin(place) for place in range(len(read.text))]
        assert origins == sorted(origins) and all(0 <= at < len(text) for at in origins)
        for place, at in enumerate(origins):
            assert text[at] == read.text[place] or text[at] in "⾏⑫①\u2028"
        assert as_read(read.text) is None or "\n" in read.text


def test_what_is_found_in_an_ordinary_text_is_untouched():
    finding = Finding("writing", "hint", ("overview[0].text",), "。", (Rewording("overview[0].text", "甲", ()),))
    assert as_written(finding, {}) is finding
