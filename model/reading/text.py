"""Plain text as lines."""

from __future__ import annotations

import re

from model.reading.found import Found, Line

LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029\f]")
MARKDOWN = re.compile(r"\s*#{1,6}\s+")


def blocks_of_text(text: str) -> list[Found]:
    """The lines of a text that are not blank, with their numbers."""
    lines = LINE_ENDS.split(text)
    return [
        Line(MARKDOWN.sub("", line, count=1), f"第 {number} 行") for number, line in enumerate(lines, 1) if line.strip()
    ]
