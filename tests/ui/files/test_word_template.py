"""The entry “Word 模板…” of the menu 文件: which template is in use, choosing one, going back to the official layout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.shared import Pt
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from export.word.document import official_template
from export.word.own_template import COPY, FOLDER
from tests.document_reader import W, WordFile
from tests.export.word.templates import changed
from ui.dialogs import file_questions, message_boxes


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A county's template, with larger headings."""
    path = tmp_path / "某县模板.docx"
    path.write_bytes(changed(lambda document: setattr(document.styles["heading 1"].font, "size", Pt(18))))
    return path


@pytest.fixture
def choose(window, monkeypatch) -> Callable[..., list[str]]:
    """Chooses the menu entry, presses these buttons one after the other, then 关闭; gives what each box said, and its buttons."""

    def chosen(*buttons: str) -> list[str]:
        said, presses = [], [*buttons, "关闭"]

        def press(box) -> int:
            shown = {button.text(): button for button in box.buttons()}
            said.append("\n".join((box.text(), box.informativeText(), *shown)))
            box.show()
            shown[presses.pop(0)].click()
            return 0

        monkeypatch.setattr(message_boxes.QMessageBox, "exec", press)
        window.menu_actions["template"].trigger()
        assert presses == []
        return said

    return chosen


def size_of_headings(document: Path) -> str:
    styles = WordFile(document.read_bytes()).part("word/styles.xml").findall(f"{W}style")
    heading = next(style for style in styles if style.get(f"{W}styleId") == "Heading1")
    size = heading.find(f"{W}rPr/{W}sz")
    return "" if size is None else size.get(f"{W}val")


def picked(monkeypatch, path: Path) -> None:
    monkeypatch.setattr(file_questions, "ask_word", lambda parent, title, folder: path)


def test_the_entry_stands_in_the_file_menu_and_needs_no_open_report(window, choose):
    menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title().startswith("文件"))
    assert "Word 模板(&M)…" in [action.text() for action in menu.actions()]
    assert window.menu_actions["template"].isEnabled()
    (said,) = choose()
    assert "导出 Word 用的是官方版式" in said and "恢复官方版式" not in said


def test_a_template_is_chosen_used_for_all_exports_and_dropped(
    window, clerk, choose, county, monkeypatch, tmp_path, example
):
    window.workspace.session.open(example)
    picked(monkeypatch, county)
    first, second = choose("选用模板…")
    assert "官方版式" in first and "导出 Word 用的模板：某县模板.docx" in second and "恢复官方版式" in second
    county.unlink()
    actions = window.workspace.document_actions
    clerk.draft = example.path
    for name in ("export", "export_sheet", "export_comparison"):
        clerk.target = tmp_path / f"{name}.docx"
        getattr(actions, name)()
        assert size_of_headings(clerk.target) == "36"
        assert "用的模板：某县模板.docx" in clerk.told[-1]
    choose("恢复官方版式", "取消")
    actions.export()
    assert size_of_headings(clerk.target) == "36"
    choose("恢复官方版式", "恢复")
    actions.export()
    assert size_of_headings(clerk.target) == ""
    assert "模板" not in clerk.told[-1]


def test_a_bad_template_is_told_and_nothing_changes(window, clerk, choose, county, monkeypatch):
    county.write_bytes(b"PK\x03\x04")
    picked(monkeypatch, county)
    said = choose("选用模板…")
    assert "“某县模板.docx”不能用作模板" in clerk.told[-1]
    assert "官方版式" in said[-1] and not (window.settings.data_folder / FOLDER).exists()


def test_a_template_that_got_lost_is_told_at_the_export_and_nothing_is_written(
    window, clerk, choose, county, monkeypatch, tmp_path, example
):
    window.workspace.session.open(example)
    picked(monkeypatch, county)
    choose("选用模板…")
    (window.settings.data_folder / FOLDER / COPY).unlink()
    clerk.target = tmp_path / "a.docx"
    window.workspace.document_actions.export()
    assert "某县模板.docx”不能用了" in clerk.told[-1] and "重新选用，或者恢复官方版式" in clerk.told[-1]
    assert not clerk.target.exists()
    choose("恢复官方版式", "恢复")
    window.workspace.document_actions.export()
    assert clerk.target.exists()


def test_the_official_layout_can_be_saved_to_be_changed(window, clerk, choose, tmp_path, monkeypatch):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    clerk.target = tmp_path / "年报模板.docx"
    said = choose("另存官方版式…", "打开文档")
    assert clerk.proposed[-1].name == "年报模板.docx"
    assert clerk.target.read_bytes() == official_template()
    assert "样式的名称请不要改" in said[1] and opened == [QUrl.fromLocalFile(str(clerk.target))]
