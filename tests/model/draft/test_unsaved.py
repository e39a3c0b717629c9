"""A copy is offered where it holds anything that the saved draft does not, and goes where it holds nothing more."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from model.draft.draft_file import load_draft, save_draft
from model.draft.recovery_copy import copy_bytes, write_copy
from model.draft.unsaved import Unsaved
from model.report.report import Confirmed, Notes, Report
from tests.samples import EXAMPLE

NAME = "requests.received.natural"


@pytest.fixture
def saved() -> Report:
    return replace(load_draft(EXAMPLE)[0], notes=Notes((NAME,), {"requests.handled.natural": 61}))


def offered(tmp_path: Path, saved: Report, copied: Report) -> bool:
    """Whether the copy of a report is offered beside the draft as it was saved; it is still there if it is."""
    draft, copy = tmp_path / "a.toml", tmp_path / "copies" / "b.toml"
    data = save_draft(draft, saved)
    write_copy(copy, copy_bytes(copied, draft, datetime.now(), data))
    found = Unsaved(copy.parent).next()
    assert copy.exists() is (found is not None)
    return found is not None


def test_a_copy_that_is_as_the_draft_goes(tmp_path, saved):
    assert not offered(tmp_path, saved, saved)


CONFIRMED = (Confirmed("in-force", (NAME,), "说明"),)


@pytest.mark.parametrize(
    "change", [{"confirmed": CONFIRMED}, {"proposed": ()}, {"printed": {}}], ids=lambda one: next(iter(one))
)
def test_a_copy_that_differs_in_its_notes_only_is_offered(tmp_path, saved, change):
    assert offered(tmp_path, saved, replace(saved, notes=replace(saved.notes, **change)))


def test_a_copy_that_differs_in_keys_that_are_not_known_here_is_offered(tmp_path, saved):
    assert offered(tmp_path, saved, replace(saved, kept=saved.kept | {"later": 1}))
