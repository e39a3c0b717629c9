"""Two people changed one draft: what each of them changed since it was opened, and the report that takes from both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from model.differences import UNSEEN, names_shown
from model.report import Confirmed, Part, Report, Value

MINE, THEIRS, BOTH = "mine", "theirs", "both"


@dataclass(frozen=True)
class Meeting:
    """A value that is not the same here and in the file: its name, its label, and what it was when the draft was opened."""

    name: str
    label: str
    base: Value | None
    mine: Value | None
    theirs: Value | None

    @property
    def proposal(self) -> str:
        """Whose value is proposed: that of the only one who changed it; of texts and confirmed warnings that both changed, both; else mine."""
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
        """Whether both can be kept one behind the other."""
        return bool(_entries(self.mine) and _entries(self.theirs))


def meetings(base: Report | None, mine: Report, theirs: Report) -> list[Meeting]:
    """Where two reports differ, in the order of the tabs; `base` is what both started from, None if that is not known."""
    before: Mapping[str, Value] = base.values if base else {}
    names = names_shown(mine.form, mine.values.keys() | theirs.values.keys())
    return [
        Meeting(name, label, before.get(name), mine.values.get(name), theirs.values.get(name))
        for name, label in names.items()
        if mine.values.get(name) != theirs.values.get(name)
    ]


def merged(
    found: list[Meeting], choices: Mapping[str, str], base: Report | None, mine: Report, theirs: Report
) -> dict[str, Value | None]:
    """What must change in `mine` so that it is as chosen: MINE, THEIRS or BOTH by the name of a value.

    What no tab shows goes by the proposal."""
    before: Mapping[str, Value] = base.values if base else {}
    unseen = [Meeting(name, name, before.get(name), mine.values.get(name), theirs.values.get(name)) for name in UNSEEN]
    changes = {one.name: _chosen(one, choices.get(one.name, one.proposal)) for one in [*found, *unseen]}
    return {name: value for name, value in changes.items() if value != mine.values.get(name)}


def _chosen(one: Meeting, choice: str) -> Value | None:
    if choice == BOTH:
        mine = _entries(one.mine)
        theirs = (entry for entry in _entries(one.theirs) if entry not in mine)
        return (*mine, *theirs)  # type: ignore[return-value]  # all of a kind
    return one.theirs if choice == THEIRS else one.mine


def _entries(value: Value | None) -> tuple[Part | Confirmed, ...]:
    """The parts of a text or the warnings that were confirmed, which can stand one behind the other."""
    return tuple(entry for entry in value if isinstance(entry, Part | Confirmed)) if isinstance(value, tuple) else ()
