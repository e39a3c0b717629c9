"""Sentences that a screen reader says at once, wherever the focus is."""

from __future__ import annotations

from PySide6 import QtGui  # whose QAccessible, with all its enums, is loaded with the first sentence
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str, urgent: bool = False) -> None:
    """Have a sentence said; an urgent one breaks off what is being said."""
    if sentence and QtGui.QAccessible.isActive():
        event = QtGui.QAccessibleAnnouncementEvent(widget, sentence)
        kinds = QtGui.QAccessible.AnnouncementPoliteness
        event.setPoliteness(kinds.Assertive if urgent else kinds.Polite)
        QtGui.QAccessible.updateAccessibility(event)


def describe(widget: QWidget, words: str) -> None:
    """Say with a field what is wrong with it, and at once where that is new."""
    if widget.accessibleDescription() != words:
        widget.setAccessibleDescription(words)
        announce(widget, words)
