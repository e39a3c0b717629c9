"""The words around a place in a text."""

from __future__ import annotations

import re

from model.checking.texts.words_around import CLAUSE_ENDS, SENTENCE_ENDS, Words, words_around

TEXT = "2023年收到3件，二〇二四年收到5件。2025年收到7件。"


def test_words_end_at_the_marks_and_name_the_years_in_them():
    sentence = words_around(Words(TEXT, 0, 0), 2, SENTENCE_ENDS)
    clause = words_around(Words(TEXT, 0, 0), 2, CLAUSE_ENDS)
    assert (sentence.years, clause.years) == ({2023, 2024}, {2023})
    assert sentence.says(re.compile("5件")) and not clause.says(re.compile("5件"))


def test_words_are_looked_for_once_for_all_places_in_them():
    first = words_around(Words(TEXT, 0, 0), 2, SENTENCE_ENDS)
    assert words_around(first, 12, SENTENCE_ENDS) is first
    assert words_around(first, TEXT.index("7"), SENTENCE_ENDS).years == {2025}
