"""Headings within a text that was written without any, such as “存在问题：”, and what stands below each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from model.report.report import Part

# At the head of a sentence, numbered or not, and closed by a colon, a full stop or the end of its line.
HEADING = re.compile(
    r"(?:^|(?<=[。；\n]))[^\S\n]*+(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?[^\S\n]*"
    r"(?P<words>[\u4e00-\u9fff]{2,20})(?:[：:。]|(?=\n)|$)\s*"
)
LEAST_CHARACTERS, ALIKE_AT_BOTH_ENDS = 4, 2  # of a heading that leaves out some words


def placed_below(parts: Sequence[Part], text: str) -> tuple[list[Part], str]:
    """Return the parts with what stands in a text below their headings, and the rest of the text.

    Only blank parts are filled, each by one heading of the text; otherwise all of the text is the rest."""
    found = [(one, place) for one in HEADING.finditer(text) if (place := _place_of(one["words"], parts)) is not None]
    places = [place for _, place in found]
    if not found or len(set(places)) < len(places):
        return list(parts), text
    new, ends = list(parts), [one.start() for one, _ in found[1:]] + [len(text)]
    for (one, place), end in zip(found, ends, strict=True):
        new[place] = replace(new[place], text=text[one.end() : end].strip())
    return new, text[: found[0][0].start()].strip()


def _place_of(words: str, parts: Sequence[Part]) -> int | None:
    """Return the place of the one blank part whose heading these words are, None if there is not exactly one."""
    places = [
        place for place, part in enumerate(parts) if not part.text.strip() and _is_same(words, part.heading.strip())
    ]
    return places[0] if len(places) == 1 else None


def _is_same(words: str, heading: str) -> bool:
    """Return whether words are a heading, or what is left of it with some words left out."""
    ends = ALIKE_AT_BOTH_ENDS
    left = iter(heading)
    return words == heading or (
        len(words) >= LEAST_CHARACTERS
        and words[:ends] == heading[:ends]
        and words[-ends:] == heading[-ends:]
        and all(character in left for character in words)
    )
