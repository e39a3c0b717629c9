"""What may stand in a number cell, and how it is read from what somebody typed or pasted."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from model.faults import Fault, on_one_line
from model.form.grid import Cell
from model.report.unseen import without_unseen

Number = int | Decimal
LARGEST_NUMBER = 99_999_999  # more is a slip, such as two numbers run together
MOST_DECIMAL_PLACES = 6  # of 万元: the sixth is 分
LONGEST_NUMBER_CHARACTERS = 40  # ample; with thousands of digits Python's arithmetic is slow or fails
LONGEST_QUOTED_CHARACTERS = 12
# Full-width digits and marks as they are typed; not all of NFKC, which would make 12 of ①②.
PLAIN_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: " ", ord("−"): "-", ord("﹣"): "-"}


class NumberFault(Fault):
    """A value that the cell cannot hold; the sentence says why and what the cell accepts."""


def number_typed(text: str, cell: Cell) -> Number | None:
    """Return the number that `text` stands for, None if it is blank.

    Full-width digits, blanks around it, thousands separators and letters that nobody sees are accepted. Raises NumberFault."""
    plain = without_unseen(text).translate(PLAIN_WIDTH).strip()
    if not plain:
        return None
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?", plain):
        plain = plain.replace(",", "")
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", plain, re.ASCII):
        raise NumberFault(f"“{shortened_text(text)}”不是数字。{_takes(cell)}")
    if len(plain) > LONGEST_NUMBER_CHARACTERS:
        raise NumberFault(f"数字太大。{_takes(cell)}")
    return number_given(Decimal(plain), cell)


def number_quoted(text: str, cell: Cell) -> Number:
    """Return the number in a draft's quotes: digits, full-width ones too, and a decimal point. Raises NumberFault."""
    plain = text.translate(PLAIN_WIDTH)
    if len(plain) > LONGEST_NUMBER_CHARACTERS or not re.fullmatch(r"\d+(\.\d+)?", plain, re.ASCII):
        raise NumberFault(f"“{shortened_text(text)}”不是数字。{_takes(cell)}")
    return number_given(Decimal(plain), cell)


def number_given(value: Any, cell: Cell) -> Number:
    """Return the value as the cell keeps it: a whole number as int, another as an exact Decimal. Raises NumberFault."""
    if type(value) not in (int, Decimal):
        raise NumberFault(f"“{shortened_text(str(value))}”不是数字。{_takes(cell)}")
    if isinstance(value, Decimal) and not value.is_finite():
        raise NumberFault(f"“{value}”不是数字。{_takes(cell)}")
    if value < 0 and not cell.signed:
        raise NumberFault(f"不能是负数。{_takes(cell)}")
    if not -LARGEST_NUMBER <= value <= LARGEST_NUMBER:  # arithmetic, even abs, would overflow with 1e999999999
        raise NumberFault(f"数字太大，最大是 {LARGEST_NUMBER}。请核对后再填。")
    if value == int(value):
        return int(value)
    if not cell.decimal:
        raise NumberFault(f"要填整数，不能带小数。{_takes(cell)}")
    exact = Decimal(value)
    if exact != round(exact, MOST_DECIMAL_PLACES):
        raise NumberFault(f"小数最多 {MOST_DECIMAL_PLACES} 位。请少写几位。")
    return round(exact, MOST_DECIMAL_PLACES).normalize()


def number_shown(value: Number | None) -> str:
    """Return the number as it is shown and printed, without an exponent; "" for a blank."""
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def _takes(cell: Cell) -> str:
    kind = "数字，可以带小数" if cell.decimal else "整数"
    return f"这里请填{kind}" + ("。" if cell.signed else "，0 或更大。")


def shortened_text(text: str) -> str:
    """Return what was typed as a sentence quotes it: on one line, shortened to about 12 characters."""
    text = " ".join(on_one_line(text).split())
    return text if len(text) <= LONGEST_QUOTED_CHARACTERS else text[:LONGEST_QUOTED_CHARACTERS] + "…"
