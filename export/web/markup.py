"""Elements of HTML. All text goes in as text: lxml escapes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from export.web.printed_table import PrintedCell


def made(tag: str, text: str = "", attributes: Mapping[str, str] | None = None) -> Any:
    """Return an element with a text in it, in which VT is a line break; attributes that are "" are left out."""
    element = etree.Element(tag, {name: value for name, value in (attributes or {}).items() if value})
    first, *others = text.split("\v")
    element.text = first
    for line in others:
        etree.SubElement(element, "br").tail = line
    return element


def around(tag: str, inside: list[Any], attributes: Mapping[str, str] | None = None) -> Any:
    """Return an element with others in it, each on a line of the source."""
    element = made(tag, "\n", attributes)
    for one in inside:
        one.tail = "\n"
        element.append(one)
    return element


def spans(cell: PrintedCell) -> dict[str, str]:
    """Return the attributes that say how far a cell reaches."""
    return {
        "rowspan": str(cell.rows) if cell.rows > 1 else "",
        "colspan": str(cell.columns) if cell.columns > 1 else "",
    }


def source(element: Any) -> str:
    """Return an element as HTML."""
    # As text: for bytes lxml would add a second element that names the encoding.
    return str(etree.tostring(element, method="html", encoding="unicode", with_tail=False))
