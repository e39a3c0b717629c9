"""No letter is set beside the page or left out: rows of dashes without a blank break, a mark takes no letter with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from export.pdf.document import Typesetter
from export.pdf.faces import machine_faces
from model.draft.draft_file import load_draft
from model.report.report import Part, Report
from tests.samples import EXAMPLE

RIGHT_EDGE = 525.0  # of the type area, in points from the page's left edge
LINK = "{http://www.w3.org/1999/xlink}href"
ROWS = ["—", "…", "。", "→", "■", "○", "_", "x", "é", "Ж", "×", "\xa0", "甲\xa0", "甲\u2060", "a\u0301", "x\xa0"]


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(machine_faces())


def report_of(text: str) -> Report:
    report = load_draft(EXAMPLE)[0]
    return replace(report, values=report.values | {"overview": (Part("", text),)})


def glyphs(drawing: bytes) -> Iterator[tuple[float, str]]:
    """Where each glyph of a page begins, in points from the left, and which it is."""
    yield from _glyphs(etree.fromstring(drawing, etree.XMLParser(huge_tree=True)), 0.0, 1.0)


def _glyphs(element: Any, left: float, scale: float) -> Iterator[tuple[float, str]]:
    name, _, numbers = element.get("transform", "").partition("(")
    amounts = [float(number) for number in numbers.rstrip(")").replace(",", " ").split()]
    if name == "matrix":
        left, scale = left + scale * amounts[4], scale * amounts[0]
    elif name == "translate":
        left += scale * amounts[0]
    elif name == "scale":
        scale *= amounts[0]
    if etree.QName(element).localname == "use":
        yield left + scale * float(element.get("x", 0)), element.get(LINK)
    for child in element.iterchildren("*"):
        yield from _glyphs(child, left, scale)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_longer_than_the_line_goes_on_in_the_next(typesetter, row):
    drawings = typesetter.drawings(report_of(f"前文，{row * 120}后文。"))
    assert max(left for drawing in drawings for left, _ in glyphs(drawing)) < RIGHT_EDGE


@pytest.mark.parametrize("mark", ["\u0301", "\u0305", "\u0332", "\u20dd"])
@pytest.mark.parametrize("letter", ["鑫", "（", "Ж", "㈠"])
def test_a_letter_under_a_mark_is_drawn_too(typesetter, letter, mark):
    def drawn(text: str) -> list[str]:
        return [glyph for drawing in typesetter.drawings(report_of(text)) for _, glyph in glyphs(drawing)]

    without, marked = drawn(f"{letter}。"), drawn(f"{letter}{mark}。")
    assert all(marked.count(glyph) >= without.count(glyph) for glyph in set(without))
