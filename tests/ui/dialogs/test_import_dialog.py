"""The card on which the clerk looks at what was read."""

from __future__ import annotations

from PySide6.QtTest import QTest

from model.draft.draft_file import load_draft
from model.reading.document import read_bytes, read_document
from tests.model.reading.pages import page_of, table_of
from tests.samples import EXAMPLE
from tests.ui.cards import KEYS, doubtful_page, item_of, items_of
from ui.dialogs.import_dialog import SAID, VALUE, ImportDialog


def test_every_refused_number_keeps_the_card_open_until_it_is_mended(window, clerk, document):
    shown_card = ImportDialog(read_document(document), "a", False, window)
    item_of(shown_card, "requests.carried_out.business").setText(VALUE, "1O")
    item_of(shown_card, "requests.carried_out.natural").setText(VALUE, "5")
    shown_card.buttons["next"].click()
    assert shown_card.choice == ""
    item_of(shown_card, "requests.carried_out.business").setText(VALUE, "10")
    shown_card.buttons["next"].click()
    assert shown_card.choice == "next"


def test_a_correction_shows_everywhere_and_settles_a_total_that_disagreed(window):
    reading = read_bytes(doubtful_page(carried_in__natural="约5", handled__natural=61))
    shown_card = ImportDialog(reading, "a.html", False)
    twins = items_of(shown_card, "requests.carried_in.natural")
    twins[1].setText(VALUE, "5")
    assert [item.text(VALUE) for item in twins] == ["5", "5"]
    total = shown_card.tree.topLevelItem(0).child(1)
    assert "61" in total.text(SAID) and total.text(VALUE) == "10"
    granted = item_of(shown_card, "requests.granted.natural")
    granted.setText(VALUE, str(51 + int(granted.text(VALUE))))
    assert "相符" in total.text(SAID) and not shown_card.report.notes.printed


def test_a_card_with_a_refused_correction_stays_open_and_says_why(window, clerk, document):
    shown_card = ImportDialog(read_document(document), "a", False, window)
    item = item_of(shown_card, "requests.carried_out.business")
    item.setText(VALUE, "1O")
    shown_card.buttons["next"].click()
    assert shown_card.choice == "" and "1O" in item.text(SAID)
    item.setText(VALUE, "10")
    QTest.keyClick(shown_card, KEYS.Key_Return)
    assert shown_card.choice == ""
    shown_card.reject()
    assert "改正过的数" in clerk.told[-1]
    shown_card.buttons["next"].click()
    assert shown_card.choice == "next" and shown_card.report.values["requests.carried_out.business"] == 10


def test_the_card_shows_what_was_read_beside_its_source_and_what_disagreed(window):
    report = load_draft(EXAMPLE)[0]
    numbers = report.numbers() | {"requests.handled.natural": 61}
    page = page_of(report, lambda grid, _: table_of(grid, numbers))
    shown_card = ImportDialog(read_bytes(page.encode()), "a.html", False)
    item = item_of(shown_card, "requests.carried_out.natural")
    assert item.text(VALUE) == "2" and "四、结转下年度" in item.text(2) and "表格" in item.text(SAID)
    doubtful = shown_card.tree.topLevelItem(0)
    assert doubtful.childCount() == 1 and "61" in doubtful.child(0).text(SAID) and "10" in doubtful.child(0).text(SAID)
    shown_card.only_doubtful.click()
    assert shown_card.tree.topLevelItem(3).isHidden()
