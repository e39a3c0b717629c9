"""Printing, through QPrinter into a PDF that is read back."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter

from export.pdf.document import typesetter
from model.draft.draft_file import load_draft
from tests.clerk import shortcut
from tests.export.pdf.pdf_reader import needs_poppler, page_count, said_by
from tests.samples import EXAMPLE
from ui.dialogs import print_dialog
from ui.files import print_report

A4 = "595 x 842 pts (A4)"


@pytest.fixture
def paper(monkeypatch, tmp_path):
    """A printer that is there, which prints to a file; `ranges` are the pages that the clerk chooses."""

    class Paper:
        path, ranges, asked, gives_up = tmp_path / "printed.pdf", "", [], False

    def ask(parent, title, count):
        Paper.asked.append((title, count))
        printer = print_dialog.a4_printer(title)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(Paper.path))
        if Paper.ranges:
            printer.setPageRanges(type(printer.pageRanges()).fromString(Paper.ranges))
        return None if Paper.gives_up else printer

    Paper.asked = []
    monkeypatch.setattr(print_report, "ask_printer", ask)
    monkeypatch.setattr(print_report, "refuse_without_printer", lambda: None)
    return Paper


def pictures(path, folder, name: str) -> list[QImage]:
    subprocess.run(["pdftoppm", "-r", "48", "-gray", "-png", str(path), str(folder / name)], check=True)
    return [QImage(str(one)) for one in sorted(folder.glob(f"{name}-*.png"))]


def ink_of(page: QImage) -> tuple[int, int, int, int]:
    """What is printed on a page reaches from where to where: left, top, right, bottom."""
    inked = [
        (x, y) for x in range(page.width()) for y in range(page.height()) if page.pixelColor(x, y).lightness() < 160
    ]
    across, down = zip(*inked, strict=True)
    return min(across), min(down), max(across), max(down)


@needs_poppler
@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="needs poppler")
def test_the_pages_on_paper_are_those_of_the_pdf(window, clerk, paper, tmp_path):
    window.workspace.open_actions.show_example()
    shortcut(window, "Ctrl+P")
    data = paper.path.read_bytes()
    assert paper.asked[0][1] == page_count(data, tmp_path) == 6
    assert A4 in said_by("pdfinfo", data, tmp_path)
    exported = tmp_path / "exported.pdf"
    exported.write_bytes(typesetter().pdf(window.workspace.session.document.report))
    printed, wanted = pictures(paper.path, tmp_path, "p"), pictures(exported, tmp_path, "e")
    for ours, theirs in zip(printed, wanted, strict=True):
        assert ours.size() == theirs.size() and ink_of(ours) == pytest.approx(ink_of(theirs), abs=1)


@needs_poppler
@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="needs poppler")
def test_margins_that_the_dialog_sets_move_no_page(qapp, tmp_path):
    printed = []
    for margin in (0, 15):
        printer = print_dialog.a4_printer("年报")
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "a.pdf"))
        printer.setFullPage(False)
        printer.setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout.Unit.Millimeter)
        print_report.print_pages(printer, typesetter().drawings(load_draft(EXAMPLE)[0])[:1])
        printed.append(ink_of(pictures(tmp_path / "a.pdf", tmp_path, f"m{margin}")[0]))
    assert printed[0] == printed[1]


@needs_poppler
def test_only_the_chosen_pages_are_printed(window, clerk, paper, tmp_path):
    window.workspace.open_actions.show_example()
    paper.ranges = "2-3,5"
    shortcut(window, "Ctrl+P")
    assert page_count(paper.path.read_bytes(), tmp_path) == 3


def test_the_same_is_asked_before_as_before_an_export(window, clerk, paper):
    window.workspace.open_actions.new()
    shortcut(window, "Ctrl+P")
    assert "单位名称和报告年度" in clerk.told[-1] and "不能打印" in clerk.told[-1]
    window.workspace.open_actions.show_example()
    window.workspace.session.document.edit({"disputes.review.upheld": None}, "清空")
    clerk.unfinished = False
    shortcut(window, "Ctrl+P")
    assert any("没填的 1 个格" in line for line in clerk.asked) and not paper.asked
    assert window.workspace.session.view.editor.place == "disputes.review.upheld"
    clerk.unfinished, paper.gives_up = True, True
    shortcut(window, "Ctrl+P")
    assert paper.asked and not paper.path.exists()


@needs_poppler
def test_the_blank_form_has_the_forms_words_and_no_number(window, clerk, paper, tmp_path):
    window.menu_actions["print_blank"].trigger()
    assert paper.asked[0][0] == "空表" and paper.asked[0][1] == page_count(paper.path.read_bytes(), tmp_path)


def test_without_a_printer_it_says_what_to_do(window, clerk, monkeypatch):
    monkeypatch.setattr(print_dialog.QPrinterInfo, "availablePrinterNames", staticmethod(list))
    window.workspace.open_actions.show_example()
    window.workspace.session.document.edit({"disputes.review.upheld": None}, "清空")
    shortcut(window, "Ctrl+P")
    assert "没有安装打印机" in clerk.told[-1] and "导出 PDF" in clerk.told[-1]
    assert not clerk.asked, "no question whose answer would be in vain"
