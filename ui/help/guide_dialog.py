"""The guide to a row: a few questions, and the row that the answers lead to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from model.form.form import Form
from model.form.guide import Answer, Question
from model.report.help_texts import also_counted, columns_told, row_title
from ui.basics.announcing import announce
from ui.basics.defaults import LEAST_LIST_HEIGHT_PX
from ui.basics.widgets import button, dialog_column, label, row

SHARE = 0.8  # of the window
WHO = "申请人是谁？照申请表上写的选，就到那一栏："


class GuideDialog(QDialog):
    """Asks question after question, with the keys alone: arrows and Enter answer, Backspace goes back, Esc ends it.

    `chosen` is emitted with the cell to go to: at a row it is asked which column."""

    chosen = Signal(str)

    def __init__(self, form: Form, column: str, parent: QWidget | None = None) -> None:
        """Create the dialog; `column` is offered first of those that a row has."""
        super().__init__(parent)
        self.setWindowTitle("归到哪一行")
        if parent:
            self.resize(parent.size() * SHARE)
        self._form, self._guide, self._column = form, form.guide, column
        self._way: list[Answer] = []
        self._cells: list[str] = []  # to choose from at the end
        self.question, self.why, self.who = label("", "heading"), label(""), label(WHO, "heading")
        for made in (self.question, self.why, self.who):
            made.setWordWrap(True)
        self.answers = QListWidget()
        self.answers.setWordWrap(True)
        self.answers.setMinimumHeight(LEAST_LIST_HEIGHT_PX)
        self.answers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.answers.itemDoubleClicked.connect(lambda: self.go_on())
        self.back = button("上一步", self.go_back)
        self.next = button("下一步", self.go_on)
        close = button("关闭", self.reject)
        for made_button in (self.back, self.next, close):
            made_button.setAutoDefault(made_button is self.next)
        layout = dialog_column(self)
        layout.addWidget(self.question)
        layout.addWidget(self.why)
        layout.addWidget(self.who)
        layout.addWidget(self.answers, 1)
        layout.addStretch(0)
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
        """Take the current answer; at the end, go to the cell."""
        place, asked = max(0, self.answers.currentRow()), self._asked
        if asked is None:
            self.chosen.emit(self._cells[place])
            self.accept()
        elif asked.answers:
            self._way.append(asked.answers[place])
            self._show()
        else:
            self.reject()

    def go_back(self) -> None:
        """Ask the question before again, with the answer that was given."""
        if self._way:
            answer = self._way.pop()
            self._show(answer)

    def _show(self, given: Answer | None = None) -> None:
        asked = self._asked
        self.why.setVisible(asked is None or not asked.answers)
        self.back.setEnabled(bool(self._way))
        self.next.setText("到这一格" if asked is None else "下一步" if asked.answers else "知道了")
        if asked:
            self._ask(asked, given)
        else:
            self._show_row(self._way[-1])
        announce(self, self.question.text())

    def _ask(self, asked: Question, given: Answer | None) -> None:
        self.question.setText(asked.question)
        self.why.setText(asked.advice)
        self.who.hide()
        at = asked.answers.index(given) if given in asked.answers else 0
        self._offer(asked.question, [answer.words for answer in asked.answers], at)

    def _show_row(self, answer: Answer) -> None:
        given = f"您的回答：{'；'.join(one.words for one in self._way)}。"
        also = also_counted(self._form, answer.row)
        columns = columns_told(self._form, answer.row)
        self._cells = [name for name, _ in columns]
        self.question.setText(f"计入：{row_title(self._form, answer.row)}")
        self.why.setText("\n".join(filter(None, (f"为什么：{answer.why}", also, given))))
        self.who.setVisible(len(columns) > 1)
        keys = [self._form.cells[name].column_key for name in self._cells]
        words = [said for _, said in columns] if len(columns) > 1 else []
        self._offer(WHO, words, keys.index(self._column) if self._column in keys else 0)

    def _offer(self, name: str, words: Sequence[str], current: int) -> None:
        """Show what there is to choose from; where that is nothing, only the button is left."""
        self.answers.setAccessibleName(name)
        self.answers.clear()
        self.answers.addItems(words)
        self.answers.setCurrentRow(current)
        self.answers.setVisible(bool(words))
        self.next.setDefault(True)
        (self.answers if words else self.next).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented: Backspace goes back, Enter takes the current answer."""
        keys = Qt.Key
        if event.key() == keys.Key_Backspace:
            self.go_back()
        elif event.key() in (keys.Key_Return, keys.Key_Enter) and self.answers.hasFocus():
            self.go_on()
        else:
            super().keyPressEvent(event)
