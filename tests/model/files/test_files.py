"""Writing: either the old file or the whole new one, never a trace of a failure."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from model.files import files
from model.files.file_errors import FileFault
from model.files.files import TEMPORARY_SUFFIX, forget_left_over, read_file, write_file


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["CON.docx", "nul", "Com1.toml", "lpt².2021.docx", "AUX .docx"])
def test_the_name_of_a_device_of_windows_is_refused(tmp_path, name):
    with pytest.raises(FileFault, match="换一个文件名"):
        write_file(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []
    write_file(tmp_path / f"年报{name}", b"new")


def test_a_link_stays_a_link(tmp_path):
    path, link = tmp_path / "a.toml", tmp_path / "link.toml"
    path.write_bytes(b"old")
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    write_file(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_what_reads_back_differently_is_not_put_in_place(tmp_path, monkeypatch):
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(files, "_bytes_of", lambda _: b"ne")
        with pytest.raises(FileFault, match="没有保存"):
            write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_scanner_that_holds_the_file_for_a_moment_is_waited_for(tmp_path, monkeypatch):
    path = tmp_path / "a.toml"
    tries = []

    class Busy(OSError):
        winerror = 32

    def replace(source, target):
        tries.append(1)
        if len(tries) < 3:
            raise Busy(errno.EACCES, "busy")
        Path(source).rename(target)

    monkeypatch.setattr(files.os, "replace", replace)
    monkeypatch.setattr(files.time, "sleep", lambda _seconds: None)
    write_file(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("mark", ["~$报告.docx", ".~报告.docx", ".~lock.报告.docx#"])
def test_a_document_that_is_open_in_word_is_left_alone(tmp_path, mark):
    path = tmp_path / "报告.docx"
    path.write_bytes(b"old")
    (tmp_path / mark).write_bytes(b"")
    with pytest.raises(FileFault, match="打开着"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_mark_counts_for_its_own_document_only(tmp_path):
    mine, other = tmp_path / "红旗镇年报.docx", tmp_path / "青禾镇年报.docx"
    (tmp_path / "~$镇年报.docx").write_bytes(b"")
    write_file(mine, b"new")
    with pytest.raises(FileFault, match="打开着"):
        write_file(mine, b"newer")
    other.write_bytes(b"the one that is open")
    write_file(mine, b"newest")
    assert mine.read_bytes() == b"newest"


def test_a_drive_without_permissions_can_be_written_to(tmp_path, monkeypatch):
    def refuse(self, mode):
        raise OSError(errno.ENOTSUP, "not supported")

    monkeypatch.setattr(Path, "chmod", refuse)
    write_file(tmp_path / "a.toml", b"new")
    assert (tmp_path / "a.toml").read_bytes() == b"new"


def test_places_that_cannot_be_read_or_written_are_named(tmp_path):
    for act, words in [
        (lambda: read_file(tmp_path / "没有.toml"), "找不到"),
        (lambda: read_file(tmp_path), "文件夹"),
        (lambda: write_file(tmp_path, b""), "文件夹"),
        (lambda: write_file(tmp_path / "没有" / "a.toml", b""), "没有"),
        (lambda: write_file(tmp_path / ("长" * 300), b""), "太长"),
        (lambda: read_file(Path("a\0b")), "读不出来"),
    ]:
        with pytest.raises(FileFault, match=words):
            act()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full's kind of device")
def test_what_is_no_file_is_refused():
    with pytest.raises(FileFault, match="不是普通的文件"):
        read_file(Path("/dev/zero"))


def test_a_giant_file_is_not_read(tmp_path):
    path = tmp_path / "big.toml"
    with path.open("wb") as file:
        file.truncate(files.LARGEST_FILE_BYTES + 1)
    with pytest.raises(FileFault, match="50 MB"):
        read_file(path)


def test_a_file_that_grows_while_it_is_read_has_an_end(tmp_path, monkeypatch):
    path = tmp_path / "a.toml"
    path.write_bytes(b"small")
    blocks = iter([b"a" * files.READ_BLOCK_BYTES] * 60)
    monkeypatch.setattr(os, "read", lambda handle, most: next(blocks))
    with pytest.raises(FileFault, match="50 MB"):
        read_file(path)


def test_a_read_only_file_stays_as_it_is(tmp_path, monkeypatch):
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    monkeypatch.setattr(files.os, "access", lambda *_: False)
    with pytest.raises(FileFault, match="没有权限"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_what_a_cut_off_write_left_behind_goes_at_the_next_start(tmp_path):
    old, new, other = (
        tmp_path / name for name in (f".a.toml.x{TEMPORARY_SUFFIX}", f".a.toml.y{TEMPORARY_SUFFIX}", ".b.toml.z.tmp")
    )
    for left in (old, new, other):
        left.write_bytes(b"x")
    long_ago = time.time() - 3600
    for left in (old, other):
        os.utime(left, (long_ago, long_ago))
    forget_left_over([tmp_path, tmp_path, tmp_path / "gone"])
    assert (old.exists(), new.exists(), other.exists()) == (False, True, True)


def test_the_places_that_were_written_to_are_looked_through_at_the_start(tmp_path):
    from ui.startup.earlier_runs import _clear_away

    kept = tmp_path / f".new{TEMPORARY_SUFFIX}"
    places = [tmp_path, tmp_path / "历史版本" / "a", tmp_path / "recovery"]
    for place in places:
        place.mkdir(parents=True, exist_ok=True)
        (place / f".x{TEMPORARY_SUFFIX}").write_bytes(b"x")
        os.utime(place / f".x{TEMPORARY_SUFFIX}", (time.time() - 3600,) * 2)
    kept.write_bytes(b"x")
    reports = tmp_path / "错误报告"
    reports.mkdir()
    for day in range(10, 35):
        (reports / f"20{day}-01-01 00-00-00.txt").write_bytes(b"x")
    _clear_away([tmp_path], reports)
    assert len(list(reports.iterdir())) == 20 and not (reports / "2010-01-01 00-00-00.txt").exists()
    assert list(tmp_path.rglob(f".*{TEMPORARY_SUFFIX}")) == [kept]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can make a device")
def test_a_device_is_not_replaced(tmp_path):
    device = tmp_path / "null.docx"
    try:
        os.mknod(device, stat.S_IFCHR | 0o666, os.makedev(1, 3))
    except OSError:
        pytest.skip("this machine lets nobody make a device")
    with pytest.raises(FileFault, match="不是普通的文件"):
        write_file(device, b"new")
    assert stat.S_ISCHR(device.lstat().st_mode) and list(tmp_path.iterdir()) == [device]


@pytest.mark.parametrize("kind", [stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK])
def test_nothing_that_is_no_file_is_replaced(tmp_path, monkeypatch, kind):
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    real = Path.stat
    unusual = os.stat_result((kind | 0o666, *(0,) * 9))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", lambda one, **more: unusual if one == path else real(one, **more))
        with pytest.raises(FileFault, match="不是普通的文件"):
            write_file(path, b"new")
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]
