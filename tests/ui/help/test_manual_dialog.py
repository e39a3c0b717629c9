"""使用说明, 快捷键 and 新功能: read, searched and gone through by keys, in every look."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QTextDocument
from PySide6.QtTest import QTest

from model.files import program
from tests.clerk import KEYS, click, shortcut, write
from tests.samples import ROOT
from tests.ui.table.cells import HELD
from tests.ui.tabs import settle
from ui.basics.shortcuts import SHORTCUTS
from ui.basics.theme import SCHEMES
from ui.help.manual_dialog import ManualDialog
from ui.help.manual_page import anchor
from ui.window.actions import ACTIONS, MENUS, plain_words

README = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
PICTURE = "\ufffc"


@pytest.fixture
def dialog(window) -> ManualDialog:
    shortcut(window, "Shift+F1")
    settle()
    return window.workspace.program_actions.read["使用说明"]


def top(dialog: ManualDialog) -> str:
    """The first line that is seen."""
    page = dialog.page
    return page.cursorForPosition(page.viewport().rect().topLeft()).block().text()


def listed(dialog: ManualDialog) -> list[str]:
    return [dialog.chapters.item(row).text() for row in range(dialog.chapters.count())]


def test_it_is_the_readme_itself_without_what_is_for_maintainers(window, dialog):
    shown = dialog.page.toPlainText()
    assert "点“由上年报告新建”，选上年的文件。" in shown and "kill -9" in README and "kill -9" not in shown
    assert not re.search(r"\*\*|`|!\[|<!--|\]\(", shown)
    headings = re.findall(r"^##+ (.*)$", program.manual(), re.MULTILINE)
    assert [line.strip("　") for line in listed(dialog)] == headings and "在真机上试一遍" not in headings


def test_every_picture_is_shown_and_no_wider_than_the_page(dialog):
    names = re.findall(r"!\[.*?\]\((.*?)\)", README)
    page = dialog.page
    for width in (1200, 700):
        dialog.resize(width, 600)
        settle()
        pictures = list(page._each(PICTURE))
        assert len(pictures) == len(names) > 5
        for picture in pictures:
            image = picture.charFormat().toImageFormat()
            assert (ROOT / image.name()).is_file() and 300 < image.width() < page.viewport().width()
            height = page.document().documentLayout().blockBoundingRect(picture.block()).height()
            assert height > 0.3 * image.width()  # a picture that is not found takes no more than an icon
            drawn = page.document().resource(
                QTextDocument.ResourceType.ImageResource.value, QUrl.fromLocalFile(str(ROOT / image.name()))
            )
            assert drawn.width() == round(image.width() * page.devicePixelRatioF())  # made smaller before, and smoothly
    assert page.document().size().width() <= page.viewport().width()


def test_the_chapters_are_gone_through_with_the_arrow_keys(dialog):
    dialog.chapters.setFocus()
    QTest.keyClick(dialog.chapters, KEYS.Key_Home)
    for _ in range(4):
        QTest.keyClick(dialog.chapters, KEYS.Key_Down)
        assert top(dialog) == dialog.chapters.currentItem().text().strip("　")
    QTest.keyClick(dialog.chapters, KEYS.Key_Return)
    assert dialog.focusWidget() is dialog.page
    QTest.keyClick(dialog.page, KEYS.Key_Escape)
    assert not dialog.isVisible()


def test_a_second_time_it_is_where_it_was_left(window, dialog):
    dialog.chapters.setCurrentRow(6)
    where = top(dialog)
    dialog.close()
    shortcut(window, "Shift+F1")
    settle()
    assert dialog.isVisible() and top(dialog) == where


def test_words_are_found_by_keys_forwards_and_backwards_and_all_are_marked(dialog):
    QTest.keyClick(dialog.page, KEYS.Key_F, HELD.ControlModifier)
    assert dialog.focusWidget() is dialog.words
    write(dialog.words, "波浪线")
    count = dialog.page.toPlainText().count("波浪线")
    assert dialog.count.text() == f"第 1 处，共 {count} 处" and count == len(dialog.page.extraSelections())
    dialog.words.clear()
    write(dialog.words, "历史版本")
    many = dialog.page.toPlainText().count("历史版本")
    places = [dialog.page.textCursor().position()]
    for _ in range(many - 1):
        QTest.keyClick(dialog.words, KEYS.Key_Return)
        places.append(dialog.page.textCursor().position())
        assert dialog.page.textCursor().selectedText() == "历史版本"
        assert dialog.page.viewport().rect().contains(dialog.page.cursorRect())
    assert places == sorted(set(places)) and dialog.count.text() == f"第 {many} 处，共 {many} 处"
    QTest.keyClick(dialog.words, KEYS.Key_F3)
    assert dialog.page.textCursor().position() == places[0]
    QTest.keyClick(dialog.words, KEYS.Key_F3, HELD.ShiftModifier)
    assert dialog.page.textCursor().position() == places[-1]
    write(dialog.words, "没有这句话")
    assert dialog.count.text() == "没有找到"


def test_the_chapter_of_what_was_found_is_marked_in_the_list(dialog):
    write(dialog.words, "方正小标宋")
    assert dialog.chapters.currentItem().text() == "导出 PDF"


def test_links_lead_to_chapters_and_what_is_outside_is_only_shown(dialog, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail("opened"))
    titles = {anchor(chapter.title): chapter.title for chapter in dialog.page.chapters()}
    links = re.findall(r"(?<!!)\[[^\]]*\]\((.*?)\)", program.manual())
    assert len(links) > 2
    for link in links:
        dialog.page.anchorClicked.emit(QUrl(link))
        assert link.startswith("#") and top(dialog) == titles[link[1:]], link
    dialog.page.anchorClicked.emit(QUrl("https://www.gov.cn/a"))
    assert dialog.said.text() == "程序不联网。网址：https://www.gov.cn/a" and dialog.isVisible()


def test_it_follows_the_zoom_and_the_look_and_stays_where_it_was(window, dialog):
    dialog.chapters.setCurrentRow(4)
    where, size = top(dialog), dialog.page.document().defaultFont().pointSizeF()
    QTest.keyClick(dialog, KEYS.Key_Plus, HELD.ControlModifier)
    settle()
    assert window.settings.scale > 100 and dialog.page.document().defaultFont().pointSizeF() > size
    assert top(dialog) == where
    for look, shades in SCHEMES.items():
        window.appearance.choose_look(look)
        settle()
        html = dialog.page.toHtml()
        assert top(dialog) == where
        assert set(re.findall("[^-]color:(#[0-9a-f]{6})", html)) <= {shades.accent, shades.border}, look
        assert dialog.page.palette().base().color() == QColor(shades.paper)


def test_what_was_found_stays_chosen_and_marked_in_another_size(window, dialog):
    write(dialog.words, "历史版本")
    marks = len(dialog.page.extraSelections())
    window.appearance.larger()
    settle()
    assert dialog.page.textCursor().selectedText() == "历史版本"
    assert {one.cursor.selectedText() for one in dialog.page.extraSelections()} == {"历史版本"}
    assert len(dialog.page.extraSelections()) == marks


def test_it_can_be_read_and_copied_while_the_window_is_worked_in(window, dialog):
    assert not dialog.isModal()
    QTest.keyClick(dialog.page, KEYS.Key_A, HELD.ControlModifier)
    QTest.keyClick(dialog.page, KEYS.Key_C, HELD.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("政府信息公开年报 使用说明")
    names = [dialog.page.accessibleName(), dialog.chapters.accessibleName(), dialog.words.accessibleName()]
    assert names == ["使用说明", "目录", "在“使用说明”里查找"]


def test_a_manual_that_is_gone_is_told(window, clerk, monkeypatch, tmp_path):
    monkeypatch.setattr(program, "MANUAL", tmp_path / "没有.md")
    window.menu_actions["manual"].trigger()
    (told,) = clerk.told
    assert "没有.md" in told and "请" in told


def test_the_list_of_keys_has_every_key_of_the_menus_once(window):
    window.menu_actions["shortcuts"].trigger()
    dialog = window.workspace.program_actions.read["快捷键"]
    shown = dialog.page.toPlainText()
    lines = shown.split("\n")
    for name, keys in SHORTCUTS.items():
        for key in keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in shown
        if name in ACTIONS:
            assert plain_words(ACTIONS[name].words) in lines
    assert [*map(plain_words, MENUS), "表格里", "别处"] == listed(dialog)


def test_what_is_new_is_that_of_this_version(window):
    window.menu_actions["news"].trigger()
    dialog = window.workspace.program_actions.read["新功能"]
    assert listed(dialog)[0] == program.version()
    click(next(one for one in dialog.findChildren(type(dialog.next)) if one.text() == "关闭"))
    assert not dialog.isVisible()
