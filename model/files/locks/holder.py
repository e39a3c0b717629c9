"""The holder of a draft as its lock names it, written by this program or by anybody who may write there."""

from __future__ import annotations

import contextlib
import getpass
import os
import sys
import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

MACHINE_ID = Path("/etc/machine-id")
LONGEST_NAME_CHARACTERS = 40  # of a name that are shown
OLDEST_OPENING = timedelta(days=365)  # since when a draft can have been open: the year is not shown
UNKNOWN = "不知道是谁"

if sys.platform == "win32":
    import socket


@dataclass(frozen=True)
class Holder:
    """The holder of a draft: the user, the machine by name and by identifier, and since when."""

    user: str = UNKNOWN
    machine: str = "不知道哪台"
    node: str = ""
    since: datetime | None = None

    @property
    def words(self) -> str:
        """The holder in a sentence, such as “zhang”在电脑“PC-01”上从 11月24日 09:30 起."""
        since = f"从 {self.since:%m月%d日 %H:%M} 起" if self.since else ""
        me = myself()
        if (self.user, self.node) == (me.user, me.node):
            return f"您自己在这台电脑的另一个窗口里{since}"
        return f"“{self.user}”在电脑“{self.machine}”上{since}"


def myself() -> Holder:
    """Return the current user on this machine, as a holder from now on."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = UNKNOWN
    machine = _machine() or "没有名字的电脑"
    return Holder(_shown(user), _shown(machine), _node(), datetime.now().replace(microsecond=0))


def _machine() -> str:
    """Return the machine's name in the network, "" if it has none."""
    if sys.platform == "win32":
        return socket.gethostname()
    return os.uname().nodename  # the same; the sockets take as long to load as all files


def _node() -> str:
    """Return an identifier of this machine, the same for all its processes."""
    with contextlib.suppress(OSError, UnicodeDecodeError):  # only Linux has one
        if found := MACHINE_ID.read_text(encoding="utf-8").strip():
            return found
    from uuid import getnode  # delayed: not needed with Linux

    # Where Python lacks what asks the system, this is another number in each process.
    return f"{getnode():x}"


def holder_in(data: bytes) -> Holder | None:
    """Return who has written these bytes into a lock, None if nobody can tell."""
    with contextlib.suppress(ValueError, KeyError, RecursionError):
        found = tomllib.loads(data.decode())
        user, machine, node, since = (found[key] for key in ("user", "machine", "node", "since"))
        if all(isinstance(name, str) for name in (user, machine, node)) and isinstance(since, datetime):
            return Holder(_shown(user), _shown(machine), node, since if _is_likely(since) else None)
    return None


def _shown(name: str) -> str:
    """Return a name on one line, short, without invisible characters, text-direction marks or HTML tags."""
    seen = "".join(letter if letter.isprintable() and letter not in "<>" else " " for letter in name)
    words = " ".join(seen.split())
    return f"{words[:LONGEST_NAME_CHARACTERS]}…" if len(words) > LONGEST_NAME_CHARACTERS else words or UNKNOWN


def _is_likely(since: datetime) -> bool:
    """Return whether a draft can have been open since then; the clocks of two machines may differ by a day."""
    return since.tzinfo is None and timedelta(days=-1) < datetime.now() - since < OLDEST_OPENING
