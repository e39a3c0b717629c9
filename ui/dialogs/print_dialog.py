"""The system's dialog that asks for a printer, the pages, the copies and the sides."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from model.faults import Fault

NO_PRINTER = "这台电脑上没有安装打印机，不能打印。请先用“文件 → 导出 PDF”存成文件，拿到有打印机的电脑上打印；或者请管电脑的同志装好打印机再来。"


def ask_printer(parent: QWidget, title: str, page_count: int) -> QPrinter | None:
    """Return the printer that the user chose, with pages, copies and sides, None if she gave it up.

    Raises Fault where none is installed."""
    refuse_without_printer()
    printer = a4_printer(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, page_count)
    dialog.setFromTo(1, page_count)
    chosen = printer if dialog.exec() else None
    dialog.deleteLater()
    return chosen


def refuse_without_printer() -> None:
    """Raise Fault where no printer is installed."""
    if not QPrinterInfo.availablePrinterNames():
        raise Fault(NO_PRINTER)


def a4_printer(title: str) -> QPrinter:
    """Return the usual printer for whole A4 pages: what is printed brings its own margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(a4, QPageLayout.Orientation.Portrait, QMarginsF()))
    return printer
