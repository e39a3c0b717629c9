"""Opening and saving a full draft, beside tomllib and tomli_w alone and the same flush to disk."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomli_w

from model.draft.draft_file import load_draft, save_draft
from model.draft.toml_format import draft_text
from tests.bench.line import Line
from tests.samples import EXAMPLE


def measured(folder: Path) -> Iterator[str]:
    """Yield the lines."""
    return (line.measured() for line in lines(folder))


def lines(folder: Path) -> list[Line]:
    """Return what is measured, with files in a folder."""
    report, data = load_draft(EXAMPLE)
    text = data.decode()
    loaded = tomllib.loads(text)
    path, plain = folder / "a.toml", folder / "b.toml"
    path.write_bytes(data)
    return [
        Line("open a draft", lambda: load_draft(path), lambda: tomllib.loads(text), 2),
        Line("save a draft", lambda: save_draft(path, report), lambda: save_plainly(plain, loaded), 2),
        Line("draft as text", lambda: draft_text(report), lambda: tomli_w.dumps(loaded), 2),
    ]


def save_plainly(path: Path, loaded: dict[str, Any]) -> None:
    """Write what is in a draft as TOML that is looked at once, and flush it to the disk."""
    written = tomli_w.dumps(loaded, multiline_strings=True)
    tomllib.loads(written)
    with path.open("wb") as file:
        file.write(written.encode())
        file.flush()
        os.fsync(file.fileno())
