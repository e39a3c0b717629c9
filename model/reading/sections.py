"""Where the sections of the form begin in a document."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from model.form.section import Section
from model.reading.formats.source_blocks import SIGN_OFF, Found, FoundTable, Line
from model.reading.formats.words import core, likeness, number, unnumbered
from model.reading.tables.form_labels import FormLabels
from model.reading.tables.runs import pieces_of, value_of

LONGEST = 40  # characters of a heading
ALIKE, SAME_NUMBER = 0.75, 0.3  # how like the form's heading it must be, alone and with the same number
SENTENCE_ENDS = ("。", "；", "，", ";", "！", "？")


@dataclass(frozen=True)
class Mark:
    """A line that is a section's heading, and how well it fits."""

    block: int
    order: int
    score: float


def zones_of(blocks: Sequence[Found], labels: FormLabels, found: Sequence[Mark]) -> list[str]:
    """For each block the section it stands in; "" before the first heading, and for the headings themselves.

    `found` are the lines that may be headings (section_marks)."""
    sections = labels.form.sections
    marks = _best_chain(found)
    if not marks:
        return _zones_by_tables(blocks, labels)
    zones = [""] * len(blocks)
    for mark, end in zip(marks, [*(mark.block for mark in marks[1:]), len(blocks)], strict=True):
        zones[mark.block + 1 : end] = [sections[mark.order].key] * (end - mark.block - 1)
    return zones


def headed_sections(labels: FormLabels, found: Sequence[Mark]) -> frozenset[str]:
    """The sections with a heading and another section's behind it, whether or not anything stands in between.

    What would follow the last heading may have been cut off."""
    return frozenset(labels.form.sections[mark.order].key for mark in _best_chain(found)[:-1])


def is_styled(blocks: Sequence[Found]) -> bool:
    """Whether the document says by its styles what each paragraph is, as those do that this program writes."""
    return any(isinstance(block, Line) and block.style == SIGN_OFF for block in blocks)


def reports_in(blocks: Sequence[Found], found: Sequence[Mark]) -> list[list[Found]]:
    """The blocks of each report, where a document holds several one after the other."""
    marks = [mark for mark in found if mark.score >= 2]
    begins = [
        mark.block
        for number, mark in enumerate(marks)
        if mark.order == 0 and (number == 0 or marks[number - 1].order >= 3)
    ]
    if len(begins) < 2:
        return [list(blocks)]
    cuts = [0, *(_with_title(blocks, begin) for begin in begins[1:]), len(blocks)]
    return [list(blocks[start:end]) for start, end in itertools.pairwise(cuts)]


def _with_title(blocks: Sequence[Found], begin: int) -> int:
    """The block of the title in the ten before a first heading, otherwise that heading."""
    for place in range(begin - 1, max(begin - 10, 0), -1):
        block = blocks[place]
        if isinstance(block, Line) and len(block.text) <= 60 and "年度报告" in block.text and "。" not in block.text:
            return place
    return begin


def section_marks(blocks: Sequence[Found], labels: FormLabels) -> list[Mark]:
    """The lines that may be a section's heading, as they come."""
    styled = is_styled(blocks)
    letters = set("".join(section.heading for section in labels.form.sections))
    found = []
    for place, block in enumerate(blocks):
        if isinstance(block, FoundTable) or len(block.text.strip()) > LONGEST or (styled and block.level != 1):
            continue
        if sum(letter in letters for letter in block.text) * 2 < len(core(block.text)):
            continue
        scores = [_score(block, section, labels) for section in labels.form.sections]
        best = max(scores)
        if best > 0:
            found.append(Mark(place, scores.index(best), best))
    return found


def _score(line: Line, section: Section, labels: FormLabels) -> float:
    """How well a line fits a section's heading: 0 if it is none; a number in brackets is that of a part."""
    numbering, word, heading = number(line.text), core(line.text), core(section.heading)
    if not word or (numbering.startswith("（") and not line.level) or (word in labels.words and word != heading):
        return 0.0
    if line.text.rstrip().endswith(SENTENCE_ENDS):
        return 0.0
    same = numbering == number(section.heading)
    if heading in word and len(word) <= len(heading) + 8:
        return 3.0 + same - (len(word) - len(heading)) / 10
    alike = likeness(word, heading, SAME_NUMBER if same else ALIKE)
    if alike >= ALIKE and (same or not numbering):
        return 2.0 + alike + same / 2
    return 1.0 + alike if same and alike >= SAME_NUMBER and len(unnumbered(line.text)) <= 25 else 0.0


def _best_chain(marks: Sequence[Mark]) -> list[Mark]:
    """The headings in the form's order that fit best; of equal ones the later, as a table of contents comes first."""
    best: list[tuple[float, list[Mark]]] = []
    for mark in marks:
        before = max(
            (chain for chain in best if chain[1][-1].order < mark.order), key=lambda chain: chain[0], default=(0.0, [])
        )
        best.append((before[0] + mark.score + mark.block * 1e-6, [*before[1], mark]))
    return max(best, key=lambda chain: chain[0], default=(0.0, []))[1]


def _zones_by_tables(blocks: Sequence[Found], labels: FormLabels) -> list[str]:
    """Without headings the tables part the texts: before them the first section, behind them the later ones."""
    sections = labels.form.sections
    tables = [place for place, block in enumerate(blocks) if is_of_table(block, labels)]
    if not tables:
        return [""] * len(blocks)
    grids = [order for order, section in enumerate(sections) if section.grid]
    before, behind = sections[: grids[0]], sections[grids[-1] + 1 :]
    zones = [before[-1].key if before else ""] * tables[0] + [""] * (tables[-1] + 1 - tables[0])
    order = 0
    for block in blocks[tables[-1] + 1 :]:
        text = block.text.split("\v")[0]
        likely = [_share_of_part(text, section) for section in behind[order:]]
        if likely and max(likely) >= ALIKE:
            order += likely.index(max(likely))
        zones.append(behind[order].key if behind else "")
    return zones


def is_of_table(block: Found, labels: FormLabels) -> bool:
    """Whether a block is a table with the form's words, or a line of one."""
    if isinstance(block, FoundTable):
        return any(core(cell.text) in labels.words for row in block.rows for cell in row)
    pieces = [piece for piece in pieces_of(block.text) if piece.strip()]
    words = [core(piece) for piece in pieces if value_of(piece) is None]
    return bool(pieces) and len(block.text) <= 200 and all(word in labels.words for word in words)


def _share_of_part(text: str, section: Section) -> float:
    """How much of a line's head stands in a part's heading, as 收费情况 does in 信息处理费收取情况."""
    head = set(core(re.split("[：:。]", text)[0])) if len(text) else set()
    return max((len(head & set(part)) / max(3, len(head)) for part in section.parts), default=0.0)
