"""What is told about an error that nobody foresaw, and what is not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from model.files.error_report import report_path, report_text, trace_of, write_report
from model.files.settings_folder import settings_folder
from tests.samples import ROOT

WHEN = datetime(2026, 1, 20, 9, 30, 5)


def raised(typed: str) -> Exception:
    """An error behind another, both with what was typed in their messages."""
    try:
        try:
            int(typed)
        except ValueError as error:
            raise RuntimeError(typed) from error
    except RuntimeError as error:
        return error
    raise AssertionError


def test_it_says_where_it_happened_and_nothing_of_what_was_typed_or_of_who_typed_it():
    trace = trace_of(raised("红花镇"))
    assert "builtins.RuntimeError" in trace and "builtins.ValueError" in trace
    assert "test_error_report.py" in trace and "in raised" in trace
    assert "红花镇" not in trace and f"{ROOT}" not in trace and f"{Path.home()}/" not in trace


def test_errors_behind_each_other_in_a_circle_come_to_an_end():
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert 1 < trace_of(one).count("Error") <= 10


def test_the_draft_goes_along_only_where_it_was_given():
    assert "没有附年报的内容" in report_text("trace", "Qt 6", WHEN)
    with_draft = report_text("trace", "Qt 6", WHEN, 'unit = "某镇"')
    assert "同意附上" in with_draft and 'unit = "某镇"' in with_draft and "没有附" not in with_draft
    assert "2026-01-20 09:30:05" in with_draft and "Qt 6" in with_draft


def test_it_is_written_even_with_half_a_character_in_it(tmp_path):
    path = report_path(tmp_path, WHEN)
    write_report(path, "前\ud83d后")
    assert path.read_text(encoding="utf-8") == "前?后" and path.parent.parent == tmp_path


def test_the_programs_own_folder_is_where_the_system_keeps_such_things(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative/one")
    assert settings_folder() == tmp_path / ".config" / "zfxxgk"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    assert settings_folder() == tmp_path / "own" / "zfxxgk"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    assert settings_folder() == tmp_path / "Roaming" / "zfxxgk"
