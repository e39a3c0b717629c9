"""Reads a .docx by its XML alone, independently of the code that writes it."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from model.report.cell_numbers import number_shown
from model.report.outline import LINE_ENDS
from model.report.report import Report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class WordFile:
    """The parts of a document."""

    def __init__(self, data: bytes) -> None:
        self.package = zipfile.ZipFile(io.BytesIO(data))
        self.body = self.part("word/document.xml").find(f"{W}body")

    def part(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.package.read(name))

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """Style and text of each paragraph outside tables."""
        return [(style_of(p), text_of(p)) for p in self.body.findall(f"{W}p")]

    @property
    def tables(self) -> list[list[list[str]]]:
        """The rows of each table, each a list of the texts of its cells, one for each slot of the grid."""
        return [[self._row(row) for row in table.findall(f"{W}tr")] for table in self.body.findall(f"{W}tbl")]

    def face(self, paragraph: ElementTree.Element, run: ElementTree.Element) -> str:
        """The Chinese face of a run: its own, otherwise that of its paragraph's style or of what that is based on."""
        styles = {style.get(f"{W}styleId"): style for style in self.part("word/styles.xml").findall(f"{W}style")}
        element = run
        name = style_of(paragraph)
        while (fonts := element.find(f"{W}rPr/{W}rFonts")) is None or not fonts.get(f"{W}eastAsia"):
            element = styles[name]
            based = element.find(f"{W}basedOn")
            name = based.get(f"{W}val") if based is not None else ""
        return fonts.get(f"{W}eastAsia")

    def _row(self, row: ElementTree.Element) -> list[str]:
        slots = []
        for cell in row.findall(f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            slots += [text_of(cell)] * (int(span.get(f"{W}val")) if span is not None else 1)
        return slots


def style_of(paragraph: ElementTree.Element) -> str:
    return paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def text_of(element: ElementTree.Element) -> str:
    marks = {f"{W}br": "\v", f"{W}tab": "\t"}
    return "".join(node.text or "" if node.tag == f"{W}t" else marks.get(node.tag, "") for node in element.iter())


def lines_of(report: Report) -> list[str]:
    """The lines of a report's texts that are printed, without the blanks around them."""
    return [line.strip() for _, text in report.texts() for line in LINE_ENDS.split(text) if line.strip()]


def assert_is_whole(document: WordFile, report: Report) -> None:
    """Every text of the report and all numbers of its tables stand in the document."""
    printed = [text for _, text in document.paragraphs]
    assert [line for line in lines_of(report) if line not in printed] == []
    numbers = report.numbers()
    grids = [section.grid for section in report.form.sections if section.grid]
    shown = [
        (table[cell.row][cell.column], number_shown(numbers[cell.name]))
        for grid, table in zip(grids, document.tables, strict=True)
        for cell in grid.numbers
    ]
    assert len(shown) == len(report.form.cells)
    assert [pair for pair in shown if pair[0] != pair[1]] == []
