"""The copy comes first and can be read: whatever the window is busy with, whatever stands in the report."""

from __future__ import annotations

import threading
import time
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from model.draft.draft_file import load_draft
from model.draft.recovery_copy import write_copy
from model.draft.sound_copy import sound_copy
from model.form.form import editions, load_form
from model.report.report import Confirmed, Notes, Part
from tests.clerk import type_number
from tests.model.draft.strange import Strange
from tests.recovery_copies import copies_in
from tests.samples import EXAMPLE
from ui.dialogs import message_boxes
from ui.document import autosave
from ui.document.open_document import OpenDocument
from ui.startup.restore import offer_recovery
from ui.window.file_notices import UNCOPIED

NAME, TOTAL = "requests.received.natural", "requests.received.total"
BUSY, SOON = 4, 3  # seconds that the window is busy, and within which the copy is there


def copies(folder: Path):
    return list(copies_in(folder, load_form, editions()))


def busy_until_copied(folder: Path, number: int) -> float:
    """Keeps this thread busy for four seconds as a slow rule would; the seconds after which the number was on the disk."""
    began, there = time.monotonic(), 0.0
    while time.monotonic() - began < BUSY:
        sum(range(5000))
        found = b"".join(path.read_bytes() for path in folder.glob("*.toml")) if not there else b""
        if b"natural = %d\n" % number in found:
            there = time.monotonic() - began
    return there


def test_the_copy_is_written_while_the_window_is_busy(window):
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    window.workspace.session.view.editor.go_to(NAME)
    table = window.workspace.session.view.editor.tab(window.workspace.session.view.editor.currentIndex()).table
    type_number(table, "77", leave=None)
    assert 0 < busy_until_copied(window.settings.recovery_folder, 77) < SOON
    table.cancel_editing()


def test_a_slow_rule_that_comes_before_everything_else_holds_no_copy_up(window, settings):
    document = OpenDocument.opened(EXAMPLE)
    took = []
    document.changed.connect(lambda: took.append(busy_until_copied(settings.recovery_folder, 77)))
    window.workspace.session.show(document)
    document.edit({NAME: 77}, "x")
    assert 0 < took[0] < SOON


def test_a_confirmation_alone_is_in_the_copy(window, qtbot):
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    document = window.workspace.session.document
    document.edit_notes(Notes((NAME,), {TOTAL: 5}, (Confirmed("in-force", (NAME,), "说明"),)), "核实无误")
    qtbot.waitUntil(lambda: copies(window.settings.recovery_folder) != [], timeout=SOON * 1000)
    (copy,) = copies(window.settings.recovery_folder)
    assert copy.report == document.report
    document.stack.setClean()


def test_a_million_letters_hold_no_key_up(window):
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    document = window.workspace.session.document
    document.report.values["overview"] = (Part("", "全年共受理政府信息公开申请12件，均已办结。\n" * 50_000),)
    window.workspace.session.autosave.write()
    began = time.monotonic()
    document.touched.emit()
    window.workspace.session.autosave.write()
    held_up = time.monotonic() - began
    window.workspace.session.autosave.finish()
    assert held_up < (time.monotonic() - began) / 3
    assert copies(window.settings.recovery_folder)[0].report.parts("overview")[0].text.endswith("办结。\n")


STRANGE = {
    "a year that is none": ("year", 22),
    "a text in a number's place": (NAME, "约三百件"),
    "a number too large": (NAME, 10**6000),
    "a number that is none": (NAME, Decimal("nan")),
    "an object": ("opening", Strange()),
    "nothing": ("unit", None),
}


@pytest.mark.parametrize(("name", "value"), STRANGE.values(), ids=STRANGE)
def test_one_strange_value_costs_no_other_and_is_told(window, clerk, qtbot, monkeypatch, name, value):
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    document = window.workspace.session.document
    document.report.values |= {"contact.office": "综合办", name: value}
    window.workspace.session.autosave.write()
    assert window.workspace.session.autosave.finish()
    qtbot.waitUntil(lambda: window.workspace.session.view.notices.text(UNCOPIED) != "")
    assert "尽快保存" in window.workspace.session.view.notices.text(UNCOPIED)
    (copy,) = copies(window.settings.recovery_folder)
    rest = {key: value for key, value in document.report.values.items() if key != name}
    assert {key: value for key, value in copy.report.values.items() if key != name} == rest
    assert (copy.report.unfinished | copy.report.kept.get("unfinished", {}))[name]
    document.report.values.pop(name)
    window.workspace.session.autosave.write()
    window.workspace.session.autosave.finish()
    qtbot.waitUntil(lambda: window.workspace.session.view.notices.text(UNCOPIED) == "")


def test_what_is_kept_in_words_is_shown_before_it_is_recovered(window, monkeypatch):
    report = load_draft(EXAMPLE)[0]
    report.values["opening"] = Strange()
    data = sound_copy(report, None, datetime.now(), b"").data
    write_copy(window.settings.recovery_folder / "a.toml", data)
    said = []
    monkeypatch.setattr(message_boxes, "ask_recover", lambda parent, title, lines: said.extend(lines) or "later")
    offer_recovery(window.workspace.session)
    assert any("没能照原样存下" in line and "红花镇" in line for line in said)


def test_a_copy_that_cannot_be_read_back_is_told_and_leaves_the_one_before(window, clerk, qtbot, monkeypatch):
    from model.draft import sound_copy as module

    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    window.workspace.session.document.edit({NAME: 55}, "x")
    window.workspace.session.autosave.write()
    assert window.workspace.session.autosave.finish()
    copy_bytes = module.copy_bytes
    monkeypatch.setattr(module, "copy_bytes", lambda *what: copy_bytes(*what).replace(b"natural = 77", b"natural = 7x"))
    window.workspace.session.document.edit({NAME: 77}, "x")
    window.workspace.session.autosave.write()
    assert not window.workspace.session.autosave.finish()
    qtbot.waitUntil(lambda: "读不回来" in window.workspace.session.view.notices.text(UNCOPIED))
    folder = window.settings.recovery_folder
    assert (
        ".toml" in window.workspace.session.view.notices.text(UNCOPIED) and copies(folder)[0].report.values[NAME] == 55
    )
    assert any(b"natural = 7x" in path.read_bytes() for path in folder.glob("*.toml"))
    monkeypatch.setattr(module, "copy_bytes", copy_bytes)
    window.workspace.session.autosave.write()
    assert window.workspace.session.autosave.finish() and len(list(folder.glob("*.toml"))) == 1
    qtbot.waitUntil(lambda: window.workspace.session.view.notices.text(UNCOPIED) == "")


def test_a_disk_that_keeps_something_else_is_told(window, clerk, qtbot, monkeypatch):
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    monkeypatch.setattr(autosave, "write_copy", lambda path, data: write_copy(path, data[:-50]))
    window.workspace.session.document.edit({NAME: 77}, "x")
    window.workspace.session.autosave.write()
    assert not window.workspace.session.autosave.finish()
    qtbot.waitUntil(lambda: "读不回来" in window.workspace.session.view.notices.text(UNCOPIED))


def test_a_copy_that_could_not_be_written_is_tried_again_without_a_key(window, clerk, qtbot, monkeypatch):
    from model.faults import Fault

    def refuse(path, data):
        raise Fault("磁盘满了。")

    monkeypatch.setattr(autosave, "RECOVERY_COPY_RETRY_S", 0.2)
    monkeypatch.setattr(autosave, "write_copy", refuse)
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    window.workspace.session.document.edit({NAME: 77}, "x")
    window.workspace.session.autosave.write()
    assert not window.workspace.session.autosave.finish()
    monkeypatch.setattr(autosave, "write_copy", write_copy)
    qtbot.waitUntil(lambda: copies(window.settings.recovery_folder) != [], timeout=3000)


def test_a_key_after_a_copy_that_failed_has_its_own_copy_soon_and_a_save_ends_the_warning(
    window, clerk, qtbot, monkeypatch, tmp_path
):
    from model.faults import Fault

    def refuse(path, data):
        raise Fault("磁盘满了。")

    monkeypatch.setattr(autosave, "write_copy", refuse)
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    window.workspace.session.document.path = None
    window.workspace.session.document.edit({NAME: 77}, "x")
    window.workspace.session.autosave.write()
    window.workspace.session.autosave.finish()
    qtbot.waitUntil(lambda: window.workspace.session.view.notices.text(UNCOPIED) != "")
    clerk.target = tmp_path / "a.toml"
    assert window.workspace.session.save()
    qtbot.waitUntil(lambda: window.workspace.session.view.notices.text(UNCOPIED) == "")
    window.workspace.session.document.edit({NAME: 78}, "x")
    window.workspace.session.autosave.write()
    window.workspace.session.autosave.finish()
    monkeypatch.setattr(autosave, "write_copy", write_copy)
    window.workspace.session.document.edit({NAME: 79}, "x")
    qtbot.waitUntil(lambda: copies(window.settings.recovery_folder) != [], timeout=3000)
    assert copies(window.settings.recovery_folder)[0].report.values[NAME] == 79


def test_a_closed_document_leaves_no_thread_and_writes_nothing_more(window, qtbot):
    before = threading.active_count()
    for _ in range(3):
        window.workspace.session.show(OpenDocument.opened(EXAMPLE))
        autosave = window.workspace.session.autosave
        window.workspace.session.document.edit({NAME: 77}, "x")
    window.workspace.session.close()
    autosave.write()
    assert not autosave.finish() and copies(window.settings.recovery_folder) == []
    qtbot.waitUntil(lambda: threading.active_count() <= before)  # a look at the disk ends by itself
    autosave.close()


def test_what_was_pasted_is_in_the_copy_whole_or_not_at_all(window):
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    names = list(window.workspace.session.document.report.form.inputs)
    seen, is_over = set(), threading.Event()

    def look():
        while not is_over.is_set():
            values = window.workspace.session.document.report.values
            seen.add(len({values[name] for name in names}))

    looks = threading.Thread(target=look)
    looks.start()
    for number in range(1000, 1060):
        window.workspace.session.document.apply(dict.fromkeys(names, number), Notes())
    is_over.set()
    looks.join()
    assert seen <= {1, len({load_draft(EXAMPLE)[0].values[name] for name in names})}
    window.workspace.session.document.stack.setClean()
