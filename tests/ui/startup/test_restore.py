"""What was typed and not saved comes back after a crash; a clean close leaves nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from model.comparing.differences import differences
from model.draft import unsaved as unsaved_work
from model.draft.draft_file import load_draft, save_draft
from model.draft.recovery_copy import DISCARDED, copy_bytes, discard, forget_old, write_copy
from model.files.history import VERSIONS_FOLDER as VERSIONS
from model.files.locks.draft_lock import acquire_lock
from model.form.form import editions, load_form
from model.report.report import Report
from tests.clerk import type_number, write
from tests.recovery_copies import copies_in
from tests.samples import EXAMPLE, ROOT
from tests.ui.cards import doubtful_page
from ui.basics.fields import PLACE_PROPERTY
from ui.dialogs import message_boxes
from ui.dialogs.recovery_dialog import PATH_ROLE
from ui.document.open_document import OpenDocument
from ui.startup.restore import offer_recovery
from ui.window.file_notices import UNCOPIED

NAME = "requests.received.natural"
# A clerk who types, and whose power goes away.
KILLED = """
import os, sys, time
sys.path.insert(0, {root!r})
from pathlib import Path
from threading import Event
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from ui.basics.settings import Settings
from ui.application import prepare
from ui.window.main_window import MainWindow
app = QApplication([])
prepare(app)
window = MainWindow(Settings(QSettings({ini!r}, QSettings.Format.IniFormat)))
window.show()
window.workspace.open_actions.open_path(Path({draft!r}))
window.workspace.session.document.edit({{"{name}": 77}}, "x")
until = time.monotonic() + 2.0
while time.monotonic() < until:
    app.processEvents()
    time.sleep(0.01)
os.kill(os.getpid(), 9)
"""

# A clerk who corrects what was read of last year's document, and whose power goes away.
KILLED_WHILE_READING = """
import os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from threading import Event
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from tests.ui.cards import type_into
from ui.basics.settings import Settings
from ui.application import prepare
from ui.reading.import_dialog import ImportDialog
from ui.window.main_window import MainWindow
app = QApplication([])
prepare(app)
window = MainWindow(Settings(QSettings({ini!r}, QSettings.Format.IniFormat)))
window.show()

def correct():
    card = app.activeModalWidget()
    assert isinstance(card, ImportDialog)
    type_into(card, "requests.carried_out.natural", "77")
    QTimer.singleShot(2000, lambda: os.kill(os.getpid(), 9))

QTimer.singleShot(300, correct)
window.workspace.open_actions.open_path(Path({document!r}))
"""


def unsaved() -> Report:
    """The example with a number that no file holds."""
    report = load_draft(EXAMPLE)[0]
    report.values[NAME] = 77
    return report


def copies(folder: Path):
    return list(copies_in(folder, load_form, editions()))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.toml"
    save_draft(path, load_draft(EXAMPLE)[0])
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_two_seconds_after_a_change_it_survives_a_crash(window, clerk, draft, tmp_path, monkeypatch):
    ini = str(tmp_path / "settings.ini")
    script = KILLED.format(root=str(ROOT), ini=ini, draft=str(draft), name=NAME)
    done = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True
    )
    assert done.returncode == -9
    asked = []
    monkeypatch.setattr(
        message_boxes, "ask_recover", lambda parent, title, lines: asked.append((title, lines)) or "recover"
    )
    offer_recovery(window.workspace.session)
    assert (
        window.workspace.session.document.report.values[NAME] == 77
        and window.workspace.session.document.path == draft
        and window.workspace.session.document.unsaved
    )
    assert any("自然人”：10 → 77" in line for line in asked[0][1])
    assert load_draft(draft)[0].values[NAME] == 10
    assert window.workspace.session.save() and load_draft(draft)[0].values[NAME] == 77
    window.workspace.session.autosave.finish()
    assert copies(window.settings.recovery_folder) == []


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_what_is_corrected_in_a_reading_survives_a_crash_and_says_what_it_is(window, tmp_path, monkeypatch):
    document, ini = tmp_path / "上年.html", str(tmp_path / "settings.ini")
    document.write_bytes(doubtful_page(handled__natural=61))
    done = subprocess.run(
        [sys.executable, "-c", KILLED_WHILE_READING.format(root=str(ROOT), ini=ini, document=str(document))],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True,
    )  # fmt: skip
    assert done.returncode == -9, done.stderr
    asked = []
    monkeypatch.setattr(
        message_boxes, "ask_recover", lambda parent, title, lines: asked.extend([title, *lines]) or "recover"
    )
    offer_recovery(window.workspace.session)
    assert "正在核对的报告“上年.html”" in asked[0] and any("再由它新建" in line for line in asked)
    recovered = window.workspace.session.document
    assert recovered.report.values["requests.carried_out.natural"] == 77 and recovered.path is None
    assert recovered.unsaved and recovered.report.notes.printed == {"requests.handled.natural": 61}
    (copy,) = copies(window.settings.recovery_folder)  # from now on that of an open draft
    assert copy.read_from == ""


def test_a_new_report_that_was_never_saved_has_its_copy_and_a_clean_close_leaves_none(window, qtbot):
    window.workspace.open_actions.new()
    window.workspace.session.document.edit({"unit": "青禾镇人民政府"}, "x")
    folder = window.settings.recovery_folder
    qtbot.waitUntil(lambda: copies(folder) != [], timeout=3000)
    (copy,) = copies(folder)
    assert copy.of is None and copy.report.unit == "青禾镇人民政府"
    window.workspace.session.close()
    assert copies(folder) == [] and list(folder.glob("*.lock")) == []


def test_a_copy_comes_within_two_seconds_however_fast_the_typing_goes_on(window, qtbot):
    window.workspace.open_actions.new()
    folder = window.settings.recovery_folder
    began = time.monotonic()
    count = 0
    while not (folder.is_dir() and copies(folder)):
        count += 1
        window.workspace.session.document.edit({"unit": "镇" * (count % 50 + 1)}, "x", merge="unit")
        qtbot.wait(20)
        assert time.monotonic() - began < 3
    assert count > 20


def test_what_stands_in_an_open_field_is_in_the_copy(window, qtbot):
    window.workspace.open_actions.new()
    window.workspace.session.view.editor.go_to(NAME)
    table = window.workspace.session.view.editor.tab(window.workspace.session.view.editor.currentIndex()).table
    type_number(table, "42", leave=None)
    folder = window.settings.recovery_folder
    qtbot.waitUntil(lambda: folder.is_dir() and copies(folder) != [], timeout=3000)
    assert copies(folder)[0].report.values[NAME] == 42 and NAME not in window.workspace.session.document.report.values
    table.cancel_editing()
    window.workspace.session.autosave.write()
    window.workspace.session.autosave.finish()
    assert NAME not in copies(folder)[0].report.values


def test_the_work_of_a_colleague_that_came_meanwhile_is_not_undone_by_recovering(window, clerk, draft, monkeypatch):
    report, data = load_draft(draft)
    report.values[NAME] = 77
    write_copy(window.settings.recovery_folder / "a.toml", copy_bytes(report, draft, datetime.now(), data))
    theirs = load_draft(draft)[0]
    theirs.values["requests.received.business"] = 55
    save_draft(draft, theirs)
    monkeypatch.setattr(message_boxes, "ask_recover", lambda *_: "recover")
    offer_recovery(window.workspace.session)
    clerk.merge = lambda dialog: "save"
    assert window.workspace.session.save()
    saved = load_draft(draft)[0].values
    assert (saved[NAME], saved["requests.received.business"]) == (77, 55)


def test_a_draft_that_somebody_has_open_by_now_is_recovered_without_its_file_and_that_is_said(
    window, clerk, draft, monkeypatch
):
    lock = acquire_lock(draft)
    write_copy(window.settings.recovery_folder / "a.toml", copy_bytes(unsaved(), draft, datetime.now()))
    monkeypatch.setattr(message_boxes, "ask_recover", lambda *_: "recover")
    offer_recovery(window.workspace.session)
    assert window.workspace.session.document.path is None and "另存为" in clerk.told[-1]
    lock.release()


def test_recovered_work_goes_on_where_it_was(window, qtbot, monkeypatch, draft):
    window.workspace.open_actions.open_path(draft)
    view, session = window.workspace.session.view, window.workspace.session
    view.go_to("disputes.review.pending")
    type_number(view.editor.tab_of("disputes").table, "7")
    place = view.editor.place
    session.write_copy()
    [copy] = window.settings.recovery_folder.glob("*.toml")
    data = copy.read_bytes()
    session.close()
    write_copy(copy, data)
    window.settings.keep_place(draft, "contact.telephone")  # from an earlier day
    monkeypatch.setattr(message_boxes, "ask_recover", lambda *_: "recover")
    offer_recovery(session)
    assert session.document.path == draft and session.document.unsaved
    assert session.view.editor.place == place == session.view.editor.focused_place
    assert place.startswith("disputes.")


@pytest.mark.parametrize("name", ["overview[1].text", "opening"])
@pytest.mark.parametrize("noted", ["as it was", "99999999999999999999", "-3", "'x'", None])
def test_recovered_work_goes_on_between_the_words_where_it_was(window, qtbot, monkeypatch, draft, name, noted):
    window.workspace.open_actions.open_path(draft)
    session = window.workspace.session
    session.view.go_to(name, 7)
    write(window.focusWidget(), "新写的")
    text, place = window.focusWidget().content, window.focusWidget().cursor_place
    assert text[place - 3 : place] == "新写的" and place == 10
    session.write_copy()
    [copy] = window.settings.recovery_folder.glob("*.toml")
    data = copy.read_bytes()
    session.close()
    line = b"cursor = 10\n"
    assert line in data
    if noted != "as it was":  # in a copy by hand, or by an earlier edition of the program
        data = data.replace(line, f"cursor = {noted}\n".encode() if noted else b"")
    write_copy(copy, data)
    monkeypatch.setattr(message_boxes, "ask_recover", lambda *_: "recover")
    offer_recovery(session)
    field = window.focusWidget()
    assert field.property(PLACE_PROPERTY) == name and field.content == text
    if noted == "as it was":
        assert field.cursor_place == place and not field.textCursor().hasSelection()


def test_a_copy_knows_the_page_that_was_looked_at_last_also_where_nothing_was_typed_there(window, qtbot, draft):
    window.workspace.open_actions.open_path(draft)
    session = window.workspace.session
    session.view.go_to("disputes.review.pending")
    type_number(session.view.editor.tab_of("disputes").table, "7")

    def place() -> str:
        found = copies(window.settings.recovery_folder)
        return found[0].place if found else ""

    qtbot.waitUntil(lambda: place().startswith("disputes."), timeout=5000)
    session.view.editor.show_tab_of("overview")
    qtbot.waitUntil(lambda: place() == "overview[0].text", timeout=5000)
    session.document.stack.setClean()


def test_the_copy_survives_odd_characters_and_odd_names(tmp_path):
    report = load_draft(EXAMPLE)[0]
    report.values["opening"] = "半个\ud800字"
    odd = Path(os.fsdecode(b"/tmp/\xc7\xe0\xba\xcc.toml"))
    write_copy(tmp_path / "a.toml", copy_bytes(report, odd, datetime.now()))
    (copy,) = copies(tmp_path)
    assert copy.of == odd and copy.report.text("opening") == "半个?字"


def test_a_discarded_copy_and_a_version_open_as_new_work(window, clerk, draft, tmp_path):
    for path in (window.settings.recovery_folder / DISCARDED / "a.toml", tmp_path / VERSIONS / "x" / "b.toml"):
        write_copy(path, copy_bytes(load_draft(EXAMPLE)[0], draft, datetime.now()))
        window.workspace.open_actions.open_path(path)
        assert window.workspace.session.document.path is None and window.workspace.session.document.unsaved
        clerk.target = tmp_path / "c.toml"
        assert window.workspace.session.save() and b"recovery" not in clerk.target.read_bytes()


def test_a_draft_that_may_only_be_looked_at_has_no_copy(window, draft, qtbot):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.read_only = "只能看。"
    window.workspace.session.document.edit({NAME: 3}, "x")
    qtbot.wait(1500)
    assert not window.settings.recovery_folder.exists() or copies(window.settings.recovery_folder) == []


def test_what_was_typed_back_is_not_asked_about(window, draft, monkeypatch):
    folder = window.settings.recovery_folder
    write_copy(folder / "a.toml", copy_bytes(load_draft(draft)[0], draft, datetime.now()))
    monkeypatch.setattr(message_boxes, "ask_recover", lambda *_: 1 / 0)
    offer_recovery(window.workspace.session)
    assert copies(folder) == []


def test_of_two_crashed_drafts_the_other_is_mentioned(window, clerk):
    for name in ("a", "b"):
        write_copy(window.settings.recovery_folder / f"{name}.toml", copy_bytes(unsaved(), None, datetime.now()))
    clerk.recover = lambda dialog: dialog.list.currentItem().data(PATH_ROLE)
    offer_recovery(window.workspace.session)
    assert "还有 1 份" in window.workspace.session.view.notices.text("more")


def test_a_file_saved_later_than_the_copy_is_warned_of(window, draft, monkeypatch):
    write_copy(window.settings.recovery_folder / "a.toml", copy_bytes(unsaved(), draft, datetime(2026, 1, 5)))
    said = []
    monkeypatch.setattr(message_boxes, "ask_recover", lambda parent, title, lines: said.extend(lines) or "later")
    offer_recovery(window.workspace.session)
    assert any("以后又保存过" in line for line in said)


def test_what_was_read_of_a_document_has_its_copy_before_anything_is_typed(window, qtbot):
    window.workspace.session.show(OpenDocument(unsaved(), is_new_work=True))
    folder = window.settings.recovery_folder
    qtbot.waitUntil(lambda: folder.is_dir() and copies(folder) != [], timeout=3000)
    assert copies(folder)[0].report.values[NAME] == 77


def test_another_window_that_is_still_open_is_left_alone(window, draft, monkeypatch):
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 5}, "x")
    window.workspace.session.autosave.write()
    window.workspace.session.autosave.finish()
    monkeypatch.setattr(message_boxes, "ask_recover", lambda *_: 1 / 0)
    offer_recovery(window.workspace.session)


def test_discarded_copies_stay_a_month_and_later_means_later(window, draft, tmp_path, monkeypatch):
    folder = window.settings.recovery_folder
    write_copy(folder / "a.toml", copy_bytes(unsaved(), draft, datetime.now()))
    monkeypatch.setattr(message_boxes, "ask_recover", lambda *_: "later")
    offer_recovery(window.workspace.session)
    assert len(copies(folder)) == 1 and window.workspace.session.document is None
    monkeypatch.setattr(message_boxes, "ask_recover", lambda *_: "discard")
    offer_recovery(window.workspace.session)
    assert copies(folder) == [] and (folder / DISCARDED / "a.toml").exists()
    forget_old(folder, datetime.now())
    assert (folder / DISCARDED / "a.toml").exists()
    data = (folder / DISCARDED / "a.toml").read_bytes()
    old = time.time() - 40 * 24 * 3600
    os.utime(folder / DISCARDED / "a.toml", (old, old))
    for _ in range(2):
        forget_old(folder, datetime.now())
        (kept,) = (folder / DISCARDED).iterdir()  # the clock may have been wrong when it was discarded, or be wrong now
        assert kept.read_bytes() == data
    forget_old(folder, datetime.now() + timedelta(days=40))
    assert list((folder / DISCARDED).iterdir()) == []


def test_a_copy_is_the_whole_report_and_what_is_none_is_passed_over(tmp_path, draft):
    report = load_draft(EXAMPLE)[0]
    write_copy(tmp_path / "r" / "a.toml", copy_bytes(report, draft, datetime.now()))
    for name, data in (("b", b""), ("c", draft.read_bytes()), ("d", b"\xff\xfe"), ("e", b"draft = 1")):
        (tmp_path / "r" / f"{name}.toml").write_bytes(data)
    (copy,) = copies(tmp_path / "r")
    assert copy.report == report and copy.of == draft
    assert differences(copy.report, report) == []
    discard(copy.path)
    assert copies(tmp_path / "r") == []


def test_a_disk_that_takes_no_copy_is_told_once(window, qtbot, monkeypatch):
    from model.faults import Fault
    from ui.document import autosave

    def refuse(path, data):
        raise Fault("磁盘满了。")

    window.workspace.open_actions.new()
    told = []
    window.workspace.session.autosave.failed.connect(told.append)
    monkeypatch.setattr(autosave, "write_copy", refuse)
    for number in range(3):
        window.workspace.session.document.edit({"unit": "镇" * (number + 1)}, "x")
        window.workspace.session.autosave.write()
    window.workspace.session.autosave.finish()
    qtbot.waitUntil(lambda: told != [])
    qtbot.wait(50)
    assert len(told) == 1 and "尽快保存" in told[0]
    assert "尽快保存" in window.workspace.session.view.notices.text(UNCOPIED)
    monkeypatch.undo()
    window.workspace.session.autosave.write()
    window.workspace.session.autosave.finish()
    qtbot.waitUntil(lambda: window.workspace.session.view.notices.text(UNCOPIED) == "")


def test_a_copy_that_cannot_be_written_anew_is_not_given_up(window, draft, monkeypatch):
    from model.faults import Fault
    from ui.document import autosave

    def refuse(path, data):
        raise Fault("磁盘满了。")

    folder = window.settings.recovery_folder
    write_copy(folder / "a.toml", copy_bytes(unsaved(), draft, datetime.now()))
    monkeypatch.setattr(message_boxes, "ask_recover", lambda *_: "recover")
    monkeypatch.setattr(autosave, "write_copy", refuse)
    offer_recovery(window.workspace.session)
    assert window.workspace.session.document and len(copies(folder)) == 1


def test_a_document_that_is_as_saved_needs_no_copy(window, draft):
    window.workspace.session.show(OpenDocument.opened(draft))
    window.workspace.session.document.edit({NAME: 5}, "x")
    window.workspace.session.autosave.write()
    window.workspace.session.autosave.finish()
    assert len(copies(window.settings.recovery_folder)) == 1
    assert window.workspace.session.save()
    window.workspace.session.autosave.finish()
    assert copies(window.settings.recovery_folder) == []


def offered(folder: Path, *names: str, of: Path | None = None) -> None:
    for name in names:
        write_copy(folder / f"{name}.toml", copy_bytes(unsaved(), of, datetime.now()))


@pytest.mark.parametrize(
    ("left", "words"), [(False, "没有丢：刚才已经在另一个窗口里恢复了"), (True, "另一个窗口里丢弃了")]
)
@pytest.mark.parametrize("answer", ["recover", "discard"])
def test_a_copy_that_another_window_took_meanwhile_is_said_to_be_there(window, clerk, monkeypatch, left, words, answer):
    folder = window.settings.recovery_folder
    offered(folder, "a")

    def asked(*_: object) -> str:
        if left:
            discard(folder / "a.toml")
        else:
            (folder / "a.toml").unlink()
        return answer

    monkeypatch.setattr(message_boxes, "ask_recover", asked)
    offer_recovery(window.workspace.session)
    assert words in clerk.told[-1] and "找不到" not in clerk.told[-1]


def test_a_copy_that_another_window_took_meanwhile_is_said_to_be_there_in_the_list(window, clerk):
    folder = window.settings.recovery_folder
    offered(folder, "a", "b")

    def chosen(dialog):
        for path in folder.glob("*.toml"):
            path.unlink()
        dialog.list.setCurrentRow(1)
        return said.append(dialog.details.toPlainText())

    said: list[str] = []
    clerk.recover = chosen
    offer_recovery(window.workspace.session)
    assert "已经在另一个窗口里恢复了" in said[0]


def test_a_draft_on_a_disk_that_never_answers_keeps_no_copy_from_being_offered(window, monkeypatch, draft):
    offered(window.settings.recovery_folder, "a", of=draft)
    silence = Event()
    monkeypatch.setattr(unsaved_work, "load_draft", lambda path: silence.wait())
    monkeypatch.setattr(unsaved_work, "LONGEST_ANSWER_S", 0.1)
    asked = []
    monkeypatch.setattr(message_boxes, "ask_recover", lambda parent, title, lines: asked.append(lines) or "later")
    offer_recovery(window.workspace.session)
    silence.set()
    assert any("里面有" in line for line in asked[0])
