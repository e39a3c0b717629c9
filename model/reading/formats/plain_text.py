"""Plain text as lines."""

from __future__ import annotations

import re

from model.reading.formats.source_blocks import Found, Line
from model.reading.formats.words import is_seen

LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029\f]")


def blocks_of_text(text: str) -> list[Found]:
    """Return the lines of a text that are not blank, with their numbers."""
    return [Line(line, f"第 {number} 行") for number, line in enumerate(LINE_ENDS.split(text), 1) if is_seen(line)]
