"""Message boxes in a small screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QScrollArea

from tests.ui.tabs import settle
from ui.dialogs import scrolling_box
from ui.dialogs.scrolling_box import ScrollingBox


@pytest.fixture
def box(qtbot, dressed, monkeypatch):
    monkeypatch.setattr(scrolling_box, "room_of", lambda box: QSize(911, 440))
    made = ScrollingBox(QMessageBox.Icon.Information, "年报", "程序替您留着的东西：")
    made.addButton("知道了", QMessageBox.ButtonRole.RejectRole)
    qtbot.addWidget(made)
    return made


def test_a_long_text_scrolls_and_the_buttons_are_in_sight(box):
    box.setInformativeText("\n".join(f"第 {number} 行" for number in range(60)))
    box.show()
    settle()
    assert box.height() <= 440
    area = box.findChild(QScrollArea)
    long = area.widget()
    assert isinstance(long, QLabel) and "第 59 行" in long.text()
    assert area.verticalScrollBar().maximum() >= long.height() - area.height() > 0
    button = box.findChild(QPushButton)
    assert box.rect().contains(button.geometry().translated(button.parentWidget().pos()))


def test_a_short_text_stays_as_it_is(box):
    box.setInformativeText("一行")
    box.show()
    settle()
    assert box.findChild(QScrollArea) is None
