"""今年没有申请: which cells become 0, and the usual sentences, to be changed before they are taken."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from model.form.quiet_year import UsualSentence
from model.report.help_texts import place_title
from model.report.report import Report, Value
from model.report.zero_requests import blank_cells, other_cells, sentence_for, text_there, with_sentences
from ui.basics.text_field import TextField
from ui.basics.widgets import MARGIN_PX, SPACING_PX, button, label, resize_dialog, row, scrolled

MOST_LISTED = 12  # cells in words


class QuietYearDialog(QDialog):
    """Says what becomes 0 and offers sentences; numbers other than 0, and texts there are, stay unless it is ticked."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("今年没有申请")
        resize_dialog(self, parent)
        self._report, self._quiet = report, report.form.quiet_year
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACING_PX)
        said = label("全年没有收到政府信息公开申请的，一次填好。勾上的才填，填了可以撤销。", "heading")
        said.setWordWrap(True)
        self.tables = {key: self._table(key) for key in self._quiet.tables}
        self.others = {key: box for key in self._quiet.tables if (box := self._others(key))}
        self.sentences = [self._sentence(sentence) for sentence in self._quiet.sentences]
        self._column.addStretch(1)
        page = QWidget()
        page.setLayout(self._column)
        self.fill, self.cancel = button("填入", self.accept), button("取消", self.reject)
        self.fill.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, 16, MARGIN_PX, 16)
        layout.setSpacing(SPACING_PX)
        layout.addWidget(said)
        layout.addWidget(scrolled(page), 1)
        layout.addLayout(row(None, self.fill, self.cancel))

    @property
    def changes(self) -> dict[str, Value]:
        """What is to be filled in, by name."""
        zeros = [name for key, box in self.tables.items() if box.isChecked() for name in blank_cells(self._report, key)]
        zeros += [
            name for key, box in self.others.items() if box.isChecked() for name in other_cells(self._report, key)
        ]
        taken = [(sentence, field.toPlainText()) for sentence, box, field in self.sentences if box.isChecked()]
        return {**dict.fromkeys(zeros, 0), **with_sentences(self._report, taken)}

    def _table(self, key: str) -> QCheckBox:
        count = len(blank_cells(self._report, key))
        made = QCheckBox(f"{self._report.form.section(key).tab}：没填的 {count} 格填 0")
        made.setChecked(count > 0)
        made.setEnabled(count > 0)
        self._column.addWidget(made)
        return made

    def _others(self, key: str) -> QCheckBox | None:
        """Add a question about the cells that hold something else than 0, if there are any."""
        names = other_cells(self._report, key)
        if not names:
            return None
        tab = self._report.form.section(key).tab
        made = QCheckBox(f"{tab}：有 {len(names)} 格不是 0，也改成 0（原来的数就没有了）")
        self._column.addWidget(made)
        listed = [
            f"{self._report.form.label_within(name)}：{_shown(self._report, name)}" for name in names[:MOST_LISTED]
        ]
        more = [f"等 {len(names)} 格"] if len(names) > MOST_LISTED else []
        list_ = label("\n".join([*listed, *more]), "faint")
        list_.setWordWrap(True)
        self._column.addWidget(list_)
        return made

    def _sentence(self, sentence: UsualSentence) -> tuple[UsualSentence, QCheckBox, TextField]:
        """Add a usual sentence, ticked where nothing stands in its place yet."""
        there = bool(text_there(self._report, sentence))
        where = place_title(self._report.form, sentence.section, sentence.part)
        box = QCheckBox(f"写进“{where}”{'：那里已经有字，勾上就接在后面' if there else ''}")
        box.setChecked(not there)
        field = TextField()
        field.show_text(sentence_for(self._report, sentence))
        field.setAccessibleName(f"写进“{where}”的话")
        self._column.addWidget(box)
        self._column.addWidget(field)
        return sentence, box, field


def _shown(report: Report, name: str) -> str:
    return report.unfinished.get(name) or str(report.values[name])
