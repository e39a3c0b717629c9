"""The application and its main window, as a clerk has them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from ui.application import prepare
from ui.basics.settings import Settings
from ui.basics.theme import apply_theme
from ui.window.main_window import MainWindow


def application() -> QApplication:
    """Return the one application of the process, made with the first call."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
        prepare(app)
        apply_theme(app, "light", 100)
    return app


def new_window(folder: Path) -> MainWindow:
    """Return a main window with settings of its own in a folder."""
    application()
    return MainWindow(Settings(QSettings(str(folder / "a.ini"), QSettings.Format.IniFormat)))
