"""The start: the input method, and fonts that reach everything on the screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from tests.samples import EXAMPLE, ROOT
from ui import application
from ui.basics.defaults import FONT_SIZE_POINTS
from ui.basics.theme import apply_theme

# Opens a draft and tells what had been loaded at its first paint, and after it was checked.
OPENS = """
import sys
from pathlib import Path
from PySide6 import QtCore
from ui.application import QApplication, prepare
from ui.startup.user_settings import user_settings
from ui.basics.theme import apply_theme
from ui.window.main_window import MainWindow
class Shown(MainWindow):
    loaded = ""
    def paintEvent(self, event):
        super().paintEvent(event)
        self.loaded = self.loaded or " ".join([*sys.modules, *("Qt" for name in vars(QtCore) if name == "Qt")])
app = QApplication([])
prepare(app)
apply_theme(app, "light", 100)
window = Shown(user_settings())
window.workspace.open_actions.open_path(Path(sys.argv[1]))
window.show()
while not window.workspace.session.view.found.text():
    app.processEvents()
print(window.loaded, " ".join(sys.modules), sep="\\n")
window.close()
"""
LATER = (
    "Qt",
    "model.checking.amounts",
    "model.checking.language",
    "model.checking.texts",
    "ui.table",
    "ui.view.text_tab",
    "ui.findings.findings_panel",
    "ui.search.find_bar",
    "ui.preview.preview",
    "typst",
    "PySide6.QtSvg",
    "PySide6.QtPrintSupport",
    "lxml",
    "socket",
    "subprocess",
)
# Starts the program and tells whether PySide's hook in imports had gone, and what had been loaded when its window was there.
STARTS = """
import builtins, sys
from ui import application
print(builtins.__import__ is builtins.__orig_import__)

def begin(window, words):
    print(*sys.modules)
    window.close()

application._begin = begin
application.run_window([])
"""
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
    plugin = tmp_path / application.FCITX_PLUGIN
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
    apply_theme(app, "light", 150)
    apply_theme(dressed, "light", 100)
    assert set(SYSTEM) < set(app.fonts) and set(app.fonts.values()) == {FONT_SIZE_POINTS * 1.5}


@pytest.mark.parametrize(
    ("program", "named"), [("pythonw.exe", [application.APP_USER_MODEL_ID]), ("政府信息公开年报.exe", [])]
)
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


def told_by(program: str, home: Path) -> list[str]:
    """The lines that a program prints whose settings are in an empty folder."""
    places = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "PYTHONPATH": str(ROOT)}
    call = [sys.executable, "-c", program, str(EXAMPLE)]
    done = subprocess.run(call, env=os.environ | places, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.splitlines()


def test_the_window_is_there_before_anything_is_loaded_that_only_an_open_report_needs(tmp_path):
    is_quick, loaded = told_by(STARTS, tmp_path)
    assert is_quick == "True"
    assert "ui.window.start_page" in loaded.split() and "ui.window.workspace" not in loaded.split()


def test_a_draft_is_painted_before_anything_is_loaded_that_only_checks_or_other_tabs_need(tmp_path):
    painted, checked = (set(line.split()) for line in told_by(OPENS, tmp_path))
    assert "ui.view.facts_tab" in painted
    assert not painted.intersection(LATER)
    assert "model.checking.texts.rules" in checked - painted
