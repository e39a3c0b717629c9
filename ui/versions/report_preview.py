"""A preview of a report: its printed content without the layout."""

from __future__ import annotations

from html import escape

from model.form.grid import Cell
from model.report.blocks import Block, Heading, Paragraph, PlainTable, SignOff, Table, Title
from model.report.outline import day_shown, outline
from model.report.report import Report
from ui.basics.theme import colours


def report_page(report: Report) -> str:
    """Return the report as HTML for QTextBrowser."""
    return "".join(map(_block, outline(report)))


def differences_page(title: str, lines: list[str]) -> str:
    """Return lines under a title as the HTML that precedes a report."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<p><b>{escape(title)}</b></p><ul>{items}</ul><hr>"


def _block(block: Block) -> str:
    match block:
        case Title(lines):
            return f"<h3 align='center'>{'<br>'.join(map(escape, lines))}</h3>"
        case Heading(_, text):
            return f"<p><b>{escape(text)}</b></p>"
        case Paragraph(text):
            return f"<p>{escape(text)}</p>"
        case Table():
            return _table(block)
        case SignOff(unit, day):
            return f"<p align='right'>{escape(unit)}<br>{day_shown(day) if day else ''}</p>"
        case PlainTable():  # part of check lists and comparisons only
            return ""


def _table(table: Table) -> str:
    rows: dict[int, list[Cell]] = {}
    for cell in table.grid.cells:
        rows.setdefault(cell.row, []).append(cell)
    lines = ("".join(_cell(table, cell) for cell in rows[number]) for number in sorted(rows))
    style = f"border-collapse: collapse; border-color: {colours().line}"
    return f"<table border='1' cellpadding='3' width='96%' style='{style}'>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _cell(table: Table, cell: Cell) -> str:
    align = "center" if cell.name else "left"
    return f"<td align='{align}' colspan='{cell.columns}' rowspan='{cell.rows}'>{escape(table.words(cell))}</td>"
