"""The dialog 字体: which of the faces of an official document the machine has, what stands in, and how to get them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QTextBrowser, QWidget

from export.pdf.needed_faces import NeededFace
from ui.basics.widgets import button, dialog_column, label, resize_dialog, row

TITLE = "字体"
ALL_HERE = "公文用的字体，这台电脑上都有"
SOME_LACK = "公文用的字体，这台电脑上缺 {count} 种"
SYSTEM = "导出 Word 时，用“仿宋”“楷体”代替“仿宋_GB2312”“楷体_GB2312”"
IN_PLACE = {
    True: "这台电脑上有“仿宋”“楷体”；名字和地名里的生僻字，它们也更全。",
    False: "这台电脑上没有找到“仿宋”“楷体”；要看文档的电脑上有，也可以勾。",
}
HOW = (
    "缺字体，内容一个字也不会少，只是样子和公文的要求有差别：Word 文档拿到有这些字体的电脑上打开，样子就对了；PDF 里用了什么字体，到哪里看都一样。",
    "要补上：请管电脑的同志把缺的字体文件拷给您，双击打开它，点“安装”（Windows、统信、麒麟上都是这样）；单位的办公软件或者别的电脑上多半就有。装好以后，关掉本程序再打开。",
)
HEADINGS = ("字体", "用在", "这台电脑上", "在 Word 里", "在 PDF 里")


class FacesDialog(QDialog):
    """Shows every face; `system_faces` is the box to choose those of the system for Word documents."""

    def __init__(
        self, faces: Sequence[NeededFace], has_system: bool, system_faces: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        resize_dialog(self, parent)
        lacking = sum(not one.is_here for one in faces)
        heading = label(SOME_LACK.format(count=lacking) if lacking else ALL_HERE, "heading")
        heading.setWordWrap(True)
        self.text = QTextBrowser()
        self.text.setAccessibleName(TITLE)
        reach = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(reach.TextSelectableByMouse | reach.TextSelectableByKeyboard)
        self.text.setHtml(_html(faces, HOW if lacking else ()))
        self.system_faces = QCheckBox(SYSTEM)
        self.system_faces.setChecked(system_faces)
        self.system_faces.setAccessibleDescription(IN_PLACE[has_system])
        more = label(IN_PLACE[has_system], "faint")
        more.setWordWrap(True)
        close = button("关闭", self.accept)
        layout = dialog_column(self)
        for widget in (heading, self.text, self.system_faces, more):
            layout.addWidget(widget, int(widget is self.text))
        layout.addLayout(row(None, close))
        self.text.setFocus()


def face_line(face: NeededFace) -> str:
    """Return in one line what stands in a PDF instead of a face."""
    return f"{face.name}（{face.use}）：PDF 里用{face.in_pdf}"


def _html(faces: Sequence[NeededFace], how: Sequence[str]) -> str:
    head = "".join(f"<th align='left'>{words}</th>" for words in HEADINGS)
    rows = "".join(f"<tr>{_cells(one)}</tr>" for one in faces)
    said = "".join(f"<p>{line}</p>" for line in how)
    return f"<table cellspacing='0' cellpadding='5' width='100%'><tr>{head}</tr>{rows}</table>{said}"


def _cells(face: NeededFace) -> str:
    words = (face.name, face.use, "有" if face.is_here else "▲ 没有", face.in_word, face.in_pdf)
    return "".join(f"<td>{escape(word)}</td>" for word in words)
