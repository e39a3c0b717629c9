"""关于本程序: what it says, by mouse and by keys."""

from __future__ import annotations

import tomllib

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from model.files import program
from tests.clerk import KEYS, click
from tests.samples import ROOT
from ui.dialogs import message_boxes
from ui.dialogs.about_dialog import AboutDialog


def texts(dialog: AboutDialog) -> dict[str, str]:
    """Every text by its name in the list, gone through with the arrow key."""
    found = {}
    for _ in range(dialog.list.count()):
        found[dialog.list.currentItem().text()] = dialog.text.toPlainText()
        QTest.keyClick(dialog.list, KEYS.Key_Down)
    return found


def test_the_menu_says_which_version_it_is_where_the_data_lie_and_under_which_licences(window, monkeypatch):
    shown = []
    opened = []
    monkeypatch.setattr(message_boxes, "open_outside", lambda parent, path: opened.append(path))

    def act(dialog: AboutDialog) -> None:
        shown.append(texts(dialog))
        click(dialog.folder)

    monkeypatch.setattr(AboutDialog, "exec", act)
    window.menu_actions["about"].trigger()
    (found,) = shown
    about = found["关于本程序"]
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"政府信息公开年报 {version}" in about and f"{window.settings.path}" in about
    assert str(window.settings.recovery_folder) in about and "运行记录.txt" in about and "LGPL-3" in about
    assert "源代码" in found["说明"] and "http" not in found["说明"]
    assert "MIT License" in found["政府信息公开年报"] and "PYTHON SOFTWARE FOUNDATION" in found["Python"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in found["Qt 和 PySide6 (LGPL-3)"]
    assert "Apache License" in found["opencc"] and "Permission is hereby granted" in found["tomli-w"]
    assert opened == [window.settings.data_folder]


def test_every_package_that_the_program_needs_has_its_licence_shown(window):
    names = " ".join(program.licences()).lower()
    for package in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]:
        assert program.PACKAGE.match(package)[0].partition("-")[0].lower() in names


def test_a_bundles_own_folder_comes_first(tmp_path, monkeypatch):
    for name in ("说明", "lxml", "Python"):
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
    monkeypatch.setattr(program, "BUNDLED", tmp_path)
    assert list(program.licences()) == ["说明", "Python", "lxml"]


def test_the_text_can_be_chosen_and_copied_with_keys(window):
    dialog = AboutDialog(window.settings, window)
    dialog.show()
    QTest.keyClick(dialog.list, KEYS.Key_Tab)
    assert dialog.focusWidget() is dialog.text
    for key in (KEYS.Key_A, KEYS.Key_C):
        QTest.keyClick(dialog.text, key, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("政府信息公开年报")
    QTest.keyClick(dialog, KEYS.Key_Escape)
    assert not dialog.isVisible()


def test_it_fits_a_small_screen_and_a_licence_that_is_gone_is_told(window, monkeypatch, tmp_path):
    dialog = AboutDialog(window.settings, window)
    assert dialog.minimumSizeHint().height() <= 440 and dialog.minimumSizeHint().width() <= 860
    dialog._licences["说明"] = tmp_path / "没有.txt"
    dialog.list.setCurrentRow(1)
    assert "找不到" in dialog.text.toPlainText()
