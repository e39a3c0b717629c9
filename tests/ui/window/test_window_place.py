"""Size and place of the window: the first time, and as it was left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox

from ui.basics.settings import Settings
from ui.window import window_place
from ui.window.main_window import MainWindow
from ui.window.window_place import show_in_place


@pytest.fixture
def opened(dressed: QApplication, settings: Settings) -> Iterator[object]:
    """Opens a window as the program does when it starts."""
    made: list[MainWindow] = []

    def start() -> MainWindow:
        made.append(MainWindow(settings))
        show_in_place(made[-1], settings)
        return made[-1]

    yield start
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def room() -> QSize:
    return QApplication.primaryScreen().availableSize()


def test_the_usual_size_where_it_fits_otherwise_the_whole_screen(opened, monkeypatch):
    monkeypatch.setattr(window_place, "WINDOW_SIZE_PX", (600, 400))
    window = opened()
    assert not window.isMaximized() and window.size() == QSize(600, 400)
    monkeypatch.setattr(window_place, "WINDOW_SIZE_PX", (600, room().height()))  # with its frame it would be too high
    window = opened()
    assert window.isMaximized()
    assert window.normalGeometry().height() < room().height()


def test_size_and_place_are_remembered(opened):
    window = opened()
    window.showNormal()
    window.setGeometry(40, 60, 620, 450)
    window.close()
    again = opened()
    assert again.geometry() == window.geometry() and not again.isMaximized()
    again.showMaximized()
    again.close()
    assert opened().isMaximized()


def test_a_window_left_on_a_screen_that_is_gone_comes_back(opened):
    window = opened()
    window.showNormal()
    window.setGeometry(5000, 4000, 620, 450)
    window.close()
    again = opened()
    assert QApplication.primaryScreen().availableGeometry().contains(again.geometry())


@pytest.mark.parametrize("words", ["", "x", "4oCm", "AdnQywAD"])
def test_what_is_no_place_counts_as_not_set(opened, settings, words):
    settings.window = words
    assert opened().isVisible()


def test_a_window_that_stays_open_is_not_remembered(window, clerk, settings):
    window.workspace.open_actions.new()
    window.workspace.session.document.edit({"unit": "甲"}, "x")
    assert not window.close()
    assert settings.window == ""


@pytest.mark.parametrize("kind", [QDialog, QMessageBox, QInputDialog, QFileDialog])
@pytest.mark.parametrize("place", [(50, -90), (-300, 10), (5000, 5000)])
def test_every_dialog_comes_up_on_its_screen_with_all_of_its_frame(window, qtbot, kind, place):
    dialog = kind(window)
    if kind is QFileDialog:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setModal(True)
    dialog.move(*place)
    dialog.show()
    room = dialog.screen().availableGeometry()
    try:
        qtbot.waitUntil(lambda: room.contains(dialog.frameGeometry()))
    finally:
        dialog.close()
        dialog.deleteLater()


def test_a_dialog_larger_than_its_screen_gets_smaller(window, qtbot):
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.resize(5000, 5000)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.screen().availableGeometry().contains(dialog.frameGeometry()))
    dialog.close()
    dialog.deleteLater()
