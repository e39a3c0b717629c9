"""The dialog that shows the opening as it is beside the generated one, before the one is replaced by the other."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from ui.basics.widgets import button, dialog_column, label, resize_dialog, row
from ui.dialogs.two_texts import TwoTexts


class OpeningDialog(QDialog):
    """Asks which of two openings to use; Enter and Escape keep the one there is."""

    def __init__(self, now: str, generated: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("开头语")
        resize_dialog(self, parent)
        said = label("现在的开头语是您自己写的（或者改过的）。要换成按基本信息生成的吗？换了可以撤销。", "heading")
        said.setWordWrap(True)
        self.texts = TwoTexts("现在的开头语", "生成的开头语")
        self.texts.show_texts(now, generated)
        self.replace = button("换成生成的", self.accept)
        self.keep = button("保留现在的", self.reject)
        self.replace.setAutoDefault(False)
        self.keep.setDefault(True)
        layout = dialog_column(self)
        layout.addWidget(said)
        layout.addWidget(self.texts, 1)
        layout.addLayout(row(None, self.replace, self.keep))
        self.keep.setFocus()


def may_replace_opening(parent: QWidget, now: str, generated: str) -> bool:
    """Ask whether the opening there is may be replaced by the generated one."""
    dialog = OpeningDialog(now, generated, parent)
    agreed = bool(dialog.exec())
    dialog.deleteLater()
    return agreed
