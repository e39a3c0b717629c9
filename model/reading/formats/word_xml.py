"""Word documents that are one XML file: the parts of a .docx in a row (flat OPC), and what Word 2003 wrote.

Office automation systems hand out both, often as .doc or .docx."""

from __future__ import annotations

import itertools
from typing import Any

from model.reading.formats.budget import Budget
from model.reading.formats.file_types import FLAT_OPC, HEAD_BYTES, WORD_2003
from model.reading.formats.ooxml import parsed, part_name
from model.reading.formats.word_styles import W

FLAT = f"{{{FLAT_OPC.decode()}}}"
HINTS = "{http://schemas.microsoft.com/office/word/2003/auxHint}"  # what Word 2003 showed, such as a list's number
# Elements of Word 2003 that are called otherwise today.
RENAMED = {f"{W}vmerge": f"{W}vMerge", f"{W}hmerge": f"{W}hMerge"}


class WordXml:
    """The parts of a Word document in one XML file, by the names that they have in a .docx. Raises Fault."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        parts_of = _parts_of_2003 if WORD_2003 in data[:HEAD_BYTES] else _parts_of_flat
        self._parts = parts_of(data, budget)

    def part(self, name: str) -> Any:
        """Return the root element of a part, None if there is none."""
        return self._parts.get(part_name(name))


def _parts_of_flat(data: bytes, budget: Budget) -> dict[str, Any]:
    found = {}
    for part in parsed(data, budget).iter(f"{FLAT}part"):
        content = part.find(f"{FLAT}xmlData")
        if content is not None and len(content):
            found[part_name(str(part.get(f"{FLAT}name")))] = content[0]
    return found


def _parts_of_2003(data: bytes, budget: Budget) -> dict[str, Any]:
    root = parsed(data.replace(WORD_2003, W[1:-1].encode()), budget)
    for element in list(root.iter(*RENAMED)):
        element.tag = RENAMED[element.tag]
    for label in list(root.iter(f"{W}listPr")):
        _spell_out(label)
    return {"word/document.xml": root, "word/styles.xml": root.find(f"{W}styles")}


def _spell_out(label: Any) -> None:
    """Make the number that Word 2003 shows before a paragraph of a list its first word."""
    shown = label.find(f"{HINTS}t")
    paragraph = next(itertools.islice(label.iterancestors(), 1, None), None)
    if shown is not None and paragraph is not None and paragraph.tag == f"{W}p":
        run = paragraph.makeelement(f"{W}r")
        paragraph.insert(1, run)
        text = run.makeelement(f"{W}t")
        text.text = shown.get(f"{HINTS}val") or ""
        run.append(text)
