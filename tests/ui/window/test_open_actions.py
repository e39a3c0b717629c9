"""Opening by menu, by name and by drop."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QToolBar, QWidget

from model.draft.draft_file import load_draft
from tests.samples import EXAMPLE
from tests.ui.table.cells import shown
from tests.ui.tabs import message, settle
from ui.basics.fields import LineField


def test_a_file_that_is_no_draft_leaves_what_is_open(window, clerk, tmp_path):
    window.workspace.open_actions.show_example()
    before = window.workspace.session.document
    bad = tmp_path / "坏.toml"
    bad.write_bytes("单位".encode("gbk"))
    for path in (bad, tmp_path, tmp_path / "没有.toml"):
        window.workspace.open_actions.open_path(path)
        assert path.name in clerk.told[-1]
    assert window.workspace.session.document is before


def test_a_dropped_draft_opens(window, tmp_path, qtbot):
    path = tmp_path / "a.toml"
    path.write_bytes(EXAMPLE.read_bytes())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)
    qtbot.waitUntil(lambda: window.session is not None and window.session.document is not None)
    assert window.workspace.session.document.path == path


def test_a_draft_dropped_on_a_text_is_opened_not_written_into_it(window):
    window.workspace.open_actions.new()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/甲.toml")])
    data.setText("file:///tmp/甲.toml")
    assert not window.workspace.session.view.editor.tab_of("unit").opening.canInsertFromMimeData(data)
    window.workspace.session.view.editor.show_tab_of("overview")
    assert not window.workspace.session.view.editor.tab_of("overview").cards[0].text.canInsertFromMimeData(data)


def accepts(widget: QWidget, data: QMimeData) -> bool:
    """Whether a file dragged over the middle of a widget, or over what it stands in, is taken."""
    event = QDragEnterEvent(
        widget.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_a_file_may_be_dropped_on_any_part_of_the_window(window):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/甲.docx")])
    data.setText("file:///tmp/甲.docx")
    assert accepts(window.start.new, data)
    window.workspace.open_actions.show_example()
    view = window.workspace.session.view
    view.findings()
    view.replace()
    table = shown(window, "requests")
    table.begin_editing("3", replacing=True)
    parts = [view.editor.tabBar(), view.open_places, view.panel.tree.viewport(), view.panel.details.text.viewport()]
    parts += [view.find_bar.words, table.editor, table.viewport(), window.menuBar(), window.findChild(QToolBar)]
    assert all(accepts(part, data) for part in parts)
    assert table.editor.text() == "3"
    view.editor.show_tab_of("overview")
    card = view.editor.tab_of("overview").cards[0]
    assert accepts(card.text.viewport(), data) and accepts(card.heading, data)
    view.editor.show_tab_of("unit")
    assert accepts(view.editor.tab_of("unit")._level, data) and accepts(view.editor.tab_of("unit")._lines["unit"], data)
    other = QMimeData()
    other.setText("文字")
    assert not accepts(table.viewport(), other)


def test_a_dropped_document_is_read_as_by_the_menu(window, document, card, qtbot):
    window.workspace.open_actions.new()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(document))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    last = load_draft(EXAMPLE)[0].year
    qtbot.waitUntil(lambda: window.workspace.session.document.report.year == last + 1)


def test_of_several_dropped_files_one_is_opened_and_that_is_said(window, draft, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (draft, EXAMPLE)])
    place, keys = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys))
    qtbot.waitUntil(lambda: window.session is not None and window.session.document is not None)
    assert window.workspace.session.document.path == draft
    assert "一次只能打开一个" in message(window)


def dropped(*paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, keys = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys)
    event.data = data  # Qt does not keep it
    return event


def test_of_hundreds_of_files_whose_first_cannot_be_opened_none_is_said_to_be(window, clerk, tmp_path, qtbot):
    window.workspace.open_actions.show_example()
    window.dropEvent(dropped(*(tmp_path / f"{number}.toml" for number in range(300))))
    qtbot.waitUntil(lambda: bool(clerk.told))
    assert "0.toml" in clerk.told[-1]
    qtbot.waitUntil(lambda: "另外 299 个都没有打开" in message(window))


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not allow")
def test_a_name_that_turns_or_ends_its_line_does_neither_in_the_window(window, tmp_path):
    for name in ("甲\u202etxt.lmot.toml", "甲\n乙.toml", "甲\u2028乙\x85丙.toml"):
        path = tmp_path / name
        path.write_bytes(EXAMPLE.read_bytes())
        window.open_path(path)
        assert window.workspace.session.document.path == path
        assert window.windowTitle().isprintable() and ("\n" in name or window.settings.recent[0] == path)
        window.start.recent.show_paths([path])
        (entry,) = window.start.recent.entries
        assert all(line.isprintable() for line in entry.text().split("\n")) and entry.toolTip().isprintable()
        window._recent_menu.aboutToShow.emit()
        assert all(action.text().isprintable() for action in window._recent_menu.actions())


def test_a_shortcut_is_told_from_the_file_it_leads_to(window, clerk, tmp_path):
    path = tmp_path / "年报.docx.lnk"
    path.write_bytes(b"L\0\0\0\1\x14\2\0" + bytes(300))
    window.open_path(path)
    assert "快捷方式" in clerk.told[-1]


PLACES = (
    "requests.granted.business",
    "disputes.review.pending",
    "overview[2].text",
    "contact.telephone",
    "level",
    "opening",
)


def focused_place(window) -> str:
    return window.workspace.session.view.editor.focused_place


@pytest.mark.parametrize("name", PLACES)
def test_a_draft_opens_where_the_clerk_left_it(window, draft, qtbot, name):
    actions = window.workspace.open_actions
    actions.open_path(draft)
    window.workspace.session.view.go_to(name)
    before = draft.read_bytes()
    actions.new()
    view = window.workspace.session.view
    assert view.editor.tabText(view.editor.currentIndex()) == "基本信息" and view.editor.place == "unit"
    actions.open_path(draft)
    settle()
    view = window.workspace.session.view
    assert view.editor.currentIndex() == view.editor.index_of(name) and view.editor.place == name
    assert focused_place(window) == name
    assert (
        view.editor.currentWidget().rect().intersects(placed(QApplication.focusWidget(), view.editor.currentWidget()))
    )
    assert draft.read_bytes() == before and not window.workspace.session.document.unsaved
    actions.open_path(draft)  # once more, while it is open
    assert window.workspace.session.view.editor.place == name


def test_a_table_that_opens_at_its_first_cell_shows_its_headings(window, draft):
    window.resize(911, 466)
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.view.go_to("disclosure.regulations.issued")
    window.workspace.open_actions.open_path(draft)
    settle()
    cells = window.workspace.session.view.editor.tab_of("disclosure").table
    assert cells.current.name == "disclosure.regulations.issued" and cells.verticalScrollBar().value() == 0


def placed(widget: QWidget, around: QWidget) -> QRect:
    """Where a widget is, seen from one that it stands in."""
    return QRect(widget.mapTo(around, QPoint()), widget.size())


def test_a_draft_that_is_not_known_yet_and_one_left_at_its_glance_open_with_it(window, draft):
    actions = window.workspace.open_actions
    for _ in range(2):
        actions.open_path(draft)
        view = window.workspace.session.view
        assert view.editor.currentIndex() == 0
        view.go_to("requests.granted.business")
        view.editor.setCurrentIndex(0)
        actions.new()


def test_saving_keeps_the_place_as_well_for_a_run_that_ends_unexpectedly(window, clerk, tmp_path, settings):
    window.workspace.open_actions.show_example()
    window.workspace.session.view.go_to("requests.granted.business")
    clerk.target = tmp_path / "新存的.toml"
    assert window.workspace.session.save()
    assert settings.place_of(clerk.target) == "requests.granted.business"


@pytest.mark.parametrize(
    "stored",
    ["requests", "requests.gone.natural", "overview[99].text", "overview[x].text", "[", "甲[1].text", "x" * 5000],
)
def test_a_place_that_is_not_there_does_no_harm(window, draft, settings, stored):
    settings.keep_place(draft, stored)
    window.workspace.open_actions.open_path(draft)
    view = window.workspace.session.view
    assert view.editor.currentIndex() == (view.editor.index_of("overview") if stored.startswith("overview[9") else 0)


def test_from_the_example_and_from_last_year_one_can_type_at_once(window, clerk, draft):
    open_actions = window.workspace.open_actions
    for act in (open_actions.show_example, lambda: open_actions._imports.begin_next_year(draft)):
        open_actions.new()
        act()
        view = window.workspace.session.view
        assert view.editor.isAncestorOf(window.focusWidget()) and isinstance(window.focusWidget(), LineField)
        assert view.editor.place == "unit"
