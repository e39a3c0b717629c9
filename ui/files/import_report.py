"""Taking in a report that somebody else's file holds: as a draft, as last year's, into the open one, or to compare with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from model.comparing.differences import whole
from model.draft.draft_file import is_draft, load_draft
from model.draft.next_year import next_report
from model.faults import Fault
from model.form.form import editions, load_form
from model.reading.document import read_clipboard, read_document
from model.reading.recognise import Reading
from model.report.fact_labels import FACT_NAMES
from model.report.outline import one_line
from model.report.report import Report, Value
from ui.dialogs import message_boxes
from ui.dialogs.import_dialog import ImportDialog
from ui.document.open_document import OpenDocument

MayLeave = Callable[[], bool]
NAMES = [*FACT_NAMES.items(), ("level", "单位层级"), ("signoff.seal", "盖章")]
LONGEST = 24  # characters of a text that is named


def take_in(
    parent: QWidget, path: Path, open_document: OpenDocument | None, confirm_close: MayLeave
) -> OpenDocument | None:
    """The document to open after the clerk has looked at what was read; None where nothing is to be opened.

    `may_leave` asks about what is open before it gives way. Raises Fault."""
    return _offer(parent, read_document(path), path.name, open_document, confirm_close)


def take_in_clipboard(
    parent: QWidget, page: str, text: str, open_document: OpenDocument | None, confirm_close: MayLeave
) -> OpenDocument | None:
    """The same for what was copied elsewhere; `page` is its HTML. Raises Fault."""
    return _offer(parent, read_clipboard(page, text), "剪贴板", open_document, confirm_close)


def start_from_last(parent: QWidget, path: Path, confirm_close: MayLeave) -> OpenDocument | None:
    """The document of the year after the one in a draft or a document. Raises Fault."""
    if is_draft(path):
        document = _next(load_draft(path)[0])
        return document if confirm_close() else None
    card = ImportDialog(read_document(path), path.name, may_fill=False, parent=parent)
    card.buttons["open"].hide()
    return _next(card.report) if _chosen(card, confirm_close) else None


def _offer(
    parent: QWidget, reading: Reading, name: str, open_document: OpenDocument | None, confirm_close: MayLeave
) -> OpenDocument | None:
    card = ImportDialog(reading, name, may_fill=open_document is not None, parent=parent)
    choice = _chosen(card, confirm_close)
    if choice == "fill" and open_document:
        replaced = replaced_by(open_document, card.report)
        if not replaced or message_boxes.ask_replace_values(parent, replaced):
            fill_in(open_document, card.report, name)
    if choice == "next":
        return _next(card.report)
    return OpenDocument(card.report, is_new_work=True) if choice == "open" else None


def _chosen(card: ImportDialog, confirm_close: MayLeave) -> str:
    """What the clerk chooses on the card; it comes back, corrections and all, while what is open may not be left."""
    while card.exec():
        if card.choice == "fill" or confirm_close():
            return card.choice
    return ""


def replaced_by(document: OpenDocument, read: Report) -> list[str]:
    """What would be replaced by something else when a report is read into the open one, in the clerk's words."""
    report = document.report
    both = [name for name, value in _changes(document, read).items() if report.values.get(name) not in (None, value)]
    cells = [name for name in both if name in report.form.cells]
    facts = [
        f"{words}：{one_line(whole(report.values[name]), LONGEST)} → {one_line(whole(read.values[name]), LONGEST)}"
        for name, words in NAMES
        if name in both
    ]
    texts = [
        section.tab for section in report.form.text_sections
        if section.key in both and any(part.text.strip() for part in report.parts(section.key))
    ]  # fmt: skip
    carried = sum(name in document.sources for name in cells)
    numbers = (
        [f"{len(cells)} 个已经填了的数" + (f"（其中 {carried} 个是由上年报告带来的）" if carried else "")]
        if cells
        else []
    )
    foreign = sum(name in read.form.cells and name not in report.form.cells for name in read.values)
    left = [f"另有 {foreign} 个数，当前报告的格式没有这些格，不会填入"] if foreign else []
    return [*facts, *numbers, *(f"“{tab}”里已有的文字" for tab in texts), *left]


def fill_in(document: OpenDocument, read: Report, name: str) -> None:
    """Puts what was read into the open report as one step; cells that this form does not have stay out."""
    document.edit(_changes(document, read), f"读入“{name}”")


def _changes(document: OpenDocument, read: Report) -> dict[str, Value | None]:
    own = document.report.form.cells
    return {name: value for name, value in read.values.items() if name in own or name not in read.form.cells}


def _next(last: Report) -> OpenDocument:
    if not last.values:
        raise Fault("上年的报告是空的，没有什么可以接着用。请选另一个文件，或者从新建开始。")
    return OpenDocument(next_report(last, load_form(editions()[-1])), is_new_work=True)
