"""Who has a draft open: told, respected, and taken over when it is only a trace."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from model.draft.draft_file import load_draft, save_draft
from model.files import draft_lock as locks
from model.files import rights
from model.files.draft_lock import DraftLocked, acquire_lock, lock_path
from tests.driven import HOLD
from tests.samples import EXAMPLE

NAME = "requests.received.natural"
SINCE = datetime.now().replace(microsecond=0) - timedelta(days=3)
FOREIGN = f'user = "张三"\nmachine = "PC-07"\nnode = "abc"\nsince = {SINCE.isoformat()}\n'
LONG_AGO = time.time() - locks.HOLDER_GONE_AFTER_S - 5
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs links, pipes and owners")
# What keeps nobody out, whoever wrote it.
UNREADABLE = {
    "empty": b"", "binary": b"\xff\xfe", "no names": b"since = 3", "long": b"x" * 9000, "no time": b"user = 1",
    "nested": b"[" * 4096, "nested value": b"x = " + b"[" * 4092, "deep key": b"a." * 2040 + b"a = 1",
    "endless": b"#" * 10_000_000, "NUL": bytes(4096), "huge number": b"user = 0x" + b"f" * 4000,
    "number for a name": FOREIGN.replace('"张三"', "7" * 3000).encode(),
}  # fmt: skip


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    path = tmp_path / "草稿.toml"
    save_draft(path, load_draft(EXAMPLE)[0])
    return path


def test_a_lock_says_who_where_and_since_when_and_goes_with_its_holder(draft):
    lock = acquire_lock(draft)
    with pytest.raises(DraftLocked) as held:
        acquire_lock(draft)
    assert "您自己在这台电脑的另一个窗口里从" in str(held.value) and "起打开着" in str(held.value)
    assert held.value.is_certain and held.value.holder.machine == socket.gethostname()
    lock.release()
    assert not lock_path(draft).exists()
    lock.release()
    acquire_lock(draft).release()
    assert [path for path in draft.parent.iterdir() if path.suffix == ".lock"] == []


def test_the_lock_is_hidden_on_windows(draft, monkeypatch):
    hidden = []
    kernel = SimpleNamespace(SetFileAttributesW=lambda path, attributes: hidden.append((path, attributes)))
    monkeypatch.setattr(rights, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(rights, "ctypes", SimpleNamespace(windll=SimpleNamespace(kernel32=kernel)), raising=False)
    acquire_lock(draft).release()
    assert hidden == [(str(lock_path(draft)), rights.HIDDEN)]


def test_what_a_crash_left_is_taken_over(draft, holder):
    with pytest.raises(DraftLocked):
        acquire_lock(draft)
    holder.kill()
    holder.wait()
    assert lock_path(draft).exists()
    acquire_lock(draft).release()


def test_another_machines_sign_of_life_counts_and_its_trace_does_not(draft):
    lock_path(draft).write_text(FOREIGN, encoding="utf-8")
    with pytest.raises(DraftLocked, match=f"“张三”在电脑“PC-07”上从 {SINCE:%m月%d日 %H:%M} 起打开着") as held:
        acquire_lock(draft)
    assert not held.value.is_certain
    assert lock_path(draft).read_text(encoding="utf-8") == FOREIGN
    os.utime(lock_path(draft), (LONG_AGO, LONG_AGO))
    acquire_lock(draft).release()


def test_where_the_disk_knows_no_locks_the_sign_of_life_tells(draft, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(locks.fcntl, "flock", refuse)
    lock = acquire_lock(draft)
    with pytest.raises(DraftLocked):
        acquire_lock(draft)
    os.utime(lock_path(draft), (LONG_AGO, LONG_AGO))
    lock.touch()
    with pytest.raises(DraftLocked):
        acquire_lock(draft)
    lock.release()


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_lock_that_nobody_can_read_keeps_nobody_out(draft, kind):
    lock_path(draft).write_bytes(UNREADABLE[kind])
    acquire_lock(draft).release()
    assert not lock_path(draft).exists()


# What others can put there, in a folder that is shared.


@pytest.fixture
def of_another(draft, monkeypatch):
    """Makes the lock a file of another user, with this content and age; gives what must be found again."""

    def made(content: bytes, touched: float = LONG_AGO) -> tuple:
        lock_path(draft).write_bytes(content)
        lock_path(draft).chmod(0o666)
        os.utime(lock_path(draft), (touched, touched))
        own = os.getuid()
        monkeypatch.setattr(os, "getuid", lambda: own + 1)
        return as_it_is(lock_path(draft))

    return made


def as_it_is(path: Path) -> tuple:
    """What a file is and holds, as far as anybody could change it."""
    found = path.lstat()
    content = path.read_bytes() if path.is_file() else b""
    return found.st_ino, found.st_mode, found.st_nlink, found.st_mtime_ns, content


def put(kind: str, path: Path, victim: Path) -> None:
    """Puts something in the place of a lock."""
    acts = {
        "link": lambda: path.symlink_to(victim),
        "link to nothing": lambda: path.symlink_to(victim.with_name("not there")),
        "second name": lambda: path.hardlink_to(victim),
        "pipe": lambda: os.mkfifo(path),
        "folder": path.mkdir,
    }
    acts[kind]()


@POSIX
@pytest.mark.parametrize("kind", ["link", "link to nothing", "second name", "pipe", "folder"])
def test_what_is_no_lock_is_left_alone_and_keeps_nobody_out(window, draft, tmp_path, kind):
    victim = tmp_path / "别的.txt"
    victim.write_bytes(b"of value")
    victim.chmod(0o600)
    put(kind, lock_path(draft), victim)
    before = [as_it_is(path) for path in (victim, lock_path(draft))]
    assert acquire_lock(draft) is None
    window.workspace.open_actions.open_path(draft)
    window.workspace.session.document.edit({NAME: 77}, "x")
    assert window.workspace.session.save() and load_draft(draft)[0].values[NAME] == 77
    window.workspace.session.close()
    assert [as_it_is(path) for path in (victim, lock_path(draft))] == before
    assert not victim.with_name("not there").exists()


@POSIX
def test_a_link_that_comes_between_looking_and_opening_is_not_followed(draft, tmp_path, monkeypatch):
    victim, real = tmp_path / "别的.txt", os.open
    victim.write_bytes(b"of value")

    def late(path, *rest):
        if path == lock_path(draft) and not os.path.lexists(path):
            lock_path(draft).symlink_to(victim)
        return real(path, *rest)

    monkeypatch.setattr(locks.os, "open", late)
    assert acquire_lock(draft) is None and victim.read_bytes() == b"of value"


@POSIX
@pytest.mark.parametrize("kind", UNREADABLE)
def test_another_users_unreadable_lock_keeps_nobody_out_and_is_not_changed(draft, of_another, kind):
    before = of_another(UNREADABLE[kind], time.time())
    lock = acquire_lock(draft)
    lock.touch()
    lock.release()
    assert as_it_is(lock_path(draft)) == before


@POSIX
def test_another_users_dead_lock_is_not_changed_and_its_name_not_told_for_the_one_who_works_on(draft, of_another):
    before = of_another(FOREIGN.encode())
    lock = acquire_lock(draft)
    lock.touch()
    with pytest.raises(DraftLocked, match="“不知道是谁”") as held:
        acquire_lock(draft)
    assert held.value.is_certain and "张三" not in str(held.value)
    lock.release()
    acquire_lock(draft).release()
    assert as_it_is(lock_path(draft)) == before


@POSIX
def test_looking_whether_another_lives_changes_nothing(draft, of_another):
    before = of_another(FOREIGN.encode(), time.time())
    with pytest.raises(DraftLocked, match="张三"):
        acquire_lock(draft)
    assert as_it_is(lock_path(draft)) == before
    assert sorted(path.name for path in draft.parent.iterdir() if path.is_file()) == sorted(
        [draft.name, lock_path(draft).name]
    )


def test_the_clock_of_the_network_drive_tells_who_lives(draft, monkeypatch):
    lock_path(draft).write_text(FOREIGN, encoding="utf-8")
    now = time.time()
    monkeypatch.setattr("model.files.files.time.time", lambda: now + 86400)  # this computer's clock is a day ahead
    with pytest.raises(DraftLocked, match="张三"):
        acquire_lock(draft)


@pytest.mark.parametrize(
    ("user", "since"),
    [
        (r"张三\n已经下班\t了", "now"),
        (r"张三\u202e\u2066\u200b\u0007", "now"),
        ("张" * 500, "now"),
        ("<img src='x'><b>张三</b>", "now"),
        (r"\u0000", "now"),
        ("张三", "0001-01-01T00:00:00Z"),
        ("张三", "9999-12-31T23:59:59-23:59"),
        ("张三", "9999-12-31T23:59:59"),
        ("张三", "0001-01-01T00:00:00"),
    ],
)
def test_whatever_a_lock_says_is_told_on_one_short_line(draft, user, since):
    is_told = since == "now"
    since = SINCE.isoformat() if is_told else since
    content = f'user = "{user}"\nmachine = "{user}"\nnode = "abc"\nsince = {since}\n'
    lock_path(draft).write_text(content, encoding="utf-8")
    with pytest.raises(DraftLocked) as held:
        acquire_lock(draft)
    said = str(held.value)
    assert said.isprintable() and len(said) < 130 and "<" not in said
    assert ("从" in said) == is_told


def test_a_lock_that_another_has_signed_meanwhile_is_not_taken_away(draft):
    mine = acquire_lock(draft)
    lock_path(draft).write_text(FOREIGN, encoding="utf-8")  # where the disk knows no locks, after a long sleep
    mine.release()
    assert lock_path(draft).read_text(encoding="utf-8") == FOREIGN


@POSIX
@pytest.mark.parametrize("mask", [0, 0o022, 0o077])
def test_everybody_can_take_over_a_lock_whatever_the_mask(draft, mask):
    before = os.umask(mask)
    try:
        lock = acquire_lock(draft)
    finally:
        os.umask(before)
    assert lock_path(draft).stat().st_mode & 0o777 == 0o666
    lock.release()


def test_a_draft_behind_a_loop_of_links_has_no_lock(tmp_path):
    loop = tmp_path / "loop.toml"
    try:
        loop.symlink_to(loop)
    except OSError:
        pytest.skip("no links here")
    acquire_lock(loop)
    assert acquire_lock(Path("a\0b")) is None


@pytest.mark.parametrize("place", ["open", "write", "ftruncate"])
def test_where_no_lock_can_be_made_the_draft_opens_all_the_same(window, draft, monkeypatch, place):
    def refuse(*_):
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(locks.os, place, refuse)
    assert acquire_lock(draft) is None
    monkeypatch.undo()
    assert not lock_path(draft).exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs two users")
def test_another_users_lock_is_respected_and_that_of_a_dead_one_taken_over(draft, tmp_path):
    draft.parent.chmod(0o777)
    for above in draft.parents:
        if above != Path("/"):
            above.chmod(above.stat().st_mode | 0o755)
    script = HOLD.replace("lock = acquire", "import os; os.setuid(1001); lock = acquire")
    other = subprocess.Popen([sys.executable, "-c", script, str(draft)], stdout=subprocess.PIPE, text=True)
    assert other.stdout.readline() == "held\n"
    try:
        assert locks.lock_path(draft).stat().st_mode & 0o777 == 0o666
        with pytest.raises(DraftLocked):
            acquire_lock(draft)
    finally:
        other.kill()
        other.wait()
        other.stdout.close()
    before = as_it_is(lock_path(draft))
    acquire_lock(draft).release()
    assert as_it_is(lock_path(draft)) == before


def test_a_lock_that_others_have_taken_over_is_not_let_go_with_ones_own(draft):
    mine = acquire_lock(draft)
    lock_path(draft).unlink()
    theirs = acquire_lock(draft)
    mine.touch()
    mine.release()
    assert lock_path(draft).exists()
    with pytest.raises(DraftLocked):
        acquire_lock(draft)
    theirs.release()


def test_a_file_system_that_tells_no_identities_can_be_locked_all_the_same(draft, monkeypatch):
    def refuse(*_):
        raise OSError(87, "wrong parameter")

    monkeypatch.setattr(locks.os.path, "samestat", refuse)
    acquire_lock(draft).release()
    assert not lock_path(draft).exists()


@pytest.mark.skipif(os.name != "posix", reason="links as POSIX has them")
def test_a_draft_that_is_open_by_another_name_is_open(draft):
    hard, soft = draft.with_name("另一个名称.toml"), draft.with_name("链接.toml")
    os.link(draft, hard)
    soft.symlink_to(draft)
    lock = acquire_lock(draft)
    for name in (hard, soft):
        with pytest.raises(DraftLocked):
            acquire_lock(name)
    lock.release()
    other = acquire_lock(hard)
    assert other and lock_path(hard).exists() and not lock_path(draft).exists()
    with pytest.raises(DraftLocked):
        acquire_lock(draft)
    other.release()


@pytest.mark.skipif(os.name != "posix", reason="links as POSIX has them")
def test_a_draft_that_is_open_by_its_name_in_another_folder_is_open(draft, tmp_path):
    elsewhere = tmp_path / "另一个文件夹"
    elsewhere.mkdir()
    hard = elsewhere / draft.name
    os.link(draft, hard)
    lock = acquire_lock(draft)
    with pytest.raises(DraftLocked, match="您自己在这台电脑的另一个窗口里"):
        acquire_lock(hard)
    assert not lock_path(hard).exists()
    lock.release()
    other = acquire_lock(hard)
    with pytest.raises(DraftLocked):
        acquire_lock(draft)
    other.release()
    assert list(tmp_path.rglob("*.lock")) == []


@pytest.mark.skipif(os.name != "posix", reason="links as POSIX has them")
def test_a_draft_with_several_names_shows_under_each_that_its_holder_lives(draft, tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(locks.fcntl, "flock", refuse)
    (tmp_path / "另一个文件夹").mkdir()
    hard = tmp_path / "另一个文件夹" / draft.name
    os.link(draft, hard)
    lock = acquire_lock(draft)
    for found in tmp_path.rglob("*.lock"):
        os.utime(found, (LONG_AGO, LONG_AGO))
    lock.touch()
    with pytest.raises(DraftLocked):
        acquire_lock(hard)
    lock.release()


@pytest.mark.skipif(os.name != "posix", reason="links as POSIX has them")
def test_a_draft_with_several_names_is_locked_where_the_own_folder_cannot_be_made(draft, tmp_path):
    os.link(draft, draft.with_name("另一个名称.toml"))
    (tmp_path / "own").write_bytes(b"")
    lock = acquire_lock(draft)
    assert lock and lock_path(draft).exists()
    lock.release()
    assert not lock_path(draft).exists()


@pytest.mark.skipif(os.name != "posix", reason="links as POSIX has them")
def test_a_name_that_a_save_has_parted_from_the_draft_is_a_draft_of_its_own(draft):
    hard = draft.with_name("另一个名称.toml")
    os.link(draft, hard)
    lock = acquire_lock(draft)
    save_draft(draft, load_draft(EXAMPLE)[0])
    other = acquire_lock(hard)
    assert other
    other.release()
    lock.release()
