"""The dialog that shows what was read of a document, for the user to check, correct and accept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from model.draft.next_year import needed_next_year
from model.findings.finding import Checked, Finding
from model.form.form import editions, load_form
from model.reading.reading import Reading
from model.reading.to_check import source_of, to_check
from model.report.fact_labels import FACT_NAMES
from model.report.report import Notes, Report
from ui.basics.fields import LineField
from ui.basics.shortcuts import SHORTCUTS, key_name
from ui.basics.widgets import MARGIN_PX, SPACING_PX, button, label, resize_dialog, row, tool_button
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument
from ui.reading.import_pages import LEFT_OUT_TAB, left_out_count
from ui.reading.import_tabs import ImportTabs
from ui.reading.source_text import SourceText
from ui.table.form_table import FormTable

SEEN, NOT_SEEN = "核对过了(&K)", "还要核对(&K)"
NOTHING_READ = "一个数也没有读到：也许文件里没有表格，或者表格是图片。"
THIS_PLACE, NO_MORE = "就是这一处。", "没有要核对的了。"
LEAST_SIZE_PX = (960, 620)  # or the window's, where that is smaller


class ImportDialog(QDialog):
    """Shows a reading as an open report; `choice` is what to do with it: "open", "next", "fill", or "" for nothing."""

    def __init__(self, reading: Reading, name: str, may_fill: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"读入“{name}”")
        resize_dialog(self, parent)
        self.resize(self.size().expandedTo(QSize(*LEAST_SIZE_PX).boundedTo(parent.size() if parent else self.size())))
        self._reading, self._form = reading, reading.report.form
        printed = reading.printed_otherwise(reading.report)
        self.document = OpenDocument(replace(reading.report, notes=Notes(printed=printed)))
        self.document.as_read = reading.report
        self._needed = needed_next_year(self._form, load_form(editions()[-1]))
        names = dict.fromkeys((*self._needed, *FACT_NAMES, *self._form.cells))  # first what this year needs
        self._order = {name: place for place, name in enumerate(names)}
        self._seen: dict[str, str] = {}  # messages that were looked at, by the name they are about
        self._place = ""  # the name of the cell or fact that is spoken of
        self._pointed_at = ""  # where the last step led
        self._is_edited = False  # since the last step
        self._warning = ""  # that there is no recovery copy
        self.choice = ""
        self.headline, self.said = label("", "heading"), SourceText()
        self.next = button(f"下一处（{key_name('next_finding')}）", partial(self._step, 1))
        self.seen = button(SEEN, self._toggle_seen)
        self.buttons = self._make_buttons(may_fill)
        self.tabs = ImportTabs(self.document, reading, self._needed)
        self._lay_out()
        self._add_shortcuts()
        self.tabs.arrived.connect(self._speak_of)
        self.document.changed.connect(self._note_edit)
        self._check()
        self.tabs.tab(0).enter()

    def _make_buttons(self, may_fill: bool) -> dict[str, QPushButton]:
        buttons = {
            "fill": button("填入当前报告", partial(self._choose, "fill")),
            "open": button("作为一份草稿打开", partial(self._choose, "open")),
            "next": button("由它开始下一年的报告(&Y)", partial(self._choose, "next")),
            "": button("取消", self.reject),
        }
        for made in (*buttons.values(), self.next, self.seen):
            made.setAutoDefault(False)
        buttons["next"].setDefault(True)  # only its look: keyPressEvent ignores Enter
        buttons["fill"].setVisible(may_fill)
        return buttons

    def _lay_out(self) -> None:
        self.headline.setWordWrap(True)
        undo = tool_button("undo", f"撤销（{key_name('undo')}）", self._undo)
        redo = tool_button("redo", f"重做（{key_name('redo')}）", self._redo)
        stack = self.document.stack
        for made, changed in ((undo, stack.canUndoChanged), (redo, stack.canRedoChanged)):
            made.setEnabled(False)
            changed.connect(made.setEnabled)
        head = row(self.headline, self.next, self.seen, undo, redo)
        head.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 12)
        layout.setSpacing(SPACING_PX)
        layout.addLayout(_indented(head))
        layout.addWidget(self.tabs, 1)
        layout.addLayout(_indented(row(self.said)))
        layout.addLayout(_indented(row(None, *self.buttons.values())))

    def _add_shortcuts(self) -> None:
        acts = {
            "undo": self._undo, "redo": self._redo,
            "next_tab": partial(self.tabs.step, 1), "previous_tab": partial(self.tabs.step, -1),
            "next_finding": partial(self._step, 1), "previous_finding": partial(self._step, -1),
        }  # fmt: skip
        for name, act in acts.items():
            action = QAction(self)
            action.setShortcuts([QKeySequence(keys) for keys in SHORTCUTS[name]])
            action.triggered.connect(lambda _=False, act=act: act())
            self.addAction(action)

    # What came of it.

    @property
    def report(self) -> Report:
        """The report as read, with the user's corrections."""
        report = self.document.report
        return replace(report, notes=Notes(printed=self._reading.printed_otherwise(report)))

    def _choose(self, choice: str) -> None:
        """Close the dialog with a choice, unless something that was typed is no valid value; then go to it."""
        self.tabs.commit()
        unfinished = next(iter(self.document.report.unfinished), "")
        if unfinished:
            self.tabs.go_to(unfinished)
            self._speak_of(unfinished)
            return
        lacking = self._lacking(choice)
        if lacking and not message_boxes.ask_take_reading(self, list(lacking.values())):
            self.tabs.go_to(next(iter(lacking)))
            return
        self.choice = choice
        self.accept()

    def _lacking(self, choice: str) -> dict[str, str]:
        """Return what a report cannot do without and this one does not have, in words, by the first name to fill in."""
        values, found = self.document.report.values, {}
        if choice != "fill" and "year" not in values:
            year = "，新的一年就不知道是哪一年" if choice == "next" else ""
            found["year"] = f"没有读到这是哪一年的报告{year}。"
        if not any(name in values for name in self._form.inputs):
            found[self._needed[0] if self._needed else self._form.inputs[0]] = NOTHING_READ
        return found

    def reject(self) -> None:
        """Reimplemented to ask before corrections are lost."""
        self.tabs.commit()
        if not self.document.unsaved or message_boxes.ask_give_up(self, "改正过的内容还没有用上。"):
            super().reject()

    # What is to be checked.

    @property
    def _open(self) -> list[str]:
        """The names of what is still to be checked, in the order of the tabs."""
        return sorted({one.cells[0] for one in self.document.checked.findings}, key=self._order.__getitem__)

    def warn(self, sentence: str = "") -> None:
        """Show a warning behind the headline, "" for none any more."""
        self._warning = sentence
        self.headline.setText(self._summary())

    def _note_edit(self) -> None:
        self._is_edited = True
        self._check()

    def _check(self) -> None:
        found = to_check(self._reading, self.document.report, self._seen)
        self.document.set_findings(Checked(tuple(found.values())))
        self.tabs.show_counts(self.document.checked.findings)
        self.headline.setText(self._summary())
        self.next.setEnabled(bool(self._open))
        self._speak_of(self._place)

    def _summary(self) -> str:
        read = sum(name in self._reading.cells for name in self._form.inputs)
        needed = len(set(self._open).intersection(self._needed))
        said = f"还有 {len(self._open)} 处要核对" if self._open else "没有要核对的"
        said += f"，其中 {needed} 处今年要用" if needed else ""
        lines = len(self._reading.unrecognised)
        listed = left_out_count(self._reading)
        all_ = f"（“{LEFT_OUT_TAB}”一页连同说明共 {listed} 条）" if listed != lines else ""
        more = f"另有 {lines} 行没有认出{all_}。" if lines else ""
        more += "" if "year" in self.document.report.values else "没有读到年度，请在“基本信息”里填上。"
        return f"读到 {read} 个数（{self._form.edition} 年版共 {len(self._form.inputs)} 个），{said}。{more}{self._warning}"

    def _step(self, by: int) -> None:
        """Go to the next place that is to be checked, or to the previous one if `by` is negative.

        After the last to the first. It is the present one where Enter has led there from what was typed."""
        self.tabs.commit()
        names, here = self._open[::by], self._order.get(self._place, -1) * by
        name = next((name for name in names if self._order[name] * by > here), names[0] if names else "")
        if self._is_edited and self._place in names and self._place != self._pointed_at:
            name = self._place
        stays, self._pointed_at, self._is_edited = name == self._place, name, False
        if name:
            self.tabs.go_to(name)
            self._speak_of(name)
        if stays or not name:
            self.said.say(
                f"{THIS_PLACE if name else NO_MORE}{self.said.toPlainText().removeprefix(NO_MORE)}", is_open=bool(name)
            )

    def _toggle_seen(self) -> None:
        """Take the message about the current place as looked at, or not so any more."""
        found = self._found(self._place)
        if found:
            self._seen[self._place] = found.message
        else:
            self._seen.pop(self._place, None)
        self._check()

    def _found(self, name: str) -> Finding | None:
        return next((one for one in self.document.checked.findings if one.cells[0] == name), None)

    def _speak_of(self, name: str) -> None:
        """Show what stood in the document in the place of a cell or fact, and what is to be checked about it."""
        self._place = name
        found = self._found(name)
        source = found.message if found else source_of(self._reading, name, self.document.report)
        place = self._form.label_within(name) if name in self._form.cells else FACT_NAMES.get(name, "")
        words = f"{place}：{source}" if source else place
        self.said.say(words, is_open=found is not None)
        if isinstance(focused := self.focusWidget(), FormTable | LineField):
            focused.setAccessibleDescription(words)
        is_seen = found is None and name in self._seen
        self.seen.setText(NOT_SEEN if is_seen else SEEN)
        self.seen.setEnabled(is_seen or (found is not None and name not in self.document.report.unfinished))

    # Undo.

    def _undo(self) -> None:
        self.tabs.commit()
        self.tabs.show_changes_of(self.document.stack.undo)

    def _redo(self) -> None:
        self.tabs.commit()
        self.tabs.show_changes_of(self.document.stack.redo)

    # Events.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented to take Enter for the focused button only, and otherwise for the end of an input."""
        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton):
            focused.click()


def _indented(line: QHBoxLayout) -> QHBoxLayout:
    line.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
    return line
