"""What can be told of a draft at a glance: its year, when it was saved, or why it cannot be opened."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

YEAR = re.compile(rb"^year[ \t]*=[ \t]*(\d{4})\s*$", re.MULTILINE)
HEAD_BYTES = 4000  # the year stands before all that is long


class Glance(NamedTuple):
    """The year and the time of the last save, None if not known.

    `fault` says why the draft cannot be opened, "" if it can."""

    year: int | None = None
    saved: datetime | None = None
    fault: str = ""


def glance(path: Path) -> Glance:
    """Return what can be told of a draft without reading all of it."""
    try:
        if not path.is_file():
            return Glance(fault=_why_gone(path))
        said = path.stat()
        saved = datetime.fromtimestamp(said.st_mtime)
        if not said.st_size:  # one of the system's own may wait for ever for something to read
            return Glance(None, saved)
        with path.open("rb") as file:
            found = YEAR.search((b"\n" + file.read(HEAD_BYTES)).split(b"\n[")[0])
    except (OSError, ValueError, OverflowError):  # such as a network drive that is not there
        return Glance(fault="现在读不出来，请看看磁盘、U 盘或网络是否连着")
    return Glance(int(found[1]) if found else None, saved)


def _why_gone(path: Path) -> str:
    if path.parent.is_dir():
        return "不在了：可能被移走、改名或删除了"
    return "文件夹找不到了：可能被移走，或者 U 盘没有插"
