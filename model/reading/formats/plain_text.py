"""Plain text as lines."""

from __future__ import annotations

import re

from model.reading.formats.budget import LETTERS, Budget
from model.reading.formats.source_blocks import Found, Line
from model.reading.formats.words import is_seen

LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029\f]")


def blocks_of_text(text: str, budget: Budget) -> list[Found]:
    """Return the lines of a text that are not blank, with their numbers. Raises Fault."""
    lines = LINE_ENDS.split(text)
    budget.spend(LETTERS, len(lines))  # the line ends: blank lines cost too
    found = (Line(line, f"第 {number} 行") for number, line in enumerate(lines, 1) if is_seen(line))
    return list(budget.counted(found))
