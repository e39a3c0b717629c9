"""The dialog 县里的要求: what the county demands, in clear words."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from model.county.county import County
from model.county.words import lines_about
from model.form.form import editions, load_form
from ui.basics.widgets import button, dialog_column, label, resize_dialog, row

TITLE = "县里的要求"
HOW = "程序留了一份，以后都按它检查。县里发了新的，点“换一个文件…”。"


class CountyDialog(QDialog):
    """Shows what a county demands, or the sentence why its file cannot be used; `answer` is "choose", "drop" or "close"."""

    def __init__(self, county: County | None, fault: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        resize_dialog(self, parent)
        self.answer = "close"
        title = label(f"{county.name}的要求" if county else TITLE, "heading")
        title.setWordWrap(True)
        how = label(HOW, "faint")
        how.setWordWrap(True)
        self.text = QTextBrowser()
        self.text.setAccessibleName(TITLE)
        self.text.setPlainText(_about(county) if county else fault)
        choose = button("换一个文件…", lambda: self._end("choose"))
        drop = button("不再用它…", lambda: self._end("drop"))
        close = button("关闭", lambda: self._end("close"))
        self.buttons = {made.text(): made for made in (choose, drop, close)}
        for made in self.buttons.values():
            made.setAutoDefault(False)
        layout = dialog_column(self)
        layout.addWidget(title)
        layout.addWidget(how)
        layout.addWidget(self.text, 1)
        layout.addLayout(row(choose, drop, None, close))
        self.text.setFocus()

    def _end(self, answer: str) -> None:
        self.answer = answer
        self.accept()


def _about(county: County) -> str:
    """Return the demands by the newest edition's names of the sections."""
    lines = "\n".join(lines_about(county, load_form(editions()[-1]))).strip()
    return lines or "这个文件只写了县名，没有别的要求。"


def asked_about(county: County | None, fault: str, parent: QWidget) -> str:
    """Show a county's demands, or why they are not known; return what to do: "choose", "drop" or "close"."""
    dialog = CountyDialog(county, fault, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer
