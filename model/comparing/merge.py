"""Two people changed one draft: what each of them changed since it was opened, and the report that takes from both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from model.comparing.differences import names_shown
from model.report.on_form import on_form
from model.report.report import Confirmed, Notes, Part, Report, Value

MINE, THEIRS, BOTH = "mine", "theirs", "both"
Entry = TypeVar("Entry", bound=Part | Confirmed)
Key = tuple[tuple[str, ...], int]
Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Conflict:
    """A value that differs here and in the file: its name, its label, and what it was when the draft was opened."""

    name: str
    label: str
    base: Value | None
    mine: Value | None
    theirs: Value | None

    @property
    def proposal(self) -> str:
        """The proposed choice: the side that changed the value; if both did, BOTH for a text, otherwise MINE."""
        if self.mine == self.base:
            return THEIRS
        if self.theirs == self.base:
            return MINE
        return BOTH if self.may_be_both else MINE

    @property
    def is_contested(self) -> bool:
        """Whether both sides have changed it since the draft was opened."""
        return self.base not in (self.mine, self.theirs)

    @property
    def may_be_both(self) -> bool:
        """Whether both sides can be kept together, as with the parts of a text."""
        return bool(_parts(self.mine) and _parts(self.theirs))


def conflicts(base: Report | None, mine: Report, theirs: Report) -> list[Conflict]:
    """Return where two reports differ, in the order of the tabs; `base` is their common origin, None if not known."""
    base, theirs = on_form(base, mine.form) if base else None, on_form(theirs, mine.form)
    names = names_shown(mine.form, mine.values.keys() | theirs.values.keys())
    found = (_conflict(name, label, base, mine, theirs) for name, label in names.items())
    return [one for one in found if one.mine != one.theirs]


def merged(
    found: list[Conflict], choices: Mapping[str, str], base: Report | None, mine: Report, theirs: Report
) -> tuple[dict[str, Value | None], Notes]:
    """Return the changes to `mine` for the choices (MINE, THEIRS or BOTH by the name of a value), and its notes then.

    The notes are merged; if all choices are THEIRS, they are theirs too."""
    base, theirs = on_form(base, mine.form) if base else None, on_form(theirs, mine.form)
    changes = {one.name: _chosen(one, choices.get(one.name, one.proposal)) for one in found}
    changes = {name: value for name, value in changes.items() if value != mine.values.get(name)}
    if found and all(choices.get(one.name) == THEIRS for one in found):
        return changes, theirs.notes
    return changes, _merged_notes(base.notes if base else Notes(), mine.notes, theirs.notes)


def merged_kept(base: Report | None, mine: Report, theirs: Report) -> dict[str, Any]:
    """Return the other keys of the draft: each with the value of whoever changed it, mine if both did."""
    before = base.kept if base else {}
    names = [*mine.kept, *(name for name in theirs.kept if name not in mine.kept)]
    chosen = {name: _changed(before.get(name), mine.kept.get(name), theirs.kept.get(name)) for name in names}
    return {name: value for name, value in chosen.items() if value is not None}


def _merged_notes(base: Notes, mine: Notes, theirs: Notes) -> Notes:
    """Return the notes of whoever changed them; confirmations that both changed are merged."""
    # A cell that either side has touched is no longer a proposal from last year.
    proposed = tuple(name for name in mine.proposed if name in theirs.proposed)
    printed = _changed(base.printed, mine.printed, theirs.printed)
    confirmed = _changed(base.confirmed, mine.confirmed, theirs.confirmed)
    # If one side has withdrawn all, there is nothing to merge entry by entry.
    if mine.confirmed and theirs.confirmed and base.confirmed not in (mine.confirmed, theirs.confirmed):
        confirmed = tuple(_together(base.confirmed, mine.confirmed, theirs.confirmed))
    sentences = _changed(base.kept_sentences, mine.kept_sentences, theirs.kept_sentences)
    return Notes(proposed, printed, confirmed, sentences)


def _conflict(name: str, label: str, base: Report | None, mine: Report, theirs: Report) -> Conflict:
    before: Mapping[str, Value] = base.values if base else {}
    return Conflict(name, label, before.get(name), mine.values.get(name), theirs.values.get(name))


def _changed(base: Kept, mine: Kept, theirs: Kept) -> Kept:
    return theirs if mine == base else mine


def _chosen(one: Conflict, choice: str) -> Value | None:
    if choice == BOTH:
        return tuple(_together(_parts(one.base), _parts(one.mine), _parts(one.theirs))) or None
    return one.theirs if choice == THEIRS else one.mine


def _together(base: tuple[Entry, ...], mine: tuple[Entry, ...], theirs: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield the entries with the changes of both sides; a text that both changed comes twice, mine first."""
    old, ours, others = _by_key(base), _by_key(mine), _by_key(theirs)
    for key in ours | others:
        before, own, other = old.get(key), ours.get(key), others.get(key)
        if own in (before, other):
            chosen = [other]
        elif other == before:
            chosen = [own]
        else:
            chosen = [own, other] if isinstance(own, Part) else [own or other]
        yield from (entry for entry in chosen if entry is not None)


def _by_key(entries: tuple[Entry, ...]) -> dict[Key, Entry]:
    """Return the entries by what tells them apart: a part's heading or a warning's rule and cells, and a number."""
    found: dict[Key, Entry] = {}
    for entry in entries:
        name = (entry.heading.strip(),) if isinstance(entry, Part) else (entry.rule, *entry.cells)
        found[name, sum(other == name for other, _ in found)] = entry
    return found


def _parts(value: Value | None) -> tuple[Part, ...]:
    return value if isinstance(value, tuple) else ()
