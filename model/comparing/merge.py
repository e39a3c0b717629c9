"""Two people changed one draft: what each of them changed since it was opened, and the report that takes from both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from model.comparing.differences import UNSEEN, names_shown
from model.report.on_form import on_form
from model.report.report import Confirmed, Part, Report, Value

MINE, THEIRS, BOTH = "mine", "theirs", "both"
Entry = Part | Confirmed
Key = tuple[tuple[str, ...], int]
Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Conflict:
    """A value that is not the same here and in the file: its name, its label, and what it was when the draft was opened."""

    name: str
    label: str
    base: Value | None
    mine: Value | None
    theirs: Value | None

    @property
    def proposal(self) -> str:
        """Whose value is proposed: that of the only one who changed it; of texts that both changed, both; else mine."""
        if self.mine == self.base:
            return THEIRS
        if self.theirs == self.base:
            return MINE
        return BOTH if self.may_be_both else MINE

    @property
    def is_contested(self) -> bool:
        """Whether both have changed it since the draft was opened."""
        return self.base not in (self.mine, self.theirs)

    @property
    def may_be_both(self) -> bool:
        """Whether both can be taken together: the parts of a text, the warnings that were confirmed."""
        return bool(_entries(self.mine) and _entries(self.theirs))


def conflicts(base: Report | None, mine: Report, theirs: Report) -> list[Conflict]:
    """Where two reports differ, in the order of the tabs; `base` is what both started from, None if that is not known."""
    base, theirs = on_form(base, mine.form) if base else None, on_form(theirs, mine.form)
    names = names_shown(mine.form, mine.values.keys() | theirs.values.keys())
    found = (_conflict(name, label, base, mine, theirs) for name, label in names.items())
    return [one for one in found if one.mine != one.theirs]


def merged(
    found: list[Conflict], choices: Mapping[str, str], base: Report | None, mine: Report, theirs: Report
) -> dict[str, Value | None]:
    """What must change in `mine` so that it is as chosen: MINE, THEIRS or BOTH by the name of a value.

    What no tab shows goes by the proposal, or with all the rest where that is all theirs; what either of the two has touched
    is no proposal from last year any more."""
    base, theirs = on_form(base, mine.form) if base else None, on_form(theirs, mine.form)
    all_theirs = bool(found) and all(choices.get(one.name) == THEIRS for one in found)
    unseen = [_conflict(name, name, base, mine, theirs) for name in UNSEEN]
    changes = {one.name: _chosen(one, choices.get(one.name, one.proposal)) for one in found}
    changes |= {one.name: _chosen(one, THEIRS if all_theirs else one.proposal) for one in unseen}
    if not all_theirs:
        changes["proposed"] = tuple(name for name in mine.proposed if name in theirs.proposed) or None
    return {name: value for name, value in changes.items() if value != mine.values.get(name)}


def merged_kept(base: Report | None, mine: Report, theirs: Report) -> dict[str, Any]:
    """What the draft holds besides: of each key the value of whoever changed it, mine where both did."""
    before = base.kept if base else {}
    names = [*mine.kept, *(name for name in theirs.kept if name not in mine.kept)]
    chosen = {name: _changed(before.get(name), mine.kept.get(name), theirs.kept.get(name)) for name in names}
    return {name: value for name, value in chosen.items() if value is not None}


def _conflict(name: str, label: str, base: Report | None, mine: Report, theirs: Report) -> Conflict:
    before: Mapping[str, Value] = base.values if base else {}
    return Conflict(name, label, before.get(name), mine.values.get(name), theirs.values.get(name))


def _changed(base: Kept, mine: Kept, theirs: Kept) -> Kept:
    return theirs if mine == base else mine


def _chosen(one: Conflict, choice: str) -> Value | None:
    if choice == BOTH:
        together = tuple(_together(_by_key(one.base), _by_key(one.mine), _by_key(one.theirs)))
        return together or None  # type: ignore[return-value]  # all of a kind
    return one.theirs if choice == THEIRS else one.mine


def _together(base: Mapping[Key, Entry], mine: Mapping[Key, Entry], theirs: Mapping[Key, Entry]) -> Iterator[Entry]:
    """Entry by entry what either has changed, added or taken away; a text that both changed stands there twice, mine first."""
    for key in [*mine, *(key for key in theirs if key not in mine)]:
        before, own, other = base.get(key), mine.get(key), theirs.get(key)
        if own in (before, other):
            chosen = [other]
        elif other == before:
            chosen = [own]
        else:
            chosen = [own, other] if isinstance(own, Part) else [own or other]
        yield from (entry for entry in chosen if entry is not None)


def _by_key(value: Value | None) -> dict[Key, Entry]:
    """The entries by what tells them apart: a part by its heading, a warning by its rule and cells, and the how-manieth it is."""
    found: dict[Key, Entry] = {}
    for entry in _entries(value):
        name = (entry.heading.strip(),) if isinstance(entry, Part) else (entry.rule, *entry.cells)
        found[name, sum(other == name for other, _ in found)] = entry
    return found


def _entries(value: Value | None) -> tuple[Entry, ...]:
    return tuple(entry for entry in value if isinstance(entry, Part | Confirmed)) if isinstance(value, tuple) else ()
