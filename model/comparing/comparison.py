"""What changed between two reports, number by number, and what of a text is still last year's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from model.comparing.inner_headings import placed_below
from model.comparing.mark_width import wide_marks
from model.comparing.same_sentences import counted_characters, sentences_of
from model.report.cell_numbers import Number
from model.report.report import Part, Report

JUMP_FACTOR = 3  # times as much, or as little: less is usual for a township's small numbers
NUMBERS = re.compile(r"\d+(?:\.\d+)?%?|[〇零一二三四五六七八九]{4}年")
CONTEXT_BEFORE_CHARACTERS, CONTEXT_AFTER_CHARACTERS = 3, 2  # around a number that tell where it comes from
NUMBERS_PER_STEP = 500  # compared without a chance to interrupt
SAME, CHANGED, JUMPED = "same", "changed", "jumped"


def change_of(this: Number | None, last: Number | None) -> str:
    """Return how a number compares with last year's: SAME, CHANGED, or JUMPED; with a blank on either side SAME.

    JUMPED is from or to 0, to the other sign, or by the factor JUMP_FACTOR."""
    if this is None or last is None or this == last:
        return SAME
    smaller, larger = sorted(max(number, -number) for number in (this, last))
    if smaller == 0 or larger >= JUMP_FACTOR * smaller or (this < 0) != (last < 0):
        return JUMPED
    return CHANGED


def changes(this: Mapping[str, Number], last: Mapping[str, Number]) -> dict[str, str]:
    """Return the kind of change of every cell that both reports have and that is not the same, by its name."""
    kinds = {name: change_of(number, last.get(name)) for name, number in this.items()}
    return {name: kind for name, kind in kinds.items() if kind != SAME}


def taken_over(this: str, last: str) -> Iterator[tuple[int, int] | None]:
    """Yield where numbers and years of last year's text still stand in this one: start and length.

    Only with the same words right before and behind: a number that happens to be the same is no slip. Yields None
    where the work may be interrupted."""
    this, last = wide_marks(this), wide_marks(last)
    before = set[str]()
    for number, found in enumerate(NUMBERS.finditer(last)):
        before.add(_around(last, found))
        if number % NUMBERS_PER_STEP == NUMBERS_PER_STEP - 1:
            yield None
    for number, found in enumerate(NUMBERS.finditer(this)):
        around = _around(this, found)
        more = len(around) - len(found[0])  # less than elsewhere where this text begins or ends
        if around in before or (
            CONTEXT_AFTER_CHARACTERS < more < CONTEXT_BEFORE_CHARACTERS + CONTEXT_AFTER_CHARACTERS and around in last
        ):
            yield found.start(), len(found[0])
        elif number % NUMBERS_PER_STEP == NUMBERS_PER_STEP - 1:
            yield None


def _around(text: str, found: re.Match[str]) -> str:
    """Return a number with the characters around it, fewer where the text begins or ends."""
    return text[max(0, found.start() - CONTEXT_BEFORE_CHARACTERS) : found.end() + CONTEXT_AFTER_CHARACTERS]


def unchanged_share(this: Report, last: Report, section: str) -> float:
    """Return how much of a section's text stands in sentences that are last year's word for word, from 0 to 1."""
    *_, (kept, whole) = (0, 0), *counted_characters(this.parts(section), sentences_of(last.parts(section)))
    return kept / whole if whole else 0.0


def last_part(part: Part, index: int, last: Report, section: str) -> Part | None:
    """Return last year's part with the same heading, or at the same place if neither has one; None if there is none."""
    parts = last.parts(section)
    same = next((other for other in parts if other.heading.strip() == part.heading.strip()), None)
    if same is not None or part.heading.strip():
        return same
    return parts[index] if index < len(parts) and not parts[index].heading.strip() else None


def last_parts(parts: Sequence[Part], index: int, last: Report, section: str) -> list[Part]:
    """Return what last year's report has for one of this year's parts: its counterpart.

    For the first also those that are no other's."""
    own = last_part(parts[index], index, last, section)
    if own or index:
        return [own] if own else []
    taken = [last_part(other, place, last, section) for place, other in enumerate(parts)]
    return [other for other in last.parts(section) if other not in taken and other.text.strip()]


def with_last_text(parts: Sequence[Part], index: int, found: Iterable[Part]) -> tuple[list[Part], int]:
    """Return the parts with last year's text in a blank one, and where it is then.

    Text without a heading stands below those of this year's headings that it has within; otherwise before all headings."""
    new, found = list(parts), list(found)
    if not any(part.heading.strip() for part in found):
        new, left = placed_below(parts, _joined(found))
        if new != list(parts):
            return _with_rest(new, index, left)
    headings = [bool(part.heading.strip()) for part in parts]
    loose, headed = (_joined(part for part in found if bool(part.heading.strip()) == has) for has in (False, True))
    if True not in headings[: index + 1] or not loose:
        new[index] = replace(new[index], text="\n".join(filter(None, (loose, headed))))
        return new, index
    if headed:
        new[index] = replace(new[index], text=headed)
    elif not headings[index]:
        del new[index]
    place = headings.index(True)
    new.insert(place, Part(text=loose))
    return new, place


def _with_rest(parts: list[Part], index: int, left: str) -> tuple[list[Part], int]:
    """Return the parts with what stood before the first heading within a text, and the first place of the text."""
    if left:
        return with_last_text(parts, index, [Part(text=left)])
    if parts[index] == Part():
        del parts[index]
    return parts, next(place for place, part in enumerate(parts) if part.text.strip())


def _joined(parts: Iterable[Part]) -> str:
    return "\n".join(part.text for part in parts)
