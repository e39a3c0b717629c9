"""Texts with punctuation of one width: whoever changes only that writes nothing new."""

from __future__ import annotations

import re

WIDE = str.maketrans(";:!?()", "；：！？（）") | str.maketrans("“”‘’", "\"\"''")
MARK = re.compile(r",(?!\d)|(?<!\d),|\.(?![0-9A-Za-z])")  # what is neither within a number nor within an address
WIDE_MARKS = {",": "，", ".": "。"}


def wide_marks(text: str) -> str:
    """Return a text with its punctuation full-width and its quotation marks straight: each character keeps its place."""
    return MARK.sub(lambda found: WIDE_MARKS[found[0]], text.translate(WIDE))


def without_blanks(text: str) -> str:
    """Return a text without any blanks and ends of lines."""
    return "".join(text.split())
