"""A recovery copy that can be read back, whatever stands in the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from model.draft.draft_file import load_draft
from model.draft.recovery_copy import Copy, read_copy, write_copy
from model.draft.sound_copy import SoundCopy, sound_copy
from model.draft.toml_format import read_draft
from model.form.form import editions, load_form
from model.report.report import Confirmed, Notes, Part, Report
from tests.model.draft.strange import Strange
from tests.samples import EXAMPLE

NAME = "requests.received.natural"
WHEN = datetime(2026, 1, 20, 9, 30)


def copied(report: Report, of: Path | None = None) -> SoundCopy:
    return sound_copy(report, of, WHEN, b"before")


def recovered(folder: Path, copy: SoundCopy) -> Copy:
    """What the next start finds."""
    write_copy(folder / "copy.toml", copy.data)
    return read_copy(folder / "copy.toml", load_form, editions())


def test_a_sound_report_is_copied_whole_with_its_file_and_what_that_held(tmp_path):
    report = load_draft(EXAMPLE)[0]
    copy = copied(report, tmp_path / "草稿.toml")
    assert (copy.in_words, copy.is_readable) == ((), True)
    again = recovered(tmp_path, copy)
    assert (again.report, again.of, again.base, again.when) == (report, tmp_path / "草稿.toml", b"before", WHEN)


@pytest.mark.parametrize(
    "value", ["约三百件", 10**6000, 1.5, -1, Strange(), None], ids=lambda value: type(value).__name__
)
def test_one_value_that_no_draft_can_hold_costs_no_other_and_is_kept_in_words(tmp_path, value):
    report = load_draft(EXAMPLE)[0]
    report.values[NAME] = value
    copy = copied(report)
    assert (copy.in_words, copy.is_readable) == ((NAME,), True)
    again = recovered(tmp_path, copy).report
    assert {name: one for name, one in again.values.items() if name != NAME} == {
        name: one for name, one in report.values.items() if name != NAME
    }
    assert NAME in again.unfinished or NAME in again.kept["unfinished"]


def test_half_a_character_costs_nothing_but_itself(tmp_path):
    report = load_draft(EXAMPLE)[0]
    report.values["opening"] = "前半\ud83d后半"
    copy = copied(report)
    assert copy.is_readable and recovered(tmp_path, copy).report.text("opening") == "前半?后半"


def test_where_nothing_can_be_read_back_the_words_are_there_all_the_same(monkeypatch):
    def broken(*_: object) -> bytes:
        raise RuntimeError

    report = load_draft(EXAMPLE)[0]
    monkeypatch.setattr("model.draft.sound_copy.copy_bytes", broken)
    copy = copied(report)
    assert not copy.is_readable and report.unit.encode() in copy.data


def test_parts_and_keys_that_are_not_known_may_hold_what_cannot_be_written():
    report = load_draft(EXAMPLE)[0]
    report.values["overview"] = (Part("", Strange()), Part("一", "乙"))
    report.kept |= {"x": {"a": [1, 10**6000], "b": {"c": Strange(), "d": "丁"}}, "半\ud800": "half"}
    copy = copied(report)
    assert copy.is_readable and set(copy.in_words) == {"overview", "x"}
    assert b"0x" in copy.data and "红花镇".encode() in copy.data and "丁".encode() in copy.data
    assert "乙".encode() in copy.data


NAME, TOTAL = "requests.received.natural", "requests.handled.natural"


class Strange:
    """What no draft can hold."""

    def __repr__(self) -> str:
        return "红花镇"


def noted(reason: object) -> Report:
    notes = Notes((NAME,), {TOTAL: 61}, (Confirmed("in-force", (NAME,), reason),))
    return replace(load_draft(EXAMPLE)[0], notes=notes)


def copied_report(data: bytes) -> Report:
    return read_draft(data, load_form, editions())


def test_a_copy_holds_the_notes():
    report = noted("说明")
    copy = sound_copy(report, None, datetime.now(), b"")
    assert copy.is_readable and copy.in_words == () and copied_report(copy.data).has_same_content(report)


def test_a_strange_note_costs_no_other():
    report = noted(Strange())
    copy = sound_copy(report, None, datetime.now(), b"")
    assert copy.is_readable and copy.in_words == ("confirmed",) and "红花镇".encode() in copy.data
    read = copied_report(copy.data)
    assert read.values == report.values and read.notes == replace(report.notes, confirmed=())
