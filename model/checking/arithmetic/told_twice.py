"""The same count told twice in a report, and differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from model.checking.language.clauses import Clause, plain, sentences
from model.checking.language.passages import LONGEST, Text
from model.checking.language.wording import any_of, words_of
from model.findings.finding import WARNING, Finding

COUNT = r"\D{0,6}?(?P<number>\d{1,9}(?:,\d{3}){0,3})\s{0,4}(?P<about>[余多]?)(?P<unit>[条件篇份次场期])"
THINGS = tuple(re.compile(f"(?:{words}){COUNT}") for words in words_of("told-twice", "things"))
# What one channel published, in a sentence that says nothing else before it.
BEFORE = re.compile(rf"[\s，,、]*(?:(?:{any_of('told-twice', 'said_before')})[，,]?)*")
CHANNELS = tuple(
    re.compile(f"(?:{channel})(?:{any_of('told-twice', 'published')}){COUNT}")
    for channel in words_of("told-twice", "channels")
)
# What one account with a name published: “name” in its quotation marks, and the words for what.
ACCOUNT = re.compile(
    rf"""
    (?:{any_of("told-twice", "accounts")})
    (?P<what>[“"][^”"，。；]{{2,12}}[”"])
    (?:{any_of("told-twice", "in_all")})(?:共|累计)?(?P<published>{any_of("told-twice", "published")}){COUNT}""",
    re.VERBOSE,
)
QUOTES = ("“", '"')
OF_MATTER = re.compile(any_of("told-twice", "of_matter"))
IS_THING = re.compile(any_of("told-twice", "things"))
MAY_COUNT = re.compile(rf"{any_of('told-twice', 'things')}|信息\D{{0,6}}?\d")
YEAR = re.compile(r"20\d\d(?=年)")
ENDS = "。！？\n"
OF_SOME = re.compile(any_of("told-twice", "of_some"))


class Told(NamedTuple):
    """A count of one of THINGS (by its number), or of what an account published (by its words), with its place in a text."""

    thing: int | str
    value: str
    start: int
    end: int


def counts(text: str) -> Iterator[Told]:
    """Yield the counts for the whole year in a text, in order.

    A sentence that speaks of a part of it counts nothing."""
    done = 0
    for found in MAY_COUNT.finditer(text):
        if found.start() >= done:
            start, done = _sentence_around(text, found.start())
            flat = plain(text[start:done])
            if len({*YEAR.findall(flat)}) > 1:
                continue  # 2024年主动公开信息360条，2023年主动公开信息320条
            for clauses in sentences(flat, start) if IS_THING.search(flat) else ():
                yield from _of_sentence(clauses)
            yield from _of_channel(flat, start)
            yield from _of_accounts(flat, start)


def _sentence_around(text: str, place: int) -> tuple[int, int]:
    first, last = max(0, place - LONGEST), place + LONGEST
    start = max(text.rfind(mark, first, place) for mark in ENDS) + 1
    ends = [at for mark in ENDS if (at := text.find(mark, place, last)) >= 0]
    return max(start, first), min(ends, default=min(last, len(text)))


def _of_sentence(clauses: Sequence[Clause]) -> Iterator[Told]:
    for clause in clauses:
        if clause.depth or OF_SOME.search(clause.text):
            return
        for thing, pattern in enumerate(THINGS):
            for found in pattern.finditer(clause.text):
                yield from _told(thing, found, clause.start)


def _of_channel(flat: str, start: int) -> Iterator[Told]:
    """Yield what a sentence that begins at `start` tells of one channel."""
    before = BEFORE.match(flat)
    for thing, pattern in enumerate(CHANNELS, len(THINGS)):
        found = pattern.match(flat, before.end()) if before else None
        if found:
            yield from _told(thing, found, start)


def _of_accounts(flat: str, start: int) -> Iterator[Told]:
    """Yield what a sentence that begins at `start` tells of accounts by their names."""
    if not any(mark in flat for mark in QUOTES) or OF_MATTER.search(flat):
        return
    for found in ACCOUNT.finditer(flat):
        yield from _told(f"{found['what']}{found['published']}", found, start)


def _told(thing: int | str, found: re.Match[str], start: int) -> Iterator[Told]:
    """Yield a COUNT that was found in what begins at `start`, unless it is a rough one."""
    if not found["about"]:
        value = found["number"].replace(",", "") + found["unit"]
        yield Told(thing, value, start + found.start("number"), start + found.end())


def twice_findings(text: Text, own: Iterable[Told], before: Mapping[int | str, str]) -> Iterator[Finding]:
    """Yield the `own` counts of a text that were told otherwise, earlier in it or in a text before it.

    `before` gives those by thing."""
    known = dict(before)
    for told in own:
        other = known.setdefault(told.thing, told.value)
        if other != told.value and other[-1] == told.value[-1]:
            message = (
                f"{text.place}里这里写的是“{told.value}”，前面同一个数写的是“{other}”，两处不一样。请核对，改成一致。"
            )
            yield Finding(
                "text-number", WARNING, (text.name,), message,
                start=told.start, length=told.end - told.start, about=f"{other} {told.value}",
            )  # fmt: skip
