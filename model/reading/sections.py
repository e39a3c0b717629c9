"""Where the sections of the form begin in a document."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from model.form.section import Section
from model.reading.formats.source_blocks import SIGN_OFF, Found, FoundTable, Line
from model.reading.formats.words import core, likeness, number, unnumbered
from model.reading.tables.form_labels import FormLabels
from model.reading.tables.runs import pieces_of, value_of

LONGEST_HEADING_CHARACTERS = 40
LEAST_LIKENESS = 0.75  # to the form's heading
LEAST_LIKENESS_SAME_NUMBER = 0.3  # where the number before it is the form's too
SHORT_HEADING_CHARACTERS = 12  # of a line that may be a heading by its number alone, such as 一、概述
SCORE_OF_PART = 2.0  # of the very words of a heading, numbered as parts are: （一）总体情况
SCORE_BY_NUMBER = 0.9  # of a line that has nothing of a heading but its number
LEAST_CONTENTS_HEADINGS = 3  # that a table of contents has
REMARK = re.compile(r"[（(][^（）()]{3,60}[）)]$")  # behind a heading: which day the numbers are of
SENTENCE_ENDS = ("。", "；", "，", ";", "！", "？")


@dataclass(frozen=True)
class Mark:
    """A line that is a section's heading, and how well it fits."""

    block: int
    order: int
    score: float


def zones_of(blocks: Sequence[Found], labels: FormLabels, found: Sequence[Mark]) -> list[str]:
    """Return for each block the section it stands in; "" before the first heading, and for the headings themselves.

    `found` are the lines that may be headings (section_marks)."""
    sections = labels.form.sections
    marks = _best_chain(found)
    if not marks:
        return _zones_by_tables(blocks, labels)
    zones = [""] * len(blocks)
    for mark, end in zip(marks, [*(mark.block for mark in marks[1:]), len(blocks)], strict=True):
        zones[mark.block + 1 : end] = [sections[mark.order].key] * (end - mark.block - 1)
    return zones


def sections_due(labels: FormLabels, found: Sequence[Mark], zones: Sequence[str]) -> frozenset[str]:
    """Return the sections that a document must hold: those with a heading or content, and all between two of them.

    What would follow the last heading may have been cut off."""
    sections = [section.key for section in labels.form.sections]
    headed = {sections[mark.order] for mark in _best_chain(found)[:-1]}
    orders = [order for order, key in enumerate(sections) if key in headed or key in zones]
    return frozenset(sections[orders[0] : orders[-1] + 1]) if orders else frozenset()


def is_styled(blocks: Sequence[Found]) -> bool:
    """Return whether the document says by its styles what each paragraph is, as those do that this program writes."""
    return any(isinstance(block, Line) and block.style == SIGN_OFF for block in blocks)


def reports_in(blocks: Sequence[Found], found: Sequence[Mark]) -> list[list[Found]]:
    """Return the blocks of each report, where a document holds several one after the other."""
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
    """Return the block of the title in the ten before a first heading, otherwise that heading."""
    for place in range(begin - 1, max(begin - 10, 0), -1):
        block = blocks[place]
        if isinstance(block, Line) and len(block.text) <= 60 and "年度报告" in block.text and "。" not in block.text:
            return place
    return begin


def section_marks(blocks: Sequence[Found], labels: FormLabels) -> list[Mark]:
    """Return the lines that may be a section's heading, as they come."""
    styled = is_styled(blocks)
    letters = set("".join(section.heading for section in labels.form.sections))
    found = []
    for place, block in enumerate(blocks):
        if isinstance(block, FoundTable) or (styled and block.level != 1):
            continue
        text = _heading_in(block.text)
        if len(text) > LONGEST_HEADING_CHARACTERS or (
            len(text) > SHORT_HEADING_CHARACTERS and sum(map(letters.__contains__, text)) * 2 < len(core(text))
        ):
            continue
        order, score = _best_section(text, block.level, labels)
        if score > 0:
            found.append(Mark(place, order, score))
    found = list(_without_contents(found, blocks))
    # A number in brackets makes a heading only where no other does: （一） is that of a part.
    plain = [mark for mark in found if mark.score != SCORE_OF_PART]
    found = plain if any(mark.score >= 2 for mark in plain) else found
    # A number alone makes a heading only among others that are sure: 一、 stands in any document.
    return found if any(mark.score >= 2 for mark in found) else [mark for mark in found if mark.score >= 1]


def _without_contents(marks: Sequence[Mark], blocks: Sequence[Found]) -> Iterator[Mark]:
    """Yield the marks without those of a table of contents: headings with nothing between them, all of which come again."""
    last = {mark.order: number for number, mark in enumerate(marks)}
    begin = 0
    for end in range(1, len(marks) + 1):
        if end < len(marks) and _follow(marks[end - 1], marks[end], blocks):
            continue
        stretch = marks[begin:end]
        if len(stretch) < LEAST_CONTENTS_HEADINGS or any(last[mark.order] < end for mark in stretch):
            yield from stretch
        begin = end


def _follow(mark: Mark, other: Mark, blocks: Sequence[Found]) -> bool:
    """Return whether another heading follows in the form's order with neither a table nor a sentence between the two."""
    return mark.order < other.order and not any(
        isinstance(block, FoundTable) or "。" in block.text for block in blocks[mark.block + 1 : other.block]
    )


def _heading_in(text: str) -> str:
    """Return a line without the remark in brackets and the full stop that some write behind a heading."""
    text = text.strip()
    text = REMARK.sub("", text).rstrip() if len(text) > SHORT_HEADING_CHARACTERS else text
    return text.removesuffix("。") if text.count("。") == 1 and "，" not in text else text


@lru_cache(maxsize=4096)  # the same headings come in every document
def _best_section(text: str, level: int, labels: FormLabels) -> tuple[int, float]:
    """Return the number of the section whose heading a line fits best, and how well."""
    scores = [_score(text, level, section, labels) for section in labels.form.sections]
    best = max(scores)
    return scores.index(best), best


def _score(text: str, level: int, section: Section, labels: FormLabels) -> float:
    """Return how well a line fits a section's heading: 0 if it is none; a number in brackets is that of a part."""
    numbering, word, heading = number(text), core(text), core(section.heading)
    if numbering.startswith("（") and not level:
        return SCORE_OF_PART if word == heading and numbering[1:-1] == number(section.heading) else 0.0
    if not word or (word in labels.words and word != heading):
        return 0.0
    if text.endswith(SENTENCE_ENDS):
        return 0.0
    same = numbering == number(section.heading)
    if heading in word and (len(word) <= len(heading) + 8 or (same and word.endswith(heading))):
        return max(2.5, 3.0 + same - (len(word) - len(heading)) / 10)
    alike = likeness(word, heading, LEAST_LIKENESS_SAME_NUMBER if same else LEAST_LIKENESS)
    if alike >= LEAST_LIKENESS and (same or not numbering):
        return 2.0 + alike + same / 2
    if same and alike >= LEAST_LIKENESS_SAME_NUMBER and len(unnumbered(text)) <= 25:
        return 1.0 + alike
    # A table is known by its own headings; a text has nothing but its number.
    is_short = len(text) <= SHORT_HEADING_CHARACTERS and not section.grid
    return SCORE_BY_NUMBER if same and is_short else 0.0


def _best_chain(marks: Sequence[Mark]) -> list[Mark]:
    """Return the headings in the form's order that fit best.

    Of equal ones the later, as a table of contents comes first."""
    best: dict[int, tuple[float, list[Mark]]] = {}  # of the chains that end with a section, by its number
    for mark in marks:
        chains = (chain for order, chain in best.items() if order < mark.order)
        before = max(chains, key=lambda chain: chain[0], default=(0.0, []))
        score = before[0] + mark.score + mark.block * 1e-6
        if mark.order not in best or score > best[mark.order][0]:
            best[mark.order] = score, [*before[1], mark]
    return max(best.values(), key=lambda chain: chain[0], default=(0.0, []))[1]


def _zones_by_tables(blocks: Sequence[Found], labels: FormLabels) -> list[str]:
    """Return the zones of a document without headings, in which the tables part the first section's text from the later ones."""
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
        if likely and max(likely) >= LEAST_LIKENESS:
            order += likely.index(max(likely))
        zones.append(behind[order].key if behind else "")
    return zones


def is_of_table(block: Found, labels: FormLabels) -> bool:
    """Return whether a block is a table with the form's words, or a line of one."""
    if isinstance(block, FoundTable):
        return any(core(cell.text) in labels.words for row in block.rows for cell in row)
    pieces = [piece for piece in pieces_of(block.text) if piece.strip()]
    words = [core(piece) for piece in pieces if value_of(piece) is None]
    return bool(pieces) and len(block.text) <= 200 and all(word in labels.words for word in words)


def _share_of_part(text: str, section: Section) -> float:
    """Return how much of a line's head stands in a part's heading, as 收费情况 does in 信息处理费收取情况."""
    head = set(core(re.split("[：:。]", text)[0])) if len(text) else set()
    return max((len(head & set(part)) / max(3, len(head)) for part in section.parts), default=0.0)
