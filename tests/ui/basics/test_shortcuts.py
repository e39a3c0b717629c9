"""A key means one thing, and the texts that name it say the key that does it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from ui.basics.shortcuts import SHORTCUTS, key_name
from ui.window.actions import ACTIONS


def test_no_key_does_two_things():
    keys = Counter(QKeySequence(key).toString() for keys in SHORTCUTS.values() for key in keys)
    assert "" not in keys and [key for key, count in keys.items() if count > 1] == []


def test_every_shortcut_is_that_of_an_action_or_of_a_cell():
    assert SHORTCUTS.keys() - ACTIONS.keys() == {"edit_cell", "show_tip"}


def test_the_hints_name_the_keys_that_lead_to_the_findings(qtbot, window):
    window.workspace.open_actions.new()
    view = window.workspace.session.view
    window.show()
    qtbot.waitUntil(lambda: key_name("next_finding") in view.found.toolTip())
    said = view.panel.details.text.toPlainText()
    assert key_name("next_finding") in said and key_name("previous_finding") in said


def test_the_tool_tips_name_the_keys(window):
    window.workspace.open_actions.new()
    for name, keys in SHORTCUTS.items():
        if name in ACTIONS:
            assert keys[0] in window.menu_actions[name].toolTip()
    window.workspace.session.document.edit({"unit": "<b>甲</b>"}, "修改<b>单位</b>")
    assert key_name("undo") in window.menu_actions["undo"].toolTip()
    assert "&lt;b>" in window.menu_actions["undo"].toolTip()
    window.workspace.session.view.replace()
    assert window.workspace.session.view.find_bar.next.toolTip() == key_name("find_next")
    assert window.start.new.toolTip() == key_name("new")
