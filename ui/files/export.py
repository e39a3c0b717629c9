"""Exporting the report as a document of any kind, and other documents that are made of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from export.pdf.document import Typesetter, typesetter
from export.pdf.letters import Missing, missing_letters, missing_note, pdf_notes
from export.web.document import copied_report, page_bytes
from export.word.document import blocks_bytes, word_bytes
from export.word.faces import with_system_faces
from export.word.own_template import InUse, template_in_use, template_name
from model.checking.missing_letters import RULE as MISSING_LETTER
from model.checking.open_places import open_places
from model.checking.sheet.self_check_sheet import sheet_outline
from model.comparing.outline import comparison_outline
from model.draft.earlier_reports import by_year, earlier_reports
from model.faults import Fault
from model.files.exported import write_exported
from model.findings.finding import ERROR, HINT, SHAPES, WARNING, Finding
from model.report.blocks import Block
from model.report.outline import shortened, unprintable_count
from model.report.report import Report
from model.report.unfinished import never_filled, unfinished_note, year_fault
from model.years.main_numbers import over_years
from ui.basics.background import in_background
from ui.basics.settings import FileKind, Settings
from ui.dialogs import export_boxes, file_questions
from ui.document.open_document import OpenDocument
from ui.files.faces import tell_faces_once
from ui.files.file_names import file_name
from ui.files.proving import Proving

Place = tuple[str, int, int]  # a name, and a stretch of the text of that name
LONGEST_FINDING_CHARACTERS = 56  # of a finding in the question before an export
MOST_FINDINGS_NAMED = 3  # of each severity


class Prepared(NamedTuple):
    """A document that is about to be made: what makes its bytes, what is said of how, and letters it will lack."""

    bytes_of: Callable[[Report], bytes]
    notes: str = ""
    missing: Sequence[Missing] = ()


class ExportKind(NamedTuple):
    """A kind of document: what it is called, its suffix, what a file dialog says of it, and what prepares one of a report.

    `has_faces` is whether it is set in faces of the machine. What prepares it raises Fault where none can be made, before anything is asked."""

    words: str
    suffix: str
    filter: str
    prepared: Callable[[Settings, Report], Prepared]
    has_faces: bool = True


def _word(settings: Settings, _: Report) -> Prepared:
    template = _template(settings)
    return Prepared(lambda report: word_bytes(report, template.data), _template_note(template))


def _pdf(settings: Settings, report: Report) -> Prepared:
    template = template_name(settings.data_folder)
    made, missing = typesetter_for(report)
    official = [f"PDF 按官方版式排，没有用选用的 Word 模板“{template}”。"] if template else []
    said = [*official, *pdf_notes(report, made.faces, missing)]
    return Prepared(
        lambda report: in_background(lambda: made.pdf(report)), "".join(f"{one}\n" for one in said), missing
    )


def typesetter_for(report: Report) -> tuple[Typesetter, list[Missing]]:
    """Return what sets a report, and the letters that its faces lack; the first look at the machine's faces takes a moment."""

    def find() -> tuple[Typesetter, list[Missing]]:
        made = typesetter()
        return made, missing_letters(report, made.faces)

    return in_background(find)


def _page(_settings: Settings, _: Report) -> Prepared:
    return Prepared(page_bytes)


EXPORT_KINDS = {
    "word": ExportKind("Word 文档", ".docx", file_questions.WORD_FILTER, _word),
    "pdf": ExportKind("PDF", ".pdf", file_questions.PDF_FILTER, _pdf),
    "page": ExportKind("网页", ".html", file_questions.PAGE_FILTER, _page, has_faces=False),
}


def export_report(parent: QWidget, settings: Settings, document: OpenDocument, kind: ExportKind) -> Place | None:
    """Ask for a file and write the report to it; return the place to go to if the user wants to correct it first.

    Raises Fault."""
    refuse_unready(document.report)
    made = kind.prepared(settings, document.report)
    if place := place_to_correct(parent, document, made.missing):
        return place
    if kind.has_faces:
        tell_faces_once(parent, settings)
    path = _ask_target(parent, settings, document, kind)
    if path is None:
        return None
    report = document.report
    kept = _write(settings, path, made.bytes_of(report))
    export_boxes.tell_exported(
        parent, path, kept + made.notes + _notes(report), Proving(report, path, {one.letter for one in made.missing})
    )
    return None


def copy_report(parent: QWidget, document: OpenDocument) -> Place | None:
    """Put the report on the clipboard for the editor of a website; otherwise as `export_report`. Raises Fault."""
    refuse_unready(document.report)
    if place := place_to_correct(parent, document):
        return place
    copied, data = copied_report(document.report), QMimeData()
    data.setHtml(copied.html)
    data.setText(copied.text)
    QGuiApplication.clipboard().setMimeData(data)
    export_boxes.tell_copied(parent, _notes(document.report))
    return None


def refuse_unready(report: Report, act: str = "导出") -> None:
    """Raise Fault where the report cannot leave at all; `act` is what was to be done."""
    if fault := year_fault(report):
        raise Fault(f"没有{act}：{fault}")
    if not report.unit or not report.year:
        raise Fault(f"还没有填单位名称和报告年度，不能{act}。请先在“基本信息”里填好。")


def place_to_correct(
    parent: QWidget, document: OpenDocument, missing: Sequence[Missing] = (), act: str = "导出"
) -> Place | None:
    """Tell what was found and is open, and return where the user wants to go instead of letting it out."""
    note = missing_note(document.report, missing)
    letters = [f"{SHAPES[WARNING]} {note}"] if note else []
    # What is told of the letters of a PDF stands for what the checks found of them.
    found = [one for one in document.checked.findings if not (letters and one.rule == MISSING_LETTER)]
    lines = letters + _found_lines(found) + _open_lines(document.report)
    if lines and not export_boxes.ask_export_unfinished(parent, lines, act):
        return _first_place(document, missing)
    return None


def _first_place(document: OpenDocument, missing: Sequence[Missing]) -> Place:
    """Return the place of the worst finding, otherwise of a letter without a face, otherwise the first blank place."""
    worst = next((one for one in document.checked.findings if one.severity != HINT), None)
    if worst:
        return worst.place
    lacking = [one.name for one in missing if one.name]
    return (*lacking, *(place.first for place in open_places(document.report)), "unit")[0], 0, 0


def export_comparison(parent: QWidget, settings: Settings, document: OpenDocument) -> None:
    """Ask for a file and write the comparison to it. Raises Fault."""
    other = document.other
    assert other is not None
    report, last, draft, recent = document.report, document.last, document.path, settings.recent

    def blocks() -> Sequence[Block]:
        earlier = in_background(lambda: earlier_reports(report, draft, recent))
        return comparison_outline(report, other, over_years(by_year(report, last, earlier)))

    _export_beside(parent, settings, document, "对照表", blocks)


def export_sheet(parent: QWidget, settings: Settings, document: OpenDocument) -> None:
    """Ask for a file and write the 自查表 to it. Raises Fault."""
    sheet = partial(sheet_outline, document.report, document.last, document.checked, document.county)
    _export_beside(parent, settings, document, "自查表", sheet)


def _export_beside(
    parent: QWidget, settings: Settings, document: OpenDocument, what: str, blocks: Callable[[], Sequence[Block]]
) -> None:
    """Ask for a file and write to it what goes beside the report: a Word document of these blocks. Raises Fault."""
    template = _template(settings)
    path = _ask_target(parent, settings, document, EXPORT_KINDS["word"], what)
    if path:
        kept = _write(settings, path, blocks_bytes(blocks(), document.report, template.data))
        export_boxes.tell_exported(parent, path, kept + _template_note(template))


def _ask_target(
    parent: QWidget, settings: Settings, document: OpenDocument, kind: ExportKind, what: str = ""
) -> Path | None:
    """Ask where to export to: the folder of the last export is proposed, before the first one that of the draft.

    `what` is what is exported, if it is not the report."""
    folder = settings.folder_for(FileKind.EXPORTS, document.path.parent if document.path else None)
    proposal = folder / f"{file_name(document.report)}{what}{kind.suffix}"
    words = what or kind.words
    return file_questions.ask_target(parent, f"导出{' ' * words[0].isascii()}{words}", proposal, kind.filter)


def _write(settings: Settings, path: Path, data: bytes) -> str:
    """Write a document, and return what to say if the one that stood there was kept."""
    settings.keep_folder(FileKind.EXPORTS, path.parent)
    settings.remember_folder(path.absolute().parent)
    kept = write_exported(path, data, datetime.now(), settings.data_folder)
    if not kept:
        return ""
    return f"原来的“{path.name}”上次导出以后被改过（或者不是这里导出的），没有丢，留在旁边，叫“{kept.name}”。\n"


def _template(settings: Settings) -> InUse:
    """Return the template in use with the faces that the clerk has chosen. Raises Fault."""
    used = template_in_use(settings.data_folder)
    return used._replace(data=with_system_faces(used.data)) if settings.system_faces else used


def _template_note(template: InUse) -> str:
    """Return which template the document has been made from, where that is not the official one."""
    return f"用的模板：{template.name}。\n" if template.name else ""


def _found_lines(findings: Sequence[Finding]) -> list[str]:
    """Return the errors and warnings as lines, the first of each in full."""
    lines = []
    for severity in (ERROR, WARNING):
        own = [one for one in findings if one.severity == severity]
        lines += [
            f"{SHAPES[severity]} {shortened(one.message, LONGEST_FINDING_CHARACTERS)}"
            for one in own[:MOST_FINDINGS_NAMED]
        ]
        more = sum(one.count for one in own[MOST_FINDINGS_NAMED:])
        lines += [f"{SHAPES[severity]} 另外还有 {more} 处"] if more else []
    return [*lines, ""] if lines else []


def _open_lines(report: Report) -> list[str]:
    lines = [f"{place.tab}：{place.words}" for place in open_places(report)]
    blanks, wrong = len(never_filled(report)), len(report.unfinished)
    as_zero = "，表里的格会写成 0" * any(name in report.form.cells for name in report.unfinished)
    left_out = [f"写得不对的 {wrong} 处，不会写进文档{as_zero}。"] * bool(wrong)
    left_out += [f"没填的 {blanks} 个格，在文档里会写成 0。"] * bool(blanks)
    lines = ["还没有填好的：", *lines] if lines else []
    return [*lines, "", *left_out] if left_out else lines


def _notes(report: Report) -> str:
    blanks, left_out = len(never_filled(report)), unprintable_count(report)
    notes = [f"{blanks} 个没填的格写成了 0。"] if blanks else []
    notes += [note] if (note := unfinished_note(report)) else []
    notes += [f"文字里有 {left_out} 个看不见的字，没有写进文档。"] if left_out else []
    return "".join(f"{note}\n" for note in notes)
