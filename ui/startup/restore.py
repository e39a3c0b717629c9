"""Offering the work that was not saved before the last run ended unexpectedly."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from model.draft.recovery_copy import UNREADABLE, Copy, discard, forget_old, set_aside
from model.draft.unsaved import Unreadable, Unsaved, lines_about, name_of, read
from model.faults import Fault
from model.files.files import forget_file
from model.files.locks.draft_lock import DraftLocked, acquire_lock
from model.files.locks.process_lock import forget_locks
from ui.basics.background import in_background
from ui.dialogs import message_boxes
from ui.dialogs.recovery_dialog import RecoveryDialog
from ui.document.open_document import OpenDocument
from ui.window.session import DocumentSession

READ_BEFORE_ASKING_S = 0.3  # copies not read by then are read while the user looks at the first
MOST_DIFFERENCES_LISTED = 8
MOST_FILES_NAMED = 2  # of those that cannot be read
UNREADABLE_COPIES = (
    "恢复用的副本里有 {count} 个文件读不懂，没有删：\n\n{files}\n\n"
    "它们接下来放在：\n{folder}\n\n请把它们发给维护程序的人看看；以后也可以用“打开”再试。这件事只说这一次。"
)


def offer_recovery(session: DocumentSession) -> None:
    """Offer the unsaved work of earlier runs and open what the user chooses.

    Unreadable files among the copies are named once and kept."""
    folder = session.settings.recovery_folder
    forget_old(folder, datetime.now())
    forget_locks(folder)
    unsaved = Unsaved(folder)
    _recover(session, unsaved)
    if unsaved.unreadable:
        _tell_unreadable(session, folder, unsaved.unreadable)


def _recover(session: DocumentSession, unsaved: Unsaved) -> None:
    """Open the copy that the user chooses: in a message box if there is one, in a list if there are more."""
    found = in_background(lambda: _first(unsaved))  # the window is painted meanwhile, whatever the disk does
    if len(found) == 1 and not unsaved.unread:
        session.report_faults(lambda: _ask_about(session, found[0]))
    elif found:
        dialog = RecoveryDialog(found, unsaved, session.window)
        while (path := dialog.asked()) and not session.report_faults(partial(_open, session, path, dialog.left)):
            pass  # the reason has been shown; the dialog comes back with the others
        dialog.deleteLater()


def _first(unsaved: Unsaved) -> list[Copy]:
    """Return the copies that can be read before the user is asked, at least one if there is any."""
    found: list[Copy] = []
    until = time.monotonic() + READ_BEFORE_ASKING_S
    while unsaved.unread and (not found or time.monotonic() < until):
        if copy := unsaved.next():
            found.append(copy)
    return found or unsaved.readable_again(until)


def _ask_about(session: DocumentSession, copy: Copy) -> None:
    """Ask whether to open the only copy, to discard it or to leave it. Raises Fault."""
    title = f"上次没有保存就中断了：{name_of(copy)}，{copy.when:%m月%d日 %H:%M} 时的内容还在。"
    answer = message_boxes.ask_recover(session.window, title, lines_about(copy, MOST_DIFFERENCES_LISTED))
    if answer == "recover":
        _open(session, copy.path, 0)
    elif answer == "discard":
        discard(copy.path)


def _open(session: DocumentSession, path: Path, left: int) -> bool:
    """Open a copy and delete it once the open document has its own; show that `left` more remain. Return True.

    Raises Fault."""
    copy = read(path)
    document, said = _document(copy)
    document.place, document.cursor = copy.place, copy.cursor
    session.show(document)
    if said:
        message_boxes.tell(session.window, said)
    assert session.autosave
    session.autosave.write()
    if session.autosave.finish():  # otherwise the old copy is the only one
        forget_file(path)
    if left and session.view:
        sentence = f"还有 {left} 份没有保存的内容，没有丢：做完这一份，退出再打开程序时会接着问。"
        session.view.notices.show_one("more", sentence, [("知道了", lambda: _clear_more(session))])
    return True


def _clear_more(session: DocumentSession) -> None:
    if session.view:
        session.view.notices.clear("more")


def _document(copy: Copy) -> tuple[OpenDocument, str]:
    """Return the document of a copy with its file, or without it and with a message if the file is open elsewhere.

    If the file has changed since the work began, the next save shows the differences."""
    try:
        lock = acquire_lock(copy.of) if copy.of else None
    except DraftLocked as held:
        said = f"{held}恢复的内容请用“另存为”存成另一个文件。"
        return OpenDocument(copy.report, is_new_work=True), said
    document = OpenDocument(copy.report, copy.of, copy.base, is_new_work=True)
    document.attach_lock(lock)
    return document, ""


def _tell_unreadable(session: DocumentSession, folder: Path, found: list[Unreadable]) -> None:
    """Name the unreadable files once and move them aside."""
    lines = [f"{one.path.name}{f'（{one.when:%m月%d日 %H:%M}）' if one.when else ''}：{one.why}" for one in found]
    more = [f"…还有 {len(lines) - MOST_FILES_NAMED} 个"] if len(lines) > MOST_FILES_NAMED else []
    files = "\n".join([*lines[:MOST_FILES_NAMED], *more])
    message_boxes.tell(
        session.window, UNREADABLE_COPIES.format(count=len(found), files=files, folder=folder / UNREADABLE)
    )
    for one in found:
        with suppress(Fault):  # it stays where it is and is named again at the next start
            set_aside(one.path)
