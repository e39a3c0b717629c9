"""Starting the window."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

if sys.platform == "win32":
    import ctypes

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from ui.basics.defaults import PROGRAM_NAME
from ui.basics.theme import apply_theme, icon
from ui.startup.ending_signals import EndingSignals
from ui.startup.error_handler import ErrorHandler
from ui.startup.toolkit_words import ToolkitWords
from ui.startup.user_settings import user_settings
from ui.window.main_window import MainWindow
from ui.window.window_place import keep_dialogs_on_screen, show_in_place

# An argument, because QApplication.setStyle returns a QStyle, whose many enums cost 10 ms of start-up.
STYLE_ARGUMENTS = ("-style", "Fusion")
APP_USER_MODEL_ID = "cn.zfxxgk.nianbao"
TRANSLATIONS = ("qtbase_zh_CN",)
FCITX_PLUGIN = "platforminputcontexts/libfcitxplatforminputcontextplugin.so"


def run_window(words: list[str]) -> int:
    """Open the window, with the draft in `words` if there is one; return the exit code when it is closed."""
    _choose_input_method()
    name_for_task_bar()
    app = QApplication([sys.argv[0], *STYLE_ARGUMENTS])
    prepare(app)
    settings = user_settings()
    apply_theme(app, settings.look, settings.scale)
    window = MainWindow(settings)
    ErrorHandler(window).install()
    show_in_place(window, settings)
    QTimer.singleShot(0, lambda: window.setWindowIcon(icon("app", 64)))
    QTimer.singleShot(0, lambda: _begin(window, words))
    if sys.platform != "win32":
        EndingSignals(window, partial(_write_copy, window)).listen()
    return app.exec()


def _begin(window: MainWindow, words: list[str]) -> None:
    """Do what can wait until the window is visible; its imports wait too."""
    from ui.startup.earlier_runs import begin

    begin(window, words)


def _write_copy(window: MainWindow) -> None:
    """Write the recovery copy of what is open, if anything is."""
    if window.session:
        window.session.write_copy()


def prepare(app: QApplication) -> None:
    """Set the application's name, and Chinese for Qt's own words."""
    app.setApplicationName(PROGRAM_NAME)
    keep_dialogs_on_screen(app)
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    for name in TRANSLATIONS:
        translator = QTranslator(app)
        if translator.load(name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)
    app.installTranslator(ToolkitWords(app))


def name_for_task_bar() -> None:
    """Give the program a button of its own in the task bar of Windows where it runs in Python's process, as from a checkout.

    A bundle's process has its own .exe and so its own button; another name beside that would part it from its shortcuts."""
    if sys.platform == "win32" and Path(sys.executable).stem.lower().startswith("python"):
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_USER_MODEL_ID)


def _choose_input_method() -> None:
    """Use fcitx where the desktop does: its plug-in from the bundle, otherwise ibus's, which fcitx 5 answers too."""
    asked = os.environ.get("QT_IM_MODULES", "") or os.environ.get("QT_IM_MODULE", "")
    if asked.startswith("fcitx") or (not asked and "fcitx" in os.environ.get("XMODIFIERS", "")):
        os.environ.pop("QT_IM_MODULES", None)  # it would take precedence
        plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
        os.environ["QT_IM_MODULE"] = "fcitx" if Path(plugins, FCITX_PLUGIN).exists() else "ibus"
