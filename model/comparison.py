"""What changed between two reports: numbers cell by cell, texts stretch by stretch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from model.numbers import Number
from model.report import Part, Report

JUMP = 3  # times as much, or as little
TOKENS = re.compile(r"\d+(?:\.\d+)?|[A-Za-z]+|\s+|.", re.DOTALL)
SENTENCES = re.compile(r"[^。；！？\n]+[。；！？\n]*")
NUMBERS = re.compile(r"\d+(?:\.\d+)?%?|[〇零一二三四五六七八九]{4}年")
BEFORE, BEHIND = 3, 2  # characters around a number that tell where it comes from
SAME, CHANGED, JUMPED = "same", "changed", "jumped"


@dataclass(frozen=True)
class Stretch:
    """A piece of a text: `kind` is "same", "gone" (only in the other text) or "new" (only in this one)."""

    kind: str
    text: str


def change_of(this: Number | None, last: Number | None) -> str:
    """How a number stands to last year's: SAME, CHANGED, or JUMPED: from or to 0, to the other sign, or by the factor JUMP; blanks are the same."""
    if this is None or last is None or this == last:
        return SAME
    smaller, larger = sorted(max(number, -number) for number in (this, last))
    if smaller == 0 or larger >= JUMP * smaller or (this < 0) != (last < 0):
        return JUMPED
    return CHANGED


def changes(this: Mapping[str, Number], last: Mapping[str, Number]) -> dict[str, str]:
    """The kind of change of every cell that both reports have and that is not the same, by its name."""
    kinds = {name: change_of(number, last.get(name)) for name, number in this.items()}
    return {name: kind for name, kind in kinds.items() if kind != SAME}


def stretches(this: str, last: str) -> list[Stretch]:
    """This text beside last year's: what stayed, what went and what came, in order."""
    new, old = TOKENS.findall(this), TOKENS.findall(last)
    found = []
    for kind, from_, to, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Stretch("same", "".join(new[start:end])))
            continue
        found += [Stretch("gone", "".join(old[from_:to]))] * (to > from_)
        found += [Stretch("new", "".join(new[start:end]))] * (end > start)
    return found


def taken_over(this: str, last: str) -> Iterator[tuple[int, int]]:
    """Where numbers and years of last year's text still stand in this one: start and length.

    Only with the same words right before and behind: a number that happens to be the same is no slip."""
    for found in NUMBERS.finditer(this):
        around = this[max(0, found.start() - BEFORE) : found.end() + BEHIND]
        if len(around) > len(found[0]) + BEHIND and around in last:
            yield found.start(), len(found[0])


def sentences_kept(text: str, last: Report, section: str) -> Iterator[re.Match[str]]:
    """The sentences of a text that stand word for word in last year's section."""
    before = {sentence.strip() for part in last.parts(section) for sentence in SENTENCES.findall(part.text)}
    return (found for found in SENTENCES.finditer(text) if found[0].strip() in before)


def unchanged(this: Report, last: Report, section: str) -> tuple[int, int]:
    """How many characters of a section's text stand in sentences that are last year's word for word, and how many it has."""
    texts = [part.text for part in this.parts(section)]
    kept = sum(len(found[0].strip()) for text in texts for found in sentences_kept(text, last, section))
    return kept, sum(len(sentence.strip()) for text in texts for sentence in SENTENCES.findall(text))


def unchanged_share(this: Report, last: Report, section: str) -> float:
    """How much of a section's text stands in sentences that are last year's word for word, from 0 to 1."""
    kept, whole = unchanged(this, last, section)
    return kept / whole if whole else 0.0


def last_part(part: Part, index: int, last: Report, section: str) -> Part | None:
    """Last year's part of the same heading, or of the same place where neither has one."""
    parts = last.parts(section)
    same = next((other for other in parts if other.heading.strip() == part.heading.strip()), None)
    if same is not None or part.heading.strip():
        return same
    return parts[index] if index < len(parts) and not parts[index].heading.strip() else None
