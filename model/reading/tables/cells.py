"""The cells of a form's tables as they were read, each with its source; what is not certain is listed, not guessed."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from model.form.grid import Cell
from model.reading.tables.runs import Value
from model.report.cell_numbers import Number, NumberFault, number_given

LONGEST_NUMBER_DIGITS = 40
SHORT_NUMBER_DIGITS = 8  # any cell takes a whole number of no more
LONGEST_SUM_DIGITS = 12  # of a total, which may be larger than what may be typed


class Source(NamedTuple):
    """Where a value was found, and what stood there."""

    where: str
    text: str


@dataclass(frozen=True)
class UncertainCell:
    """A cell or a fact that was seen but is not certain: its name, what stands there, and why it was not taken."""

    cell: str
    text: str
    reason: str


@dataclass
class Cells:
    """What was read of the tables: numbers by cell, totals included; None is a cell that is blank in the document."""

    numbers: dict[str, Number | None] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    open: dict[str, UncertainCell] = field(default_factory=dict)
    unrecognised: list[str] = field(default_factory=list)

    def put(self, cell: Cell, value: Value, source: Source) -> None:
        """Take a value for a cell, or list it as open."""
        name = cell.name
        try:
            number = _number(cell, value)
        except NumberFault as fault:
            self.leave_open(name, source, str(fault))
            return
        if name in self.open:
            return
        if self.numbers.setdefault(name, number) != number:
            self.leave_open(name, source, f"文档里出现了两次，数不一样（另一处：{self.sources[name].text}）。")
            return
        self.sources.setdefault(name, source)

    def leave_open(self, name: str, source: Source, reason: str) -> None:
        """List a cell as not certain; whatever was read for it before goes."""
        self.numbers.pop(name, None)
        self.sources.pop(name, None)
        self.open.setdefault(name, UncertainCell(name, source.text, reason))


def _number(cell: Cell, value: Value) -> Number | None:
    if value.is_blank:
        return None
    if value.number.isdecimal() and len(value.number) <= SHORT_NUMBER_DIGITS and not value.unit:
        return int(value.number)  # as nearly all are
    if not value.number:
        raise NumberFault(f"“{value.text}”不是单独一个数。")
    if value.number.startswith("+") and not cell.signed:
        raise NumberFault(f"“{value.text}”像是比上年增加了多少。")
    if value.unit and (value.unit in ("万元", "元") or cell.decimal) and not (cell.decimal and value.unit == "万元"):
        raise NumberFault(f"“{value.text}”的单位与表上的不同。")
    if cell.total and value.number.isdecimal() and len(value.number) <= LONGEST_SUM_DIGITS:
        return int(value.number)
    if len(value.number) > LONGEST_NUMBER_DIGITS:
        raise NumberFault("数字太大。")
    return number_given(int(value.number) if value.number.isdecimal() else Decimal(value.number), cell)
