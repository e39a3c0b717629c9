"""Find and replace in all texts of the report, and find in what the form says of its places."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from shiboken6 import isValid

from model.report.help_texts import places_with
from model.search.citations import citations
from model.search.search import Match, find, replaced, searched
from ui.basics.fields import PLACE_PROPERTY, LineField, mark_found
from ui.basics.shortcuts import key_name
from ui.basics.widgets import SPACING_PX, button, label, tool_button
from ui.document.open_document import OpenDocument
from ui.search.citations_dialog import chosen_citations


class FindBar(QWidget):
    """A bar under the tabs; `found` is emitted with the match to show, `left` when it closes while it has the keys."""

    found = Signal(Match)
    left = Signal()

    def __init__(self, document: OpenDocument) -> None:
        super().__init__()
        self._document = document
        self._shown: Match | None = None  # the current match, None after a change of the report
        self._told_of: Match | None = None  # the match of which it was told that it is part of a name
        self._from = (-1, 0)  # where the next search starts: index of the text, and character in it
        self._told = ""  # the place of the form shown last
        self._marked: QWidget | None = None
        self._behind: QWidget | None = None  # the field or table that is shown while the keys are here
        self.words, self.new, self.count = LineField(), LineField(), label("", "faint")
        self.words.setAccessibleName("查找")
        self.new.setAccessibleName("替换为")
        self.words.setPlaceholderText("在全部文字里查找")
        self.new.setPlaceholderText("替换为")
        self.words.typed.connect(lambda text: self._begin())
        self.next = button("下一处", lambda: self.go(1))
        self.previous = button("上一处", lambda: self.go(-1))
        self.next.setToolTip(key_name("find_next"))
        self.previous.setToolTip(key_name("find_previous"))
        self.told = button("", lambda: self.go_told(1))
        self.told.setToolTip("到表格里、填报说明里有这几个字的下一处")
        self.one = button("替换", self.replace_one)
        self.all = button("全部替换", self.replace_all)
        self._replacing = (label("替换为"), self.new, self.one, self.all)
        self._lay_out()
        self.hide()
        document.changed.connect(self._follow)

    def _lay_out(self) -> None:
        close = tool_button("close", "关闭（Esc）", self.close_bar)
        finding = (label("查找"), self.words, self.next, self.previous, self.count, self.told, close)
        layout = QGridLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(SPACING_PX)
        for line, widgets in enumerate((finding, self._replacing)):
            for place, widget in enumerate(widgets):
                layout.addWidget(widget, line, place)
        layout.setColumnStretch(1, 1)
        # With the words to look for go those to put there, as both are typed one after the other.
        in_turn = (self.words, self.new, self.next, self.previous, self.told, self.one, self.all, close)
        for before, after in pairwise(in_turn):
            self.setTabOrder(before, after)

    def open_bar(self, replacing: bool) -> None:
        """Show the bar, with the field for the replacement if `replacing`."""
        self._take_keys(replacing)
        self._begin()

    def _take_keys(self, replacing: bool) -> None:
        """Show the bar and give it the keys."""
        self._note_behind()
        for widget in self._replacing:
            widget.setVisible(replacing)
        self.show()
        self.words.setFocus()
        self.words.selectAll()

    def close_bar(self) -> None:
        """Hide the bar; the keys go to what was found, or where they were before."""
        self._mark(None)
        if self.isAncestorOf(self.window().focusWidget()):
            self.left.emit()  # before it is hidden: Qt would give the focus to something else first
        self.hide()

    def _note_behind(self) -> None:
        """Remember which field or table of the report has the keys, if one has."""
        field = self.window().focusWidget()
        while field and field.property(PLACE_PROPERTY) is None:
            field = field.parentWidget()
        self._behind = field or self._behind

    def _mark(self, field: QWidget | None) -> None:
        """Mark the field that is shown while the keys stay here, and no other any more."""
        if self._marked and isValid(self._marked):
            mark_found(self._marked, False)
        self._marked = field
        if field:
            mark_found(field, True)

    def _matches(self) -> list[Match]:
        return find(self._document.report, self.words.text())

    def _begin(self) -> None:
        self._shown, self._told_of, self._from, self._told = None, None, (-1, 0), ""
        self._mark(None)
        self._show_count()
        self._show_told()  # not with each key in the report: it takes many times as long as to look into the texts

    def _follow(self) -> None:
        """Forget the current match: after a change it may stand elsewhere, and must be found again before it is replaced."""
        self._shown = self._told_of = None
        if self.isVisible():
            self._show_count()

    def _show_count(self) -> None:
        matches = self._matches()
        here = f"第 {matches.index(self._shown) + 1} 处，" if self._shown in matches else ""
        self.count.setText(f"{here}共 {len(matches)} 处" if matches else "没有找到" if self.words.text() else "")

    def _show_told(self) -> None:
        told = len(places_with(self._document.report, self.words.text()))
        self.told.setText(f"说明 {told} 处")
        self.told.setVisible(told > 0)

    def go_told(self, by: int) -> None:
        """Go to the next place of the form whose words or help have the words, or to the previous one; wrap at the end."""
        places = places_with(self._document.report, self.words.text())
        if places:
            here = places.index(self._told) if self._told in places else -1 if by > 0 else 0
            self._told = places[(here + by) % len(places)]
            self._show_match(Match(self._told, 0, 0), self.words)
            self._mark(self._behind)

    def go(self, by: int) -> None:
        """Go to the next match, or to the previous one if `by` is negative; wrap at the end.

        Where the texts have none, go to a place whose help has the words. A bar that was closed opens again."""
        if not self.isVisible():
            self._take_keys(replacing=False)
        matches = self._matches()
        self._mark(None)
        if not matches:
            self.go_told(by)
        else:
            order = [name for name, _ in searched(self._document.report)]
            places = [(order.index(match.name), match.start) for match in matches]
            after = [index for index, place in enumerate(places) if place >= self._from]
            before = [index for index, place in enumerate(places) if place < self._from]
            if self._shown in matches:
                index = (matches.index(self._shown) + by) % len(matches)
            else:
                index = (after or [0])[0] if by > 0 else (before or [len(matches) - 1])[-1]
            self._shown, self._from = matches[index], places[index]
            self._show_match(self._shown, self.new if self.new.hasFocus() else self.words)
        self._show_count()

    def _show_match(self, match: Match, field: QWidget) -> None:
        """Have a place shown, and give the keys back to a field here: the next Enter should go on, not overwrite it."""
        self.found.emit(match)
        self._note_behind()
        field.setFocus()

    def replace_one(self) -> None:
        """Replace the current match and go to the next; without a current match, go to the first.

        One that is part of another document's name is told first, and replaced when that is asked for again."""
        if self._shown:
            kind = citations(self._document.report, [self._shown]).get(self._shown, "")
            if kind and self._told_of != self._shown:
                self._told_of = self._shown
                self.count.setText(f"在{kind}里，再按一次才换")
                return
            number, start = self._from
            self._document.edit(replaced(self._document.report, [self._shown], self.new.text()), "替换")
            self._shown, self._from = None, (number, start + len(self.new.text()))
        self.go(1)

    def replace_all(self) -> None:
        """Replace all matches as one step to undo; of those that are part of other documents' names, the chosen ones."""
        report, matches = self._document.report, self._matches()
        cited = citations(report, matches)
        if cited and not self._document.read_only:
            chosen = chosen_citations(report, cited, len(matches) - len(cited), self.new.text(), self.window())
            if chosen is None:
                return
            matches = [one for one in matches if one not in cited or one in chosen]
        if matches:
            self._document.edit(replaced(report, matches, self.new.text()), "全部替换")
        if matches or cited:
            left = len(cited) - sum(one in cited for one in matches)
            self.count.setText(f"已替换 {len(matches)} 处" + f"，{left} 处没有换" * bool(left))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented: Enter goes to the next match, and replaces the current one in the new words; Esc closes the bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.go(-1)
        elif not self.new.hasFocus():
            self.go(1)
        elif not event.isAutoRepeat():  # a key that is held down must not replace all
            self.replace_one()
