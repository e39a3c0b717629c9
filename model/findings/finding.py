"""What a check found: where, what is wrong with both sides of it, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from model.form.relation import SEVERITIES
from model.report.cell_numbers import Number
from model.report.report import Confirmed

ERROR, WARNING, HINT = SEVERITIES
WORDS = {ERROR: "错误", WARNING: "提醒", HINT: "提示"}
SHAPES = {ERROR: "✕", WARNING: "▲", HINT: "○"}  # told apart without colours


class Edit(NamedTuple):
    """A change that mends: a cell's name and its number, or a text's name and the whole text."""

    cell: str
    value: Number | str


@dataclass(frozen=True, slots=True)
class Rewording:
    """A change that mends a text: its name, the text as it is, and what to write otherwise in it: start, end and the new words."""

    cell: str
    text: str
    changes: tuple[tuple[int, int, str], ...]

    @property
    def value(self) -> str:
        """The whole text as it should be; made when asked for, for thousands of findings may stand in one text."""
        pieces, done = [], 0
        for start, end, words in self.changes:
            pieces += [self.text[done:start], words]
            done = end
        return "".join([*pieces, self.text[done:]])


Mend = Edit | Rewording


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found.

    `cells` are the names it speaks of, the first is where to look; a text is `overview[0].text`, and `start` and
    `length` give the place in it. `mends` together mend it for certain; of `possible_fixes` each one would, but another may be meant.
    `about` says what it speaks of in few characters: while that stays the same, a confirmation holds; `count` is how many
    places it stands for; `kind` is the same in all findings of a rule that say the same of different places, "" if none does."""

    rule: str
    severity: str
    cells: tuple[str, ...]
    message: str
    mends: tuple[Mend, ...] = ()
    possible_fixes: tuple[Edit, ...] = ()
    start: int = 0
    length: int = 0
    about: str = ""
    count: int = 1
    kind: str = ""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The mends as values to set: of a text the whole of it."""
        return tuple(Edit(mend.cell, mend.value) for mend in self.mends)


@dataclass(frozen=True)
class Checked:
    """What was found, the worst first, and what of it the clerk has confirmed."""

    findings: tuple[Finding, ...]
    confirmed: tuple[tuple[Finding, Confirmed], ...] = ()

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(finding.severity == ERROR for finding in self.findings)


def around(text: str, start: int, end: int, before: int, behind: int) -> str:
    """A stretch of a text with so many characters before and behind it, in one line."""
    return text[max(0, start - before) : end + behind].replace("\n", " ")


def place_words(tab: str, heading: str) -> str:
    """A part's place in words, such as “一、总体情况”的“依申请公开”."""
    return f"“{tab}”的“{heading.strip()}”" if heading.strip() else f"“{tab}”"
