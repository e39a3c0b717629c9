"""Opening a draft that somebody else may have open: its lock, and what to do where another holds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from model.draft.recovery_copy import MARK
from model.faults import Fault
from model.files.draft_lock import DraftLocked, Lock, acquire_lock, released_on_failure
from model.files.files import same_file
from model.files.history import FOLDER as VERSIONS
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument

DEAD_MACHINE = "如果那台电脑是死机或者断了网，等两分钟再打开就行。"
READ_ONLY = "{who}打开着这份草稿，这里只能看，不能改。"


def opened(
    parent: QWidget, path: Path, current: OpenDocument | None, confirm_close: Callable[[], bool]
) -> OpenDocument | None:
    """The document in a draft file, locked; read-only or as a copy where somebody else has it open and the clerk wants that.

    None where what is open may not be left, or the clerk thinks better of it. Raises Fault."""
    OpenDocument.opened(path)  # refused before the clerk is asked about anything
    if current and same_file(current.path, path) and not current.read_only:
        return _reopened(path, current, confirm_close)
    lock, choice, held = _locked(parent, path)
    if choice == "cancel" or not confirm_close():
        if lock:
            lock.release()
        return None
    with released_on_failure(lock):
        document = OpenDocument.opened(path)  # again: it may be the file that was saved just now
    if choice == "copy":
        return OpenDocument(document.report, is_new_work=True)
    document.lock, document.read_only = lock, held
    return document


def is_kept_apart(path: Path, copies: Path) -> bool:
    """Whether a file is a version, or a recovery copy in the folder `copies`: the program takes them away after a time."""
    return VERSIONS in path.parts or copies in path.parents


def copied(path: Path, confirm_close: Callable[[], bool]) -> OpenDocument | None:
    """What a file holds as new work without a file; None where what is open may not be left. Raises Fault."""
    report = OpenDocument.opened(path).report
    report.kept.pop(MARK, None)
    return OpenDocument(report, is_new_work=True) if confirm_close() else None


def hold(document: OpenDocument, path: Path) -> Lock | None:
    """A lock for the file that a document is to be saved to, None where it has it. Raises Fault where another has it open."""
    is_own = same_file(document.path, path)
    if is_own and document.read_only:
        raise Fault(f"{document.read_only}请换一个文件名，或者点“再试一次”。")
    if is_own and document.lock:
        return None
    try:
        return acquire_lock(path)
    except DraftLocked as held:
        if is_own:  # it could not be locked when it was opened; that others have changed nothing has been looked at
            return None
        raise Fault(f"{held.holder.words}打开着“{path.name}”，不能存成它。请换一个文件名。") from held


def try_again(document: OpenDocument) -> str:
    """Makes a read-only document one that can be changed, as the file is now; the sentence why not, "" if it is done.

    Raises Fault."""
    assert document.path
    try:
        lock = acquire_lock(document.path)
    except DraftLocked as held:
        return READ_ONLY.format(who=held.holder.words)
    with released_on_failure(lock):
        document.reload(lock)
    return ""


def _reopened(path: Path, current: OpenDocument, confirm_close: Callable[[], bool]) -> OpenDocument | None:
    """The file that is open already, read again; its lock goes from the one document to the other."""
    if not confirm_close():
        return None
    document = OpenDocument.opened(path)
    document.lock, current.lock = current.lock, None
    return document


def _locked(parent: QWidget, path: Path) -> tuple[Lock | None, str, str]:
    """The lock of a draft, or what the clerk wants where another holds it, and the sentence that says who."""
    try:
        return acquire_lock(path), "", ""
    except DraftLocked as held:
        more = "" if held.is_certain else DEAD_MACHINE
        choice = message_boxes.ask_held(parent, f"{held.holder.words}打开着“{path.name}”。", more)
        return None, choice, READ_ONLY.format(who=held.holder.words)
