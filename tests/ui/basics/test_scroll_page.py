"""A page as wide as a text can be read, also in another size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from model.report.report import Part
from tests.clerk import click
from tests.ui.tabs import settle

TEXT = "全年的话。\n" * 9  # as high as half of the page


def is_seen(page, field: QWidget) -> bool:
    """Whether all of a field is in sight."""
    top = field.mapTo(page.viewport(), field.rect().topLeft()).y()
    return top >= 0 and top + field.height() <= page.viewport().height()


def page_with_texts(window):
    """A page of texts, of which not two fit, at its top, with the tab bar before it."""
    window.resize(1000, 600)
    window.workspace.open_actions.show_example()
    window.workspace.session.document.edit({"overview": tuple(Part(f"第{n}", TEXT) for n in range(4))}, "x")
    window.workspace.session.view.editor.show_tab_of("overview")
    settle()
    return window.workspace.session.view.editor.tab_of("overview")


def test_the_column_grows_with_the_zoom(window):
    window.workspace.open_actions.new()
    page = window.workspace.session.view.editor.tab_of("unit")
    before = page._sheet.maximumWidth()
    window.appearance.larger()
    assert page._sheet.maximumWidth() > before
    window.appearance.normal()
    assert page._sheet.maximumWidth() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_what_the_keys_come_to_is_seen_whole(window, key):
    page = page_with_texts(window)
    page.cards[0].heading.setFocus()
    settle()
    reached = set()
    for _ in range(40):
        QTest.keyClick(window.focusWidget(), key)
        settle()
        field = window.focusWidget()
        if page.isAncestorOf(field):
            assert is_seen(page, field), field.accessibleName()
            reached.add(field)
    assert {card.text for card in page.cards} <= reached


@pytest.mark.parametrize("key", [Qt.Key.Key_F6, Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_from_elsewhere_the_keys_lead_to_what_is_seen(window, key):
    page = page_with_texts(window)
    window.workspace.session.view.editor.tabBar().setFocus()
    settle()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 2)
    for _ in range(9):
        QTest.keyClick(window.focusWidget(), key)
        settle()
        if page.isAncestorOf(window.focusWidget()):
            break
    assert page.isAncestorOf(window.focusWidget()) and is_seen(page, window.focusWidget())


def test_what_is_clicked_on_does_not_move(window):
    page = page_with_texts(window)
    bar, field = page.verticalScrollBar(), page.cards[1].text
    page.cards[0].text.setFocus()
    settle()
    bar.setValue(field.mapTo(page.widget(), field.rect().center()).y() - page.viewport().height() // 2 - 60)
    bar.setValue(bar.value() - field.height() // 3)
    before = bar.value()
    assert not is_seen(page, field)
    click(field)
    settle()
    assert field.hasFocus() and bar.value() == before
