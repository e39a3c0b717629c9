"""Saving the draft: to its file, to another one, or merged with what somebody else has changed in it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QWidget

from model.comparing.merge import conflicts, merged, merged_kept
from model.draft.draft_file import draft_in_bytes, load_draft
from model.draft.next_year import proposed_again
from model.draft.save_over import save_over
from model.draft.toml_format import draft_text
from model.faults import DraftFault, Fault
from model.files.history import keep_version
from model.files.locks.lock import Lock, released_on_failure
from model.files.paths import is_there, same_file
from model.report.report import Notes, Report, Value
from ui.basics.settings import FileKind, Settings
from ui.dialogs import file_questions, message_boxes
from ui.document.open_document import OpenDocument
from ui.files.file_names import file_name
from ui.files.open_draft import lock_target


class Step(Enum):
    """The result of one attempt to save."""

    DONE = auto()
    AGAIN = auto()
    ELSEWHERE = auto()
    GIVEN_UP = auto()


class DraftSaver:
    """Saves the documents of one window."""

    def __init__(self, parent: QWidget, settings: Settings, show_message: Callable[[str, str], None]) -> None:
        self._parent, self._settings, self._show_message = parent, settings, show_message

    def save(self, document: OpenDocument) -> bool:
        """Save to the document's file, or to one asked for; return whether it was saved.

        If others have changed the file, their changes are merged with those made here."""
        return self._save(document, document.path or self._ask_path(document))

    def save_as(self, document: OpenDocument) -> bool:
        """Ask for a file and save to it; return whether it was saved."""
        return self._save(document, self._ask_path(document))

    def _save(self, document: OpenDocument, path: Path | None) -> bool:
        """Save to a path, or to others asked for until the draft is written or the user gives up."""
        while path:
            step = self._try(document, path)
            if step in (Step.DONE, Step.GIVEN_UP):
                return step is Step.DONE
            path = self._ask_path(document) if step is Step.ELSEWHERE else path
        return False

    def _ask_path(self, document: OpenDocument) -> Path | None:
        own = document.path
        folder = own.parent if own and own.parent.is_dir() else self._settings.folder_for(FileKind.DRAFTS)
        proposal = folder / (own.name if own else f"{file_name(document.report)}.toml")
        return file_questions.ask_target(self._parent, "保存草稿", proposal, file_questions.DRAFT_FILTER)

    def _try(self, document: OpenDocument, path: Path) -> Step:
        if not document.path or not same_file(document.path, path):
            return self._write(document, path.absolute())
        if document.read_only:
            return self._elsewhere(f"{document.read_only}请换一个文件名，或者点“再试一次”。")
        if document.changed_by_others:
            return self._merge(document, document.path)
        return self._write(document, document.path)

    def _elsewhere(self, why: str) -> Step:
        """Show why a file cannot be written, and ask whether to save to another."""
        return Step.ELSEWHERE if message_boxes.ask_elsewhere(self._parent, why) else Step.GIVEN_UP

    def _merge(self, document: OpenDocument, path: Path) -> Step:
        """Show the changes of others beside those made here, and apply what the user chooses."""
        try:
            theirs, data = load_draft(path)
        except Fault as fault:
            return self._replace_unreadable(document, path, str(fault))
        base = _report(document.on_disk, path)
        found = conflicts(base, document.report, theirs)
        choices: dict[str, str] = {}
        if found and (base is None or not theirs.has_same_content(base)):  # more than a comment or keys not known here
            from ui.versions.merge_dialog import MergeDialog

            dialog = MergeDialog(path.name, found, self._parent)
            answer, choices = dialog.asked(), dialog.choices
            dialog.deleteLater()
            if answer != "save":
                return Step.ELSEWHERE if answer == "save_as" else Step.GIVEN_UP
            self._keep_mine(document, path)
        self._take_in(document, *merged(found, choices, base, document.report, theirs))
        document.set_kept(merged_kept(base, document.report, theirs))
        document.accept_on_disk(data)  # these changes of others are merged; later ones would be shown
        return Step.AGAIN

    def _take_in(self, document: OpenDocument, changes: dict[str, Value | None], notes: Notes) -> None:
        """Change the report as one step to undo; remaining proposals follow the merged numbers."""
        values = {name: value for name, value in (document.report.values | changes).items() if value is not None}
        follow = proposed_again(Report(document.report.form, values, notes=notes), document.last_numbers)
        document.edit(changes | follow, "并入别人的改动", exactly=True, notes=notes)

    def _replace_unreadable(self, document: OpenDocument, path: Path, why: str) -> Step:
        """Ask what to do with a file that others left unreadable: it can only be replaced or left."""
        answer = message_boxes.ask_overwrite_changed(self._parent, why)
        if answer == "replace":
            return self._write(document, path)
        return Step.ELSEWHERE if answer == "save_as" else Step.GIVEN_UP

    def _write(self, document: OpenDocument, path: Path) -> Step:
        """Keep the content of the file as a version and write the draft."""
        try:
            lock = lock_target(document, path)
            with released_on_failure(lock):
                note = self._write_with_version(document, path, lock)
        except DraftFault:  # the draft itself cannot be written, to whatever file
            raise
        except Fault as fault:
            return self._elsewhere(str(fault))
        self._settings.remember(path)
        self._show_message(f"已保存：{path}{note}", str(path))
        return Step.DONE

    def _write_with_version(self, document: OpenDocument, path: Path, lock: Lock | None) -> str:
        """Write the draft, even if its old version cannot be kept; return a note about that."""
        was_gone = document.path == path and _is_gone(path)
        said = save_over(path, self._settings.data_folder, lambda: document.save(path, lock))
        notes = (["原来的文件不见了，重新存了一份"] if was_gone else []) + ([said] if said else [])
        wrong = len(document.report.unfinished)
        notes += [f"有 {wrong} 处写得不对，照样存着，改好以前不算数"] * bool(wrong)
        return "".join(f"　（{note}）" for note in notes)

    def _keep_mine(self, document: OpenDocument, path: Path) -> None:
        """Keep the report as a version before it is merged."""
        with suppress(Fault, UnicodeEncodeError):
            keep_version(path, draft_text(document.report).encode(), datetime.now(), self._settings.data_folder)


def _is_gone(path: Path) -> bool:
    try:
        return not is_there(path)
    except Fault:  # the save itself will show why
        return False


def _report(data: bytes, path: Path) -> Report | None:
    try:
        return draft_in_bytes(data, path)
    except Fault:
        return None
