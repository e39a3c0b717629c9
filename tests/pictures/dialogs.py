"""What is said, asked and explained, and the dialogs about the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


def grab_dialogs(window: MainWindow, grab: Callable[..., None]) -> None:
    """Grabs what else is said and asked, and the dialogs about the program."""
    from export.pdf.faces import shipped_faces
    from export.pdf.needed_faces import needed_faces
    from ui.dialogs import export_boxes, message_boxes
    from ui.dialogs.faces_dialog import face_line

    message_boxes.tell(window, "“红花尔基.toml”不能作为草稿打开。文件是空的，里面没有草稿。请打开另一个文件。")
    message_boxes.ask_save(window, "青禾镇人民政府 2025 年年度报告", True)
    export_boxes.ask_export_unfinished(window, ["二、主动公开：10 格", "", "没填的 10 个格，在文档里会写成 0。"])
    found = ("已核对：200 个数、6 段文字一致。", True)
    done = SimpleNamespace(found=found, is_done=True, wait=lambda: found)
    faces = needed_faces(shipped_faces(), system_faces=False)
    export_boxes.tell_faces(window, [face_line(one) for one in faces])
    export_boxes.tell_exported(window, Path("/home/clerk/报告.docx"), "3 个没填的格写成了 0。\n", done)
    export_boxes.tell_copied(window, "3 个没填的格写成了 0。\n")
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
    from ui.transfer.pack_page import desk_of
    from ui.transfer.transfer_dialog import TransferDialog
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
