"""At the start: offers what was typed and not saved when the program, or the power, went away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from model.differences import Difference, differences, lines_of
from model.draft_file import load_draft
from model.faults import Fault
from model.files import forget_file, saved_at
from model.form import editions, load_form
from model.lock import Held, take_lock
from model.recovery import Copy, copies_in, discard, forget_old
from model.report import Report
from ui import messages
from ui.document import OpenDocument
from ui.host import Host
from ui.process_lock import lock_of

MOST_NAMED = 8  # differences


def offer_recovery(window: Host) -> None:
    """Offers what was typed and not saved before the program went away; the first that is wanted is opened."""
    if window.settings.recovery_folder.is_dir():
        window.guarded(lambda: _recover(window))


def _recover(window: Host) -> None:
    """Opens the copy that the clerk wants back; it goes when there is another of what is open. Raises Fault."""
    for document, copy, held in _recovered(window, window.settings.recovery_folder):
        window.set_document(document)
        if held:
            messages.tell(window, held)
        assert window.keeper
        window.keeper.write()
        if window.keeper.finish():  # otherwise the old copy is the only one
            forget_file(copy.path)
        _say_more(window)
        return


def _say_more(window: Host) -> None:
    """Says that there is more to recover, one report being open at a time."""
    folder = window.settings.recovery_folder
    free = [copy for copy in copies_in(folder, load_form, editions()) if lock_of(copy.path).tryLock(0)]
    if free and window.desk:
        sentence = f"还有 {len(free)} 份没有保存的内容，没有丢：做完这一份，退出再打开程序时会接着问。"
        window.desk.notices.show_one("more", sentence, [("知道了", lambda: _clear_more(window))])


def _clear_more(window: Host) -> None:
    if window.desk:
        window.desk.notices.clear("more")


def _recovered(parent: QWidget, folder: Path) -> Iterator[tuple[OpenDocument, Copy, str]]:
    """The documents that the clerk wants back, each with its copy and the sentence why it has lost its file; the others are discarded or left for later. Raises Fault."""
    forget_old(folder, datetime.now())
    _forget_locks(folder)
    for copy in copies_in(folder, load_form, editions()):
        lock = lock_of(copy.path)
        if not lock.tryLock(0):
            continue  # another window is writing it
        saved = _saved(copy)
        if saved and (saved.values, saved.kept) == (copy.report.values, copy.report.kept):
            forget_file(copy.path)  # it was typed back, or saved right before the power went
            lock.unlock()
            continue
        answer = messages.ask_recover(parent, *_said(copy, differences(copy.report, saved), saved is not None))
        lock.unlock()
        if answer == "recover":
            document, held = _document(copy)
            yield document, copy, held
        elif answer == "discard":
            discard(copy)


def _forget_locks(folder: Path) -> None:
    """Takes away the locks of processes that died without leaving a copy."""
    for path in folder.glob("*.lock"):
        if not path.with_suffix(".toml").exists():
            lock = lock_of(path)
            if lock.tryLock(0):
                lock.unlock()


def _document(copy: Copy) -> tuple[OpenDocument, str]:
    """The copy's document, with its file; without one, and the sentence who has it, where somebody else has that open.

    Should the file hold something else than when the work began, that is for the clerk to look at before she saves."""
    try:
        lock = take_lock(copy.of) if copy.of else None
    except Held as held:
        said = f"{held}恢复的内容请用“另存为”存成另一个文件。"
        return OpenDocument(copy.report, is_new_work=True), said
    document = OpenDocument(copy.report, copy.of, copy.base, is_new_work=True)
    document.lock = lock
    return document, ""


def _saved(copy: Copy) -> Report | None:
    """The saved draft that a copy belongs to; None where there is none that can be read."""
    try:
        return load_draft(copy.of)[0] if copy.of else None
    except Fault:
        return None


def _later(copy: Copy) -> list[str]:
    """A warning where the draft was saved after the copy was written."""
    try:
        saved = saved_at(copy.of) if copy.of else copy.when
    except Fault:
        return []
    late = saved.replace(microsecond=0) > copy.when
    return [f"注意：这个文件在那以后又保存过（{saved:%m月%d日 %H:%M}），恢复的内容可能比它旧。"] if late else []


def _said(copy: Copy, changed: list[Difference], is_saved: bool) -> tuple[str, list[str]]:
    """What is asked, and how the copy differs from the saved file."""
    whose = copy.report.unit or (copy.of.name if copy.of else "还没有单位名称的新报告")
    year = f"（{copy.report.year}年）" if copy.report.year else ""
    title = f"上次没有保存就中断了：{whose}{year}，{copy.when:%m月%d日 %H:%M} 时的内容还在。"
    where = [f"文件：{copy.of}", *_later(copy)] if copy.of else []
    head = "与保存的文件不同的：" if is_saved else "里面有："
    return title, [*where, head, *lines_of(changed, MOST_NAMED)] if changed else [*where, "与保存的文件没有不同。"]
