"""The words of each edition's tables, and those that editions share."""

from __future__ import annotations

from model.form.form import load_form
from model.reading.tables.edition_labels import labels_among

FORMS = [load_form("2019"), load_form("2021")]


def test_editions_share_labels_and_each_has_headings_of_its_own():
    old, labels = (labels_among(form, FORMS) for form in FORMS)
    assert "规章" in labels.words & old.words
    assert "现行有效件数" in labels.words - old.words and "对外公开总数量" in old.words - labels.words
    assert labels.known & old.known >= {"现行有效件数", "对外公开总数量"}  # a heading of any edition is a heading


def test_columns_are_read_in_the_order_of_their_headings():
    labels = labels_among(FORMS[1], FORMS)
    assert labels.reading_orders["disclosure"][:3] == ["issued", "repealed", "in_force"]
    # The headings over two rows stand in the first of them.
    assert labels.reading_orders["requests"] == [
        "natural",
        "total",
        "business",
        "research",
        "nonprofit",
        "legal",
        "other",
    ]
