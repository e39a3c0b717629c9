"""The start: the input method, and fonts that reach everything on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QApplication, QLabel, QListView, QMenu, QMenuBar, QStatusBar

from ui import start
from ui.look import dress

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
    plugin = tmp_path / start.FCITX
    plugin.parent.mkdir()
    monkeypatch.setattr(QLibraryInfo, "path", lambda place: str(tmp_path))
    for expected in (without, with_plugin):
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        for name, value in desktop.items():
            monkeypatch.setenv(name, value)
        start._choose_input_method()
        chosen = start.os.environ
        assert (chosen.get("QT_IM_MODULES") or chosen.get("QT_IM_MODULE")) == expected
        plugin.touch()


def test_the_zoom_reaches_what_the_system_has_a_font_of_its_own_for(dressed):
    kinds = (QMenuBar, QMenu, QStatusBar, QListView, QLabel)
    for kind in kinds:  # as Windows does at the start
        small = dressed.font()
        small.setPointSizeF(7)
        QApplication.setFont(small, "QAbstractItemView" if kind is QListView else kind.__name__)
    dress(dressed, "light", 150)
    try:
        sizes = {kind.__name__: QApplication.font(kind.__name__).pointSizeF() for kind in (QMenuBar, QMenu, QStatusBar)}
        view = QListView()
        sizes["QListView"] = view.font().pointSizeF()
        assert set(sizes.values()) == {dressed.font().pointSizeF()}
    finally:
        dress(dressed, "light", 100)
