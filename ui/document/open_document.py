"""The report being edited, its undo stack and its file, through which every change goes."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from model.county.county import NO_COUNTY, County
from model.draft.draft_file import changed_on_disk, load_draft, save_draft
from model.draft.last_year import read_last
from model.draft.next_year import following, sources_of
from model.files.locks.lock import Lock
from model.findings.finding import Checked
from model.form.form import editions, load_form
from model.report.cell_numbers import Number, number_shown
from model.report.on_form import on_form
from model.report.report import Notes, Report, Unfinished, Value
from model.report.typing_steps import stroke
from model.sentences.following import may_move, texts_following

Changes = Mapping[str, Value | None]
State = tuple[Changes, Notes]  # what a step sets: the values that change, and all notes


class OpenDocument(QObject):
    """A report with one undo stack; `changed` is emitted with the names of changed values, none if only notes are.

    `last` is the copy of last year's report in the draft, `sources` says which cells came from it, and `lock` keeps
    others from changing the file. `read_only` is the reason why nothing may be changed ("": it may), `refused` is
    emitted with it. `touched` is emitted before everything else, as soon as there is something that no recovery copy holds."""

    changed = Signal(set)
    file_changed = Signal()
    compared = Signal()
    findings_changed = Signal()
    refused = Signal(str)
    touched = Signal()

    def __init__(
        self, report: Report, path: Path | None = None, on_disk: bytes = b"", is_new_work: bool = False
    ) -> None:
        super().__init__()
        self.report = report
        self.path = path
        self.numbers: dict[str, Number] = report.numbers()
        self.stack = QUndoStack(self)
        if is_new_work:
            self.stack.resetClean()  # what was read or started from another file is on no disk yet
        self.on_disk = on_disk
        self.lock: Lock | None = None
        self.read_only = ""
        self.as_read: Report | None = None  # what was read of a document, while that is being corrected
        self.place = ""  # the cell, fact or text that the user is at: the view notes it, for the recovery copy
        self.cursor = 0  # and how many characters of that text stand before the cursor
        self.pending: dict[str, Value] = {}  # what stands in an open field and has not been taken over yet
        self._read_last()
        self.sources = sources_of(report, self.last_numbers)
        self._other: Report | None = None
        self.is_compared = False
        self.checked = Checked(())
        self.county = NO_COUNTY

    def _read_last(self) -> None:
        self.last, self.last_faults = read_last(self.report, load_form, editions())
        self.last_numbers = self.last.numbers() if self.last else {}

    @classmethod
    def opened(cls, path: Path) -> OpenDocument:
        """Return the document in a draft file. Raises Fault."""
        report, data = load_draft(path)
        return cls(report, path, data)

    @property
    def title(self) -> str:
        """The name of the document: its report's unit and year, its file, or that it has no name yet."""
        report = self.report
        if report.unit:
            return f"{report.unit}{f'{report.year}年' if report.year else ''}政府信息公开年报"
        return self.path.stem if self.path else "未命名的报告"

    def cell_text(self, name: str) -> str:
        """Return what a number cell shows: its number, or the text typed into it that is not one."""
        value = self.report.values.get(name)
        return value.text if isinstance(value, Unfinished) else number_shown(self.numbers.get(name))

    def is_corrected(self, name: str) -> bool:
        """Return whether a value differs from what was read of the document that is being corrected."""
        return self.as_read is not None and self.report.values.get(name) != self.as_read.values.get(name)

    @property
    def unsaved(self) -> bool:
        """Whether there are changes since the last save."""
        return not self.stack.isClean()

    def edit(
        self, changes: Changes, words: str, merge: str = "", exactly: bool = False, notes: Notes | None = None
    ) -> None:
        """Set values, and `notes` if given, as one step to undo; None makes a value blank.

        Typing with the same `merge` is one step. Proposals from last year follow what is typed, and a cell that is
        typed over is no longer a proposal; with `exactly` neither happens."""
        if self.read_only:
            self.changed.emit(set(changes))  # the fields show again what the report says
            self.refused.emit(self.read_only)
            return
        changes, notes = self._with_what_follows(changes, self.report.notes if notes is None else notes, exactly)
        new = {name: value for name, value in changes.items() if self.report.values.get(name) != value}
        if new or notes != self.report.notes:
            old = {name: self.report.values.get(name) for name in new}
            step = _SetValues(self, (old, self.report.notes), (new, notes), words, merge)
            last = self._last_step()
            if last and last.takes_in(step):
                self.apply(new, notes)
            else:
                self.stack.push(step)

    def report_with(self, changes: Changes) -> Report:
        """Return the report as an edit would leave it."""
        changes, notes = self._with_what_follows(changes, self.report.notes)
        return replace(self.report, values=self._values_with(changes), notes=notes)

    def _values_with(self, changes: Changes) -> dict[str, Value]:
        return {name: value for name, value in (self.report.values | dict(changes)).items() if value is not None}

    def _with_what_follows(self, changes: Changes, notes: Notes, exactly: bool = False) -> tuple[Changes, Notes]:
        """Return the changes with those of proposals, unless `exactly`, and of sentences that say what the tables say, and the notes then."""
        if not exactly:
            changes, proposed = following(self.report, self.last_numbers, changes)
            notes = replace(notes, proposed=proposed)
        report = replace(self.report, notes=notes)
        if not may_move(report, changes):
            return changes, notes
        texts, left = texts_following(replace(report, values=self._values_with(changes)))
        return {**changes, **texts}, replace(notes, kept_sentences=left)

    def edit_notes(self, notes: Notes, words: str) -> None:
        """Set the notes as one step to undo."""
        self.edit({}, words, notes=notes)

    def note_pending(self, pending: dict[str, Value]) -> None:
        """Note the content of an open field, which is part of the work but not yet of the report."""
        if pending != self.pending:
            self.pending = pending
            self.touched.emit()

    def _last_step(self) -> _SetValues | None:
        """Return the last step if more may be added to it: nothing was saved or undone since."""
        # Steps are merged here and not by QUndoCommand.mergeWith, after which PySide never frees the merged one.
        place = self.stack.index()
        last = self.stack.command(place - 1) if place and place == self.stack.count() else None
        return last if isinstance(last, _SetValues) and not self.stack.isClean() else None

    @property
    def other(self) -> Report | None:
        """The report to compare with: one that the clerk chose just now, otherwise last year's."""
        return self._other or self.last

    def compare(self, on: bool, other: Report | None = None) -> None:
        """Switch the comparison on or off; `other` is a report to compare with this once instead of last year's."""
        self._other = on_form(other, self.report.form) if other else None
        self.is_compared = on and self.other is not None
        self.compared.emit()

    def apply(self, values: Changes, notes: Notes) -> None:
        """Set values and notes; for the undo stack only."""
        before = self.numbers
        # In one assignment, so that another thread sees all of it or nothing.
        self.report = replace(self.report, values=self._values_with(values), notes=notes)
        self.touched.emit()
        self.numbers = self.report.numbers()
        self.sources = sources_of(self.report, self.last_numbers)
        follow = {name for name in before.keys() | self.numbers.keys() if before.get(name) != self.numbers.get(name)}
        self.changed.emit(values.keys() | follow)

    def set_findings(self, checked: Checked) -> None:
        """Set the findings, and emit `findings_changed` if they differ from the former."""
        if checked != self.checked:
            self.checked = checked
            self.findings_changed.emit()

    def follow_county(self, county: County) -> None:
        """Check the report by the demands of a county from now on; a draft that names none yet names it when it is saved."""
        self.county = county
        self.changed.emit(set())

    @property
    def changed_by_others(self) -> bool:
        """Whether somebody else has changed the file since it was opened or saved here."""
        return self.path is not None and changed_on_disk(self.path, self.on_disk)

    def save(self, path: Path, lock: Lock | None = None) -> None:
        """Write the draft to `path`, which is the document's file from then on; `lock` is that of another file.

        Raises Fault."""
        if self.county.name and not self.report.text("county"):
            self.report = replace(self.report, values=self.report.values | {"county": self.county.name})
        self.on_disk = save_draft(path, self.report)
        if lock or path != self.path:
            self.release()
            self.lock = lock
        self.path, self.read_only = path, ""
        self.stack.setClean()
        self.file_changed.emit()

    def reload(self, lock: Lock | None, read_only: str = "") -> None:
        """Show the file's present content instead of the former, in a document that could not be changed so far.

        Raises Fault."""
        if self.path:
            report, self.on_disk = load_draft(self.path)
            names = self.report.values.keys() | report.values.keys()
            self.set_kept(report.kept)
            self.apply({name: report.values.get(name) for name in names}, report.notes)
        self.lock, self.read_only = lock, read_only
        self.file_changed.emit()

    def set_kept(self, kept: dict[str, Any]) -> None:
        """Set the other keys of the draft: last year's report, and keys that are not known here."""
        self.report = replace(self.report, kept=kept)
        self._read_last()

    def attach_lock(self, lock: Lock | None) -> None:
        """Hold a lock on the document's file, None if the disk supports none."""
        self.lock = lock

    def detach_lock(self) -> Lock | None:
        """Return the lock on the document's file, and hold it no longer."""
        lock, self.lock = self.lock, None
        return lock

    def make_read_only(self, why: str) -> None:
        """Refuse all changes from now on; `why` is the sentence that is shown."""
        self.read_only = why
        self.file_changed.emit()

    def accept_on_disk(self, data: bytes) -> None:
        """Accept what others have written to the file as what a save may replace."""
        self.on_disk = data

    def lose_file(self) -> None:
        """Treat the whole report as unsaved, since its file is gone."""
        self.stack.resetClean()
        self.touched.emit()

    def release(self) -> None:
        """Release the file for others."""
        if self.lock:
            self.lock.release()
        self.lock = None


class _SetValues(QUndoCommand):
    """The only undo command: it sets values by name, and the notes."""

    def __init__(self, document: OpenDocument, old: State, new: State, words: str, merge: str) -> None:
        super().__init__(words)
        self._document, self._old, self._new = document, old, new
        self._merge = merge
        if merge:
            (before, _), (after, _) = old, new
            name = next(iter(after))
            self._stroke = stroke(before[name], after[name], time.monotonic())

    def takes_in(self, other: _SetValues) -> bool:
        """Return whether the other step continues the same typing; if so, this step is extended by it."""
        if not self._merge or other._merge != self._merge or not self._stroke.goes_on(other._stroke):
            return False
        (before, notes), (after, _) = self._old, self._new
        self._old = {**other._old[0], **before}, notes  # what follows the typing may not change with each key
        self._new = {**after, **other._new[0]}, other._new[1]
        self._stroke = self._stroke.followed_by(other._stroke)
        return True

    def redo(self) -> None:
        """Set the new values and notes."""
        self._document.apply(*self._new)

    def undo(self) -> None:
        """Set the old values and notes."""
        self._document.apply(*self._old)
