"""Grabs every tab, dialog and state of the window: python -m tests.pictures OUT.

Writes PNGs at 100 % and 150 %, light, dark and with high contrast, of the example and of the start page."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.pictures.dialogs import grab_dialogs
from tests.pictures.report import grab_look

SIZES = {"100": (1366, 700), "150": (911, 466)}  # what a 1366 x 768 screen leaves, in pixels of that scaling


def main(out: Path) -> None:
    """Grabs all of it, one process a scaling: Qt takes the scaling once, when it starts."""
    out.mkdir(parents=True, exist_ok=True)
    for scaling in SIZES:
        factor = str(int(scaling) / 100)
        surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor, "PICTURES": scaling}
        subprocess.run([sys.executable, "-m", "tests.pictures", str(out)], env=surroundings, check=True)


def grab_all(out: Path, scaling: str) -> None:
    """Grabs the window at one scaling."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication, QMessageBox

    from ui.application import prepare
    from ui.basics.settings import Settings
    from ui.basics.theme import SCHEMES, apply_theme
    from ui.dialogs import message_boxes
    from ui.window.main_window import MainWindow

    app = QApplication([])
    prepare(app)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))

        def grab(name: str, widget: object = None) -> None:
            for _ in range(10):  # each layout asks the one around it
                app.processEvents()
            (widget or window).grab().save(str(out / f"{name}-{scaling}.png"))  # type: ignore[attr-defined]

        def grab_box(box: QMessageBox) -> int:
            box.show()
            grab(f"dialog-{len(list(out.glob(f'dialog-*-{scaling}.png')))}", box)
            box.hide()
            return 0

        message_boxes.QMessageBox.exec = grab_box  # type: ignore[method-assign, assignment]
        for look in SCHEMES:
            settings.look = look
            apply_theme(app, look, 100)
            window = MainWindow(settings)
            window.resize(*SIZES[scaling])
            window.show()
            grab_look(window, grab, look, Path(folder))
            if look == "light":
                apply_theme(app, look, 150)
                for index, name in ((3, "requests"), (0, "unit")):
                    window.workspace.session.view.editor.show_tab_of(name)
                    grab(f"large-tab{index}")
                grab_dialogs(window, grab)
            window.hide()


if __name__ == "__main__":
    if os.environ.get("PICTURES"):
        grab_all(Path(sys.argv[1]), os.environ["PICTURES"])
    else:
        main(Path(sys.argv[1]))
