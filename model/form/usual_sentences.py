"""The sentences that an edition file offers for its texts, under [[sentence]]; numbers stand in them by their roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from model.form.number_names import fault_in_names
from model.form.section import Misplaced, Section, refuse_unknown, text_of

KEYS = ("section", "part", "text")


@dataclass(frozen=True)
class OfferedSentence:
    """A sentence for a section of texts, and for one part of it where `part` is its heading."""

    section: str
    text: str
    part: str = ""


def read_usual_sentences(entries: Sequence[Any], sections: Sequence[Section]) -> tuple[OfferedSentence, ...]:
    """Return what an edition file says under [[sentence]]. Raises Misplaced."""
    return tuple(_read(entry, f"第 {number} 个 [[sentence]] 的 ", sections) for number, entry in enumerate(entries, 1))


def _read(entry: Any, place: str, sections: Sequence[Section]) -> OfferedSentence:
    refuse_unknown(entry, KEYS, place)
    section, text = text_of(entry, "section", place), text_of(entry, "text", place)
    part = text_of(entry, "part", place) if "part" in entry else ""
    parts = next((one.parts for one in sections if one.key == section and not one.grid), None)
    if parts is None:
        raise Misplaced(f"{place}“{section}”不是一个写文字的部分")
    if part and part not in parts:
        raise Misplaced(f"{place}“{part}”不是“{section}”的一个小节")
    if fault := fault_in_names(text):
        raise Misplaced(f"{place}text {fault}")
    return OfferedSentence(section, text, part)


def going_on(text: str) -> str:
    """Return a sentence as it is said after another one: without the year that it begins with."""
    return text.removeprefix("{year}年，")
