"""A part of a text section: its number, heading and text, what can be done with it, and last year's text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from model.report.chinese_numerals import numeral
from model.report.outline import NUMBERED
from model.report.report import Part
from ui.basics.fields import LineField
from ui.basics.shortcuts import key_name
from ui.basics.text_field import TextField
from ui.basics.widgets import button, label, row, tool_button
from ui.view.facts_tab import character_count
from ui.view.last_year_text import LastYearText


class PartCard(QFrame):
    """One part: its number, heading, text and length, and buttons to move and remove it."""

    def __init__(
        self,
        index: int,
        change: Callable[[int, str, str], None],
        move: Callable[[int, int], None],
        insert: Callable[[int], None],
        remove: Callable[[int], None],
        take: Callable[[int], None],
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.index = index
        self._number, self._found, self._count = label(""), label("", "warn"), label("", "faint")
        self._counted, self.length = "", 0  # counting a long text again at every change would be slow
        self._number.setMinimumWidth(self.fontMetrics().horizontalAdvance("（一）"))
        self.heading, self.text = LineField(), TextField()
        self.heading.setPlaceholderText("小标题（可以不填）")
        self.heading.typed.connect(lambda text: change(index, "heading", text))
        self.heading.editingFinished.connect(lambda: self._drop_number(index, change))
        self.text.typed.connect(lambda text: change(index, "text", text))
        self.up = tool_button("up", "上移这一小节", lambda: move(index, -1))
        self.down = tool_button("down", "下移这一小节", lambda: move(index, 1))
        self.above = tool_button("add_above", "在上面加一小节", lambda: insert(index))
        self.below = tool_button("add_below", "在下面加一小节", lambda: insert(index + 1))
        self.remove = tool_button("remove", "删除这一小节（可以撤销）", lambda: remove(index))
        self.up.setEnabled(index > 0)
        self.sentences = button("常用句…", lambda: None, name="small")
        self.reference = LastYearText(lambda: take(index))
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 10)
        layout.addLayout(row(self._number, self.heading, self.up, self.down, self.above, self.below, self.remove))
        layout.addWidget(self.text)
        layout.addLayout(row(self._found, None, self.sentences, self._count))
        layout.addWidget(self.reference)
        self.setTabOrder(self.heading, self.text)  # what is typed first, then the buttons

    def _drop_number(self, index: int, change: Callable[[int, str, str], None]) -> None:
        """Remove a number typed before the heading: the program prints its own."""
        if NUMBERED.match(self.heading.text().strip()):
            change(index, "heading", NUMBERED.sub("", self.heading.text().strip(), count=1))

    def _name(self, name: str) -> None:
        """Name what belongs to the part by its heading, or by its number where it has none."""
        if self.text.accessibleName() == name:
            return
        self.text.setAccessibleName(name)
        self.heading.setAccessibleName(f"第 {self.index + 1} 小节的小标题")
        self.sentences.setAccessibleName(f"常用句：{name}")
        for made in (self.up, self.down, self.above, self.below, self.remove):
            made.setAccessibleName(f"{made.toolTip()}：{name}")

    def show_counts(self, counts: str) -> None:
        """Show the counts of findings in the text, such as ▲2."""
        self._found.setText(f"{counts}　按 {key_name('next_finding')} 看是什么" if counts else "")

    def button_to(self, by: int) -> QToolButton:
        """Return the button that moves the part up, if `by` is negative, or down."""
        return self.up if by < 0 else self.down

    def show_number(self, number: int, printed: int) -> None:
        """Show the place of the heading among all, 0 for a part without one, as the number that it has once all are filled in.

        That of a part that is not `printed` now is as faint as what stands in a blank field; `printed` is its number now."""
        self._number.setText(f"（{numeral(number)}）" if number else "")
        self._number.setEnabled(printed > 0 or not number)
        blank = "" if printed or not number else "这一小节还没有内容，现在不印；填了以后按顺序编号"
        moved = f"前面还有没写的小节，现在印成（{numeral(printed)}）" if 0 < printed < number else ""
        self._number.setToolTip(blank or moved)

    def show_part(self, part: Part, last: bool) -> list[QWidget]:
        """Show a part; return the fields that showed another text before."""
        changed: list[QWidget] = [self.heading] if self.heading.text() != part.heading else []
        changed += [self.text] if part.text != self._counted else []
        self._name(part.heading.strip() or f"第 {self.index + 1} 小节")
        self.heading.show_text(part.heading)
        self.text.show_text(part.text)
        if part.text != self._counted:
            self._counted, self.length = part.text, character_count(part.text)
        self._count.setText(f"{self.length} 字")
        self.down.setEnabled(not last)
        return changed
