"""A report to look at, as it is printed but without its layout."""

from __future__ import annotations

from html import escape

from model.form.grid import Cell
from model.report.blocks import Block, Heading, Paragraph, SignOff, Table, Title
from model.report.outline import day_shown, outline
from model.report.report import Report
from ui.basics.theme import colours


def report_page(report: Report) -> str:
    """The report as the HTML that Qt shows."""
    return "".join(map(_block, outline(report)))


def differences_page(title: str, lines: list[str]) -> str:
    """Lines under a title, as the HTML that goes before a report."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<p><b>{escape(title)}</b></p><ul>{items}</ul><hr>"


def _block(block: Block) -> str:
    if isinstance(block, Title):
        return f"<h3 align='center'>{'<br>'.join(map(escape, block.lines))}</h3>"
    if isinstance(block, Heading):
        return f"<p><b>{escape(block.text)}</b></p>"
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>"
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, SignOff):
        day = day_shown(block.date) if block.date else ""
        return f"<p align='right'>{escape(block.unit)}<br>{day}</p>"
    return ""


def _table(table: Table) -> str:
    rows: dict[int, list[Cell]] = {}
    for cell in table.grid.cells:
        rows.setdefault(cell.row, []).append(cell)
    lines = ("".join(_cell(table, cell) for cell in rows[number]) for number in sorted(rows))
    style = f"border-collapse: collapse; border-color: {colours().line}"
    return f"<table border='1' cellpadding='3' width='100%' style='{style}'>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _cell(table: Table, cell: Cell) -> str:
    align = "center" if cell.name else "left"
    return f"<td align='{align}' colspan='{cell.columns}' rowspan='{cell.rows}'>{escape(table.words(cell))}</td>"
