"""What becomes of a report that was read: a new document, the start of next year's, or values of the open one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from model.comparing.differences import whole
from model.draft.next_year import next_report
from model.faults import Fault
from model.form.form import editions, load_form
from model.report.fact_labels import FACT_NAMES, OTHER_NAMES
from model.report.on_form import cells_left_out, on_form
from model.report.outline import one_line
from model.report.report import Report, Value
from ui.dialogs import message_boxes
from ui.document.open_document import OpenDocument

LONGEST_TEXT_CHARACTERS = 24


def document_of(choice: str, read: Report) -> OpenDocument:
    """Return a new document with the report ("open"), or with the one of the next year ("next"). Raises Fault."""
    return document_of_next_year(read) if choice == "next" else OpenDocument(read, is_new_work=True)


def document_of_next_year(last: Report) -> OpenDocument:
    """Return the document of the year after `last`. Raises Fault if `last` is empty."""
    if not last.values:
        raise Fault("上年的报告是空的，没有什么可以接着用。请选另一个文件，或者从新建开始。")
    return OpenDocument(next_report(last, load_form(editions()[-1])), is_new_work=True)


def fill_in(parent: QWidget, document: OpenDocument, read: Report, name: str) -> None:
    """Set the values read from `name` in the open report as one step, after asking about those replaced.

    Cells that the open form does not have are left out."""
    read = on_form(read, document.report.form)
    replaced = replaced_by(document, read)
    if not replaced or message_boxes.ask_replace_values(parent, replaced):
        own = document.report.notes  # of what was read, only the printed totals go with the numbers
        notes = replace(own, printed=read.notes.printed or own.printed)
        document.edit(_changes(document, read), f"读入“{name}”", notes=notes)


def replaced_by(document: OpenDocument, read: Report) -> list[str]:
    """Return lines about the values of the open report that a report would replace."""
    report = document.report
    read = on_form(read, report.form)
    both = [name for name, value in _changes(document, read).items() if report.values.get(name) not in (None, value)]
    cells = [name for name in both if name in report.form.cells]
    facts = [
        f"{words}：{one_line(whole(report.values[name]), LONGEST_TEXT_CHARACTERS)} → {one_line(whole(read.values[name]), LONGEST_TEXT_CHARACTERS)}"
        for name, words in (FACT_NAMES | OTHER_NAMES).items()
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
    foreign = sum(name in read.values for name in cells_left_out(read))
    left = [f"另有 {foreign} 个数，当前报告的格式没有这些格，不会填入"] if foreign else []
    return [*facts, *numbers, *(f"“{tab}”里已有的文字" for tab in texts), *left]


def _changes(document: OpenDocument, read: Report) -> dict[str, Value | None]:
    foreign = cells_left_out(read)
    return {name: value for name, value in read.values.items() if name not in foreign}
