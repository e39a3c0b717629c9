"""Texts with punctuation of one width: whoever changes only that writes nothing new."""

from __future__ import annotations

import re

WIDE = str.maketrans(";:!?()", "；：！？（）") | str.maketrans("“”‘’", "\"\"''")
# What is neither within a number nor within an address; first what numbers a line or an item, and ends no sentence: 1.
MARK = re.compile(r"(?:^|(?<=[。；：！？.]))[^\S\n]*+\d{1,2}\.(?!\d)|,(?!\d)|(?<!\d),|\.(?![0-9A-Za-z])", re.MULTILINE)
WIDE_MARKS = {",": "，", ".": "。"}


def wide_marks(text: str) -> str:
    """Return a text with its punctuation full-width and its quotation marks straight: each character keeps its place."""
    return MARK.sub(lambda found: WIDE_MARKS.get(found[0], found[0]), text.translate(WIDE))


def without_blanks(text: str) -> str:
    """Return a text without any blanks and ends of lines."""
    return "".join(text.split())
