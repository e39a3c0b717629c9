"""The grid in an edition file, drawn as rows of slots -> its cells; what is no table is refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from model.form.grid import Cell, Grid

LEFT, ABOVE, NUMBER = "<", "^", "="
KEY = re.compile(r"\w+")  # of a section, row or column; a dot would part a cell's name elsewhere


class GridFault(Exception):
    """A grid of an edition file that cannot be read; says which grid, row and column (counted from 1)."""


def read_grid(section: str, entry: Mapping[str, Any]) -> Grid:
    """Return the grid in a section of an edition file (resources/forms/2021.toml explains the notation).

    Raises GridFault."""
    rows = entry["grid"]
    _refuse_ragged(section, rows)
    for key in ("columns", "decimals", "signed"):
        _refuse_no_words(section, key, entry.get(key, []))
    names = dict(_names(section, rows, entry.get("columns", [])))
    _refuse_unknown(section, entry, names)
    cells = [
        _cell(section, rows, row, column, names.get((row, column), ""), entry)
        for row in range(len(rows))
        for column in range(len(rows[0]))
        if rows[row][column] not in (LEFT, ABOVE)
    ]
    _refuse_gaps(section, rows, cells)
    if len(entry.get("columns", [])) > len(rows[0]):
        raise GridFault(f"“{section}”的 columns 有 {len(entry['columns'])} 个，grid 只有 {len(rows[0])} 列")
    return Grid(cells, len(rows), len(rows[0]), _layout(section, entry, len(rows[0])))


def _refuse_ragged(section: str, rows: Any) -> None:
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) and row for row in rows):
        raise GridFault(f"“{section}”的 grid 要写成若干行，每行若干格")
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise GridFault(
                f"“{section}”的 grid 第 {number} 行有 {len(row)} 格，第 1 行有 {len(rows[0])} 格，应当一样多"
            )
        if not all(isinstance(slot, str) for slot in row):
            raise GridFault(f"“{section}”的 grid 第 {number} 行有不是文字的格")


def _names(section: str, rows: list[list[str]], columns: list[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the slots that hold a number, each with the cell's full name."""
    taken: set[str] = set()
    for row, slots in enumerate(rows):
        current = ""
        for column, slot in enumerate(slots):
            if not slot.startswith(NUMBER):
                continue
            current = slot[1:].partition(".")[0] or current  # a bare "=" continues the row named last
            own = slot[1:].partition(".")[2] or (columns[column] if column < len(columns) else "")
            place = f"“{section}”的 grid 第 {row + 1} 行第 {column + 1} 格“{slot}”"
            if not current or not own:
                raise GridFault(f"{place}没有行名或列名")
            if not (KEY.fullmatch(current) and KEY.fullmatch(own)):
                raise GridFault(f"{place}的行名“{current}”和列名“{own}”只能用字母、数字和下划线")
            if f"{section}.{current}.{own}" in taken:
                raise GridFault(f"{place}与前面的格重名")
            taken.add(f"{section}.{current}.{own}")
            yield (row, column), f"{section}.{current}.{own}"


def _cell(section: str, rows: list[list[str]], row: int, column: int, name: str, entry: Mapping[str, Any]) -> Cell:
    # The slots of a merged cell hold "<" on its right and "^" below it; those in its corner hold either.
    width = 1
    while column + width < len(rows[0]) and rows[row][column + width] == LEFT:
        width += 1
    height = 1
    while row + height < len(rows) and rows[row + height][column] == ABOVE:
        height += 1
    short = name.removeprefix(f"{section}.")
    label = "" if name else rows[row][column]
    decimal, signed = short in entry.get("decimals", []), short in entry.get("signed", [])
    return Cell(row, column, height, width, label, name, decimal, signed)


def _refuse_gaps(section: str, rows: list[list[str]], cells: list[Cell]) -> None:
    """Refuse slots that do not belong to exactly one cell, such as a stray "<" or "^"."""
    covered = Counter(slot for cell in cells for slot in cell.slots())
    for row in range(len(rows)):
        for column in range(len(rows[0])):
            if covered[row, column] != 1:
                raise GridFault(
                    f"“{section}”的 grid 第 {row + 1} 行第 {column + 1} 格“{rows[row][column]}”接不上任何一格"
                )


def _refuse_unknown(section: str, entry: Mapping[str, Any], names: dict[tuple[int, int], str]) -> None:
    for key in ("decimals", "signed"):
        for short in entry.get(key, []):
            if f"{section}.{short}" not in names.values():
                raise GridFault(f"“{section}”的 {key} 里的“{short}”不是表中的格")


def _are_widths(widths: Any, columns: int) -> bool:
    return isinstance(widths, list) and len(widths) == columns and all(isinstance(w, int) and w > 0 for w in widths)


def _refuse_no_words(section: str, key: str, value: Any) -> None:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise GridFault(f"“{section}”的 {key} 要写成一列文字")


def _layout(section: str, entry: Mapping[str, Any], columns: int) -> dict[str, Any]:
    layout = entry.get("print", {})
    if not isinstance(layout, dict):
        raise GridFault(f"“{section}”的 print 要写成一个表，如 {{ row_height = 350 }}")
    if unknown := layout.keys() - {"widths", "row_height"}:
        raise GridFault(f"“{section}”的 print 里的“{min(unknown)}”本程序不认识")
    widths, height = layout.get("widths"), layout.get("row_height")
    if widths is not None and not _are_widths(widths, columns):
        raise GridFault(f"“{section}”的 print.widths 要有 {columns} 个正整数")
    if height is not None and not (isinstance(height, int) and height > 0):
        raise GridFault(f"“{section}”的 print.row_height 要是正整数")
    return {"widths": widths, "row_height": height}
