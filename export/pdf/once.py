"""What is made once for the whole program, whichever thread asks for it first."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from threading import Lock
from typing import TypeVar

Made = TypeVar("Made")


def once(make: Callable[[], Made]) -> Callable[[], Made]:
    """Return a function that gives what the first call of `make` made; who asks meanwhile waits for it.

    functools.cache alone would let threads that ask at the same time make one each."""
    kept, turn = cache(make), Lock()

    @wraps(make)
    def made() -> Made:
        with turn:
            return kept()

    return made
