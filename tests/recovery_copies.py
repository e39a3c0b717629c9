"""The recovery copies in a folder, also those that a window is writing."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from model.draft.recovery_copy import Copy, copy_paths, read_copy
from model.faults import Fault


def copies_in(folder: Path, form_of, editions) -> Iterator[Copy]:
    """The recovery copies in a folder, the newest first; what is no whole copy is passed over."""
    found = []
    for path in copy_paths(folder):
        with contextlib.suppress(Fault):
            found.append(read_copy(path, form_of, editions))
    yield from sorted(found, key=lambda copy: copy.when, reverse=True)
