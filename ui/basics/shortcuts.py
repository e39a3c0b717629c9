"""Every keyboard shortcut once: the menus, the tables and the texts that name a key take it from here."""

from __future__ import annotations

from collections.abc import Mapping

# By action, in Qt's portable notation; the first of several is the one that menus and texts name.
SHORTCUTS: Mapping[str, tuple[str, ...]] = {
    "new": ("Ctrl+N",),
    "next_year": ("Ctrl+Shift+N",),
    "open": ("Ctrl+O",),
    "paste_report": ("Ctrl+Shift+V",),
    "save": ("Ctrl+S",),
    "save_as": ("Ctrl+Shift+S", "F12"),
    "export": ("Ctrl+E",),
    "print": ("Ctrl+P",),
    "close": ("Ctrl+Q",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Y", "Ctrl+Shift+Z"),
    "cut": ("Ctrl+X",),
    "copy": ("Ctrl+C",),
    "paste": ("Ctrl+V",),
    "delete": ("Del",),
    "select_all": ("Ctrl+A",),
    "fill_down": ("Ctrl+D",),
    "fill_zeros": ("Ctrl+Shift+D",),
    "search": ("Ctrl+F",),
    "find_next": ("F3",),
    "find_previous": ("Shift+F3",),
    "replace": ("Ctrl+H",),
    "sentences": ("Ctrl+J",),
    "keep_sentence": ("Ctrl+Shift+J",),
    "findings": ("Ctrl+F8",),
    "next_finding": ("F8",),
    "previous_finding": ("Shift+F8",),
    "compare": ("F9",),
    "preview": ("F10",),
    "next_area": ("F6",),
    "previous_area": ("Shift+F6",),
    "next_tab": ("Ctrl+PgDown",),
    "previous_tab": ("Ctrl+PgUp",),
    "larger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "normal": ("Ctrl+0",),
    "help": ("F1",),
    "manual": ("Shift+F1",),
    "edit_cell": ("F2",),  # handled by the focused table, not by an action of the window
    "show_tip": ("Shift+F2",),  # so is this
}

# Handled by what has the focus, which knows these keys: the window's actions of these names show the key and do not take it.
OF_THE_FOCUS = ("cut", "copy", "paste", "delete", "select_all", "fill_down", "fill_zeros")


def key_name(action: str) -> str:
    """Return the shortcut of an action as texts name it, such as F8."""
    return SHORTCUTS[action][0]


def with_key(words: str, action: str) -> str:
    """Return words followed by the shortcut of an action, if it has one."""
    return f"{words}（{key_name(action)}）" if action in SHORTCUTS else words
