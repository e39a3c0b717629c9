"""Message boxes that tell and ask, besides those about an export and about which file."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtCore  # whose Qt, with all its enums, is loaded with the first box
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QInputDialog, QMessageBox, QWidget

from ui.basics.line_lengths import folded
from ui.dialogs.boxes import add_button, agrees, answer, as_it_is, box_of, pressed

REASON_WIDTH_PX = 560
FOLDED_LINE_CHARACTERS = 36  # of a finding, in that width
MOST_LINES = 12  # in a box
BY_TAB = "（用键盘的，先按 Tab 选“改”或“不改”，再按回车。）"


def tell(parent: QWidget, sentence: str) -> None:
    """Show a sentence, usually about something that failed."""
    pressed(box_of(parent, QMessageBox.Icon.Warning, sentence))


def ask_save(parent: QWidget, title: str, was_saved: bool) -> str:
    """Ask what to do with unsaved changes: "save", "discard" or "cancel".

    `was_saved` is whether there is a draft of it."""
    lost = "上次保存以后的改动会丢失" if was_saved else "填的内容全都会丢失，它还一次也没有保存过"
    box = box_of(parent, QMessageBox.Icon.Question, f"“{title}”有改动还没有保存。", f"不保存的话，{lost}。")
    return answer(box, ("保存", "save"), ("不保存", "discard"), ("取消", "cancel"))


def ask_give_up(parent: QWidget, sentence: str) -> bool:
    """Ask whether all that was read of a document, with its corrections, may be lost."""
    box = box_of(parent, QMessageBox.Icon.Warning, sentence)
    return agrees(box, "关闭，不用读到的", "回去", QMessageBox.ButtonRole.DestructiveRole)


def ask_overwrite_carried(parent: QWidget, sentence: str, count: int, has_others: bool) -> bool:
    """Ask whether numbers from last year's report may be changed; the sentence is about the first of `count`.

    `has_others` is whether cells that need no question are changed in any case."""
    more = f"要改的格里有 {count} 个这样的数。" if count > 1 else ""
    these, rest = ("这些数" if count > 1 else "这个数"), ("其余的格照样改。" if has_others else "")
    box = box_of(
        parent, QMessageBox.Icon.Question, f"{sentence}{more}",
        f"{these}应与上年报告一致，确实要改吗？改了可以撤销；不改，格里还是原来的数。{rest}\n\n{BY_TAB}",
    )  # fmt: skip
    change = add_button(box, "改", QMessageBox.ButtonRole.AcceptRole)
    add_button(box, "不改", QMessageBox.ButtonRole.RejectRole)
    box.ignore_blind_keys()
    return pressed(box) is change


def ask_take_reading(parent: QWidget, lines: list[str]) -> bool:
    """Ask whether to go on with a reading although it lacks what the lines name; Enter goes back to it."""
    box = box_of(parent, QMessageBox.Icon.Warning, "\n".join(lines), "可以先在这里补上，也可以以后在报告里填。")
    return agrees(box, "就这样用", "回去补上", QMessageBox.ButtonRole.AcceptRole)


def ask_replace_values(parent: QWidget, lines: list[str]) -> bool:
    """Ask whether a reading may replace the values named in the lines."""
    box = box_of(
        parent,
        QMessageBox.Icon.Question,
        "读入会换掉当前报告里已有的内容：",
        "\n".join([*lines, "", "读入以后可以撤销。"]),
    )
    return agrees(box, "读入", "不读入", QMessageBox.ButtonRole.AcceptRole)


def ask_leave_behind(parent: QWidget, name: str, lines: list[str]) -> bool:
    """Ask whether to begin the next year without what is no valid value in last year's draft.

    The lines say what and where."""
    more = [f"…还有 {len(lines) - MOST_LINES} 处"] if len(lines) > MOST_LINES else []
    box = box_of(
        parent, QMessageBox.Icon.Warning, f"上年的草稿“{name}”里有 {len(lines)} 处写得不对，带不到今年的报告里：",
        "\n".join([*lines[:MOST_LINES], *more, "", "请先打开上年的草稿改好，再由它新建；不改的话，这些地方上年的数就是空的。"]),
    )  # fmt: skip
    return agrees(box, "仍然新建", "先不新建", QMessageBox.ButtonRole.AcceptRole)


def ask_overwrite_changed(parent: QWidget, why: str) -> str:
    """Ask what to do with a file that others left unreadable: "replace", "save_as" or "cancel"."""
    box = box_of(
        parent, QMessageBox.Icon.Warning, f"文件在打开以后被别人或别的程序改过，现在读不出来。{why}",
        "可以用您这里的内容覆盖它（它现在的样子会留在“历史版本”里），也可以另存一份。",
    )  # fmt: skip
    return answer(box, ("另存为…", "save_as"), ("覆盖", "replace"), ("取消", "cancel"))


def ask_held(parent: QWidget, sentence: str, more: str) -> str:
    """Ask what to do with a draft that is open elsewhere: "read_only", "copy" or "cancel"."""
    text = "可以只看不改；或者打开一个副本来改，存成另一个文件，不影响那边。"
    box = box_of(parent, QMessageBox.Icon.Information, sentence, f"{text}\n{more}".strip())
    return answer(box, ("只读打开", "read_only"), ("打开副本", "copy"), ("取消", "cancel"))


def ask_elsewhere(parent: QWidget, sentence: str) -> bool:
    """Ask whether to save to another file; the sentence says why the draft's own cannot be written."""
    box = box_of(parent, QMessageBox.Icon.Warning, sentence, "您填的内容都还在。")
    elsewhere = add_button(box, "另存为…", QMessageBox.ButtonRole.AcceptRole)
    add_button(box, "先不保存", QMessageBox.ButtonRole.RejectRole)
    return pressed(box) is elsewhere


def ask_recover(parent: QWidget, title: str, lines: list[str]) -> str:
    """Ask what to do with unsaved work: "recover", "discard" or "later"."""
    box = box_of(parent, QMessageBox.Icon.Question, title, "\n".join([*lines, "", "丢弃的还会留一个月。"]))
    return answer(box, ("恢复", "recover"), ("丢弃", "discard"), ("以后再说", "later"))


def ask_unexpected(parent: QWidget, sentence: str, report: Path) -> tuple[bool, bool]:
    """Ask about an unexpected error: whether to continue, and whether its report may contain the draft."""
    box = box_of(
        parent, QMessageBox.Icon.Warning, "程序里出了一个没有料到的错误。",
        f"{sentence}\n\n给维护人员看的错误报告会写在：\n{report}",
    )  # fmt: skip
    # With a parent, or Python would delete it before the box is shown.
    with_draft = QCheckBox("错误报告里附上这份年报的内容", box)
    box.setCheckBox(with_draft)
    on = add_button(box, "继续", QMessageBox.ButtonRole.AcceptRole)
    leave = add_button(box, "保存副本并退出", QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(on)
    return pressed(box) is not leave, with_draft.isChecked()


def ask_reason(parent: QWidget, finding: str) -> str:
    """Ask why a warning does not apply; return "" if it is not to be confirmed."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle("核实无误")
    dialog.setInputMode(QInputDialog.InputMode.TextInput)
    # QInputDialog does not wrap its label, and a long finding would make it wider than the screen.
    dialog.setLabelText(
        f"{folded(finding, FOLDED_LINE_CHARACTERS)}\n\n为什么没有错？说明会存在草稿里，并印在自查表上。"
    )
    as_it_is(dialog)
    dialog.setOkButtonText("核实无误")
    dialog.setCancelButtonText("取消")
    dialog.resize(REASON_WIDTH_PX, 10)  # as low as its words let it be
    reason = dialog.textValue().strip() if dialog.exec() else ""
    dialog.deleteLater()
    return reason


def tell_folders(parent: QWidget, folders: list[tuple[str, Path]], main: Path) -> None:
    """Show what is kept in which folder, and open `main` if wanted."""
    lines = "\n\n".join(f"{words}：\n{folder}" for words, folder in folders)
    box = box_of(parent, QMessageBox.Icon.Information, "程序替您留着的东西：", lines)
    show = add_button(box, "打开文件夹", QMessageBox.ButtonRole.ActionRole)
    add_button(box, "知道了", QMessageBox.ButtonRole.RejectRole)
    if pressed(box) is show:
        open_outside(parent, main)


def tell_done(parent: QWidget, sentence: str, more: str, folder: Path) -> None:
    """Show that something is done, and open its folder if wanted."""
    box = box_of(parent, QMessageBox.Icon.Information, sentence, more)
    show = add_button(box, "打开所在文件夹", QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(add_button(box, "完成", QMessageBox.ButtonRole.RejectRole))
    if pressed(box) is show:
        open_outside(parent, folder)


def open_outside(parent: QWidget, path: Path) -> None:
    """Open a folder in the desktop's own window, or a file in the program it belongs to.

    Where neither can be done, say so."""
    if not path.exists():
        _tell_unopened(
            parent,
            path,
            f"找不到{_what(path)}“{path.name}”，可能被移走、改名或删除了，或者 U 盘拔掉了。请看看还在不在。",
        )
        return
    from ui.dialogs.outside_programs import open_in_its_program

    sentence = f"这台电脑上没有能打开{_what(path)}“{path.name}”的程序。请自己找到它来打开。"
    open_in_its_program(parent, path, lambda: _tell_unopened(parent, path, sentence))


def _what(path: Path) -> str:
    return "文件夹" if path.is_dir() or not path.suffix else "文档"


def _tell_unopened(parent: QWidget, path: Path, sentence: str) -> None:
    """Say that something could not be opened, with its path to copy."""
    box = box_of(parent, QMessageBox.Icon.Warning, sentence, f"位置：\n{path}")
    box.setTextInteractionFlags(
        QtCore.Qt.TextInteractionFlag.TextSelectableByMouse | QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    copy = add_button(box, "复制位置", QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(add_button(box, "知道了", QMessageBox.ButtonRole.RejectRole))
    if pressed(box) is copy:
        QGuiApplication.clipboard().setText(str(path))


def ask_drop_county(parent: QWidget, name: str) -> bool:
    """Ask whether to go by the county's file of that name no longer, which removes the program's copy."""
    box = box_of(
        parent, QMessageBox.Icon.Question, "不再按县里的要求检查吗？",
        f"程序里留的那份“{name}”会删去。以后还要用它，请再打开一次县里发的文件。",
    )  # fmt: skip
    return agrees(box, "不再用它", "取消", QMessageBox.ButtonRole.DestructiveRole)
