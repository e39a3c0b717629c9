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


def own_kind_findings(unit: str, text: Text) -> Steps:
    """Yield each word for the own body that is another kind of body's, where it stands first."""
    name = NO_KIND.sub("", unit)
    if KNOWN.search(name) and SELF.search(text.text):
        yield from text.in_passages(partial(_found, unit, name, set()))


def _found(unit: str, name: str, seen: set[str], text: Passage) -> Iterator[Finding]:
    is_town = any(kind in name for kind in TOWNS)
    for found in text.found(SELF):
        words = found[0]
        if words in seen or words[1] in name or (words[0] == "全" and not is_town):
            continue
        seen.add(words)
        yield body_finding(unit, text, found.span())
