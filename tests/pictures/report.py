"""The report in the window: every tab, and the states that it can be in."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.pictures.saving import grab_recovery, grab_saving

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

LONGEST_SETTING_S = 30  # until the pages of the preview are there


def grab_look(window: MainWindow, grab: Callable[..., None], look: str, folder: Path) -> None:
    """Grabs every tab and state of a window, with the dialogs about reports; `folder` is for drafts."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    grab(f"{look}-start")
    window.workspace.open_actions.show_example()
    assert window.workspace.session.view.editor
    for index in range(window.workspace.session.view.editor.count()):
        window.workspace.session.view.editor.setCurrentIndex(index)
        grab(f"{look}-tab{index - 1}" if index else f"{look}-glance")
    window.workspace.session.view.editor.show_tab_of("requests")
    table = window.workspace.session.view.editor.tab_of("requests").table  # type: ignore[attr-defined]
    table.select_all()
    grab(f"{look}-selected")
    QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(table, "1")
    QTest.keyClicks(table.editor, "2.5")
    grab(f"{look}-wrong")
    table.cancel_editing()
    table.verticalScrollBar().setValue(10_000)
    table.horizontalScrollBar().setValue(10_000)
    grab(f"{look}-scrolled")
    window.workspace.session.view.replace()
    window.workspace.session.view.find_bar.words.setText("公开")
    window.workspace.session.view.find_bar.go(1)
    grab(f"{look}-find")
    window.workspace.session.view.find_bar.close_bar()
    grab_preview(window, grab, look)
    grab_unfinished(window, grab, look)
    grab_last_year(window, grab, look)
    grab_findings(window, grab, look)
    grab_saving(window, grab, look, folder / look)
    grab_recovery(window, grab, look, folder / look)
    window.workspace.session.document.stack.clear()  # type: ignore[union-attr]
    window.workspace.open_actions.new()
    grab(f"{look}-new")
    assert window.workspace.session.view.editor
    window.workspace.session.view.editor.show_tab_of("disclosure")
    grab(f"{look}-new-table2")
    window.workspace.session.view.editor.show_tab_of("overview")
    grab(f"{look}-new-text")
    window.workspace.session.view.sentence_actions.offer()
    grab(f"{look}-sentences", window.workspace.session.view.sentence_actions.dialog)
    window.workspace.session.view.sentence_actions.dialog.reject()  # type: ignore[union-attr]
    window.workspace.session.view.editor.show_tab_of("unit")


def grab_preview(window: MainWindow, grab: Callable[..., None], look: str) -> None:
    """Grabs the preview in place of the form or beside it, with a text, a number and nothing to be set."""
    from PySide6.QtTest import QTest

    view, document, size = window.workspace.session.view, window.workspace.session.document, window.size()
    assert view and document

    def settle() -> None:
        until = time.monotonic() + LONGEST_SETTING_S
        while not view.pane.preview.is_current and time.monotonic() < until:
            QTest.qWait(5)

    view.go_to("overview[0].text")
    view.pane.toggle()
    settle()
    grab(f"{look}-preview-small")
    view.pane.close_preview()
    window.resize(1900, 960)
    view.pane.toggle()
    settle()
    grab(f"{look}-preview-text")
    view.go_to("requests.granted.natural")
    settle()
    grab(f"{look}-preview-number")
    document.edit({"year": None}, "清空")
    settle()
    grab(f"{look}-preview-none")
    view.undo()
    view.pane.close_preview()
    window.resize(size)
    view.editor.setCurrentIndex(3)


def grab_unfinished(window: MainWindow, grab: Callable[..., None], look: str) -> None:
    """Grabs fields and cells that hold no valid value, alone and beside last year's numbers, and undoes them."""
    from PySide6.QtTest import QTest

    from model.report.report import Report, Unfinished

    document, view = window.workspace.session.document, window.workspace.session.view
    assert document and view
    typed = {"year": "22", "signoff.date": "2026年1月", "requests.received.natural": "3..5"}
    typed |= {"requests.carried_in.other": "十二", "requests.granted.business": "办公室那边还没有报上来"}
    document.edit({name: Unfinished(text) for name, text in typed.items()}, "填写")
    view.live_checks.finish()
    view.panel.setVisible(True)
    QTest.qWait(300)  # until what is empty is counted again
    for index, name in ((0, "unit"), (3, "requests")):
        view.editor.show_tab_of(name)
        grab(f"{look}-unfinished-tab{index}")
    view.panel.step(1)
    grab(f"{look}-unfinished-finding")
    view.editor.show_tab_of("requests")
    document.compare(True, Report(document.report.form, dict.fromkeys(document.report.form.inputs, 2)))
    grab(f"{look}-unfinished-compared")
    document.compare(False)
    table = view.editor.tab_of("requests").table  # type: ignore[attr-defined]
    table.begin_editing(document.cell_text(table.current.name), replacing=False)
    grab(f"{look}-unfinished-editor")
    table.cancel_editing()
    view.panel.setVisible(False)
    view.undo()


def grab_last_year(window: MainWindow, grab: Callable[..., None], look: str) -> None:
    """Grabs a report that was started from last year's, the comparison, and the card of a document that was read."""
    from model.draft.draft_file import load_draft
    from ui.files.import_report import document_of_next_year
    from ui.window.open_actions import EXAMPLE

    window.workspace.session.document.stack.clear()  # type: ignore[union-attr]
    window.workspace.session.show(document_of_next_year(load_draft(EXAMPLE)[0]))
    document, editor = window.workspace.session.document, window.workspace.session.view.editor  # type: ignore[union-attr]
    assert document
    editor.show_tab_of("disclosure")
    grab(f"{look}-next-table2")
    editor.show_tab_of("overview")
    editor.tab_of("overview")._take(0)  # type: ignore[union-attr]
    editor.tab_of("overview")._show_last()  # type: ignore[union-attr]
    grab(f"{look}-next-text")
    figures = {"requests.received.natural": 55, "requests.granted.natural": 40, "requests.carried_out.natural": 0}
    document.edit(figures, "填写")
    document.compare(True)
    for index, name in ((3, "requests"), (1, "overview")):
        editor.show_tab_of(name)
        grab(f"{look}-compared-tab{index}")
    editor.setCurrentIndex(0)
    grab(f"{look}-years")
    grab_import(window, grab, look)
    document.compare(False)


def grab_import(window: MainWindow, grab: Callable[..., None], look: str) -> None:
    """Grabs the card of documents that were read: with cells and a total to check, and with tables and facts that are lost."""
    from model.draft.draft_file import load_draft
    from model.reading.document import read_bytes
    from tests.model.reading.pages import page_of, table_of
    from ui.reading.import_dialog import ImportDialog
    from ui.window.open_actions import EXAMPLE

    read = load_draft(EXAMPLE)[0]
    wrong = read.numbers() | {"requests.handled.natural": 61, "requests.granted.business": "／"}
    wrong |= {"requests.carried_out.natural": "约2", "disclosure.normative_documents.in_force": "8件左右"}
    page = page_of(read, lambda grid, _: table_of(grid, wrong))
    card = ImportDialog(read_bytes(page.encode()), "上年.html", True, window)
    card.show()
    for step in ("card", "card-next", "card-table", "card-total"):
        card.next.click()
        grab(f"{look}-{step}", card)
    for index, name in ((2, "facts"), (3, "text"), (1, "left-out")):
        card.tabs.setCurrentIndex(index)
        grab(f"{look}-card-{name}", card)
    card.hide()
    texts = [f"{section.heading}\n{section.tab}写在这里，没有表格，也没有年度。" for section in read.form.sections]
    card = ImportDialog(read_bytes("\n".join(texts).encode(), ".txt"), "上年.txt", True, window)
    card.show()
    grab(f"{look}-card-lost", card)
    card.tabs.go_to("year")
    grab(f"{look}-card-lost-year", card)
    card.hide()


def grab_findings(window: MainWindow, grab: Callable[..., None], look: str) -> None:
    """Grabs the marks and the panel of a report with faults of every kind, and a confirmed warning."""
    from dataclasses import replace

    from PySide6.QtCore import Qt

    from model.checking.fixes import confirmed
    from model.draft.draft_file import load_draft
    from model.draft.next_year import LAST
    from ui.document.open_document import OpenDocument
    from ui.window.open_actions import EXAMPLE

    report = load_draft(EXAMPLE)[0]
    parts = list(report.parts("overview"))
    wrong = "2024年，全年新收政府信息公开申请16件，标准化化水平提高,成效明显。申请人李建国的申请已办结。"
    parts[1] = replace(parts[1], text=parts[1].text + wrong)
    faults = {
        "requests.carried_in.natural": 3, "disclosure.regulations.issued": 1, "overview": tuple(parts),
        "disclosure.regulations.in_force": 1, "disputes.litigation_direct.pending": None, "signoff.date": None,
    }  # fmt: skip
    last = {"edition": "2021", "year": 2024, "requests": {"carried_out": {"natural": 2}}}
    values = {name: value for name, value in (report.values | faults).items() if value is not None}
    window.workspace.session.document.stack.clear()  # type: ignore[union-attr]
    window.workspace.session.show(OpenDocument(replace(report, values=values, kept={LAST: last})))
    view, document = window.workspace.session.view, window.workspace.session.document
    assert view and document
    view.live_checks.finish()
    view.editor.show_tab_of("requests")
    grab(f"{look}-found-marks")
    view.findings()
    view.next_finding()
    grab(f"{look}-found-table")
    told = next(one for one in document.checked.findings if one.rule == "regulations-level")
    document.edit_notes(confirmed(document.report, told, "代设区的市填报，已请示县政府办"), "核实无误")
    view.live_checks.finish()
    for _ in range(5):
        view.next_finding()
    view.editor.show_tab_of("overview")
    grab(f"{look}-found-text")
    flags = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    view.panel.tree.setCurrentItem(view.panel.tree.findItems("✓", flags)[0])
    grab(f"{look}-found-confirmed")
    view.panel.setVisible(False)
