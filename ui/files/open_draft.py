"""Opening drafts that may be open elsewhere: their locks, and what to do if another window holds one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from model.draft.recovery_copy import RECOVERY_KEY
from model.faults import DraftFault, Fault
from model.files.history import VERSIONS_FOLDER, versions_of
from model.files.locks.draft_lock import DraftLocked, acquire_lock
from model.files.locks.lock import Lock, released_on_failure
from model.files.paths import same_file
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument

DEAD_MACHINE = "如果那台电脑是死机或者断了网，等两分钟再打开就行。"
EARLIER = "以前存的 {count} 版还在：请用“打开”打开“{folder}”里最近的一份，看过以后另存。"
READ_ONLY = "{who}打开着这份草稿，这里只能看，不能改。"


def opened_draft(path: Path, own: Path) -> OpenDocument:
    """Return the document in a draft file; `own` is the program's folder.

    Raises Fault; of a damaged draft it says where the versions of it are."""
    try:
        return OpenDocument.opened(path)
    except DraftFault as fault:
        versions = versions_of(path, own)
        more = EARLIER.format(count=len(versions), folder=versions[0].path.parent) if versions else ""
        raise DraftFault(f"{fault}{more}") from fault


def lock_draft(parent: QWidget, document: OpenDocument, current: OpenDocument | None) -> OpenDocument | None:
    """Return the document with its lock, or read-only or as a copy if the draft is open elsewhere and the user wants that.

    `current` is the open document, which gives way. Return None if the user cancels. Raises Fault."""
    assert document.path
    if current and same_file(current.path, document.path) and not current.read_only:
        document.attach_lock(current.detach_lock())
        return document
    try:
        document.attach_lock(acquire_lock(document.path))
    except DraftLocked as locked:
        return _without_lock(parent, document, locked)
    return document


def _without_lock(parent: QWidget, document: OpenDocument, locked: DraftLocked) -> OpenDocument | None:
    """Ask whether to open a locked draft read-only or as a copy; return None if the user cancels."""
    assert document.path
    who = locked.holder.words
    more = "" if locked.is_certain else DEAD_MACHINE
    choice = message_boxes.ask_held(parent, f"{who}打开着“{document.path.name}”。", more)
    if choice == "copy":
        return OpenDocument(document.report, is_new_work=True)
    document.make_read_only(READ_ONLY.format(who=who))
    return document if choice != "cancel" else None


def is_kept_apart(path: Path, copies: Path) -> bool:
    """Return whether a file is a version, or a recovery copy in the folder `copies`.

    The program deletes these in time."""
    return VERSIONS_FOLDER in path.parts or copies in path.parents


def copy_of(document: OpenDocument) -> OpenDocument:
    """Return the content of a document as new work without a file."""
    document.report.kept.pop(RECOVERY_KEY, None)
    return OpenDocument(document.report, is_new_work=True)


def lock_target(document: OpenDocument, path: Path) -> Lock | None:
    """Return a lock of the file to save to, None if the document has it. Raises Fault if it is open elsewhere."""
    is_own = same_file(document.path, path)
    if is_own and document.lock:
        return None
    try:
        return acquire_lock(path)
    except DraftLocked as held:
        if is_own:  # it could not be locked when it was opened; the save has checked that nobody changed it
            return None
        raise Fault(f"{held.holder.words}打开着“{path.name}”，不能存成它。请换一个文件名。") from held


def try_again(document: OpenDocument) -> str:
    """Try to make a read-only document writable, as its file is now; return the reason if that fails, otherwise "".

    Raises Fault."""
    assert document.path
    try:
        lock = acquire_lock(document.path)
    except DraftLocked as held:
        return READ_ONLY.format(who=held.holder.words)
    with released_on_failure(lock):
        document.reload(lock)
    return ""
