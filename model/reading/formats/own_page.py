"""A web page that this program wrote, whose elements say what each paragraph is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from model.reading.formats.budget import Budget
from model.reading.formats.source_blocks import SIGN_OFF, TITLE, Found, FoundCell, FoundTable, Line
from model.reading.formats.words import is_seen

HEADING_TAGS = {1: "h2", 2: "h3", 3: "h4"}  # below the title, which is h1
SIGN_OFF_CLASS = "report-sign-off"
LEVELS = {tag: level for level, tag in HEADING_TAGS.items()}
Rows = Callable[[Any], Iterator[tuple[FoundCell, ...]]]


def own_blocks(body: Any, rows_of: Rows, budget: Budget) -> list[Found]:
    """Return the lines and tables of a page as this program writes it, to the letter; none if it is any other.

    `rows_of` returns the rows of a table. Raises Fault where there are too many of them."""
    main = body[0] if len(body) == 1 and body[0].tag == "main" else None
    if main is None or not all(map(_is_own, main)) or not any(map(_is_sign_off, main)):
        return []
    return list(budget.counted(_blocks(main, rows_of)))


def _blocks(main: Any, rows_of: Rows) -> Iterator[Found]:
    tables = 0
    for number, element in enumerate(main, 1):
        if element.tag == "div":
            tables += 1
            yield FoundTable(tuple(rows_of(element[0])), f"表格 {tables} ")
        elif is_seen(text := _text(element)):
            yield Line(text, f"第 {number} 段", LEVELS.get(element.tag, 0), _style(element))


def _is_own(element: Any) -> bool:
    """Return whether nothing stands in an element but a text with line breaks, or one table."""
    if (element.tail or "").strip():
        return False
    if element.tag == "div":
        return len(element) == 1 and element[0].tag == "table" and not (element.text or "").strip()
    return bool(element.tag in ("p", "h1", *LEVELS)) and all(child.tag == "br" for child in element)


def _is_sign_off(element: Any) -> bool:
    return bool(element.get("class") == SIGN_OFF_CLASS)


def _style(element: Any) -> str:
    return TITLE if element.tag == "h1" else SIGN_OFF if _is_sign_off(element) else ""


def _text(element: Any) -> str:
    return "\v".join([element.text or "", *(child.tail or "" for child in element)]).strip()
