"""What is asked before an export and told after it, and the boxes about the template it is made from."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QMessageBox, QWidget

from ui.basics.announcing import announce
from ui.basics.background import in_background
from ui.basics.widgets import timer
from ui.dialogs import message_boxes
from ui.dialogs.boxes import add_button, agrees, box_of, pressed

PROOF_INTERVAL_MS = 30  # between two looks at whether a proof has been made


def ask_export_unfinished(parent: QWidget, lines: list[str], act: str = "导出") -> bool:
    """Ask whether to export, or to do another `act`, although something is open; the lines say what and where."""
    has_faults = any(line[:1] in "✕▲" for line in lines if line)
    title = f"检查发现了问题，要现在{act}吗？" if has_faults else f"还有没填的地方，要现在{act}吗？"
    box = box_of(parent, QMessageBox.Icon.Question, title, "\n".join(lines))
    return agrees(box, f"仍然{act}", "去修改", QMessageBox.ButtonRole.AcceptRole)


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
    box = box_of(parent, QMessageBox.Icon.Information, f"已导出“{path.name}”。")
    _show_proof(box, f"{notes}位置：{path.parent}", proving)
    show = add_button(box, "打开文档", QMessageBox.ButtonRole.AcceptRole)
    folder = add_button(box, "打开所在文件夹", QMessageBox.ButtonRole.ActionRole)
    add_button(box, "完成", QMessageBox.ButtonRole.RejectRole)
    targets: dict[object, Path] = {show: path, folder: path.parent}
    target = targets.get(pressed(box))
    if proving:
        _tell_late(parent, proving, box.informativeText())
    if target:
        message_boxes.open_outside(parent, target)


def _show_proof(box: QMessageBox, words: str, proving: Proving | None) -> None:
    """Show words in a box, and above them what a proof has found, as long as it goes on."""

    def say() -> None:
        is_done = proving is None or proving.is_done  # first: what is found after that is for the next look
        sentence, is_well = proving.found if proving else ("", True)
        box.setInformativeText("\n".join(filter(None, [sentence, words])))
        if not is_well:
            box.setIcon(QMessageBox.Icon.Warning)
        if not is_done:
            look.start()
        elif box.isVisible():
            announce(box, sentence, urgent=True)

    look = timer(box, PROOF_INTERVAL_MS, say)
    say()


def _tell_late(parent: QWidget, proving: Proving, said: str) -> None:
    """Tell what a proof finds wrong, if that was not said before the box was closed."""
    sentence, is_well = in_background(proving.wait)
    if not is_well and sentence not in said:
        message_boxes.tell(parent, sentence)


def tell_faces(parent: QWidget, lines: list[str]) -> bool:
    """Tell before an export which faces the machine lacks; return whether to show more of it."""
    box = box_of(
        parent, QMessageBox.Icon.Information, "这台电脑上缺公文用的字体，内容不会少，样子会有差别：",
        "\n".join([*lines, "", "Word 文档在这台电脑上打开，由 Word、WPS 自己换一种；拿到有这些字体的电脑上，样子就对了。", "这件事只说这一次。怎么补上，以后随时看“帮助 → 字体…”。"]),
    )  # fmt: skip
    return agrees(box, "看字体…", "继续导出", QMessageBox.ButtonRole.ActionRole)


def tell_copied(parent: QWidget, notes: str) -> None:
    """Show that the report is on the clipboard, and what to do with it."""
    box = box_of(
        parent, QMessageBox.Icon.Information, "已复制。",
        f"{notes}请到网站后台的编辑框里粘贴（Ctrl+V），再看一看表格是不是完整。粘贴到 WPS 表格里也可以。",
    )  # fmt: skip
    box.setDefaultButton(add_button(box, "知道了", QMessageBox.ButtonRole.RejectRole))
    pressed(box)


def ask_template(parent: QWidget, name: str) -> str:
    """Ask what to do about the template for Word documents: "choose", "save" the official one, "official" or "close".

    `name` is what the one in use is called, "" for the official layout."""
    now = f"导出 Word 用的模板：{name}" if name else "导出 Word 用的是官方版式"
    box = box_of(
        parent, QMessageBox.Icon.Information, now,
        "官方版式按《党政机关公文格式》排版。上级有自己的版式的，可以选用他们的模板（.docx）；程序留一份副本，以后导出都用它。\n\n"
        "要自己做一份：先把官方版式另存出来，用 Word 或 WPS 改样式、页边距、页眉和页脚，再选用。",
    )  # fmt: skip
    roles = QMessageBox.ButtonRole
    answers: dict[object, str] = {add_button(box, "选用模板…", roles.AcceptRole): "choose"}
    answers[add_button(box, "另存官方版式…", roles.ActionRole)] = "save"
    if name:
        answers[add_button(box, "恢复官方版式", roles.DestructiveRole)] = "official"
    box.setDefaultButton(add_button(box, "关闭", roles.RejectRole))
    return answers.get(pressed(box), "close")


def ask_drop_template(parent: QWidget, name: str) -> bool:
    """Ask whether to return to the official layout, which removes the program's copy of the template of that name."""
    box = box_of(
        parent, QMessageBox.Icon.Question, "恢复官方版式吗？",
        f"程序里留的那份“{name}”会删去。以后还要用它，请再选用一次原来的文件。",
    )  # fmt: skip
    return agrees(box, "恢复", "取消", QMessageBox.ButtonRole.DestructiveRole)


def tell_saved_template(parent: QWidget, path: Path) -> None:
    """Explain what the saved official layout is good for, and open it if wanted."""
    box = box_of(
        parent, QMessageBox.Icon.Information, f"已另存“{path.name}”。",
        f"用 Word 或 WPS 改好它的版式以后，在这里选用。样式的名称请不要改。\n位置：{path.parent}",
    )  # fmt: skip
    show = add_button(box, "打开文档", QMessageBox.ButtonRole.AcceptRole)
    add_button(box, "完成", QMessageBox.ButtonRole.RejectRole)
    if pressed(box) is show:
        message_boxes.open_outside(parent, path)
