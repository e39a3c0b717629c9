"""Blocks of a grid in the text format of Excel and WPS: tabs between cells, newlines between rows; and filling down."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from model.faults import Fault
from model.form.form import Form
from model.form.grid import Cell, Grid
from model.report.cell_numbers import Number, NumberFault, number_shown, number_typed
from model.report.report import Report, Unfinished, Value
from ui.table.block_labels import Block, Trimmed, is_text, without_labels
from ui.table.navigation import UP, between, bounds, step

QUOTED_CELL = re.compile(r'(?<![^\t\n])"(?:[^"]|"")*+"(?=\t|\n|$)')
LONGEST_BLOCK_CHARACTERS = 100_000  # some hundred times the largest table of the form


def copied(grid: Grid, text_of: Callable[[str], str], one: Cell, other: Cell) -> str:
    """Return the block between two cells as text; a merged cell is in its first slot.

    `text_of` returns the text of a number cell."""
    if one == other:
        return text_of(one.name)
    top, left, bottom, right = bounds(one, other)
    return "\n".join(
        "\t".join(_slot_text(grid.at(row, column), row, column, text_of) for column in range(left, right))
        for row in range(top, bottom)
    )


def _slot_text(cell: Cell, row: int, column: int, text_of: Callable[[str], str]) -> str:
    if (cell.row, cell.column) != (row, column):
        return ""
    return text_of(cell.name) if cell.name else cell.label


def pasted(report: Report, grid: Grid, text: str, one: Cell, other: Cell) -> dict[str, Value | None]:
    """Return the changes of pasting a block at the selection; a single value fills all of it.

    Raises Fault, which names the cell, if anything in the block does not fit; then nothing is pasted."""
    if len(text) > LONGEST_BLOCK_CHARACTERS:
        raise Fault("复制的内容太多了，没有粘贴。请在 Excel 或 WPS 里只选要粘贴的那些格，再复制一次。")
    rows = block(text)
    if not rows:
        raise Fault("剪贴板里没有文字，没有粘贴。请先在 Excel 或 WPS 里复制数字。")
    if len(rows) == 1 and len(rows[0]) == 1:
        targets = [cell for cell in between(grid, one, other) if cell.is_input] or [one]
        placed = [(cell, rows[0][0]) for cell in targets]
    else:
        placed = _laid(report.form, grid, rows, *bounds(one, other)[:2])
    changes: dict[str, Value | None] = {
        cell.name: _value(report.form, cell, word) for cell, word in placed if cell.is_input
    }
    _refuse_other_totals(report, changes, [(cell, word) for cell, word in placed if cell.total])
    return changes


def filled_down(report: Report, grid: Grid, one: Cell, other: Cell) -> dict[str, Value | None]:
    """Return the changes of filling a selection down from its first row, or a single row from the number cells above it.

    Raises Fault, which names the cell, if there is nothing to fill from or a number does not fit; then nothing is filled."""
    columns: dict[int, list[Cell]] = {}
    for cell in between(grid, one, other):
        columns.setdefault(cell.column, []).append(cell)
    if all(len(cells) == 1 for cells in columns.values()):
        columns = {column: [step(grid, cell, UP, column), cell] for column, (cell,) in columns.items()}
    changes: dict[str, Value | None] = {}
    for source, *targets in columns.values():
        value = report.values.get(source.name) if source.is_input else report.numbers().get(source.name)
        for cell in targets:
            if cell.is_input and cell != source:
                changes[cell.name] = _fitting(report.form, source, value, cell)
    if not changes:
        raise Fault("上面没有可以填下来的数。请选住要填的几格，最上面一格是要填的数。")
    return changes


def _fitting(form: Form, source: Cell, value: Value | None, cell: Cell) -> Value | None:
    """Return the value of a cell for another one. Raises Fault if it cannot hold it."""
    text = value.text if isinstance(value, Unfinished) else number_shown(value)  # type: ignore[arg-type]  # a cell holds numbers
    try:
        return number_typed(text, cell)
    except NumberFault as error:
        raise Fault(f"“{form.label(source.name)}”的内容不能填到“{form.label(cell.name)}”：{error}没有填充。") from error


def block(text: str) -> list[list[str]]:
    """Parse a text from the clipboard into rows and cells; a newline at the end begins no row."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Excel quotes a cell with a line break or a tab in it.
    text = QUOTED_CELL.sub(lambda match: re.sub(r"[\t\n]", " ", match[0][1:-1].replace('""', '"')), text)
    lines = text.removesuffix("\n").split("\n")
    if not text.strip("\n"):
        return []
    is_wide = "\t" in text  # then a row of blank cells has tabs, and an empty line is none
    return [line.split("\t") if line or not is_wide else [] for line in lines]


def _laid(form: Form, grid: Grid, rows: Block, top: int, left: int) -> list[tuple[Cell, str]]:
    """Return each number cell under the block with its word, without the labels that may have been copied along."""
    slots = (
        (grid.at(top + down, left + along), word)
        for down, words in enumerate(rows[: grid.rows - top])
        for along, word in enumerate(words[: grid.columns - left])
    )
    with_labels = any(cell.name and is_text(word) for cell, word in slots)
    return _placed(form, grid, without_labels(grid, rows, top, left) if with_labels else Trimmed(rows), top, left)


def _placed(form: Form, grid: Grid, block: Trimmed, top: int, left: int) -> list[tuple[Cell, str]]:
    """Return each number cell under the block with its word; labels under it must be blank or the same."""
    placed = []
    for down, words in enumerate(block.rows):
        for along, word in enumerate(words):
            row, column = top + down, left + along
            if row >= grid.rows or column >= grid.columns:
                if word.strip():
                    raise Fault(
                        f"粘贴的内容超出了表格（第 {down + block.above + 1} 行第 {along + block.beside + 1} 个“{word.strip()[:12]}”放不下），没有粘贴。请选靠左上的格，或者少复制几格，再粘贴。"
                    )
                continue
            cell = grid.at(row, column)
            begins = (cell.row, cell.column) == (row, column)
            # Labels are allowed where they are the same: a copy of the whole table can be pasted back.
            if cell.name and begins:
                placed.append((cell, word))
            elif word.strip() and _plain(word) != _plain(cell.label if begins else ""):
                raise Fault(
                    f"“{word.strip()[:12]}”会落在{_name(form, cell)}上，那里不是填数的格，没有粘贴。请选准左上角的格再粘贴。"
                )
    return placed


def _name(form: Form, cell: Cell) -> str:
    return f"“{form.label(cell.name)}”" if cell.name else f"“{cell.label}”"


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def _value(form: Form, cell: Cell, word: str) -> Number | None:
    try:
        return number_typed(word, cell)
    except NumberFault as error:
        raise Fault(f"“{form.label(cell.name)}”：{error}整块都没有粘贴。请改好再复制一次。") from error


def _refuse_other_totals(report: Report, changes: Mapping[str, Value | None], totals: list[tuple[Cell, str]]) -> None:
    """Raise Fault if a total in the block differs from the computed one."""
    after = {name: value for name, value in (report.values | dict(changes)).items() if value is not None}
    computed = Report(report.form, after).numbers()
    for cell, word in totals:
        given = _value(report.form, cell, word)
        if given is not None and given != computed.get(cell.name, 0):
            raise Fault(
                f"“{report.form.label(cell.name)}”粘贴来的是 {number_shown(given)}，按各项相加应是"
                f" {number_shown(computed.get(cell.name, 0))}，整块都没有粘贴。总计由程序计算，请核对原表。"
            )
