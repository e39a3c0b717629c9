"""The guide to a row: a few questions, and the row that the answers lead to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from model.form.guide import Answer, Guide, Question
from ui.basics.announcing import announce
from ui.basics.widgets import button, dialog_column, label, row

SHARE = 0.8  # of the window


class GuideDialog(QDialog):
    """Asks question after question, with the keys alone: arrows and Enter answer, Backspace goes back, Esc ends it.

    `chosen` is emitted with the row to go to."""

    chosen = Signal(str)

    def __init__(self, guide: Guide, title_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Create the dialog; `title_of` returns the printed words of a row."""
        super().__init__(parent)
        self.setWindowTitle("归到哪一行")
        if parent:
            self.resize(parent.size() * SHARE)
        self._guide, self._title_of = guide, title_of
        self._way: list[Answer] = []
        self.question, self.why = label("", "heading"), label("")
        for made in (self.question, self.why):
            made.setWordWrap(True)
        self.answers = QListWidget()
        self.answers.setWordWrap(True)
        self.answers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.answers.itemDoubleClicked.connect(lambda: self.go_on())
        self.back = button("上一步", self.go_back)
        self.next = button("下一步", self.go_on)
        close = button("关闭", self.reject)
        for made_button in (self.back, self.next, close):
            made_button.setAutoDefault(made_button is self.next)
        layout = dialog_column(self)
        layout.addWidget(self.question)
        layout.addWidget(self.answers, 1)
        layout.addWidget(self.why, 1)
        layout.addLayout(row(self.back, None, self.next, close))
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._show()

    @property
    def _asked(self) -> Question | None:
        """The question asked now, None where a row is reached."""
        if not self._way:
            return self._guide.first
        return self._guide.questions[self._way[-1].next] if self._way[-1].next else None

    def go_on(self) -> None:
        """Take the current answer; at the end, go to the row."""
        if asked := self._asked:
            self._way.append(asked.answers[max(0, self.answers.currentRow())])
            self._show()
        else:
            self.chosen.emit(self._way[-1].row)
            self.accept()

    def go_back(self) -> None:
        """Ask the question before again, with the answer that was given."""
        if self._way:
            answer = self._way.pop()
            self._show(answer)

    def _show(self, given: Answer | None = None) -> None:
        asked = self._asked
        self.answers.setVisible(asked is not None)
        self.why.setVisible(asked is None)
        self.back.setEnabled(bool(self._way))
        self.next.setText("下一步" if asked else "到这一行")
        if asked:
            self._ask(asked, given)
        else:
            self._show_row(self._way[-1])
        announce(self, self.question.text())

    def _ask(self, asked: Question, given: Answer | None) -> None:
        self.question.setText(asked.question)
        self.answers.setAccessibleName(asked.question)
        self.answers.clear()
        self.answers.addItems([answer.words for answer in asked.answers])
        self.answers.setCurrentRow(asked.answers.index(given) if given in asked.answers else 0)
        self.answers.setFocus()

    def _show_row(self, answer: Answer) -> None:
        self.question.setText(f"计入：{self._title_of(answer.row)}")
        self.why.setText(f"为什么：{answer.why}\n\n您的回答：{'；'.join(one.words for one in self._way)}。")
        self.next.setDefault(True)
        self.next.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented: Backspace goes back, Enter takes the current answer."""
        keys = Qt.Key
        if event.key() == keys.Key_Backspace:
            self.go_back()
        elif event.key() in (keys.Key_Return, keys.Key_Enter) and self.answers.hasFocus():
            self.go_on()
        else:
            super().keyPressEvent(event)
