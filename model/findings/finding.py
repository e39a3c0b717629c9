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
    """A change that corrects: a cell's name and its number, or a text's name and the whole text."""

    cell: str
    value: Number | str


@dataclass(frozen=True, slots=True)
class Rewording:
    """A change to a text: its name, the text as it is, and the replacements as start, end and the new words."""

    cell: str
    text: str
    changes: tuple[tuple[int, int, str], ...]

    @property
    def value(self) -> str:
        """The whole corrected text; made on demand, since thousands of findings may stand in one text."""
        pieces, done = [], 0
        for start, end, words in self.changes:
            pieces += [self.text[done:start], words]
            done = end
        return "".join([*pieces, self.text[done:]])


Mend = Edit | Rewording


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that a rule found.

    `cells` are the names it speaks of, the first is where to look; a text is `overview[0].text`, its heading
    `overview[0].heading`, and `start` and `length` give the place in it. All of `mends` together correct it for certain; each of `possible_fixes` alone would,
    but another may be meant. `about` sums up what it speaks of: while that is unchanged, a confirmation holds. `count`
    is the number of places it stands for. `kind` is the same in all findings of a rule that say the same of different
    places, "" where none does."""

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
    def place(self) -> tuple[str, int, int]:
        """Where it leads: a name, and the first character and the length of a stretch of its text."""
        return self.cells[0], self.start, self.length

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The mends as values to set; for a text, the whole text."""
        return tuple(Edit(mend.cell, mend.value) for mend in self.mends)


@dataclass(frozen=True)
class Checked:
    """The findings, the worst first, and those that the clerk has confirmed."""

    findings: tuple[Finding, ...]
    confirmed: tuple[tuple[Finding, Confirmed], ...] = ()

    @property
    def errors(self) -> int:
        """The number of errors."""
        return sum(finding.severity == ERROR for finding in self.findings)


def around(text: str, start: int, end: int, before: int, behind: int) -> str:
    """Return a stretch of a text with so many characters before and behind it, on one line."""
    return text[max(0, start - before) : end + behind].replace("\n", " ")


def place_words(tab: str, heading: str) -> str:
    """Return a part's place in words, such as “一、总体情况”的“依申请公开”."""
    return f"“{tab}”的“{heading.strip()}”" if heading.strip() else f"“{tab}”"
