"""Tells over the tabs what has become of the draft's file, with what can be done about it at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from model.draft_file import CHANGED, GONE, NO_FOLDER, READ_ONLY
from model.faults import Fault
from ui.document import OpenDocument
from ui.file_watch import FileWatch
from ui.holding import try_again
from ui.notices import Notices

FILE, HELD, UNCOPIED = "file", "held", "uncopied"
SENTENCES = {
    CHANGED: "“{name}”刚才被别人或别的程序改过。您这里填的还在；保存时会把两边的不同列出来，由您选。",
    GONE: "“{name}”不见了，可能被移走、改名或删除了。您填的都还在，请存回原处或另存一份。",
    NO_FOLDER: "“{name}”所在的文件夹或 U 盘找不到了。您填的都还在，请插好 U 盘再存，或另存到别处。",
    READ_ONLY: "“{name}”现在是只读的，存不进去。您填的都还在，请另存一份。",
}


class FileNotices(QObject):
    """Keeps the bars up to date for one document."""

    def __init__(
        self, document: OpenDocument, notices: Notices, save: Callable[[], object], save_as: Callable[[], object]
    ) -> None:
        super().__init__(document)
        self._document, self._notices, self._save, self._save_as = document, notices, save, save_as
        self.watch = FileWatch(document)
        self.watch.became.connect(self._show_file)
        document.file_changed.connect(self._show_held)
        self._show_held()

    def _show_file(self, state: str) -> None:
        document = self._document
        if state not in SENTENCES or document.read_only or not document.path:  # or it could not be read just now
            self._notices.clear(FILE)
            return
        save = {CHANGED: "看看改了什么…", GONE: "存回原处"}.get(state)
        acts = [(save, self._save)] if save else []
        sentence = SENTENCES[state].format(name=document.path.name)
        self._notices.show_one(FILE, sentence, [*acts, ("另存为…", self._save_as)])

    def show_uncopied(self, sentence: str) -> None:
        """Says that no recovery copy can be written, as long as that is so."""
        self._notices.show_one(UNCOPIED, sentence, [("另存为…", self._save_as)])

    def clear_uncopied(self) -> None:
        """Copies can be written again."""
        self._notices.clear(UNCOPIED)

    def _show_held(self) -> None:
        """Says why nothing can be changed, as long as that is so."""
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
            self._document.read_only = sentence
            self._show_held()
            self._document.refused.emit(sentence)
