"""Documents and terms of another time; resources/outdated.toml says which belong to which years."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from model.checking.language.passages import Passage, Steps, Text
from model.checking.language.wording import cores
from model.findings.finding import Finding, Rewording

FILE = Path(__file__).parents[3] / "resources" / "outdated.toml"


class Entry(NamedTuple):
    """Words, the years from `first` to `last` in which they may stand, and what is told of them in other years.

    `words` are a regular expression; `core` is found in the same texts and is quicker."""

    words: str
    core: re.Pattern[str]
    first: int
    last: int
    severity: str
    advice: str
    instead: str

    def fits(self, year: int) -> bool:
        """Return whether a report on that year may have the words."""
        return self.first <= year <= self.last


@cache
def entries() -> tuple[Entry, ...]:
    """Return the entries of the file."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))["entry"]
    return tuple(
        Entry(
            "|".join(one["words"]), re.compile("|".join(cores(one["words"]))), one.get("from", 0), one.get("to", 9999),
            one["severity"], one["advice"], one.get("instead", ""),
        )
        for one in data
    )  # fmt: skip


def outdated_findings(year: int, text: Text) -> Steps:
    """Yield what does not belong to a report on that year: each thing once, where it stands first."""
    for entry in entries():
        if not entry.fits(year) and entry.core.search(text.text):
            seen: set[str] = set()
            yield from text.in_passages(partial(_found, year, entry, seen))


def _found(year: int, entry: Entry, seen: set[str], text: Passage) -> Iterator[Finding]:
    for found in text.found(re.compile(entry.words)):
        words, (start, end) = found[0], found.span()
        if words in seen or _is_title(text.text, start):
            continue
        seen.add(words)
        mends = (Rewording(text.name, text.text, ((start, end, entry.instead),)),) if entry.instead else ()
        message = f"{text.place}里写着“{words}”，报告的年度是 {year} 年。{entry.advice}"
        yield Finding(
            "outdated", entry.severity, (text.name,), message, mends, start=start, length=end - start, about=words
        )


def _is_title(text: str, place: int) -> bool:
    """Return whether it stands in the title of a document: that is called what it is called."""
    before = text[max(0, place - 60) : place]
    return before.rfind("《") > before.rfind("》")
