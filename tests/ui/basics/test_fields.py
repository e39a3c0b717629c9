"""Fields leave the window its keys, also those that the system gives to a field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from ui.basics.shortcuts import OF_THE_FOCUS, SHORTCUTS
from ui.window.actions import ACTIONS

# In the place of Ctrl+E, which is a field's own only with X11: Ctrl+A is everywhere.
OWN = "Ctrl+A"


@pytest.fixture
def fields(window):
    window.workspace.open_actions.new()
    editor = window.workspace.session.view.editor
    facts, texts, table = editor.tab_of("unit"), editor.tab_of("overview"), editor.tab_of("requests").table
    table.begin_editing("3", replacing=True)
    return [facts._lines["unit"], facts.opening, texts.cards[0].heading, texts.cards[0].text, table.editor]


def keeps(field, keys: str) -> bool:
    """Whether a field asks to have keys for itself that may be a shortcut."""
    pressed = QKeySequence(keys)[0]
    event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.parametrize(
    "keys", [keys for name in ACTIONS if name not in OF_THE_FOCUS for keys in SHORTCUTS.get(name, ())]
)
def test_no_field_keeps_a_key_of_the_window(fields, keys):
    assert [field for field in fields if keeps(field, keys)] == []


def test_a_key_that_a_field_knows_too_is_the_windows_where_the_window_has_it(window, fields):
    assert all(keeps(field, OWN) for field in fields)
    QAction(window).setShortcut(QKeySequence(OWN))
    assert not any(keeps(field, OWN) for field in fields)


def test_letters_that_nobody_sees_are_not_pasted_into_a_line(fields):
    line = fields[0]
    line.setText("青禾镇")
    line.setCursorPosition(1)
    QApplication.clipboard().setText("\u200b某\u202e😀\u00ad")
    line.paste()
    assert line.text() == "青某😀禾镇" and line.cursorPosition() == 4
    line.insert("甲")
    assert line.text() == "青某😀甲禾镇"


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_in_a_list_of_choices_the_one_that_the_keys_are_on_can_be_seen(window, dressed, look):
    window.workspace.open_actions.show_example()
    window.appearance.choose_look(look)
    level = window.workspace.session.view.editor.tab_of("level")._level
    window.workspace.session.view.go_to("level")
    level.showPopup()
    shown = level.view()
    row = shown.visualRect(shown.currentIndex())
    image = shown.viewport().grab(row).toImage()
    found = {image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())}
    level.hidePopup()
    assert max(found) - min(found) > 100
    assert shown.viewport().rect().contains(shown.visualRect(shown.model().index(level.count() - 1, 0)).center())
