"""Where in a row of things a fault lies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def narrowed(things: Sequence[Thing], fails: Callable[[Sequence[Thing]], bool]) -> Sequence[Thing]:
    """Return the first part of the things that fails by itself, as short as can be; all of them if they do not fail.

    It takes two tries for each doubling of their number."""
    end = bisect_left(range(len(things)), True, key=lambda end: fails(things[:end]))
    begin = bisect_left(range(end), True, key=lambda begin: not fails(things[begin:end]))
    return things[max(0, begin - 1) : end]
