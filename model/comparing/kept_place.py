"""Where a place in a text is after the text has changed around it."""

from __future__ import annotations

from model.comparing.text_difference import GONE, SAME, stretches
from model.report.typing_steps import in_common


def kept_place(place: int, before: str, after: str) -> int:
    """Return where a place stands between what stayed of a text; one within what was replaced, behind what came instead.

    Where something was only put in, it stands behind that."""
    head, tail = in_common(before, after), in_common(before[::-1], after[::-1])
    if place >= len(before) - tail:
        return place + len(after) - len(before)
    if place <= head:
        return place
    end = min(tail, len(before) - head, len(after) - head)
    changed = before[head : len(before) - end], after[head : len(after) - end]
    return head + _within(place - head, *changed)


def _within(place: int, before: str, after: str) -> int:
    """Return the place within texts that differ at both ends, in one stretch or several."""
    old = new = 0
    for stretch in stretches(after, before):
        length = len(stretch.text)
        if stretch.kind == SAME and place <= old + length:
            return new + place - old
        if stretch.kind == GONE and place == old:
            return new
        old += length if stretch.kind in (SAME, GONE) else 0
        new += length if stretch.kind != GONE else 0
    return new
