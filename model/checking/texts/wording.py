"""How texts speak of the tables' numbers: resources/wording.toml, made ready for one form and one year."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from model.checking.texts.clauses import UNITS
from model.form.form import Form

FILE = Path(__file__).parents[3] / "resources" / "wording.toml"
Sums = tuple[tuple[str, ...], ...]  # alternatives, each the keys to add up
MAY_BE_LEFT_OUT = re.compile(
    r"^(?:\(\?:[^()]+\)(?:\?|\{0,\d\}))+"
)  # groups at a pattern's beginning, such as (?:已)?(?:予以)?


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name rows or columns of a section's table.

    `core` are the words without what may be left out before them: found in the same texts, and many times as quick.
    `sure`: even where nothing says what the clause is about; `counts`: only with an amount."""

    section: str
    words: re.Pattern[str]
    core: re.Pattern[str]
    rows: Sums
    columns: Sums
    default: Sums
    sure: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """What a clause may be about."""

    section: str
    words: re.Pattern[str]
    headings: tuple[str, ...]
    others: tuple[str, ...]
    units: str
    default: Sums


@dataclass(frozen=True)
class Wording:
    """All of it. `fillers` say nothing more, `others` make another count of an amount, `none` says that there is none.

    `neutral` says nothing of what is counted; `bodies` and `periods` are other ones than the report's."""

    topics: tuple[Topic, ...]
    said: tuple[Phrase, ...]
    fillers: re.Pattern[str]
    others: re.Pattern[str]
    others_long: re.Pattern[str]  # those of several characters, which no filler may take apart
    none: re.Pattern[str]
    neutral: re.Pattern[str]
    bodies: re.Pattern[str]
    periods: re.Pattern[str]
    by_attribute: re.Pattern[str]

    @cached_property
    def said_about(self) -> Mapping[str, tuple[re.Pattern[str], tuple[Phrase, ...]]]:
        """The words that count in a clause about a section, or about none (""), behind a pattern found wherever one of them is."""
        found = {}
        for section in ("", *(topic.section for topic in self.topics)):
            said = tuple(one for one in self.said if one.section == section or one.sure)
            found[section] = _any([one.core.pattern for one in said]), said
        return found

    def topic_of(self, text: str) -> str:
        """The section that a clause is about by its own words, "" if it does not say."""
        return next((topic.section for topic in self.topics if topic.words.search(text)), "")

    def topic_of_heading(self, heading: str) -> str:
        """The section that a part is about by its heading."""
        return next((t.section for t in self.topics if any(word in heading for word in t.headings)), "")

    def topic(self, section: str) -> Topic:
        """The topic of that section."""
        return next(topic for topic in self.topics if topic.section == section)


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return data


def words_of(rule: str, name: str) -> tuple[str, ...]:
    """The entries of one of a rule's lists, each a regular expression."""
    return tuple(_data()[rule][name])


def any_of(rule: str, name: str) -> str:
    """A regular expression for any entry of one of a rule's lists; to stand in brackets, or alone."""
    return "|".join(words_of(rule, name))


@lru_cache(maxsize=16)
def wording_of(form: Form, year: int) -> Wording:
    """The wording for a form and the year reported on (0: not known)."""
    data = _data()
    words: Mapping[str, list[str]] = data["words"]
    said = tuple(one for entry in data["said"] if (one := _said(entry, form, year)))
    topics = tuple(
        Topic(
            e["section"],
            _any(e["words"]),
            tuple(e.get("headings", ())),
            tuple(e.get("others", ())),
            e.get("units", UNITS),
            _sums(e.get("default", ())),
        )
        for e in data["topic"]
    )
    others = words["others"]
    several = [word for word in others if len(word) > 1]
    return Wording(
        topics, said, _longest(words["fillers"]), _longest(others), _longest(several), _longest(words["none"]),
        _any(words["neutral"]), _longest(words["bodies"]), _any(words["periods"]), re.compile(data["words"]["by_attribute"]),
    )  # fmt: skip


def _said(entry: Mapping[str, Any], form: Form, year: int) -> Phrase | None:
    """An entry, without the rows and columns that the form does not have; None where nothing is left of it."""
    section = entry["section"]
    rows = _known(entry, "rows", {name.split(".")[1] for name in form.cells if name.startswith(f"{section}.")})
    columns = _known(entry, "columns", {name.split(".")[2] for name in form.cells if name.startswith(f"{section}.")})
    if not rows and not columns:
        return None
    years = {"last": str(year - 1), "this": str(year), "next": str(year + 1)} if year else {}
    patterns = [_with_years(word, years) for word in entry["words"]]
    default, flags = _sums(entry.get("default", ())), (entry.get("sure", False), entry.get("counts", False))
    core = _any([MAY_BE_LEFT_OUT.sub("", pattern) for pattern in patterns])
    return Phrase(section, _any(patterns), core, rows, columns, default, *flags)


def _known(entry: Mapping[str, Any], key: str, keys: set[str]) -> Sums:
    """The alternatives without keys that the form does not have, as rows that an older edition counted in one."""
    found = [tuple(name for name in names if name in keys) for names in entry.get(key, ())]
    return tuple(names for names in found if names)


def _with_years(word: str, years: Mapping[str, str]) -> str:
    for name in ("last", "this", "next"):
        word = word.replace(f"{{{name}}}", years.get(name, "(?!)"))
    return word


def _sums(value: Sequence[Sequence[str]]) -> Sums:
    return tuple(map(tuple, value))


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


def _longest(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
