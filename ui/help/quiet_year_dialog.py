"""全年没有申请: which cells become 0, and the usual sentences, to be changed before they are taken."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QVBoxLayout, QWidget

from model.form.usual_sentences import OfferedSentence
from model.report.help_texts import place_title
from model.report.outline import one_line
from model.report.report import Report, Value
from model.report.zero_requests import (
    blank_cells,
    is_there,
    other_cells,
    place_for,
    sentence_for,
    text_there,
    with_sentences,
)
from ui.basics.line_lengths import folded
from ui.basics.text_field import TextField
from ui.basics.widgets import SPACING_PX, button, dialog_column, label, resize_dialog, row, scrolled

DONE = "全年没有申请的已经填好了：没有空着的格，几句话也都在。"
NOTHING_TAKEN = "没有勾上的，什么也没有填。"
MOST_LISTED = 6  # cells in words
FOLDED_LINE_CHARACTERS = 32  # of what is ticked, as many as a narrow window has room for
MOST_SHOWN = 40  # characters of a text that a sentence may replace


class QuietYearDialog(QDialog):
    """Says what becomes 0 and offers sentences; numbers other than 0, and texts there are, stay unless it is ticked."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("全年没有申请")
        resize_dialog(self, parent)
        self._report, self._quiet = report, report.form.quiet_year
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACING_PX)
        said = label("全年没有收到政府信息公开申请的，一次填好。勾上的才填，填了可以撤销。", "heading")
        said.setWordWrap(True)
        self.tables: dict[str, QCheckBox] = {}
        self.others: dict[str, QCheckBox] = {}
        for key in self._quiet.tables:
            self._add_table(key)
        self.replacing: dict[OfferedSentence, QCheckBox] = {}
        self._begun: set[str] = set()  # the places that a sentence is offered for already
        self.sentences = [self._sentence(sentence) for sentence in self._quiet.sentences]
        self._column.addStretch(1)
        page = QWidget()
        page.setLayout(self._column)
        self.fill, self.cancel = button("填入", self.accept), button("取消", self.reject)
        self.fill.setDefault(True)
        layout = dialog_column(self)
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
        replacing = [sentence for sentence, box in self.replacing.items() if box.isChecked()]
        return {**dict.fromkeys(zeros, 0), **with_sentences(self._report, self._taken, replacing)}

    @property
    def _taken(self) -> list[tuple[OfferedSentence, str]]:
        return [
            (sentence, text)
            for sentence, box, field in self.sentences
            if box.isChecked() and (text := field.toPlainText()).strip()
        ]

    @property
    def told(self) -> str:
        """What was filled in, in a few words."""
        cells = sum(name in self._report.form.cells for name in self.changes)
        counts = [f"{cells} 格"] * (cells > 0) + [f"{len(self._taken)} 句"] * bool(self._taken)
        return f"已填 {'、'.join(counts)}，可以撤销。" if counts else NOTHING_TAKEN

    def _add_table(self, key: str) -> None:
        """Add the questions about a table: its blanks, and what stands in it and is not 0."""
        tab = self._report.form.section(key).tab
        count, others = len(blank_cells(self._report, key)), other_cells(self._report, key)
        self.tables[key] = self._box(f"{tab}：没填的 {count} 格填 0" if count else f"{tab}：没有空着的格", count > 0)
        self.tables[key].setEnabled(count > 0)
        if others:
            self.others[key] = self._box(f"{tab}：有 {len(others)} 格不是 0，也改成 0（原来的数就没有了）", False)
            self._column.addWidget(self._listed(others))

    def _box(self, words: str, on: bool) -> QCheckBox:
        made = QCheckBox(folded(words, FOLDED_LINE_CHARACTERS))  # it does not wrap its words
        made.setChecked(on)
        self._column.addWidget(made)
        return made

    def _listed(self, names: list[str]) -> QLabel:
        form, more = self._report.form, [f"等 {len(names)} 格"] if len(names) > MOST_LISTED else []
        lines = [f"{form.label_within(name)}：{_shown(self._report, name)}" for name in names[:MOST_LISTED]]
        made = label("\n".join([*lines, *more]), "faint")
        made.setWordWrap(True)
        return made

    @property
    def is_done(self) -> bool:
        """Whether all that could be filled in is there already."""
        boxes = (*self.tables.values(), *self.others.values(), *(box for _, box, _ in self.sentences))
        return not any(box.isEnabled() for box in boxes)

    def _sentence(self, sentence: OfferedSentence) -> tuple[OfferedSentence, QCheckBox, TextField]:
        """Add a usual sentence, ticked where nothing stands in its place yet and no number speaks against it."""
        place, old = place_for(self._report, sentence), text_there(self._report, sentence)
        heading = "" if place is None else self._report.parts(sentence.section)[place].heading.strip()
        where = place_title(self._report.form, sentence.section, heading or sentence.part)
        stands = is_there(self._report, sentence)
        there = "：那里已经有字，勾上就接在后面" if old else ""
        why = there or ("：表里有不是 0 的数，先看看这句话对不对" if self.others else "")
        box = self._box(f"写进“{where}”{'：那里已经有字，就是这一句' if stands else why}", not stands and not why)
        box.setEnabled(not stands)
        field = TextField()
        field.show_text(sentence_for(self._report, sentence, begins=not old and where not in self._begun))
        field.setAccessibleName(f"写进“{where}”的话")
        field.setHidden(stands)
        self._begun.add(where)
        self._column.addWidget(field)
        if old and not stands:
            self._offer_to_replace(sentence, box, old)
        return sentence, box, field

    def _offer_to_replace(self, sentence: OfferedSentence, box: QCheckBox, old: str) -> None:
        """Offer to put a sentence in place of what stands there, where it is put there at all."""
        made = self._box(f"换掉那里原来的字：“{one_line(old, MOST_SHOWN)}”", False)
        made.setEnabled(False)
        box.toggled.connect(made.setEnabled)
        self.replacing[sentence] = made


def _shown(report: Report, name: str) -> str:
    return report.unfinished.get(name) or str(report.values[name])
