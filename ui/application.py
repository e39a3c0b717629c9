"""Starts the window."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from ui.basics.settings import user_settings
from ui.basics.theme import dress, icon
from ui.startup.error_handler import ErrorHandler
from ui.window.main_window import MainWindow

# By argument: QApplication.setStyle hands back a QStyle, whose many enums cost 10 ms of start-up.
STYLE = ("-style", "Fusion")
TRANSLATIONS = ("qtbase_zh_CN",)
COLLECTED_AFTER = 20_000  # new objects; with Python's 700 each few modules cost a collection
FCITX = "platforminputcontexts/libfcitxplatforminputcontextplugin.so"


def run_window(words: list[str]) -> int:
    """Opens the window, with the draft that the first word names, and stays until it is closed."""
    _choose_input_method()
    app = QApplication([sys.argv[0], *STYLE])
    prepare(app)
    settings = user_settings()
    dress(app, settings.look, settings.scale)
    window = MainWindow(settings)
    ErrorHandler(window).install()
    window.resize(1180, 760)
    window.show()
    QTimer.singleShot(0, lambda: window.setWindowIcon(icon("app", 64)))
    QTimer.singleShot(0, lambda: _begin(window, words))
    return app.exec()


def _begin(window: MainWindow, words: list[str]) -> None:
    """Does what can wait until the window is there, and so do its imports."""
    from ui.startup.earlier_runs import begin

    begin(window, words)


def prepare(app: QApplication) -> None:
    """Makes the toolkit speak Chinese and look the same everywhere."""
    _speed_up_imports()
    app.setApplicationName("政府信息公开年报")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    for name in TRANSLATIONS:
        translator = QTranslator(app)
        if translator.load(name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)


def _speed_up_imports() -> None:
    """Takes PySide's hook out of imports, which reads the source of every module for features that none here uses."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    gc.set_threshold(COLLECTED_AFTER)


def _choose_input_method() -> None:
    """Where the desktop types with fcitx: its own plug-in, which the bundles bring; else ibus's, to which fcitx 5 answers."""
    asked = os.environ.get("QT_IM_MODULES", "") or os.environ.get("QT_IM_MODULE", "")
    if asked.startswith("fcitx") or (not asked and "fcitx" in os.environ.get("XMODIFIERS", "")):
        os.environ.pop("QT_IM_MODULES", None)  # it would come first
        plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
        os.environ["QT_IM_MODULE"] = "fcitx" if Path(plugins, FCITX).exists() else "ibus"
