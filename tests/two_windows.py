"""Two real programs on one draft, in every order that matters: python -m tests.two_windows [EVERY]

The one opens, changes, saves and then closes or is killed; the other opens, changes and saves somewhere in between; with locks,
and on a disk that knows none. Nothing that was saved may be lost: it is in the draft, among its versions or in the other's copy."""

from __future__ import annotations

import itertools
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from model.draft.draft_file import load_draft, save_draft
from model.files.history import versions_of
from model.files.locks.draft_lock import lock_path
from tests.driven import NAME, Clerk
from tests.samples import EXAMPLE

FIRST, SECOND = ("open", "type", "save", "end"), ("open", "type", "save")
VALUES = {"first": 1, "second": 2}


@dataclass
class Two:
    """The two clerks, who are sent for again where they have been killed."""

    folder: Path
    has_locks: bool
    clerks: dict[str, Clerk] = field(default_factory=dict)

    def get(self, who: str) -> Clerk:
        """The clerk of that name, at a running program."""
        if who not in self.clerks:
            self.clerks[who] = Clerk(self.folder / who / "settings.ini")
            if not self.has_locks:
                self.clerks[who].does("no_locks")
        return self.clerks[who]

    def kill(self, who: str) -> None:
        """Ends a program as a power cut does."""
        self.clerks.pop(who).dies()


def orders() -> Iterator[tuple[str, ...]]:
    """Every order in which two who each do their own things one after the other can do them."""
    places = range(len(FIRST) + len(SECOND))
    for chosen in itertools.combinations(places, len(FIRST)):
        yield tuple("first" if place in chosen else "second" for place in places)


def fault_of(two: Two, order: tuple[str, ...], end: str, number: int) -> str:
    """What is wrong after one order of things, "" if nothing is."""
    draft = two.folder / f"{number}" / "草稿.toml"
    copy = two.folder / f"{number}" / "副本.toml"
    draft.parent.mkdir()
    save_draft(draft, load_draft(EXAMPLE)[0])
    left = {"first": list(FIRST), "second": list(SECOND)}
    open_now: set[str] = set()
    saved: list[int] = []
    seen: dict[str, int] = {}  # how many saves of the draft each has seen
    for who in order:
        what, clerk = left[who].pop(0), two.get(who)
        if what == "end" and end == "kill":
            two.kill(who)
            open_now.discard(who)
            continue
        words = {"open": [draft], "type": [VALUES[who]]}.get(what, [])
        clerk.does("answer", "target", copy)
        shown = clerk.does("close" if what == "end" else what, *words)
        if what == "open":
            is_own = shown["path"] == str(draft)
            if two.has_locks and open_now and is_own:
                return f"{who} has the draft while {open_now} has it"
            if not open_now and not is_own:
                return f"{who} was kept from a draft that nobody has: {shown['said']}"
            open_now |= {who} if is_own else set()
            seen[who] = len(saved)
        if what == "save":
            if not shown["done"]:
                return f"{who} could not save: {shown['said']}"
            was_asked = any(sentence.startswith("merge") for sentence in shown["said"])
            if shown["path"] == str(draft) and was_asked != (seen[who] < len(saved)):
                return f"{who} was {'' if was_asked else 'not '}asked about what the other saved"
            saved += [VALUES[who]] * (shown["path"] == str(draft))
            seen[who] = len(saved)
        if what == "end":
            open_now.discard(who)
    two.get("second").does("close")
    return _lost(two, draft, copy, saved) or _left(two, draft, end)


def _lost(two: Two, draft: Path, copy: Path, saved: list[int]) -> str:
    """What was saved and is nowhere any more."""
    drafts = [draft, *(version.path for who in VALUES for version in versions_of(draft, two.folder / who))]
    found = [load_draft(path)[0].values[NAME] for path in (*drafts, *([copy] if copy.exists() else []))]
    lost = {10, *saved} - set(found) if saved else set()
    return f"{lost} was saved and is lost; there is {found}" if lost else ""


def _left(two: Two, draft: Path, end: str) -> str:
    if end == "close" and lock_path(draft).exists():
        return "a lock is left behind"
    return "a temporary file is left behind" if list(draft.parent.glob("*.tmp")) else ""


def faults(every: int = 1) -> Iterator[tuple[int, str]]:
    """The number of each case and what was wrong with it; `every` takes only one of so many."""
    cases = list(itertools.product((True, False), ("close", "kill"), orders()))
    for has_locks in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            two = Two(Path(folder), has_locks)
            for number, (locks, end, order) in enumerate(cases):
                if locks == has_locks and number % every == 0:
                    fault = fault_of(two, order, end, number)
                    yield number, f"{'' if locks else 'no locks, '}{end}, {' '.join(order)}: {fault}" if fault else ""
            for who in list(two.clerks):
                two.kill(who)


def main(every: int = 1) -> int:
    """Tries every order; prints what was tried, survived and lost."""
    found = list(faults(every))
    bad = [fault for _, fault in found if fault]
    print(*bad, f"tried {len(found)}, survived {len(found) - len(bad)}, lost {len(bad)}", sep="\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
