"""The tab of a section of texts, as a column of parts with heading and text."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.comparing.comparison import last_part, last_parts, taken_over, unchanged_share, with_last_text
from model.findings.marks import counts_of, stretches_of
from model.form.section import Section
from model.report.outline import heading_shown, is_empty
from model.report.report import Part, Report, text_place
from ui.basics.defaults import COMPARISON_DELAY_MS, TURN_S
from ui.basics.fields import PLACE_PROPERTY, LineField
from ui.basics.scroll_page import ScrollPage
from ui.basics.text_field import TextField
from ui.basics.widgets import button, label, row, timer
from ui.document.open_document import OpenDocument
from ui.view.part_card import PartCard


class TextTab(ScrollPage):
    """Edits the parts of one section.

    `sentences_requested` is emitted where sentences for a part are wanted; only with `guided` there are buttons for it."""

    sentences_requested = Signal()

    def __init__(self, document: OpenDocument, section: Section, guided: bool = False) -> None:
        super().__init__()
        self._document, self._section, self._is_guided = document, section, guided
        self._total, self._kept = label("", "faint"), ""
        self.column.addLayout(row(label(section.heading, "heading"), None, self._total))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.column.addLayout(self._cards)
        self.add = button("添加小节", lambda: self._insert(len(self._parts)), "add")
        self.column.addLayout(row(self.add, None))
        self.column.addStretch(1)
        self.cards: list[PartCard] = []
        self._changed: QWidget | None = None  # the first field that the last change of the document gave another text
        self._pause, self._next = timer(self, COMPARISON_DELAY_MS, self._begin), timer(self, 0, self._go_on)
        self._steps: Iterator[None] = iter(())
        self._show({section.key})
        self._show_last()
        document.changed.connect(self._show)
        document.compared.connect(self._show_last)
        document.findings_changed.connect(self._flag)
        self._flag()

    @property
    def _parts(self) -> tuple[Part, ...]:
        return self._document.report.parts(self._section.key)

    def _show(self, names: set[str]) -> None:
        if self._section.key not in names:
            return
        parts = self._parts
        while len(self.cards) > len(parts):
            gone = self.cards.pop()
            self._cards.removeWidget(gone)
            gone.hide()  # deleteLater waits for the event loop
            gone.deleteLater()
        while len(self.cards) < len(parts):
            self._add_card()
        printed, number, self._changed = 0, 0, self.cards[-1].heading if self.cards else None
        changed: list[QWidget] = []
        for index, (part, shown) in enumerate(zip(parts, self.cards, strict=True)):
            has_heading, is_printed = bool(heading_shown(part)), not is_empty(self._section, part)
            number += has_heading
            printed += has_heading and is_printed
            changed += shown.show_part(part, index == len(parts) - 1)
            shown.show_number(number if has_heading else 0, printed if is_printed else 0)
        if changed:
            self._changed = changed[0]
        self._show_total()
        # A comparison under way is out of date; it starts again when the typing pauses.
        self._next.stop()
        self._pause.start()

    def _add_card(self) -> None:
        card = PartCard(len(self.cards), self._change, self._move, self._insert, self._remove, self._take)
        card.sentences.clicked.connect(lambda: self.sentences_requested.emit())
        card.sentences.setVisible(self._is_guided)
        card.text.refused.connect(self._document.refused)
        self.cards.append(card)
        self._cards.addWidget(card)
        card.show()  # at once: the page may scroll to it
        self.setTabOrder(card.reference.take, self.add)  # the button below all cards comes after them,
        self.add.raise_()  # also for who looks for the first of the page
        for key, field in (("text", card.text), ("heading", card.heading)):
            field.setProperty(PLACE_PROPERTY, f"{self._section.key}[{card.index}].{key}")
        self.keep_cursor_visible(card.text)

    def _show_total(self) -> None:
        """Show the length of the section and, in a comparison, the share of last year's sentences."""
        self._total.setText(f"{self._kept}共 {sum(shown.length for shown in self.cards)} 字")

    def _show_last(self) -> None:
        """Compare the section with last year's at once."""
        for _ in self._compared():
            pass

    def _begin(self) -> None:
        self._steps = self._compared()
        self._go_on()

    def _go_on(self) -> None:
        """Compare for one turn, then let the event loop run before the next."""
        until = time.monotonic() + TURN_S
        for _ in self._steps:
            if time.monotonic() > until:
                self._next.start()
                return

    def _compared(self) -> Iterator[None]:
        """Show last year's texts and mark the numbers and years taken over unchanged, step by step."""
        last, compared = self._document.last, self._document.is_compared
        other = self._document.other if compared else last
        for index, (part, shown) in enumerate(zip(self._parts, self.cards, strict=True)):
            own = last_part(part, index, last, self._section.key) if last else None
            found: list[tuple[int, int]] = []
            for place in taken_over(part.text, own.text) if own else ():
                found += [place] if place else []
                yield
            shown.text.mark(found)
            yield
            shown.reference.show_last(part.text, self._words_of(other, index), compared, other is last)
            yield
        share = unchanged_share(self._document.report, other, self._section.key) if compared and other else None
        self._kept = "" if share is None else f"与上年相同的句子占 {share:.0%}　"
        self._show_total()

    def _flag(self) -> None:
        """Mark what findings are about."""
        findings = self._document.checked.findings
        for index, shown in enumerate(self.cards):
            name = f"{self._section.key}[{index}].text"
            shown.text.flag(stretches_of(findings, name))
            own = (name, name.removesuffix("text") + "heading")
            shown.show_counts(counts_of(one for one in findings if one.cells[0] in own))

    def _words_of(self, last: Report | None, index: int) -> str | None:
        """Return last year's text for a part; parts that match none of this year's go to the first."""
        if not last:
            return None
        return "\n".join(one.text for one in last_parts(self._parts, index, last, self._section.key)) or None

    def _take(self, index: int) -> None:
        """Copy last year's text into a blank part, or before the headings if it has none."""
        last = self._document.last
        found = last_parts(self._parts, index, last, self._section.key) if last else []
        if found:
            parts, place = with_last_text(self._parts, index, found)
            self._set(parts, "取用上年文字")
            self.cards[place].text.setFocus()

    def _set(self, parts: list[Part], words: str, merge: str = "") -> None:
        self._document.edit({self._section.key: tuple(parts) or None}, words, merge)

    def _change(self, index: int, key: str, text: str) -> None:
        parts = list(self._parts)
        parts[index] = replace(parts[index], **{key: text})  # type: ignore[arg-type]
        self._set(parts, f"修改“{self._section.tab}”", merge=f"{self._section.key}[{index}].{key}")

    def _move(self, index: int, by: int) -> None:
        parts = list(self._parts)
        if not 0 <= index + by < len(parts):
            return
        parts.insert(index + by, parts.pop(index))
        pressed, moved = (self.cards[place].button_to(by) for place in (index, index + by))
        top, with_pointer = self.top_of(pressed), pressed.underMouse()
        self._set(parts, "移动小节")
        (moved if moved.isEnabled() else self.cards[index + by].heading).setFocus()
        self.keep_at(top, moved, with_pointer)

    def _remove(self, index: int) -> None:
        parts = list(self._parts)
        del parts[index]
        self._set(parts, "删除小节")

    def _insert(self, index: int) -> None:
        """Add a blank part that then has this index, and go there."""
        parts = list(self._parts)
        parts.insert(index, Part())
        self._set(parts, "添加小节")
        if len(self._parts) == len(parts):  # not if the document is read-only
            self.cards[index].heading.setFocus()
            self.show_field(self.cards[index].heading, around=self.cards[index])

    def show_change(self, names: set[str]) -> None:
        """Scroll to the field that changed."""
        if self._changed:
            self.show_changed(self._changed)

    def enter(self) -> None:
        """Give the focus to the field that had it last, or to the first text: what is pasted at once belongs into no heading."""
        last = self.focusWidget()
        first = next((card.text for card in self.cards), self.add)
        (last if isinstance(last, LineField | TextField) else first).setFocus()

    @property
    def place(self) -> str:
        """The name of the text with the cursor, of the first if none has it, of the section if there is none."""
        focused = self.focusWidget()
        here = (index for index, card in enumerate(self.cards) if focused and card.isAncestorOf(focused))
        return f"{self._section.key}[{next(here, 0)}].text" if self.cards else self._section.key

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Move the cursor to a text, such as overview[0].text, and select a stretch of it."""
        _, index = text_place(name)
        if index < len(self.cards):
            card = self.cards[index]
            field = card.heading if name.endswith(".heading") else card.text
            for other in self.cards:
                other.text.select(0, 0)  # the match shown before
            field.setFocus()
            field.select(start, length)
            self.show_cursor()
