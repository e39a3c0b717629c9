"""Amounts that are rounded: 三十余件, 1.2万件."""

from __future__ import annotations

import re
from decimal import Decimal

from model.checking.amounts.cells_meant import MONEY
from model.checking.amounts.segments import Segment

MORE = re.compile("[余多几]")
LEAST = 10  # less is not rounded


def most_of(segment: Segment) -> Decimal | None:
    """Return the largest number that a rounded amount may be, None for an exact one and where it is not known."""
    amount = segment.amount
    if not amount or amount.value < LEAST or amount.unit in MONEY:
        return None
    words = segment.text[amount.start - segment.start : amount.end - segment.start]
    if not (MORE.search(words) if amount.is_about else "万" in words and words[0].isdigit()):
        return None
    digits = str(int(amount.value))
    step: int = 10 ** (len(digits) - len(digits.rstrip("0")))
    return amount.value + step - 1 if step > 1 else None
