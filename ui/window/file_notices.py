"""Notices about the draft's file, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from model.draft.draft_file import CHANGED, GONE, NO_FOLDER, READ_ONLY
from model.faults import Fault
from model.files.history import keep_version
from ui.document.file_watch import FileWatch
from ui.document.open_document import OpenDocument
from ui.files.open_draft import try_again
from ui.view.notice_bars import NoticeBars

FILE, HELD, UNCOPIED = "file", "held", "uncopied"
SENTENCES = {
    CHANGED: "“{name}”刚才被别人或别的程序改过。您这里填的还在；保存时会把两边的不同列出来，由您选。",
    GONE: "“{name}”不见了，可能被移走、改名或删除了。您填的都还在，请存回原处或另存一份。",
    NO_FOLDER: "“{name}”所在的文件夹或 U 盘找不到了。您填的都还在，请插好 U 盘再存，或另存到别处。",
    READ_ONLY: "“{name}”是只读的，存不进去。要改的话，请另存一份。",
}
STALE = "那边刚才存了新的内容，这里看到的还是旧的。"


class FileNotices(QObject):
    """Keeps the file notices of one document up to date."""

    def __init__(
        self,
        document: OpenDocument,
        notices: NoticeBars,
        own: Path,
        save: Callable[[], object],
        save_as: Callable[[], object],
    ) -> None:
        """Create the notices; `own` is the program's folder, for versions that cannot stand beside the draft."""
        super().__init__(document)
        self._document, self._notices, self._own = document, notices, own
        self._save, self._save_as = save, save_as
        self.watch = FileWatch(document)
        self.watch.became.connect(self._show_file)
        document.file_changed.connect(self._show_held)
        self._show_held()
        self.watch.look_at_once()

    def _show_file(self, state: str) -> None:
        document = self._document
        if state not in SENTENCES or not document.path:  # such as a file that cannot be read at the moment
            self._notices.clear(FILE)
            return
        if document.read_only:
            self._show_stale(state)
            return
        self._save_what_was_saved(state)
        save = {CHANGED: "看看改了什么…", GONE: "存回原处"}.get(state)
        acts = [(save, self._save)] if save else []
        sentence = SENTENCES[state].format(name=document.path.name)
        self._notices.show_one(FILE, sentence, [*acts, ("另存为…", self._save_as)])

    def _save_what_was_saved(self, state: str) -> None:
        """Keep what was saved here, although the file no longer holds it."""
        document = self._document
        if state in (GONE, NO_FOLDER):
            document.lose_file()
        elif state == CHANGED and document.path:
            with suppress(Fault):
                keep_version(document.path, document.on_disk, datetime.now(), self._own)

    def _show_stale(self, state: str) -> None:
        """Show that a read-only document is older than its file."""
        if state == CHANGED:
            self._notices.show_one(FILE, STALE, [("看新的内容", self._show_new)])

    def _show_new(self) -> None:
        try:
            self._document.reload(None, self._document.read_only)
        except Fault as fault:
            self._document.refused.emit(str(fault))

    def show_uncopied(self, sentence: str) -> None:
        """Show that recovery copies cannot be written."""
        self._notices.show_one(UNCOPIED, sentence, [("另存为…", self._save_as)])

    def clear_uncopied(self) -> None:
        """Hide the notice about recovery copies."""
        self._notices.clear(UNCOPIED)

    def _show_held(self) -> None:
        """Show why the document is read-only, or hide the notice."""
        if self._document.read_only:
            acts = [("再试一次", self._try_again), ("另存为…", self._save_as)]
            self._notices.show_one(HELD, self._document.read_only, acts)
        else:
            self._notices.clear(HELD)

    def _try_again(self) -> None:
        try:
            sentence = try_again(self._document)
        except Fault as fault:
            sentence = str(fault)
        if sentence:
            self._document.make_read_only(sentence)
            self._document.refused.emit(sentence)
