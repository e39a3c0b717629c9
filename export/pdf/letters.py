"""The letters of a report, and those of them that no face has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from export.pdf.data import REPLACEMENT
from export.pdf.faces import Faces
from model.report.blocks import Heading, Paragraph, PlainTable, SignOff, Table, Title
from model.report.fact_labels import FACT_NAMES
from model.report.outline import Placed, placed_outline
from model.report.report import Report, section_of

MOST_NAMED = 8


class Missing(NamedTuple):
    """A letter that no face has, and the name of the value it stands in, "" for the form's own words."""

    letter: str
    name: str


def missing_letters(report: Report, faces: Faces) -> list[Missing]:
    """Return the letters that no face has, each once for every value that it stands in, in printed order."""
    placed = placed_outline(report)
    lacking = faces.missing(letters_in(placed))
    found = (Missing(letter, one.name) for one in placed if lacking for letter in letters_of(one) if letter in lacking)
    return list(dict.fromkeys(found))


def missing_note(report: Report, missing: Sequence[Missing]) -> str:
    """Return a sentence on the missing letters and where they stand, "" if there are none."""
    if not missing:
        return ""
    named = "、".join(f"“{one.letter}”（{place_of(report, one.name)}）" for one in missing[:MOST_NAMED])
    more = "等" if len(missing) > MOST_NAMED else ""
    return f"这台电脑上没有字体能显示{named}{more}，在 PDF 里写作“{REPLACEMENT}”。请换一个写法，或者改用 Word 文档。"


def pdf_notes(report: Report, faces: Faces, missing: Sequence[Missing]) -> list[str]:
    """Return what to say of a PDF that is made of a report in these faces, which lack `missing`; a sentence each."""
    note = missing_note(report, missing)
    return [*faces.notes, *([note] if note else [])]


def letters_in(placed: Iterable[Placed]) -> frozenset[str]:
    """Return all letters that the blocks show."""
    return frozenset().union(*map(letters_of, placed))


def letters_of(one: Placed) -> str:
    """Return all letters that a block shows."""
    match one.block:
        case Title(lines):
            return "".join(lines)
        case Heading(_, text) | Paragraph(text):
            return text
        case Table():
            return "".join(map(one.block.words, one.block.grid.cells))
        case PlainTable(rows):
            return "".join(cell for row in rows for cell in row)
        case SignOff(unit):
            return unit


def place_of(report: Report, name: str) -> str:
    """Return what a person calls the place of a value by its name; "表格" for the form's own words."""
    if name in FACT_NAMES:
        return FACT_NAMES[name]
    section = section_of(name)
    return report.form.section(section).tab if section else "表格"
