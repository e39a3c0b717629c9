"""Printing the report, or the blank form to be filled in by hand, by the system's printers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from export.blank_form import blank_form
from export.pdf.document import typesetter
from model.faults import Fault
from model.form.form import Form
from model.report.report import Report
from ui.basics.background import in_background
from ui.dialogs.print_dialog import ask_printer, refuse_without_printer
from ui.document.open_document import OpenDocument
from ui.files.export import Place, place_to_correct, refuse_unready, typesetter_for

NOT_PRINTED = "没有打印出来：打印机没有接受。请看打印机是否开着、有没有纸，再打一次；或者先导出 PDF。"


def print_report(parent: QWidget, document: OpenDocument) -> Place | None:
    """Ask for a printer and print the report on it; return the place to go to if the user wants to correct it first.

    Raises Fault."""
    refuse_unready(document.report, "打印")
    refuse_without_printer()  # before all questions: their answers would be in vain
    made, missing = typesetter_for(document.report)
    if place := place_to_correct(parent, document, missing, "打印"):
        return place
    report = document.report
    _print(parent, document.title, lambda: made.drawings(report))
    return None


def print_blank(parent: QWidget, form: Form) -> None:
    """Ask for a printer and print the form without any values on it. Raises Fault."""
    _print(parent, "空表", lambda: typesetter().blocks_drawings(blank_form(form), Report(form, {})))


def _print(parent: QWidget, title: str, set_pages: Callable[[], list[bytes]]) -> None:
    drawings = in_background(set_pages)
    printer = ask_printer(parent, title, len(drawings))
    if printer:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            print_pages(printer, drawings)
        finally:
            QGuiApplication.restoreOverrideCursor()


def print_pages(printer: QPrinter, drawings: Sequence[bytes]) -> None:
    """Print pages, SVG each, in the size they have; smaller where the paper is. Raises Fault if the printer refuses."""
    printer.setFullPage(True)  # the dialog takes it back, and pages would be moved by the margins of the printer
    painter = QPainter()
    if not painter.begin(printer):
        raise Fault(NOT_PRINTED)
    try:
        for place, drawing in enumerate(_chosen(printer, drawings)):
            if place and not printer.newPage():
                raise Fault(NOT_PRINTED)
            renderer = QSvgRenderer(QByteArray(drawing))
            renderer.render(painter, _room(printer, QSizeF(renderer.defaultSize())))
    finally:
        painter.end()


def _chosen(printer: QPrinter, drawings: Sequence[bytes]) -> list[bytes]:
    """Return the pages of the range that was chosen, as often and in the order in which they are to be printed."""
    ranges = printer.pageRanges()
    pages = [one for number, one in enumerate(drawings, 1) if ranges.isEmpty() or ranges.contains(number)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return pages * copies if printer.collateCopies() else [page for page in pages for _ in range(copies)]


def _room(printer: QPrinter, points: QSizeF) -> QRectF:
    """Return where a page is drawn, in the printer's dots: in the middle of the paper, which it fills if that is A4."""
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    size = points * (printer.resolution() / 72)
    share = min(1.0, paper.width() / size.width(), paper.height() / size.height())
    box = QRectF(0, 0, size.width() * share, size.height() * share)
    box.moveCenter(QRectF(0, 0, paper.width(), paper.height()).center())
    return box
