"""A clause cut into segments of at most one amount each, with the words of the tables found in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.checking.language.clauses import Amount, Clause
from model.checking.language.wording import Phrase, Sums, Wording


class Segment(NamedTuple):
    """A piece of a clause with at most one amount: the words of the tables in it, and what is left without them."""

    text: str
    start: int
    amount: Amount | None
    said: tuple[Phrase, ...]
    left: str

    @property
    def end(self) -> int:
        """Where it ends in the text, without the mark behind it."""
        return self.start + len(self.text.rstrip(" 。！？；\n\v"))

    @property
    def before(self) -> str:
        """What stands before its amount."""
        return self.text[: self.amount.start - self.start] if self.amount else ""

    @property
    def rows(self) -> list[Phrase]:
        """The words that name rows."""
        return [said for said in self.said if said.rows] if self.said else []

    @property
    def columns(self) -> Sums:
        """The columns that are named last."""
        return next((said.columns for said in reversed(self.said) if said.columns), ())

    @property
    def names_several_columns(self) -> bool:
        """Whether it names more than one (自然人或企业): its amount is of all of them, or of one that only the clerk knows."""
        named = {said.columns for said in self.said if said.columns}
        return len(named) > 1


def pieces(clause: Clause) -> list[tuple[str, int, Amount | None]]:
    """Return the clause cut behind each amount; what stands behind the last belongs to it."""
    found: list[tuple[str, int, Amount | None]] = []
    begin = clause.start
    for amount in clause.amounts:
        end = amount.end if amount is not clause.amounts[-1] else clause.start + len(clause.text)
        found.append((clause.text[begin - clause.start : end - clause.start], begin, amount))
        begin = end
    return found or [(clause.text, clause.start, None)]


def phrases_in(text: str, section: str, wording: Wording, sentence: str = "") -> tuple[tuple[Phrase, ...], str]:
    """Return the words of the tables in a text as they come, the longest first where they overlap, and the text without.

    `section` is the one that the text is about, "" where that is not known; `sentence` is the whole one."""
    may_be_said, phrases = wording.said_about[section]
    if not may_be_said.search(text):
        return (), text
    spans = [
        (found.start(), found.end(), said)
        for said in phrases
        if said.core.search(text) and (said.beside is None or said.beside.search(sentence))
        for found in said.words.finditer(text)
        if found[0]
    ]
    spans.sort(key=lambda span: (span[0] - span[1], span[0]))
    taken = bytearray(len(text))
    kept: list[tuple[int, int, Phrase]] = []
    for span in spans:
        start, end, _ = span
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append(span)
    kept.sort(key=lambda span: span[0])
    return tuple(said for _, _, said in kept), _without(text, kept)


def _without(text: str, spans: Sequence[tuple[int, int, Phrase]]) -> str:
    """Return the text with a bar for each span."""
    ends = [0, *(end for _, end, _ in spans)]
    starts = [*(start for start, _, _ in spans), len(text)]
    return "|".join(text[begin:end] for begin, end in zip(ends, starts, strict=True))
