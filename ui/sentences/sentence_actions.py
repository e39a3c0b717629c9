"""What 常用句 and 收入常用句 do in an open report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from model.faults import Fault
from model.form.usual_sentences import OfferedSentence
from model.report.report import text_place
from model.sentences.offered import Offer, as_own, offers, with_sentence
from model.sentences.own import drop_sentence, keep_sentence, own_sentences
from ui.basics.text_field import TextField
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument
from ui.sentences.sentences_dialog import SentencesDialog

NO_TEXT = "请先点一下“总体情况”等部分里要写的那一小节。"


class SentenceActions:
    """Puts sentences into the texts of one report and keeps those that the clerk selects."""

    def __init__(
        self,
        document: OpenDocument,
        folder: Path | None,
        field: Callable[[], tuple[str, TextField | None]],
        say: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        """Create them; `folder` is the program's own, `field` returns the name and the field of the text with the cursor."""
        self._document, self._folder, self._field, self._say, self._parent = document, folder, field, say, parent
        self.dialog: SentencesDialog | None = None

    def offer(self) -> None:
        """Offer sentences for the part with the cursor; the chosen one is put there as one step to undo."""
        name, field = self._field()
        if field is None:
            self._say(NO_TEXT)
            return
        section, index = text_place(name)
        report = self._document.report
        part = report.parts(section)[index]
        found = offers(report, self._document.county, self._own(), section, part.heading, not part.text.strip())
        where = " · ".join(filter(None, (report.form.section(section).tab, part.heading.strip())))
        self.dialog = SentencesDialog(where, found, self._drop, self._parent)
        self.dialog.accepted.connect(lambda: self._put(section, index, field))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _put(self, section: str, index: int, field: TextField) -> None:
        offer = self.dialog.chosen if self.dialog else None
        if not offer:
            return
        report, at = self._document.report, field.cursor_place
        changes, kept = with_sentence(report, section, index, at, offer)
        field.setFocus()  # first: its page follows the cursor of the field that has the keys
        self._document.edit(changes, "放进常用句", notes=replace(report.notes, kept_sentences=kept))
        field.select(min(at + len(offer.said), len(field.content)), 0)

    def keep(self) -> None:
        """Keep what is selected as a sentence of the clerk's own."""
        name, field = self._field()
        if field is None or not field.selected.strip():
            self._say("请先在文字里选中要收的一句。")
            return
        if self._folder:
            self._keep(self._folder, as_own(self._document.report, text_place(name)[0], field.selected))

    def _keep(self, folder: Path, sentence: OfferedSentence) -> None:
        try:
            is_new = keep_sentence(folder, sentence)
        except Fault as fault:
            message_boxes.tell(self._parent, str(fault))
            return
        self._say("已收入常用句。" if is_new else "常用句里已经有这一句，没有再收。")

    def _own(self) -> tuple[OfferedSentence, ...]:
        """Return the clerk's own sentences; where they cannot be read that is told, and the others are offered."""
        try:
            return own_sentences(self._folder) if self._folder else ()
        except Fault as fault:
            message_boxes.tell(self._parent, str(fault))
            return ()

    def _drop(self, offer: Offer) -> bool:
        """Delete a sentence of the clerk's own; return whether it is gone."""
        if not self._folder:
            return False
        try:
            drop_sentence(self._folder, offer.sentence)
        except Fault as fault:
            message_boxes.tell(self._parent, str(fault))
            return False
        return True
