"""A draft on the disk that somebody else changes too."""

from __future__ import annotations

from pathlib import Path

from model.draft.draft_file import load_draft, save_draft
from model.report.report import Notes
from ui.window.file_notices import FILE

NAME, OTHER, TOTAL = "requests.received.natural", "requests.received.business", "requests.received.total"


def change_in_the_file(path: Path, notes: Notes | None = None, **values) -> None:
    """What somebody else saves, with their own program."""
    report = load_draft(path)[0]
    report.notes = notes or report.notes
    report.values |= {name.replace("__", "."): value for name, value in values.items()}
    save_draft(path, report)


def values(path: Path) -> dict:
    return load_draft(path)[0].values


def looked(window) -> str:
    """What stands below the tabs once the file has been looked at."""
    watch = window.workspace.session.file_notices.watch
    watch.look()
    watch.finish()
    return window.workspace.session.view.notices.text(FILE)
