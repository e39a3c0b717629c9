"""A text in passages of bounded length: what the rules look at, one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from model.checking.language.clauses import Clause, plain, sentences
from model.findings.finding import Finding

LONGEST = 1000  # characters; whoever writes a longer sentence than that is not understood by any rule
NEAR = 100  # characters behind a passage that a pattern still sees, for what begins in it
ENDS = ("\n", "。！？", "；;", "，,、")  # where a passage ends, if it can: the first of these that stand in it
# What a rule finds, and None where it may be interrupted: after work that does not grow with the text.
Steps = Iterator[Finding | None]


@dataclass(frozen=True)
class Passage:
    """A passage of a text, from `start` to `end`. Places are always those in the whole text.

    `name` and `place` are the text's name and the words for it."""

    name: str
    place: str
    text: str
    start: int
    end: int

    @cached_property
    def flat(self) -> str:
        """The passage in plain width, without titles; see clauses.plain."""
        return plain(self.text[self.start : self.end])

    @cached_property
    def sentences(self) -> list[list[Clause]]:
        """The clauses of each of its sentences."""
        return list(sentences(self.flat, self.start))

    def found(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield where the pattern begins in the passage, in the text as it is written."""
        return takewhile(
            lambda found: found.start() < self.end, pattern.finditer(self.text, self.start, self.end + NEAR)
        )

    def flat_from(self, start: int, most: int) -> str:
        """At most so many characters of the plain text, from a place of the whole."""
        return self.flat[start - self.start : start - self.start + most]


@dataclass(frozen=True)
class Text:
    """A text of the report: its name as report.texts gives it, the words for its place, its heading, and itself."""

    name: str
    place: str
    heading: str
    text: str

    def passages(self) -> Iterator[Passage]:
        """Yield the text from its first to its last character: whole paragraphs together, or sentences of a long one."""
        return iter(self._passages)

    @cached_property
    def _passages(self) -> list[Passage]:
        """They are kept, so that what one rule has found out about a passage need not be found out again by the next."""
        return [Passage(self.name, self.place, self.text, start, end) for start, end in _spans(self.text)]

    def in_passages(self, rule: Callable[[Passage], Iterable[Finding | None]]) -> Steps:
        """Yield what a rule finds that looks at each passage by itself."""
        for passage in self.passages():
            yield from rule(passage)
            yield None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = _end(text, start)
        yield start, end
        start = end


def _end(text: str, start: int) -> int:
    """Return where the passage that begins there ends: behind the last mark of the strongest kind."""
    most = start + LONGEST
    if len(text) <= most:
        return len(text)
    ends = (max(text.rfind(mark, start, most) for mark in marks) for marks in ENDS)
    return next((end + 1 for end in ends if end >= 0), most)
