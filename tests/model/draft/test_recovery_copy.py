"""Whatever lies in the recovery folder, every whole copy is offered, and what cannot be read is named once and kept."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from model.draft.draft_file import load_draft, save_draft
from model.draft.recovery_copy import DISCARDED, UNREADABLE, copy_bytes, forget_old, set_aside, write_copy
from model.draft.toml_format import draft_text
from model.files.draft_lock import lock_path
from model.form.form import editions, load_form
from model.report.report import Report
from tests.recovery_copies import copies_in
from tests.samples import EXAMPLE, ROOT
from ui.dialogs import message_boxes
from ui.dialogs.recovery_dialog import PATH_ROLE, RecoveryDialog
from ui.startup import restore
from ui.startup.restore import offer_recovery

NAME = "requests.received.natural"
HEX = os.fsencode("/tmp/a.toml").hex()
# A process that writes a copy, as another window does, until it is told to go.
WRITER = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from model.files.process_lock import hold
lock = hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
TABLES = {
    "a time with a zone": "of = ''\nbase = ''\nwhen = 2021-01-01T00:00:00+08:00",
    "the first moment with a zone": "of = ''\nbase = ''\nwhen = 0001-01-01T00:00:00+08:00",
    "the last moment with a zone": "of = ''\nbase = ''\nwhen = 9999-12-31T23:59:59-08:00",
    "the first moment": "of = ''\nbase = ''\nwhen = 0001-01-01T00:00:00",
    "a day": "of = ''\nbase = ''\nwhen = 2021-01-01",
    "no time": "of = ''\nbase = ''",
    "NUL in the name": "of = '00'\nbase = ''\nwhen = 2021-01-01T00:00:00",
    "half a name": "of = '2'\nbase = '1'\nwhen = 2021-01-01T00:00:00",
    "a name too long": f"of = '{'61' * 5000}'\nbase = ''\nwhen = 2021-01-01T00:00:00",
    "the name of a folder": "of = '2f'\nbase = ''\nwhen = 2021-01-01T00:00:00",
    "wrong types": "of = 1\nbase = []\nwhen = 'x'",
    "large numbers": "of = 1e999999999\nbase = 0x" + "f" * 200 + "\nwhen = nan",
    "nothing at all": "",
}


def copy_of(number: int, of: Path | None = None, when: datetime | None = None) -> bytes:
    report = load_draft(EXAMPLE)[0]
    report.values[NAME] = number
    return copy_bytes(report, of, when or datetime.now())


def head() -> bytes:
    report = load_draft(EXAMPLE)[0]
    return draft_text(Report(report.form, {"unit": "红花镇"})).encode()


def loop(path: Path) -> None:
    path.with_name("other.toml").symlink_to(path)
    path.symlink_to(path.with_name("other.toml"))


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)


def hidden(path: Path) -> None:
    path.write_bytes(head())
    path.chmod(0)


STRANGE = {
    "empty": lambda path: path.write_bytes(b""),
    "garbage": lambda path: path.write_bytes(bytes(range(256)) * 9),
    "half a draft": lambda path: path.write_bytes(copy_of(1)[:300]),
    "no copy": lambda path: path.write_bytes(head()),
    "a table that is none": lambda path: path.write_bytes(b"recovery = 3\n" + head()),
    "another edition": lambda path: path.write_bytes(b"draft = 1\nedition = '2099'\n[recovery]\n"),
    "a long number": lambda path: path.write_bytes(b"x = " + b"9" * 5000 + b"\n" + head() + b"[recovery]\n"),
    "a large number": lambda path: path.write_bytes(copy_of(5).replace(b"natural = 5", b"natural = 1e999999999")),
    "a long hex year": lambda path: path.write_bytes(b"draft = 1\nedition = '2021'\nyear = 0x" + b"f" * 5000),
    "a folder": lambda path: path.mkdir(),
    "a pipe": lambda path: os.mkfifo(path),
    "a dangling link": lambda path: path.symlink_to("/nowhere/at/all"),
    "links in a circle": loop,
    "100 MB": large,
    "unreadable": hidden,
}
LOCKS = {
    "empty": lambda path: path.write_bytes(b""),
    "garbage": lambda path: path.write_bytes(b"\xff\x00" * 50),
    "a folder": lambda path: path.mkdir(),
    "a link": lambda path: path.symlink_to(EXAMPLE),
    "a dangling link": lambda path: path.symlink_to("/nowhere/at/all"),
    "another machine's": lambda path: path.write_text(
        'user = "li"\nmachine = "PC-99"\nnode = "99"\nsince = 2021-01-01T00:00:00'
    ),
}


@pytest.fixture
def folder(window) -> Path:
    made = window.settings.recovery_folder
    made.mkdir()
    return made


@pytest.fixture
def asked(monkeypatch, clerk) -> list[str]:
    """The titles of all that is offered, in the box or in the list."""
    titles: list[str] = []

    def read(dialog: RecoveryDialog) -> None:
        while dialog._unsaved.unread:
            dialog._read_on()
        titles.extend(dialog.list.item(number).text() for number in range(dialog.list.count()))

    clerk.recover = read
    monkeypatch.setattr(message_boxes, "ask_recover", lambda parent, title, lines: titles.append(title) or "later")
    return titles


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_strange_table_hides_no_copy_and_its_own_neither(window, clerk, folder, asked, table):
    write_copy(folder / "a.toml", copy_of(77))
    (folder / "b.toml").write_bytes(head() + b"\n[recovery]\n" + table.encode())
    offer_recovery(window.workspace.session)
    assert len(asked) == 2 and any("红花镇" in title for title in asked) and clerk.told == []
    clerk.recover = lambda dialog: folder / "b.toml"
    offer_recovery(window.workspace.session)
    assert window.workspace.session.document.report.unit == "红花镇" and window.workspace.session.document.unsaved
    window.workspace.session.document.stack.setClean()


@pytest.mark.skipif(sys.platform == "win32", reason="links, pipes")
@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE)
def test_a_strange_file_hides_no_copy_and_is_named_once_and_kept(window, clerk, folder, asked, strange):
    write_copy(folder / "a.toml", copy_of(77))
    strange(folder / "b.toml")
    count = len(list(folder.glob("*.toml"))) - 1
    offer_recovery(window.workspace.session)
    assert len(asked) == 1
    (said,) = clerk.told
    assert "b.toml" in said and str(folder / UNREADABLE) in said and "维护程序" in said and said.count("\n") < 20
    kept = folder / UNREADABLE / "b.toml"
    assert os.path.lexists(kept) and len(list((folder / UNREADABLE).iterdir())) == count
    clerk.told.clear()
    offer_recovery(window.workspace.session)
    assert clerk.told == [] and len(asked) == 2 and os.path.lexists(kept)
    forget_old(folder, datetime.now() + timedelta(days=40))
    assert os.path.lexists(kept)
    if kept.exists() and kept.is_file():
        kept.chmod(0o600)


def test_many_that_cannot_be_read_are_told_in_one_sentence(window, clerk, folder, asked):
    for number in range(300):
        (folder / f"{number}.toml").write_bytes(b"x")
    write_copy(folder / "a.toml", copy_of(77))
    offer_recovery(window.workspace.session)
    (said,) = clerk.told
    assert "300 个文件" in said and said.count("\n") < 20 and len(asked) == 1
    assert len(list((folder / UNREADABLE).iterdir())) == 300


def test_a_file_that_goes_meanwhile_is_nobodys_fault(window, clerk, folder, asked, monkeypatch):
    from model.draft import unsaved

    for name in "ab":
        write_copy(folder / f"{name}.toml", copy_of(77))
    read = unsaved.read_copy

    def gone(path, *more):
        if path.name == "b.toml":
            path.unlink()
        return read(path, *more)

    monkeypatch.setattr(unsaved, "read_copy", gone)
    offer_recovery(window.workspace.session)
    assert len(asked) == 1 and clerk.told == []


def test_what_could_not_be_read_is_offered_once_it_can(window, folder, asked, monkeypatch):
    (folder / UNREADABLE).mkdir()
    (folder / UNREADABLE / "a.toml").write_bytes(copy_of(77))
    offer_recovery(window.workspace.session)
    assert len(asked) == 1
    monkeypatch.setattr(message_boxes, "ask_recover", lambda *_: "discard")
    offer_recovery(window.workspace.session)
    assert (folder / DISCARDED / "a.toml").exists()


def test_one_name_is_set_aside_beside_another(window, clerk, folder, asked):
    for _ in range(2):
        (folder / "a.toml").write_bytes(b"x")
        offer_recovery(window.workspace.session)
    assert len(list((folder / UNREADABLE).iterdir())) == 2


@pytest.mark.parametrize("seed", range(150))
def test_no_table_and_no_damage_keeps_another_copy_from_being_offered(tmp_path, seed):
    random = Random(seed)
    values = ["''", "'00'", f"'{HEX}'", "1", "-1", "nan", "inf", "1e999999999", "0x" + "f" * 5000, "9" * 5000, "[]",
              "[[[]]]", "{}", "true", "1979-05-27", "07:32:00", "1979-05-27T07:32:00Z", "0001-01-01T00:00:00+14:00",
              "'\"\"'", '"\\u0000"', "'/'", "'ff'", "'2e2e'", "{a = 1}", "9999-12-31T23:59:59.999999-23:59"]  # fmt: skip
    table = "".join(
        f"{key} = {random.choice(values)}\n" for key in ("of", "base", "when", "x") if random.random() < 0.9
    )
    data = bytearray(head() + f"\n[recovery]\n{table}".encode())
    for _ in range(random.choice([0, 0, 0, 1, 5])):
        data[random.randrange(len(data))] = random.randrange(256)
    (tmp_path / "b.toml").write_bytes(data)
    write_copy(tmp_path / "a.toml", copy_of(77))
    found = list(copies_in(tmp_path, load_form, editions()))
    assert any(copy.report.values.get(NAME) == 77 for copy in found)


@pytest.mark.skipif(sys.platform == "win32", reason="links")
@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_a_lock_that_proves_nothing_hides_nothing(window, folder, asked, lock):
    before = EXAMPLE.read_bytes()
    write_copy(folder / "a.toml", copy_of(77))
    for path in (lock_path(folder / "a.toml"), folder / "a.lock"):
        lock(path)
        if path.is_file() and not path.is_symlink():
            os.utime(path, (time.time() - 300,) * 2)
    offer_recovery(window.workspace.session)
    assert len(asked) == 1 and EXAMPLE.read_bytes() == before


def test_a_copy_that_another_process_writes_is_hidden_as_long_as_that_lives(window, folder, asked):
    path = folder / "a.toml"
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert writer.stdout.readline().strip() == b"held"
        write_copy(path, copy_of(77))
        old = time.time() - 8 * 3600
        os.utime(lock_path(path), (old, old))  # hours without a sign of life
        offer_recovery(window.workspace.session)
        assert asked == []
        writer.kill()
        writer.wait()
        offer_recovery(window.workspace.session)
        assert len(asked) == 1
    finally:
        writer.kill()
        writer.communicate()


@pytest.fixture
def dialog(window, folder, monkeypatch):
    """The list of thirty copies, of which those that take long are still to be read."""
    monkeypatch.undo()  # the real dialog
    now = datetime(2026, 1, 5, 9, 0)
    draft = folder.parent / "草稿.toml"
    save_draft(draft, load_draft(EXAMPLE)[0])
    for number in range(30):
        path = folder / f"{number:02}.toml"
        write_copy(path, copy_of(100 + number, draft, now - timedelta(minutes=number)))
        os.utime(path, (now.timestamp() - 60 * number,) * 2)
    monkeypatch.setattr(restore, "READ_BEFORE_ASKING_S", 0)
    shown: list[RecoveryDialog] = []

    def run(dialog):
        shown.append(dialog)
        dialog.open()
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(RecoveryDialog, "exec", run)
    stop = RecoveryDialog.asked

    def asked(dialog):
        stop(dialog)
        dialog._turns.start(0)

    monkeypatch.setattr(RecoveryDialog, "asked", asked)
    monkeypatch.setattr(RecoveryDialog, "deleteLater", lambda dialog: None)
    offer_recovery(window.workspace.session)
    monkeypatch.undo()
    (made,) = shown
    yield made
    made.close()
    made.deleteLater()


def test_the_list_comes_before_all_is_read_and_fills_up_by_itself(dialog, qtbot):
    assert dialog._unsaved.unread and "30 份" in dialog.heading.text()
    qtbot.waitUntil(lambda: not dialog._unsaved.unread)
    assert dialog.list.count() == 30
    assert [dialog.list.item(row).data(PATH_ROLE).stem for row in (0, 1, 29)] == ["00", "01", "29"]
    assert "青禾镇" in dialog.list.item(0).text() and "2026年01月05日 09:00" in dialog.list.item(0).text()


def test_the_keys_choose_discard_and_recover(dialog, qtbot, window):
    qtbot.waitUntil(lambda: not dialog._unsaved.unread)
    dialog.activateWindow()
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "自然人”：10 → 101" in dialog.details.toPlainText()
    dialog.discard.setFocus()
    QTest.keyClick(dialog.discard, Qt.Key.Key_Space)
    folder = window.settings.recovery_folder
    assert dialog.list.count() == 29 and (folder / DISCARDED / "01.toml").exists() and dialog.isVisible()
    assert "自然人”：10 → 102" in dialog.details.toPlainText()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert (
        dialog.result() == QDialog.DialogCode.Accepted and dialog._chosen() == folder / "02.toml" and dialog.left == 28
    )


def test_what_another_window_took_meanwhile_is_said_in_its_place(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog._unsaved.unread)
    dialog.list.item(3).data(PATH_ROLE).unlink()
    dialog.list.setCurrentRow(3)
    assert "已经在另一个窗口里恢复了" in dialog.details.toPlainText() and not dialog.recover.isEnabled()
    dialog.list.setCurrentRow(4)
    assert dialog.recover.isEnabled()


def test_everything_in_the_list_says_what_it_is(dialog):
    assert all(widget.accessibleName() for widget in (dialog.list, dialog.details))
    assert [made.text() for made in (dialog.recover, dialog.discard, dialog.later)] == [
        "恢复这一份",
        "丢弃",
        "以后再说",
    ]
    assert dialog.minimumSizeHint().height() < 440 and dialog.minimumSizeHint().width() < 911


def test_the_last_one_discarded_ends_the_question(dialog, qtbot, window):
    qtbot.waitUntil(lambda: not dialog._unsaved.unread)
    for _ in range(30):
        dialog.discard.click()
    assert not dialog.isVisible() and window.workspace.session.document is None
    assert len(list((window.settings.recovery_folder / DISCARDED).iterdir())) == 30


def test_one_that_cannot_be_opened_leaves_the_others_to_choose_from(window, clerk, folder):
    draft = folder.parent / "草稿.toml"
    save_draft(draft, load_draft(EXAMPLE)[0])
    for number in range(3):
        write_copy(folder / f"{number}.toml", copy_of(number, draft))
    wanted = iter([folder / "gone.toml", folder / "1.toml"])
    clerk.recover = lambda dialog: next(wanted)
    offer_recovery(window.workspace.session)
    assert "gone.toml" in clerk.told[0] and window.workspace.session.document.report.values[NAME] == 1
    assert "还有 2 份" in window.workspace.session.view.notices.text("more") and not (folder / "1.toml").exists()


def test_what_could_not_be_read_is_named_once_and_asked_about_never_again(window, clerk, folder, asked):
    aside = folder / UNREADABLE
    aside.mkdir(parents=True)
    for number in range(30):
        (aside / f"{number}.toml").write_bytes(b"= broken")
    offer_recovery(window.workspace.session)
    assert asked == [] and clerk.told == [] and len(list(aside.iterdir())) == 30


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_setting_a_link_aside_leaves_the_draft_it_leads_to_as_it_was(folder, tmp_path):
    draft = tmp_path / "草稿.toml"
    draft.write_bytes(head())
    os.utime(draft, (1_000_000, 1_000_000))
    folder.mkdir(exist_ok=True)
    (folder / "l.toml").symlink_to(draft)
    set_aside(folder / "l.toml")
    assert draft.stat().st_mtime == 1_000_000 and (folder / UNREADABLE / "l.toml").is_symlink()


@pytest.mark.parametrize("name", [DISCARDED, UNREADABLE])
def test_a_clock_that_is_wrong_once_removes_nothing(tmp_path, name):
    now = datetime.now()
    (tmp_path / name).mkdir()
    for number in range(3):
        (tmp_path / name / f"{number}.toml").write_bytes(copy_of(77))
    times = (now + timedelta(days=3000), now, now + timedelta(days=1), now - timedelta(days=9000), now)
    for at in times:
        forget_old(tmp_path, at)
    assert len(list((tmp_path / name).iterdir())) == 3
    for path in (tmp_path / name).iterdir():
        os.utime(path, (0, 0))  # set aside with a clock whose battery was empty
    for at in (now, now):
        forget_old(tmp_path, at)
    assert all(path.read_bytes() == copy_of(77) for path in (tmp_path / name).iterdir())
