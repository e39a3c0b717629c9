"""Grabs every tab, dialog and state of the window: python -m tests.pictures OUT [TAB...].

Writes PNGs at 100 % and 150 %, light, dark and with high contrast, of the example and of the start page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

LONGEST_SETTING_S = 30  # until the pages of the preview are there
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


def grab_dialogs(window: MainWindow, grab: Callable[..., None]) -> None:
    """Grabs what else is said and asked, and the dialogs about the program."""
    from export.pdf.faces import shipped_faces
    from export.pdf.needed_faces import needed_faces
    from ui.dialogs import message_boxes
    from ui.dialogs.faces_dialog import face_line

    message_boxes.tell(window, "“红花尔基.toml”不能作为草稿打开。文件是空的，里面没有草稿。请打开另一个文件。")
    message_boxes.ask_save(window, "青禾镇人民政府 2025 年年度报告", True)
    message_boxes.ask_export_unfinished(window, ["二、主动公开：10 格", "", "没填的 10 个格，在文档里会写成 0。"])
    found = ("已核对：200 个数、6 段文字一致。", True)
    done = SimpleNamespace(found=found, is_done=True, wait=lambda: found)
    faces = needed_faces(shipped_faces(), system_faces=False)
    message_boxes.tell_faces(window, [face_line(one) for one in faces])
    message_boxes.tell_exported(window, Path("/home/clerk/报告.docx"), "3 个没填的格写成了 0。\n", done)
    message_boxes.tell_copied(window, "3 个没填的格写成了 0。\n")
    grab_questions(window, grab)
    grab_help(window, grab)
    grab_manual(window, grab)


def grab_manual(window: MainWindow, grab: Callable[..., None]) -> None:
    """Grabs the manual, the list of keys and what is new."""
    actions = window.workspace.program_actions
    for name, show in (("manual", actions.manual), ("keys", actions.shortcuts), ("news", actions.news)):
        show()
        *_, dialog = actions.read.values()
        dialog.words.setText("保存")
        dialog.go(1)
        grab(name, dialog)
        dialog.hide()


def grab_help(window: MainWindow, grab: Callable[..., None]) -> None:
    """Grabs the help of a row, each step of the guide to it, and the dialog about a year without requests."""
    view = window.workspace.session.view
    assert view
    view.editor.go_to("requests.denied_deliberative.natural")
    view.help()
    grab("help", view.help_actions.dialog)
    view.help_actions.dialog.hide()  # type: ignore[union-attr]
    view.guide()
    guide = view.help_actions.guiding
    assert guide
    for step, answer in enumerate((0, 3, 0, 5)):
        grab(f"guide-{step}", guide)
        guide.answers.setCurrentRow(answer)
        guide.go_on()
    grab("guide-row", guide)
    guide.reject()
    view.quiet_year()
    grab("quiet-year", view.help_actions.quiet)
    view.help_actions.quiet.reject()  # type: ignore[union-attr]


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
    for index, name in ((1, "facts"), (2, "text"), (card.tabs.count() - 1, "left-out")):
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


def grab_saving(window: MainWindow, grab: Callable[..., None], look: str, folder: Path) -> None:
    """Grabs the bars below the tabs, the choice where two changed one draft, and the earlier versions."""
    from dataclasses import replace
    from datetime import datetime, timedelta

    from model.comparing.merge import conflicts
    from model.draft.draft_file import CHANGED, load_draft, save_draft
    from model.draft.toml_format import draft_text
    from model.files.history import VERSIONS_FOLDER, keep_version, versions_of
    from model.report.report import Report
    from ui.dialogs.history_dialog import HistoryDialog
    from ui.dialogs.merge_dialog import MergeDialog
    from ui.window.open_actions import EXAMPLE

    base = load_draft(EXAMPLE)[0]
    draft = folder / "青禾镇2025年报.toml"
    folder.mkdir()
    save_draft(draft, base)
    window.workspace.session.document.stack.setClean()  # type: ignore[union-attr]
    window.workspace.open_actions.open_path(draft)
    document, view = window.workspace.session.document, window.workspace.session.view
    assert document and view and window.workspace.session.file_notices
    view.editor.show_tab_of("requests")
    window.workspace.session.file_notices.watch.became.emit(CHANGED)
    grab(f"{look}-changed")
    window.workspace.session.file_notices.watch.became.emit("same")
    document.read_only = "“zhangsan”在电脑“DZB-PC-03”上从 11月24日 09:30 起打开着这份草稿，这里只能看，不能改。"
    document.file_changed.emit()
    grab(f"{look}-read-only")
    document.read_only = ""
    document.file_changed.emit()
    part = base.parts("overview")[0]
    values = {"requests.received.natural": 12, "requests.granted.natural": 5, "unit": "青禾镇人民政府（本级）"}
    mine = Report(base.form, base.values | values | {"overview": (replace(part, text=f"{part.text}新增一段。"),)})
    values = {"requests.received.natural": 13, "requests.received.business": 4}
    theirs = Report(
        base.form, base.values | values | {"overview": (replace(part, text=f"{part.text}对方也写了一段。"),)}
    )
    dialog = MergeDialog(draft.name, conflicts(base, mine, theirs), window)
    dialog.show()
    grab(f"{look}-merge", dialog)
    dialog.hide()
    shutil.rmtree(folder / VERSIONS_FOLDER)  # what the bars above have left there, as of today
    now = datetime(2025, 12, 29, 16, 5, 12)
    for number, report in enumerate((base, theirs, mine)):
        moment = now - timedelta(days=3 - number, minutes=17 * number)
        keep_version(draft, draft_text(report).encode(), moment, folder)
    versions = HistoryDialog(document, versions_of(draft, folder), window)
    versions.show()
    grab(f"{look}-versions", versions)
    versions.hide()


def grab_recovery(window: MainWindow, grab: Callable[..., None], look: str, folder: Path) -> None:
    """Grabs the choice between what was not saved."""
    from datetime import datetime, timedelta

    from model.draft.draft_file import load_draft
    from model.draft.recovery_copy import copy_bytes, write_copy
    from model.draft.unsaved import Unsaved
    from ui.dialogs.recovery_dialog import RecoveryDialog
    from ui.window.open_actions import EXAMPLE

    now = datetime(2025, 12, 29, 16, 5)
    report = load_draft(EXAMPLE)[0]
    draft = folder / "青禾镇2025年报.toml"
    for number in range(9):
        report.values |= {"requests.received.natural": 30 - number, "contact.telephone": f"0000-7654{321 - number}"}
        data = copy_bytes(report, draft if number % 3 else None, now - timedelta(hours=7 * number))
        write_copy(folder / "copies" / f"{number}.toml", data)
    unsaved = Unsaved(folder / "copies")
    dialog = RecoveryDialog([], unsaved, window)
    while unsaved.unread:
        dialog._read_on()
    dialog.list.setCurrentRow(1)
    dialog.show()
    dialog.list.setFocus()
    grab(f"{look}-recovery", dialog)
    dialog.hide()


def grab_program(window: MainWindow, grab: Callable[..., None]) -> None:
    """Grabs what concerns the program: what it is, a licence, and both halves of moving to another computer."""
    from export.pdf.faces import machine_faces
    from export.pdf.needed_faces import needed_faces
    from model.county.installed import county_in
    from model.transfer.pack import pack
    from ui.dialogs import message_boxes
    from ui.dialogs.about_dialog import AboutDialog
    from ui.dialogs.county_dialog import CountyDialog
    from ui.dialogs.faces_dialog import FacesDialog
    from ui.dialogs.pack_page import desk_of
    from ui.dialogs.transfer_dialog import TransferDialog
    from ui.window.open_actions import EXAMPLE

    about = AboutDialog(window.settings, window)
    about.show()
    grab("about", about)
    about.list.setCurrentRow(2)
    grab("about-licence", about)
    about.hide()
    fonts = FacesDialog(needed_faces(machine_faces(), system_faces=False), False, False, window)
    fonts.show()
    grab("faces", fonts)
    fonts.hide()
    county = CountyDialog(county_in(EXAMPLE.with_name("county.toml")), "", window)
    county.show()
    grab("county", county)
    county.hide()
    message_boxes.ask_drop_county(window, "云溪县的要求.toml")
    archive = window.settings.data_folder / "年报数据_青禾镇人民政府_2025-12-29.zip"
    settings = window.settings
    pack(desk_of(settings, settings.recent), archive)
    dialog = TransferDialog(settings, lambda: True, window)
    dialog.show()
    grab("transfer-pack", dialog)
    dialog.tabs.setCurrentIndex(1)
    dialog.place_page.show_file(archive)
    grab("transfer-place", dialog)
    dialog.hide()


def grab_questions(window: MainWindow, grab: Callable[..., None]) -> None:
    """Grabs what is asked when something went wrong."""
    from ui.dialogs import message_boxes
    from ui.files.open_draft import DEAD_MACHINE
    from ui.startup.crash_log import CRASHED
    from ui.startup.error_telling import KEPT
    from ui.startup.restore import UNREADABLE_COPIES

    grab_program(window, grab)
    window.workspace.document_actions.where()
    who = "“zhangsan”在电脑“DZB-PC-03”上从 11月24日 09:30 起打开着“青禾镇2025年报.toml”。"
    message_boxes.ask_held(window, who, "")
    message_boxes.ask_held(window, who, DEAD_MACHINE)
    gone = "找不到文件夹“E:\\年报”，没有保存。它可能被移走了，或者 U 盘拔掉了。请插好再存，或者换一个位置。"
    message_boxes.ask_elsewhere(window, gone)
    message_boxes.ask_unexpected(window, KEPT, Path("/home/clerk/.config/zfxxgk/错误报告/2025-12-29 16-05-12.txt"))
    message_boxes.ask_overwrite_changed(window, "青禾镇2025年报.toml")
    title = "上次没有保存就中断了：青禾镇人民政府2025年的报告，12月29日 16:05 时的内容还在。"
    message_boxes.ask_recover(window, title, ["与保存的文件不同的：", "单位名称：青禾镇 → 青禾镇人民政府"])
    why = "15.toml（12月29日 16:05）：文件是空的，里面没有草稿。请打开另一个文件，或者从新建开始。"
    message_boxes.tell(
        window, UNREADABLE_COPIES.format(count=1, files=why, folder="/home/clerk/.config/zfxxgk/recovery/读不懂的")
    )
    message_boxes.tell(
        window, CRASHED.format(when="12月29日 16:05", path="/home/clerk/.config/zfxxgk/错误报告/崩溃.txt")
    )


if __name__ == "__main__":
    if os.environ.get("PICTURES"):
        grab_all(Path(sys.argv[1]), os.environ["PICTURES"])
    else:
        main(Path(sys.argv[1]))
