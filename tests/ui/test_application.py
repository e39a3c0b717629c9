"""The start: the input method, and fonts that reach everything on the screen."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui import application
from ui.basics.theme import POINTS, dress

NAMES = ("QT_IM_MODULES", "QT_IM_MODULE", "XMODIFIERS")


@pytest.mark.parametrize(
    ("desktop", "with_plugin", "without"),
    [
        ({"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "fcitx"}, "fcitx", "ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, "fcitx", "ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "fcitx", "ibus"),
        ({"QT_IM_MODULES": "fcitx;ibus", "QT_IM_MODULE": "ibus"}, "fcitx", "ibus"),
        ({"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "ibus"}, "ibus", "ibus"),
        ({"XMODIFIERS": "@im=ibus", "QT_IM_MODULE": "ibus"}, "ibus", "ibus"),
        ({}, None, None),
    ],
)
def test_the_input_method_is_the_desktops(tmp_path, monkeypatch, desktop, with_plugin, without):
    plugin = tmp_path / application.FCITX
    plugin.parent.mkdir()
    monkeypatch.setattr(QLibraryInfo, "path", lambda place: str(tmp_path))
    for expected in (without, with_plugin):
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        for name, value in desktop.items():
            monkeypatch.setenv(name, value)
        application._choose_input_method()
        chosen = application.os.environ
        assert (chosen.get("QT_IM_MODULES") or chosen.get("QT_IM_MODULE")) == expected
        plugin.touch()


class OnWindows:
    """An application that gets fonts from the system for some kinds of widgets, with every style, as on Windows."""

    def __init__(self, app: QApplication) -> None:
        self._app, self.fonts = app, {}

    def font(self) -> QFont:
        return self._app.font()

    def setFont(self, font: QFont, kind: str = "") -> None:
        self.fonts[kind] = font.pointSizeF()

    def setPalette(self, palette: QPalette) -> None:
        pass

    def setStyleSheet(self, sheet: str) -> None:
        self.fonts |= dict.fromkeys(SYSTEM, 9.0)


SYSTEM = ("QMenuBar", "QMenu", "QMessageBox", "QTipLabel", "QStatusBar", "QAbstractItemView", "QDockWidgetTitle")


def test_the_zoom_reaches_what_windows_has_a_font_of_its_own_for(dressed):
    app = OnWindows(dressed)
    dress(app, "light", 150)
    dress(dressed, "light", 100)
    assert set(SYSTEM) < set(app.fonts) and set(app.fonts.values()) == {POINTS * 1.5}


@pytest.mark.parametrize(("program", "named"), [("pythonw.exe", [application.ID]), ("政府信息公开年报.exe", [])])
def test_pythons_process_gets_a_button_of_its_own_in_the_task_bar_of_windows(monkeypatch, program, named):
    found = []
    shell = SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=found.append)
    monkeypatch.setattr(application, "sys", SimpleNamespace(platform="win32", executable=program))
    monkeypatch.setattr(application, "ctypes", SimpleNamespace(windll=SimpleNamespace(shell32=shell)), raising=False)
    application.name_for_task_bar()
    assert found == named


def test_the_toolkits_own_words_are_chinese(window):
    from PySide6.QtWidgets import QDialogButtonBox

    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=window)
    assert box.buttons()[0].text().startswith("取消")
