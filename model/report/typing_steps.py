"""What one keystroke did to a text, and whether it is undone together with the one before."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from model.report.report import Unfinished, Value

PAUSE_ENDING_STRETCH_S = 2.0  # without a keystroke that end a stretch of typing
LONGEST_STROKE_CHARACTERS = 8  # that a keystroke or an input method adds; more is a paste or a deletion of a block
LONGEST_STRETCH_CHARACTERS = 40  # that are undone together
SENTENCE_ENDS = "。！？；.!?;\n"


class Stroke(NamedTuple):
    """The text that went out and the text that came in, the time in seconds, and the characters typed so far."""

    out: str
    into: str
    at: float
    so_far: int = 0

    def goes_on(self, later: Stroke) -> bool:
        """Return whether a later stroke continues the same typing: same kind, soon after, within the sentence."""
        return (
            later.at - self.at <= PAUSE_ENDING_STRETCH_S
            and self.kind in ("in", "out")
            and later.kind == self.kind
            and self.so_far < LONGEST_STRETCH_CHARACTERS
            and not self.into.endswith(tuple(SENTENCE_ENDS))
        )

    @property
    def kind(self) -> str:
        """The kind of the stroke: "in" for typing, "out" for erasing, another word for a step of its own."""
        if len(self.out) > LONGEST_STROKE_CHARACTERS or len(self.into) > LONGEST_STROKE_CHARACTERS:
            return "block"
        return "both" if self.out and self.into else "out" if self.out else "in"

    def followed_by(self, later: Stroke) -> Stroke:
        """Return the two strokes as one."""
        return later._replace(so_far=self.so_far + len(later.out) + len(later.into))


def stroke(old: Value | None, new: Value | None, at: float) -> Stroke:
    """Return what changed between two values, as a stroke at that time in seconds."""
    if isinstance(new, int | date | Unfinished):
        return Stroke("", "", at)  # a year or a date is one word, valid or not while it is being typed
    before, after = _words(old), _words(new)
    head = in_common(before, after)
    before, after = before[head:], after[head:]
    tail = in_common(before[::-1], after[::-1])
    return Stroke(before[: len(before) - tail], after[: len(after) - tail], at)


def in_common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at the beginning."""
    same, least = 0, min(len(one), len(other))
    if one[:least] == other[:least]:
        return least
    # Halves, compared as wholes: character by character a long text would take a hundred times as long.
    while least - same > 1:
        middle = (same + least) // 2
        if one[same:middle] == other[same:middle]:
            same = middle
        else:
            least = middle
    return same


def _words(value: Value | None) -> str:
    if isinstance(value, tuple):
        return "\0".join(f"{part.heading}\0{part.text}" for part in value)
    return "" if value is None else str(value)
