"""The only place that opens a message box or a file dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QInputDialog, QMessageBox, QPushButton, QWidget

from model.reading.formats.file_types import DRAFT, REPORTS

DRAFTS = f"年报草稿 (*{DRAFT})"
DRAFTS_AND_DOCUMENTS = f"草稿和文档 ({' '.join(f'*{ending}' for ending in REPORTS)})"
WORD = "Word 文档 (*.docx)"
ARCHIVE = "年报数据 (*.zip)"


def tell(parent: QWidget, sentence: str) -> None:
    """Shows a sentence about something that did not work."""
    _box(parent, QMessageBox.Icon.Warning, sentence).exec()


def ask_save(parent: QWidget, title: str) -> str:
    """What to do with unsaved changes: "save", "discard" or "cancel"."""
    box = _box(
        parent, QMessageBox.Icon.Question, f"“{title}”有改动还没有保存。", "不保存的话，上次保存以后的改动会丢失。"
    )
    return _answer(box, ("保存", "save"), ("不保存", "discard"), ("取消", "cancel"))


def ask_give_up(parent: QWidget, sentence: str) -> bool:
    """Whether something that cannot be taken over may be given up, so that the report can be closed."""
    box = _box(parent, QMessageBox.Icon.Warning, sentence)
    return _agrees(box, "放弃这一项", "回去改正", QMessageBox.ButtonRole.DestructiveRole)


def ask_overwrite_carried(parent: QWidget, sentence: str, count: int) -> bool:
    """Whether numbers that came from last year's report may be changed; the sentence is about the first."""
    more = f"选中的格里有 {count} 个这样的数。" if count > 1 else ""
    box = _box(
        parent, QMessageBox.Icon.Question, f"{sentence}{more}", "这个数应与上年报告一致。确实要改吗？改了可以撤销。"
    )
    return _agrees(box, "要改", "不改", QMessageBox.ButtonRole.AcceptRole)


def ask_replace_values(parent: QWidget, lines: list[str]) -> bool:
    """Whether what is filled in already may be replaced by what was read; the lines name it."""
    box = _box(
        parent,
        QMessageBox.Icon.Question,
        "读入会换掉当前报告里已有的内容：",
        "\n".join([*lines, "", "读入以后可以撤销。"]),
    )
    return _agrees(box, "读入", "不读入", QMessageBox.ButtonRole.AcceptRole)


def ask_overwrite_changed(parent: QWidget, why: str) -> str:
    """What to do where somebody else made of the file what cannot be read: "replace", "save_as" or "cancel"."""
    box = _box(
        parent, QMessageBox.Icon.Warning, f"文件在打开以后被别人或别的程序改过，现在读不出来。{why}",
        "可以用您这里的内容覆盖它（它现在的样子会留在“历史版本”里），也可以另存一份。",
    )  # fmt: skip
    return _answer(box, ("另存为…", "save_as"), ("覆盖", "replace"), ("取消", "cancel"))


def ask_held(parent: QWidget, sentence: str, more: str) -> str:
    """What to do with a draft that somebody else has open: "read_only", "copy" or "cancel"."""
    text = "可以只看不改；或者打开一个副本来改，存成另一个文件，不影响那边。"
    box = _box(parent, QMessageBox.Icon.Information, sentence, f"{text}\n{more}".strip())
    return _answer(box, ("只读打开", "read_only"), ("打开副本", "copy"), ("取消", "cancel"))


def ask_elsewhere(parent: QWidget, sentence: str) -> bool:
    """Whether a draft that could not be saved to its file is to be saved to another; the sentence says why."""
    box = _box(parent, QMessageBox.Icon.Warning, sentence, "您填的内容都还在。")
    elsewhere = _button(box, "另存为…", QMessageBox.ButtonRole.AcceptRole)
    _button(box, "先不保存", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is elsewhere


def ask_export_unfinished(parent: QWidget, lines: list[str]) -> bool:
    """Whether to export although something is open; the lines say what and where."""
    has_faults = any(line[:1] in "✕▲" for line in lines if line)
    title = "检查发现了问题，要现在导出吗？" if has_faults else "还有没填的地方，要现在导出吗？"
    box = _box(parent, QMessageBox.Icon.Question, title, "\n".join(lines))
    return _agrees(box, "仍然导出", "去修改", QMessageBox.ButtonRole.AcceptRole)


def ask_recover(parent: QWidget, title: str, lines: list[str]) -> str:
    """What to do with what was typed and not saved: "recover", "discard" or "later"."""
    box = _box(parent, QMessageBox.Icon.Question, title, "\n".join([*lines, "", "丢弃的还会留一个月。"]))
    return _answer(box, ("恢复", "recover"), ("丢弃", "discard"), ("以后再说", "later"))


def ask_unexpected(parent: QWidget, sentence: str, report: Path) -> tuple[bool, bool]:
    """Whether to go on after an error that nobody foresaw, and whether what was typed may go into the report of it."""
    box = _box(
        parent, QMessageBox.Icon.Warning, "程序里出了一个没有料到的错误。",
        f"{sentence}\n\n给维护人员看的错误报告会写在：\n{report}",
    )  # fmt: skip
    agrees = QCheckBox("错误报告里附上这份年报的内容", box)  # without a parent it would be gone before the box
    box.setCheckBox(agrees)
    on = _button(box, "继续", QMessageBox.ButtonRole.AcceptRole)
    leave = _button(box, "保存副本并退出", QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(on)
    box.exec()
    return box.clickedButton() is not leave, agrees.isChecked()


def ask_reason(parent: QWidget, finding: str) -> str:
    """Why a warning is in order, in the clerk's words; "" if it is not to be confirmed."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle("核实无误")
    dialog.setInputMode(QInputDialog.InputMode.TextInput)
    dialog.setLabelText(f"{_folded(finding)}\n\n为什么没有错？说明会存在草稿里，并印在自查表上。")
    dialog.setOkButtonText("核实无误")
    dialog.setCancelButtonText("取消")
    dialog.resize(560, 10)
    return dialog.textValue().strip() if dialog.exec() else ""


def _folded(text: str) -> str:
    return "\n".join(text[start : start + 36] for start in range(0, len(text), 36))


def tell_exported(parent: QWidget, path: Path, notes: str) -> None:
    """Says that the document is there, and opens it where wanted."""
    box = _box(parent, QMessageBox.Icon.Information, f"已导出“{path.name}”。", f"{notes}位置：{path.parent}")
    show = _button(box, "打开文档", QMessageBox.ButtonRole.AcceptRole)
    folder = _button(box, "打开所在文件夹", QMessageBox.ButtonRole.ActionRole)
    _button(box, "完成", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    targets: dict[object, Path] = {show: path, folder: path.parent}
    target = targets.get(box.clickedButton())
    if target:
        show_folder(target)


def tell_folders(parent: QWidget, folders: list[tuple[str, Path]], main: Path) -> None:
    """Says what is kept in which folder, and opens the one that holds them where wanted."""
    lines = "\n\n".join(f"{words}：\n{folder}" for words, folder in folders)
    box = _box(parent, QMessageBox.Icon.Information, "程序替您留着的东西：", lines)
    show = _button(box, "打开文件夹", QMessageBox.ButtonRole.ActionRole)
    _button(box, "知道了", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is show:
        show_folder(main)


def tell_done(parent: QWidget, sentence: str, more: str, folder: Path) -> None:
    """Says that something is done, and opens the folder where it is where wanted."""
    box = _box(parent, QMessageBox.Icon.Information, sentence, more)
    show = _button(box, "打开所在文件夹", QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(_button(box, "完成", QMessageBox.ButtonRole.RejectRole))
    box.exec()
    if box.clickedButton() is show:
        show_folder(folder)


def show_folder(folder: Path) -> None:
    """Opens a folder in the desktop's own window, or a file in the program it belongs to."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def ask_drafts(parent: QWidget, folder: Path) -> list[Path]:
    """Which drafts to add."""
    return [Path(name) for name in QFileDialog.getOpenFileNames(parent, "添加草稿", str(folder), DRAFTS)[0]]


def ask_archive(parent: QWidget, folder: Path) -> Path | None:
    """Which file from another computer to look into."""
    name, _ = QFileDialog.getOpenFileName(parent, "选带来的文件", str(folder), f"{ARCHIVE};;所有文件 (*)")
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Which folder to put something into."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def ask_report(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Which draft or document to open."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), f"{DRAFTS_AND_DOCUMENTS};;{DRAFTS};;所有文件 (*)")
    return Path(name) if name else None


def ask_target(parent: QWidget, title: str, proposal: Path, kind: str) -> Path | None:
    """Where to write a file; the ending of `proposal` is added where none was given."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kind)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() == proposal.suffix:
        return path
    path = path.with_name(path.name + proposal.suffix)
    # The file dialog has asked about the name without the ending only.
    return path if not path.exists() or _ask_replace(parent, path.name) else None


def _ask_replace(parent: QWidget, name: str) -> bool:
    box = _box(parent, QMessageBox.Icon.Question, f"“{name}”已经有了，要替换它吗？")
    return _agrees(box, "替换", "取消", QMessageBox.ButtonRole.DestructiveRole)


def _answer(box: QMessageBox, accept: tuple[str, str], destroy: tuple[str, str], reject: tuple[str, str]) -> str:
    """Which of three buttons is pressed; each is its words and its answer. Closing the box is the last."""
    roles = QMessageBox.ButtonRole
    found = zip((accept, destroy, reject), (roles.AcceptRole, roles.DestructiveRole, roles.RejectRole), strict=True)
    answers: dict[object, str] = {_button(box, words, role): answer for (words, answer), role in found}
    box.exec()
    return answers.get(box.clickedButton(), reject[1])


def _agrees(box: QMessageBox, yes: str, no: str, role: QMessageBox.ButtonRole) -> bool:
    """Whether the first of two buttons is pressed; the other is the one that Enter presses."""
    agree = _button(box, yes, role)
    box.setDefaultButton(_button(box, no, QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is agree


def _box(parent: QWidget, icon: QMessageBox.Icon, text: str, more: str = "") -> QMessageBox:
    box = QMessageBox(icon, "政府信息公开年报", text, parent=parent)
    box.setInformativeText(more)
    return box


def _button(box: QMessageBox, words: str, role: QMessageBox.ButtonRole) -> QPushButton:
    return box.addButton(words, role)
