"""What a check found: where, what is wrong with both sides of it, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from model.numbers import Number

ERROR, WARNING, HINT = "error", "warning", "hint"
SEVERITIES = (ERROR, WARNING, HINT)  # worst first


class Edit(NamedTuple):
    """A change that mends: a cell's name and its number, or a text's name and the whole text."""

    cell: str
    value: Number | str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found.

    `cells` are the names it speaks of, the first is where to look; a text is `overview[0].text`, and `start` and
    `length` give the place in it. `edits` together mend it for certain; of `may_mend` each one would, but another may be meant.
    `about` says what it speaks of in few characters: while that stays the same, a confirmation holds."""

    rule: str
    severity: str
    cells: tuple[str, ...]
    message: str
    edits: tuple[Edit, ...] = ()
    may_mend: tuple[Edit, ...] = ()
    start: int = 0
    length: int = 0
    about: str = ""
