"""How texts speak of the tables' numbers: resources/wording.toml, made ready for one form and one year."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from model.checking.language.clauses import UNITS
from model.form.form import Form
from model.form.section import Section

FILE = Path(__file__).parents[3] / "resources" / "wording.toml"
Sums = tuple[tuple[str, ...], ...]  # alternatives, each the keys to add up
# At a pattern's beginning: groups and letters such as (?:已)?(?:予以)?《?
MAY_BE_LEFT_OUT = re.compile(r"^(?:(?:\(\?:[^()]+\)|\[[^]]+\]|[^\\()\[\]])(?:\?|\{0,\d\}))+")
CHOICE = re.compile(r"\(\?:((?:[^()]|\([^()]*\))+)\)(\??)(?![*+{])")  # a group at a pattern's beginning
NEXT_CHOICE = re.compile(r"\|(?![^()]*\))")  # a bar in it, but in no group of its own


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name rows or columns of a section's table.

    `core` are the words without what may be left out before them: found in the same texts, and many times as quick.
    `sure`: even where nothing says what the clause is about; `counts`: only with an amount; `only`: of these rows,
    whatever the clause says that it contains; `beside`: only in a sentence that says this as well."""

    section: str
    words: re.Pattern[str]
    core: re.Pattern[str]
    rows: Sums
    columns: Sums
    default: Sums
    sure: bool
    counts: bool
    only: bool
    beside: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Topic:
    """What a clause may be about.

    `apart`, `apart_columns`: keys of rows, and of columns, of which each thing is in one only, under each of several that are one role.
    `first`: the rows that are meant where none is named; `alone`: where nothing but the topic is; `with_more`: by an amount of
    `first` that contains more; `unanswered`: that an amount of answers may leave out; `other_behind`: found behind an amount that counts more than the topic, or something else; `of_kinds`: found
    in a clause without the words of the tables (bars), where it names kinds of what all is counted."""

    section: str
    words: re.Pattern[str]
    headings: tuple[str, ...]
    others: tuple[str, ...]
    units: str
    default: Sums
    first: Sums
    alone: Sums
    with_more: tuple[str, ...]
    unanswered: tuple[str, ...]
    apart: tuple[Sums, ...]
    apart_columns: tuple[Sums, ...]
    other_behind: re.Pattern[str] | None
    of_kinds: re.Pattern[str] | None


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
    passed_over: re.Pattern[str]

    @cached_property
    def said_about(self) -> Mapping[str, tuple[re.Pattern[str], tuple[Phrase, ...]]]:
        """The words that count in a clause about a section, or about none (""), behind a pattern found wherever one of them is."""
        found = {}
        for section in ("", *(topic.section for topic in self.topics)):
            said = tuple(one for one in self.said if one.section == section or one.sure)
            found[section] = _any([one.core.pattern for one in said]), said
        return found

    def topic_of(self, text: str) -> str:
        """Return the section that a clause is about by its own words, "" if it does not say."""
        if not self._any_topic.search(text):
            return ""
        return next((topic.section for topic in self.topics if topic.words.search(text)), "")

    @cached_property
    def _any_topic(self) -> re.Pattern[str]:
        """Any of the words of all topics: most clauses have none, which is told many times as quick."""
        return _any([topic.words.pattern for topic in self.topics])

    def topic_of_heading(self, heading: str) -> str:
        """Return the section that a part is about by its heading."""
        return next((t.section for t in self.topics if any(word in heading for word in t.headings)), "")

    def topic(self, section: str) -> Topic:
        """Return the topic of that section."""
        return self._topics[section]

    @cached_property
    def _topics(self) -> Mapping[str, Topic]:
        return {topic.section: topic for topic in reversed(self.topics)}  # of several the first


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return data


def words_of(rule: str, name: str) -> tuple[str, ...]:
    """Return the entries of one of a rule's lists, each a regular expression."""
    return tuple(_data()[rule][name])


def any_of(rule: str, name: str) -> str:
    """Return a regular expression for any entry of one of a rule's lists; to stand in brackets, or alone."""
    return "|".join(words_of(rule, name))


def cores(patterns: Sequence[str]) -> list[str]:
    """Return patterns found in the same texts, though not from the same place, and many times as quick."""
    return [spelled_out(_core(pattern)) for pattern in patterns]


def _core(pattern: str) -> str:
    """Return a pattern without what may be left out at its beginning."""
    return MAY_BE_LEFT_OUT.sub("", pattern)


def spelled_out(pattern: str) -> str:
    """Return a pattern that finds the same, with a choice at its beginning spelled out: (?:向|对)我 is 向我|对我.

    Where all choices begin with a letter, re looks for these first, many times as quick."""
    choice = CHOICE.match(pattern)
    if not choice:
        return pattern
    rest = pattern[choice.end() :]
    heads = [*NEXT_CHOICE.split(choice[1]), *[""] * bool(choice[2])]
    return "|".join(spelled_out(head + rest) for head in heads)


def number_of(rule: str, name: str) -> int:
    """Return a number that a rule goes by."""
    return int(_data()[rule][name])


def any_of_pattern(rule: str, name: str) -> re.Pattern[str]:
    """Return the pattern of any_of."""
    return re.compile(any_of(rule, name))


@lru_cache(maxsize=16)
def wording_of(form: Form, year: int) -> Wording:
    """Return the wording for a form and the year reported on (0: not known)."""
    data = _data()
    words: Mapping[str, list[str]] = data["words"]
    said = tuple(one for entry in data["said"] if (one := _said(entry, form, year)))
    topics = tuple(topic for entry in data["topic"] if (topic := _topic(entry, form)))
    others = words["others"]
    several = [word for word in others if len(word) > 1]
    return Wording(
        topics, said, _longest(words["fillers"]), _longest(others), _longest(several), _longest(words["none"]),
        _any([*map(spelled_out, words["neutral"])]), _longest(words["bodies"]), _any(cores(words["periods"])), _any(words["passed_over"]),
    )  # fmt: skip


def _topic(entry: Mapping[str, Any], form: Form) -> Topic | None:
    """Return an entry, with the keys that play the roles in this form; None where no section plays the topic's."""
    section = form.section_of_role(entry["section"])
    if section is None:
        return None
    default, first, alone = (_players(entry.get(key, ()), section) for key in ("default", "first", "alone"))
    more, unanswered = (_players([entry.get(key, ())], section) for key in ("with_more", "unanswered"))
    return Topic(
        section.key,
        _any([*map(spelled_out, entry["words"])]),
        tuple(entry.get("headings", ())),
        tuple(entry.get("others", ())),
        entry.get("units", UNITS),
        default,
        first,
        alone,
        more[0] if more else (),
        unanswered[0] if unanswered else (),
        _each_of(entry.get("apart", ()), section),
        _each_of(entry.get("apart_columns", ()), section),
        *(re.compile(entry[name]) if name in entry else None for name in ("other_behind", "of_kinds")),
    )


def _said(entry: Mapping[str, Any], form: Form, year: int) -> Phrase | None:
    """Return an entry, with the keys that play the roles in this form; None where nothing plays any of them."""
    section = form.section_of_role(entry["section"])
    if section is None:
        return None
    rows, columns, default = (_players(entry.get(key, ()), section) for key in ("rows", "columns", "default"))
    if not rows and not columns:
        return None
    years = {"last": str(year - 1), "this": str(year), "next": str(year + 1)} if year else {}
    patterns = [_with_years(word, years) for word in entry["words"]]
    sure, counts, only = (entry.get(name, False) for name in ("sure", "counts", "only"))
    beside = re.compile(entry["beside"]) if "beside" in entry else None
    return Phrase(
        section.key, _any(patterns), _any(cores(patterns)), rows, columns, default, sure, counts, only, beside
    )


def _players(sums: Sequence[Sequence[str]], section: Section) -> Sums:
    """Return the alternatives in keys instead of roles, without those that the form has nothing for."""
    found = [tuple(key for role in roles for key in section.roles.get(role, ())) for roles in sums]
    return tuple(keys for keys in found if keys)


def _each_of(kinds: Sequence[Sequence[str]], section: Section) -> tuple[Sums, ...]:
    """Return lists of roles with the keys that play each of them."""
    return tuple(_players([(role,) for role in roles], section) for roles in kinds)


def _with_years(word: str, years: Mapping[str, str]) -> str:
    for name in ("last", "this", "next"):
        word = word.replace(f"{{{name}}}", years.get(name, "(?!)"))
    return word


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


def _longest(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
