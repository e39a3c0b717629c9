"""The open document: saved, kept, let go."""

from __future__ import annotations

import tomllib

from PySide6.QtGui import QCloseEvent

from model.draft.draft_file import save_draft
from tests.clerk import type_number
from tests.samples import EXAMPLE, main_report
from tests.ui.tabs import field, table, write_fact


def test_saving_the_example_never_touches_the_program(window, clerk, tmp_path):
    window.workspace.open_actions.show_example()
    clerk.target = tmp_path / "a"
    window.workspace.session.save()
    assert clerk.proposed[-1].parent != EXAMPLE.parent


def test_closing_asks_only_where_something_is_unsaved(window, clerk):
    window.workspace.open_actions.new()
    window.closeEvent(event := QCloseEvent())
    assert event.isAccepted()
    assert clerk.asked == []
    type_number(table(window, "requests"), "5", leave=None)
    window.closeEvent(event := QCloseEvent())
    assert not event.isAccepted()
    assert len(clerk.asked) == 1
    assert window.workspace.session.document.numbers["requests.received.natural"] == 5


def test_what_stands_in_an_open_field_is_saved(window, clerk, tmp_path):
    window.workspace.open_actions.new()
    type_number(table(window, "requests"), "16", leave=None)
    clerk.target = tmp_path / "a.toml"
    assert window.workspace.session.save()
    assert tomllib.loads(clerk.target.read_text(encoding="utf-8"))["requests"]["received"]["natural"] == 16


def test_a_failed_save_leaves_the_work_unsaved_and_the_file_alone(window, clerk, tmp_path, monkeypatch):
    path = tmp_path / "a.toml"
    path.write_bytes(EXAMPLE.read_bytes())
    window.workspace.open_actions.open_path(path)
    write_fact(window, "unit", "丙")

    def fail(*_):
        raise OSError(28, "no space")

    monkeypatch.setattr("model.files.files.os.replace", fail)
    assert not window.workspace.session.save()
    assert "磁盘满" in clerk.told[0]
    assert window.isWindowModified()
    assert path.read_bytes() == EXAMPLE.read_bytes()


def test_a_draft_that_was_saved_while_it_is_opened_again_shows_what_was_saved(window, clerk, tmp_path):
    path = tmp_path / "甲.toml"
    save_draft(path, main_report())
    window.workspace.open_actions.open_path(path)
    write_fact(window, "unit", "乙镇人民政府")
    clerk.save = "save"
    window.workspace.open_actions.open_path(path)
    assert field(window, "unit").text() == "乙镇人民政府"
    assert not window.workspace.session.document.unsaved
