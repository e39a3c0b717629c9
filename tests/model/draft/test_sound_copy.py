"""A recovery copy holds the notes with the values, and one that no draft can hold costs no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from model.draft.draft_file import load_draft
from model.draft.sound_copy import sound_copy
from model.draft.toml_format import read_draft
from model.form.form import editions, load_form
from model.report.report import Confirmed, Notes, Report
from tests.samples import EXAMPLE

NAME, TOTAL = "requests.received.natural", "requests.handled.natural"


class Strange:
    """What no draft can hold."""

    def __repr__(self) -> str:
        return "红花镇"


def noted(reason: object) -> Report:
    notes = Notes((NAME,), {TOTAL: 61}, (Confirmed("in-force", (NAME,), reason),))
    return replace(load_draft(EXAMPLE)[0], notes=notes)


def copied(data: bytes) -> Report:
    return read_draft(data, load_form, editions())


def test_a_copy_holds_the_notes():
    report = noted("说明")
    copy = sound_copy(report, None, datetime.now(), b"")
    assert copy.is_readable and copy.in_words == () and copied(copy.data).has_same_content(report)


def test_a_strange_note_costs_no_other():
    report = noted(Strange())
    copy = sound_copy(report, None, datetime.now(), b"")
    assert copy.is_readable and copy.in_words == ("confirmed",) and "红花镇".encode() in copy.data
    read = copied(copy.data)
    assert read.values == report.values and read.notes == replace(report.notes, confirmed=())
