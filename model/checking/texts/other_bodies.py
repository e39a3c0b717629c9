"""Names of other bodies than the report's own, which a copied text has left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from model.checking.language.passages import Passage, Steps, Text
from model.checking.language.wording import any_of, any_of_pattern
from model.checking.texts.bodies_named import (
    ACTING,
    BY_SHORT_NAME,
    BY_WHOLE_NAME,
    NAMING,
    OF_ANOTHER,
    TOWN,
)
from model.checking.texts.words_around import CLAUSE_ENDS, SENTENCE_ENDS, Words, words_around
from model.findings.finding import WARNING, Finding, around

NOT_A_NAME = any_of_pattern("stale-unit", "not_a_name")
WITH_OTHERS = any_of_pattern("stale-unit", "with_others")
HAS_IT = re.compile(rf"(?:{any_of('stale-unit', 'town_offices')})?(?:{any_of('stale-unit', 'has_it')})")
NOT_ALONE = any_of_pattern("stale-unit", "not_alone")
OWN_TITLE = any_of_pattern("stale-unit", "own_title")
OFFICE = re.compile(r"(?:人民政府|办事处)$")
COUNTY = re.compile(r"^.*(?:县|市|区|旗|省)(?=..)")
TOWN_END = re.compile(rf"{TOWN}$")


def other_body_findings(unit: str, text: Text) -> Steps:
    """Yield each name of another body where it stands first; `unit` is the report's own body."""
    seen: set[str] = set()
    own = tuple(own_names(unit))
    for pattern, words in NAMING:
        if words.search(text.text):
            yield from text.in_passages(partial(_units, unit, own, pattern, seen))


def _units(
    unit: str, own: tuple[str, ...], pattern: re.Pattern[str], seen: set[str], text: Passage
) -> Iterator[Finding]:
    for found in text.found(pattern):
        part = "name" if found["name"] else "department"
        other, span = found[part], found.span(part)
        is_whole = part == "department" or pattern in BY_WHOLE_NAME
        if other in seen or _is_own(other, unit, own) or not _is_name(other, is_whole):
            continue
        if _is_meant(unit, text, pattern, found, other) or _is_named_by_the_way(text, span):
            continue
        seen.add(other)
        yield body_finding(unit, text, span)


def _is_own(other: str, unit: str, own: tuple[str, ...]) -> bool:
    """Return whether a name is the body's own, or a longer or shorter form of it."""
    is_longer = other.endswith(own) and not _is_of_other_county(other, unit)
    return OFFICE.sub("", other) in unit or unit in other or is_longer


def _is_name(other: str, is_whole: bool) -> bool:
    """Return whether what was found is a name; a whole one is, but for what the body calls itself."""
    return not (OWN_TITLE.search(other) if is_whole else NOT_A_NAME.search(TOWN_END.sub("", other)))


def _is_meant(unit: str, text: Passage, pattern: re.Pattern[str], found: re.Match[str], other: str) -> bool:
    """Return whether a department may well be named there: it is the body by a short name, or acts beside it."""
    if pattern is OF_ANOTHER and not _is_of_other_county(other, unit):
        return True
    if pattern in BY_SHORT_NAME and is_short_for(other, unit):
        return True
    return pattern in ACTING and not _acts_alone(text, found)


def body_finding(unit: str, text: Passage, span: tuple[int, int]) -> Finding:
    """Return what is told of words that stand for another body than the report's own."""
    start, end = span
    words, shown = text.text[start:end], around(text.text, start, end, 6, 8)
    message = f"{text.place}里写着“{words}”，本报告的单位是“{unit}”。请核对，是不是从别处抄来的？"
    return Finding(
        "stale-unit", WARNING, (text.name,), message, start=start, length=end - start, about=shown, kind=words
    )


def _acts_alone(text: Passage, found: re.Match[str]) -> bool:
    """Return whether nothing in its sentence says that a department is named beside the own body."""
    if found.groupdict().get("sure"):
        return True
    sentence = words_around(Words(text.flat, 0, 0), found.start() - text.start, SENTENCE_ENDS)
    return found.end() - text.start < len(text.flat) and not sentence.says(NOT_ALONE)


def _is_named_by_the_way(text: Passage, span: tuple[int, int]) -> bool:
    """Return whether a body stands in a list of those with whom something is done, or is named for what it has."""
    place = span[0] - text.start
    clause = words_around(Words(text.flat, 0, 0), place, CLAUSE_ENDS)
    is_listed = text.flat[:place].endswith("、") and WITH_OTHERS.search(text.flat, clause.start, place)
    return bool(is_listed or HAS_IT.match(text.flat, span[1] - text.start))


def is_short_for(name: str, unit: str) -> bool:
    """Return whether a department's name may be a short one of the body's: 城管局 of 城市管理局."""
    letters = iter(unit)
    return not _is_of_other_county(name, unit) and all(letter in letters for letter in COUNTY.sub("", name))


def _is_of_other_county(name: str, unit: str) -> bool:
    """Return whether a name begins with another county than the body's: 青山县民政局 beside 云溪县民政局."""
    county = COUNTY.match(name)
    return bool(county and len(county[0]) > 2 and COUNTY.match(unit) and county[0] not in unit)


def own_names(unit: str) -> list[str]:
    """Return the body's name and its shorter forms: without the county before it, without 人民政府 behind it."""
    town = OFFICE.sub("", unit)
    short = COUNTY.sub("", town)
    return [name for name in dict.fromkeys([unit, town, short]) if len(name) > 1]
