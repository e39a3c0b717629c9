"""Every text on the screen has the room it needs: in every tab, state and dialog, at every size of window and zoom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from tests.pictures.dialogs import grab_dialogs
from tests.pictures.report import grab_look
from tests.text_room import cramped
from tests.ui.tabs import settle
from ui.basics.defaults import DIALOG_SHARE
from ui.basics.theme import apply_theme
from ui.dialogs import message_boxes, scrolling_box

# What common screens leave at 100, 125 and 150 percent; the smallest last: dialogs are opened in it.
SIZES = [(1920, 1000), (1366, 700), (1093, 576), (911, 440)]


@pytest.mark.parametrize("zoom", [100, 150])
def test_no_text_is_cut_off(window, monkeypatch, tmp_path, dressed, zoom):
    found: dict[str, str] = {}

    def look(name: str, shown: QWidget | None = None) -> None:
        top = shown or window
        for size in SIZES[-1:] if isinstance(shown, QMessageBox) else SIZES:
            if not isinstance(shown, QMessageBox):
                top.resize(QSize(*size) * (DIALOG_SHARE if shown else 1))
            settle()
            for line in cramped(top):
                found.setdefault(line.partition(":")[0], f"{name} at {size}: {line}")
            if top.width() > size[0] or top.height() > size[1]:
                found.setdefault(name, f"{name} is {top.width()} × {top.height()}, for {size}")

    def look_at_box(box: QWidget) -> int:
        box.show()
        look(f"“{box.text()}”", box)
        box.hide()
        return 0

    monkeypatch.undo()  # the fixture of the clerk answers instead of the boxes
    monkeypatch.setattr(message_boxes.QMessageBox, "exec", look_at_box)
    monkeypatch.setattr(scrolling_box, "room_of", lambda box: QSize(*SIZES[-1]))
    apply_theme(dressed, "light", zoom)
    try:
        grab_look(window, look, "light", tmp_path)
        grab_dialogs(window, look)
    finally:
        apply_theme(dressed, "light", 100)
    assert not found, "\n".join(found.values())


def test_what_is_cut_off_is_found(qtbot, dressed):
    for narrow in (QLabel("一个很长的标签"), QPushButton("一个很长的按钮")):
        top = QWidget()
        qtbot.addWidget(top)
        QVBoxLayout(top).addWidget(narrow)
        top.show()
        settle()
        assert cramped(top) == []
        narrow.setFixedWidth(50)
        settle()
        assert len(cramped(top)) == 1
        narrow.setFixedWidth(300)
        top.setFixedWidth(60)
        settle()
        assert len(cramped(top)) == 1
