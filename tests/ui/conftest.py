"""What a test opens: a draft, last year's document, this year's report started from it, and the card between them."""

from __future__ import annotations

from pathlib import Path

import pytest

from export.word.document import word_bytes
from model.draft.draft_file import load_draft, save_draft
from tests.samples import EXAMPLE
from tests.ui.cards import Decided
from ui.window import import_actions


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The example in a folder of its own."""
    path = tmp_path / "青禾镇" / "草稿.toml"
    path.parent.mkdir()
    save_draft(path, load_draft(EXAMPLE)[0])
    return path


@pytest.fixture
def card(monkeypatch):
    """The card, which decides by itself."""
    monkeypatch.setattr(import_actions, "ImportDialog", Decided)
    monkeypatch.setattr(Decided, "decision", "next")
    monkeypatch.setattr(Decided, "corrections", {})
    return Decided


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """The example as a Word document."""
    path = tmp_path / "上年.docx"
    path.write_bytes(word_bytes(load_draft(EXAMPLE)[0]))
    return path


@pytest.fixture
def started(window, clerk, tmp_path):
    """A window with the report that follows the example."""
    path = tmp_path / "上年.toml"
    save_draft(path, load_draft(EXAMPLE)[0])
    clerk.draft = path
    window.workspace.open_actions.next_year()
    return window


@pytest.fixture
def tab(window):
    """The tab of the last section but one, of texts, of a new report."""
    window.workspace.open_actions.new()
    window.workspace.session.view.editor.show_tab_of("improvement")
    return window.workspace.session.view.editor.tab_of("improvement")
