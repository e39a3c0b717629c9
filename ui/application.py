"""Starts the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from ui.basics.settings import user_settings
from ui.basics.theme import dress, icon
from ui.startup.error_handler import ErrorHandler
from ui.window.main_window import MainWindow

# By argument: QApplication.setStyle hands back a QStyle, whose many enums cost 10 ms of start-up.
STYLE = ("-style", "Fusion")
ID = "cn.zfxxgk.nianbao"
TRANSLATIONS = ("qtbase_zh_CN",)
FCITX = "platforminputcontexts/libfcitxplatforminputcontextplugin.so"


def run_window(words: list[str]) -> int:
    """Opens the window, with the draft that the first word names, and stays until it is closed."""
    _choose_input_method()
    name_for_task_bar()
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
    app.setApplicationName("政府信息公开年报")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    for name in TRANSLATIONS:
        translator = QTranslator(app)
        if translator.load(name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)


def name_for_task_bar() -> None:
    """Gives the program a button of its own in the task bar of Windows where it runs in Python's process, as from a checkout.

    A bundle's process has its own .exe and so its own button; another name beside that would part it from its shortcuts."""
    if sys.platform == "win32" and Path(sys.executable).stem.lower().startswith("python"):
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(ID)


def _choose_input_method() -> None:
    """Where the desktop types with fcitx: its own plug-in, which the bundles bring; else ibus's, to which fcitx 5 answers."""
    asked = os.environ.get("QT_IM_MODULES", "") or os.environ.get("QT_IM_MODULE", "")
    if asked.startswith("fcitx") or (not asked and "fcitx" in os.environ.get("XMODIFIERS", "")):
        os.environ.pop("QT_IM_MODULES", None)  # it would come first
        plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
        os.environ["QT_IM_MODULE"] = "fcitx" if Path(plugins, FCITX).exists() else "ibus"
