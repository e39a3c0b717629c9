"""How a text calls its own body, against what kind of body it is: 我局 in the report of a town."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from model.checking.language.passages import Passage, Steps, Text
from model.checking.language.wording import any_of, words_of
from model.checking.texts.other_bodies import body_finding
from model.findings.finding import Finding

KINDS = words_of("stale-unit", "kinds")  # the first letter of what stands behind 我 is its kind
TOWNS = tuple(word[0] for word in words_of("stale-unit", "towns"))
NO_KIND = re.compile(any_of("stale-unit", "no_kind"))
KNOWN = re.compile(any_of("stale-unit", "known_kinds"))
OF_BODY = "|".join(KINDS)
SELF = re.compile(
    rf"我(?:{OF_BODY})|本(?<!{'本)(?<!'.join(words_of('stale-unit', 'not_self'))}本)(?:{OF_BODY})|全(?:{any_of('stale-unit', 'whole_towns')})"
)


# 镇党政办, of no town in particular.
DESK = re.compile(
    rf"(?:{any_of('stale-unit', 'before_desk')})(?P<words>(?P<kind>{any_of('stale-unit', 'towns')})(?:{any_of('stale-unit', 'town_desks')}))"
)
MAY_BE_DESK = re.compile(any_of("stale-unit", "town_desks"))


def own_kind_findings(unit: str, text: Text) -> Steps:
    """Yield each word for the own body that is another kind of body's, where it stands first."""
    name = NO_KIND.sub("", unit)
    if KNOWN.search(name) and SELF.search(text.text):
        yield from text.in_passages(partial(_found, unit, name, set()))
    if any(kind in name for kind in TOWNS) and MAY_BE_DESK.search(text.text):
        yield from text.in_passages(partial(_desks, unit, name))


def _desks(unit: str, name: str, text: Passage) -> Iterator[Finding]:
    """Yield the desks of another kind of town than this is."""
    for found in text.found(DESK):
        if found["kind"][0] not in name:
            yield body_finding(unit, text, found.span("words"))


def _found(unit: str, name: str, seen: set[str], text: Passage) -> Iterator[Finding]:
    is_town = any(kind in name for kind in TOWNS)
    for found in text.found(SELF):
        words = found[0]
        if words in seen or words[1] in name or (words[0] == "全" and not is_town):
            continue
        seen.add(words)
        yield body_finding(unit, text, found.span())
