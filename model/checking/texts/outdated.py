"""Documents and terms of another time; resources/outdated.toml says which belong to which years."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from model.checking.language.passages import Passage, Steps, Text
from model.checking.language.wording import cores
from model.checking.texts.words_around import SENTENCE_ENDS, Words, words_around
from model.county.county import OUTDATED, County, OutdatedWords
from model.county.words import as_sentence
from model.findings.finding import HINT, WARNING, Finding, Rewording

FILE = Path(__file__).parents[3] / "resources" / "outdated.toml"


class Entry(NamedTuple):
    """Words, the years from `first` to `last` in which they may stand, and what is told of them in other years.

    `words` are a regular expression; `core` is found in the same texts and is quicker. `unless`: what says in the sentence that
    they are meant."""

    words: str
    core: re.Pattern[str]
    first: int
    last: int
    severity: str
    advice: str
    instead: str
    rule: str = "outdated"
    unless: re.Pattern[str] | None = None

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
            one["severity"], one["advice"], one.get("instead", ""), unless=_unless(one),
        )
        for one in data
    )  # fmt: skip


def _unless(one: Mapping[str, str]) -> re.Pattern[str] | None:
    return re.compile(one["unless"]) if "unless" in one else None


def county_entries(county: County) -> tuple[Entry, ...]:
    """Return the words that a county does not want to read; those without years belong to none."""
    patterns = ["|".join(map(re.escape, one.words)) for one in county.outdated]
    return tuple(
        Entry(words, re.compile(words), *_years(one), WARNING, f"{_advice(one)}{county.origin}", one.instead, OUTDATED)
        for words, one in zip(patterns, county.outdated, strict=True)
    )


def _years(words: OutdatedWords) -> tuple[int, int]:
    return (words.first, words.last or 9999) if words.first or words.last else (1, 0)


def _advice(words: OutdatedWords) -> str:
    instead = f"请改写“{words.instead}”。" if words.instead else "请不要再写。"
    return instead + as_sentence(words.says)


def outdated_findings(year: int, text: Text, terms: Sequence[Entry]) -> Steps:
    """Yield what does not belong to a report on that year: each thing once, where it stands first."""
    for entry in terms:
        yield None
        if not entry.fits(year) and entry.core.search(text.text):
            seen: set[str] = set()
            yield from text.in_passages(partial(_found, year, entry, seen))


def _found(year: int, entry: Entry, seen: set[str], text: Passage) -> Iterator[Finding]:
    for found in text.found(re.compile(entry.words)):
        words, (start, end) = found[0], found.span()
        if words in seen or _is_title(text.text, start) or _is_meant(entry, text, start):
            continue
        seen.add(words)
        mends = (Rewording(text.name, text.text, ((start, end, entry.instead),)),) if entry.instead else ()
        dated = f"，报告的年度是 {year} 年" if entry.first <= entry.last else ""
        message = f"{text.place}里写着“{words}”{dated}。{entry.advice}"
        yield Finding(
            entry.rule, entry.severity, (text.name,), message, mends, start=start, length=end - start, about=words
        )


def _is_meant(entry: Entry, text: Passage, place: int) -> bool:
    """Return whether its sentence says that it is meant: what was once in force, another epidemic, or what was in a year that it names."""
    sentence = words_around(Words(text.flat, 0, 0), place - text.start, SENTENCE_ENDS)
    is_of_its_year = entry.severity == HINT and any(entry.fits(named) for named in sentence.years)
    return is_of_its_year or bool(entry.unless and sentence.says(entry.unless))


def _is_title(text: str, place: int) -> bool:
    """Return whether it stands in the title of a document: that is called what it is called."""
    before = text[max(0, place - 60) : place]
    return before.rfind("《") > before.rfind("》")
