"""All message boxes, and what file dialogs are asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6 import QtCore  # whose Qt, with all its enums, is loaded with the first box
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QInputDialog, QLabel, QMessageBox, QPushButton, QWidget

from model.faults import readable
from model.reading.formats.file_types import DRAFT, REPORTS
from ui.basics.announcing import announce
from ui.basics.background import in_background
from ui.basics.defaults import PROGRAM_NAME
from ui.basics.outside_programs import open_in_its_program
from ui.basics.widgets import folded, timer
from ui.dialogs.file_dialog import chosen_file, chosen_files, chosen_folder, chosen_target
from ui.dialogs.scrolling_box import ScrollingBox

DRAFT_FILTER = f"年报草稿 (*{DRAFT})"
REPORT_FILTER = f"草稿和文档 ({' '.join(f'*{ending}' for ending in REPORTS)})"
WORD_FILTER = "Word 文档 (*.docx)"
PAGE_FILTER = "网页 (*.html)"
COUNTY_FILTER = "县里的要求 (*.toml)"
PDF_FILTER = "PDF 文档 (*.pdf)"
ARCHIVE_FILTER = "年报数据 (*.zip)"
REASON_WIDTH_PX = 560
FOLDED_LINE_CHARACTERS = 36  # of a finding, in that width
ALL_FILES = "所有文件 (*)"
MOST_LINES = 12  # in a box
PROOF_INTERVAL_MS = 30  # between two looks at whether a proof has been made


def tell(parent: QWidget, sentence: str) -> None:
    """Show a sentence, usually about something that failed."""
    _box(parent, QMessageBox.Icon.Warning, sentence).exec()


def ask_save(parent: QWidget, title: str, was_saved: bool) -> str:
    """Ask what to do with unsaved changes: "save", "discard" or "cancel".

    `was_saved` is whether there is a draft of it."""
    lost = "上次保存以后的改动会丢失" if was_saved else "填的内容全都会丢失，它还一次也没有保存过"
    box = _box(parent, QMessageBox.Icon.Question, f"“{title}”有改动还没有保存。", f"不保存的话，{lost}。")
    return _answer(box, ("保存", "save"), ("不保存", "discard"), ("取消", "cancel"))


def ask_give_up(parent: QWidget, sentence: str) -> bool:
    """Ask whether all that was read of a document, with its corrections, may be lost."""
    box = _box(parent, QMessageBox.Icon.Warning, sentence)
    return _agrees(box, "关闭，不用读到的", "回去", QMessageBox.ButtonRole.DestructiveRole)


def ask_overwrite_carried(parent: QWidget, sentence: str, count: int, has_others: bool) -> bool:
    """Ask whether numbers from last year's report may be changed; the sentence is about the first of `count`.

    `has_others` is whether cells that need no question are changed in any case."""
    more = f"要改的格里有 {count} 个这样的数。" if count > 1 else ""
    these, rest = ("这些数" if count > 1 else "这个数"), ("其余的格照样改。" if has_others else "")
    box = _box(
        parent, QMessageBox.Icon.Question, f"{sentence}{more}",
        f"{these}应与上年报告一致，确实要改吗？改了可以撤销；不改，格里还是原来的数。{rest}",
    )  # fmt: skip
    change = _button(box, "改", QMessageBox.ButtonRole.AcceptRole)
    _button(box, "不改", QMessageBox.ButtonRole.RejectRole)
    box.ignore_blind_keys()
    box.exec()
    return box.clickedButton() is change


def ask_take_reading(parent: QWidget, lines: list[str]) -> bool:
    """Ask whether to go on with a reading although it lacks what the lines name; Enter goes back to it."""
    box = _box(parent, QMessageBox.Icon.Warning, "\n".join(lines), "可以先在这里补上，也可以以后在报告里填。")
    return _agrees(box, "就这样用", "回去补上", QMessageBox.ButtonRole.AcceptRole)


def ask_replace_values(parent: QWidget, lines: list[str]) -> bool:
    """Ask whether a reading may replace the values named in the lines."""
    box = _box(
        parent,
        QMessageBox.Icon.Question,
        "读入会换掉当前报告里已有的内容：",
        "\n".join([*lines, "", "读入以后可以撤销。"]),
    )
    return _agrees(box, "读入", "不读入", QMessageBox.ButtonRole.AcceptRole)


def ask_leave_behind(parent: QWidget, name: str, lines: list[str]) -> bool:
    """Ask whether to begin the next year without what is no valid value in last year's draft.

    The lines say what and where."""
    more = [f"…还有 {len(lines) - MOST_LINES} 处"] if len(lines) > MOST_LINES else []
    box = _box(
        parent, QMessageBox.Icon.Warning, f"上年的草稿“{name}”里有 {len(lines)} 处写得不对，带不到今年的报告里：",
        "\n".join([*lines[:MOST_LINES], *more, "", "请先打开上年的草稿改好，再由它新建；不改的话，这些地方上年的数就是空的。"]),
    )  # fmt: skip
    return _agrees(box, "仍然新建", "先不新建", QMessageBox.ButtonRole.AcceptRole)


def ask_overwrite_changed(parent: QWidget, why: str) -> str:
    """Ask what to do with a file that others left unreadable: "replace", "save_as" or "cancel"."""
    box = _box(
        parent, QMessageBox.Icon.Warning, f"文件在打开以后被别人或别的程序改过，现在读不出来。{why}",
        "可以用您这里的内容覆盖它（它现在的样子会留在“历史版本”里），也可以另存一份。",
    )  # fmt: skip
    return _answer(box, ("另存为…", "save_as"), ("覆盖", "replace"), ("取消", "cancel"))


def ask_held(parent: QWidget, sentence: str, more: str) -> str:
    """Ask what to do with a draft that is open elsewhere: "read_only", "copy" or "cancel"."""
    text = "可以只看不改；或者打开一个副本来改，存成另一个文件，不影响那边。"
    box = _box(parent, QMessageBox.Icon.Information, sentence, f"{text}\n{more}".strip())
    return _answer(box, ("只读打开", "read_only"), ("打开副本", "copy"), ("取消", "cancel"))


def ask_elsewhere(parent: QWidget, sentence: str) -> bool:
    """Ask whether to save to another file; the sentence says why the draft's own cannot be written."""
    box = _box(parent, QMessageBox.Icon.Warning, sentence, "您填的内容都还在。")
    elsewhere = _button(box, "另存为…", QMessageBox.ButtonRole.AcceptRole)
    _button(box, "先不保存", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is elsewhere


def ask_export_unfinished(parent: QWidget, lines: list[str], act: str = "导出") -> bool:
    """Ask whether to export, or to do another `act`, although something is open; the lines say what and where."""
    has_faults = any(line[:1] in "✕▲" for line in lines if line)
    title = f"检查发现了问题，要现在{act}吗？" if has_faults else f"还有没填的地方，要现在{act}吗？"
    box = _box(parent, QMessageBox.Icon.Question, title, "\n".join(lines))
    return _agrees(box, f"仍然{act}", "去修改", QMessageBox.ButtonRole.AcceptRole)


def ask_recover(parent: QWidget, title: str, lines: list[str]) -> str:
    """Ask what to do with unsaved work: "recover", "discard" or "later"."""
    box = _box(parent, QMessageBox.Icon.Question, title, "\n".join([*lines, "", "丢弃的还会留一个月。"]))
    return _answer(box, ("恢复", "recover"), ("丢弃", "discard"), ("以后再说", "later"))


def ask_unexpected(parent: QWidget, sentence: str, report: Path) -> tuple[bool, bool]:
    """Ask about an unexpected error: whether to continue, and whether its report may contain the draft."""
    box = _box(
        parent, QMessageBox.Icon.Warning, "程序里出了一个没有料到的错误。",
        f"{sentence}\n\n给维护人员看的错误报告会写在：\n{report}",
    )  # fmt: skip
    agrees = QCheckBox(
        "错误报告里附上这份年报的内容", box
    )  # without a parent Python would delete it before the box is shown
    box.setCheckBox(agrees)
    on = _button(box, "继续", QMessageBox.ButtonRole.AcceptRole)
    leave = _button(box, "保存副本并退出", QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(on)
    box.exec()
    return box.clickedButton() is not leave, agrees.isChecked()


def ask_reason(parent: QWidget, finding: str) -> str:
    """Ask why a warning does not apply; return "" if it is not to be confirmed."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle("核实无误")
    dialog.setInputMode(QInputDialog.InputMode.TextInput)
    # QInputDialog does not wrap its label, and a long finding would make it wider than the screen.
    dialog.setLabelText(
        f"{folded(finding, FOLDED_LINE_CHARACTERS)}\n\n为什么没有错？说明会存在草稿里，并印在自查表上。"
    )
    _as_it_is(dialog)
    dialog.setOkButtonText("核实无误")
    dialog.setCancelButtonText("取消")
    dialog.resize(REASON_WIDTH_PX, 10)  # as low as its words let it be
    return dialog.textValue().strip() if dialog.exec() else ""


class Proving(Protocol):
    """A proof that is being made: what has been found so far."""

    @property
    def found(self) -> tuple[str, bool]:
        """A sentence, and whether all is well."""

    @property
    def is_done(self) -> bool:
        """Whether that is all."""

    def wait(self) -> tuple[str, bool]:
        """Return what is found in the end, once it is."""


def tell_exported(parent: QWidget, path: Path, notes: str, proving: Proving | None = None) -> None:
    """Show that a document was exported, with its proof as soon as that is made; open it or its folder if wanted.

    What the proof finds wrong after the box was closed is told in another one."""
    box = _box(parent, QMessageBox.Icon.Information, f"已导出“{path.name}”。")

    def say() -> None:
        is_done = proving is None or proving.is_done  # first: what is found after that is for the next look
        sentence, is_well = proving.found if proving else ("", True)
        box.setInformativeText("\n".join(filter(None, [sentence, f"{notes}位置：{path.parent}"])))
        if not is_well:
            box.setIcon(QMessageBox.Icon.Warning)
        if not is_done:
            look.start()
        elif box.isVisible():
            announce(box, sentence, urgent=True)

    look = timer(box, PROOF_INTERVAL_MS, say)
    say()
    show = _button(box, "打开文档", QMessageBox.ButtonRole.AcceptRole)
    folder = _button(box, "打开所在文件夹", QMessageBox.ButtonRole.ActionRole)
    _button(box, "完成", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    targets: dict[object, Path] = {show: path, folder: path.parent}
    target = targets.get(box.clickedButton())
    if proving:
        _tell_late(parent, proving, box.informativeText())
    if target:
        open_outside(parent, target)


def _tell_late(parent: QWidget, proving: Proving, said: str) -> None:
    """Tell what a proof finds wrong, if that was not said before the box was closed."""
    sentence, is_well = in_background(proving.wait)
    if not is_well and sentence not in said:
        tell(parent, sentence)


def tell_faces(parent: QWidget, lines: list[str]) -> bool:
    """Tell before an export which faces the machine lacks; return whether to show more of it."""
    box = _box(
        parent, QMessageBox.Icon.Information, "这台电脑上缺公文用的字体，内容不会少，样子会有差别：",
        "\n".join([*lines, "", "Word 文档在这台电脑上打开，由 Word、WPS 自己换一种；拿到有这些字体的电脑上，样子就对了。", "这件事只说这一次。怎么补上，以后随时看“帮助 → 字体…”。"]),
    )  # fmt: skip
    return _agrees(box, "看字体…", "继续导出", QMessageBox.ButtonRole.ActionRole)


def tell_copied(parent: QWidget, notes: str) -> None:
    """Show that the report is on the clipboard, and what to do with it."""
    box = _box(
        parent, QMessageBox.Icon.Information, "已复制。",
        f"{notes}请到网站后台的编辑框里粘贴（Ctrl+V），再看一看表格是不是完整。粘贴到 WPS 表格里也可以。",
    )  # fmt: skip
    box.setDefaultButton(_button(box, "知道了", QMessageBox.ButtonRole.RejectRole))
    box.exec()


def tell_folders(parent: QWidget, folders: list[tuple[str, Path]], main: Path) -> None:
    """Show what is kept in which folder, and open `main` if wanted."""
    lines = "\n\n".join(f"{words}：\n{folder}" for words, folder in folders)
    box = _box(parent, QMessageBox.Icon.Information, "程序替您留着的东西：", lines)
    show = _button(box, "打开文件夹", QMessageBox.ButtonRole.ActionRole)
    _button(box, "知道了", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is show:
        open_outside(parent, main)


def tell_done(parent: QWidget, sentence: str, more: str, folder: Path) -> None:
    """Show that something is done, and open its folder if wanted."""
    box = _box(parent, QMessageBox.Icon.Information, sentence, more)
    show = _button(box, "打开所在文件夹", QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(_button(box, "完成", QMessageBox.ButtonRole.RejectRole))
    box.exec()
    if box.clickedButton() is show:
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
    sentence = f"这台电脑上没有能打开{_what(path)}“{path.name}”的程序。请自己找到它来打开。"
    open_in_its_program(parent, path, lambda: _tell_unopened(parent, path, sentence))


def _what(path: Path) -> str:
    return "文件夹" if path.is_dir() or not path.suffix else "文档"


def _tell_unopened(parent: QWidget, path: Path, sentence: str) -> None:
    """Say that something could not be opened, with its path to copy."""
    box = _box(parent, QMessageBox.Icon.Warning, sentence, f"位置：\n{path}")
    box.setTextInteractionFlags(
        QtCore.Qt.TextInteractionFlag.TextSelectableByMouse | QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    copy = _button(box, "复制位置", QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(_button(box, "知道了", QMessageBox.ButtonRole.RejectRole))
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(str(path))


def ask_drafts(parent: QWidget, folder: Path) -> list[Path]:
    """Ask which drafts to add."""
    return chosen_files(parent, "添加草稿", folder, [DRAFT_FILTER])


def ask_archive(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the file from another computer."""
    return chosen_file(parent, "选带来的文件", folder, [ARCHIVE_FILTER, ALL_FILES])


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder to put something into."""
    return chosen_folder(parent, title, folder)


def ask_county(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the county's file with its demands."""
    return chosen_file(parent, "打开县里发的要求", folder, [COUNTY_FILTER, ALL_FILES])


def ask_drop_county(parent: QWidget, name: str) -> bool:
    """Ask whether to go by the county's file of that name no longer, which removes the program's copy."""
    box = _box(
        parent, QMessageBox.Icon.Question, "不再按县里的要求检查吗？",
        f"程序里留的那份“{name}”会删去。以后还要用它，请再打开一次县里发的文件。",
    )  # fmt: skip
    return _agrees(box, "不再用它", "取消", QMessageBox.ButtonRole.DestructiveRole)


def ask_template(parent: QWidget, name: str) -> str:
    """Ask what to do about the template for Word documents: "choose", "save" the official one, "official" or "close".

    `name` is what the one in use is called, "" for the official layout."""
    now = f"导出 Word 用的模板：{name}" if name else "导出 Word 用的是官方版式"
    box = _box(
        parent, QMessageBox.Icon.Information, now,
        "官方版式按《党政机关公文格式》排版。上级有自己的版式的，可以选用他们的模板（.docx）；程序留一份副本，以后导出都用它。\n\n"
        "要自己做一份：先把官方版式另存出来，用 Word 或 WPS 改样式、页边距、页眉和页脚，再选用。",
    )  # fmt: skip
    roles = QMessageBox.ButtonRole
    answers: dict[object, str] = {_button(box, "选用模板…", roles.AcceptRole): "choose"}
    answers[_button(box, "另存官方版式…", roles.ActionRole)] = "save"
    if name:
        answers[_button(box, "恢复官方版式", roles.DestructiveRole)] = "official"
    box.setDefaultButton(_button(box, "关闭", roles.RejectRole))
    box.exec()
    return answers.get(box.clickedButton(), "close")


def ask_drop_template(parent: QWidget, name: str) -> bool:
    """Ask whether to return to the official layout, which removes the program's copy of the template of that name."""
    box = _box(
        parent, QMessageBox.Icon.Question, "恢复官方版式吗？",
        f"程序里留的那份“{name}”会删去。以后还要用它，请再选用一次原来的文件。",
    )  # fmt: skip
    return _agrees(box, "恢复", "取消", QMessageBox.ButtonRole.DestructiveRole)


def tell_saved_template(parent: QWidget, path: Path) -> None:
    """Explain what the saved official layout is good for, and open it if wanted."""
    box = _box(
        parent, QMessageBox.Icon.Information, f"已另存“{path.name}”。",
        f"用 Word 或 WPS 改好它的版式以后，在这里选用。样式的名称请不要改。\n位置：{path.parent}",
    )  # fmt: skip
    show = _button(box, "打开文档", QMessageBox.ButtonRole.AcceptRole)
    _button(box, "完成", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is show:
        open_outside(parent, path)


def ask_word(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a Word document; other files are shown too, and are refused with a reason."""
    return chosen_file(parent, title, folder, [WORD_FILTER, ALL_FILES])


def ask_report(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a draft or document to open."""
    return chosen_file(parent, title, folder, [REPORT_FILTER, DRAFT_FILTER, ALL_FILES])


def ask_target(parent: QWidget, title: str, proposal: Path, kind: str) -> Path | None:
    """Ask for a file to write; the suffix of `proposal` is added if there is none."""
    path = chosen_target(parent, title, proposal, kind)
    if not path or path.suffix.lower() == proposal.suffix:
        return path
    path = path.with_name(path.name + proposal.suffix)
    # The file dialog has asked only about the name without the suffix.
    return path if not path.exists() or _ask_replace(parent, path.name) else None


def _ask_replace(parent: QWidget, name: str) -> bool:
    box = _box(parent, QMessageBox.Icon.Question, f"“{name}”已经有了，要替换它吗？")
    return _agrees(box, "替换", "取消", QMessageBox.ButtonRole.DestructiveRole)


def _answer(box: QMessageBox, accept: tuple[str, str], destroy: tuple[str, str], reject: tuple[str, str]) -> str:
    """Run a box with three buttons, given as words and answers; closing the box gives the last answer."""
    roles = QMessageBox.ButtonRole
    found = zip((accept, destroy, reject), (roles.AcceptRole, roles.DestructiveRole, roles.RejectRole), strict=True)
    answers: dict[object, str] = {_button(box, words, role): answer for (words, answer), role in found}
    box.exec()
    return answers.get(box.clickedButton(), reject[1])


def _agrees(box: QMessageBox, yes: str, no: str, role: QMessageBox.ButtonRole) -> bool:
    """Run a box with two buttons; return whether the first was pressed. Enter presses the other."""
    agree = _button(box, yes, role)
    box.setDefaultButton(_button(box, no, QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is agree


def _box(parent: QWidget, icon: QMessageBox.Icon, text: str, more: str = "") -> ScrollingBox:
    box = ScrollingBox(icon, PROGRAM_NAME, readable(text), parent=parent)
    box.setInformativeText(readable(more))
    _as_it_is(box)
    return box


def _as_it_is(dialog: QDialog) -> None:
    """Show all words of a dialog as they are: a name of a file may look like HTML."""
    words: list[QLabel] = list(dialog.findChildren(QLabel))
    for one in words:
        one.setTextFormat(QtCore.Qt.TextFormat.PlainText)


def _button(box: QMessageBox, words: str, role: QMessageBox.ButtonRole) -> QPushButton:
    return box.addButton(words, role)
