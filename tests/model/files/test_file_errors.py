"""What is told of a file that cannot be read or written: which one, why, and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from model.files.file_errors import not_read, not_written

PATH = Path("/年报/某镇.toml")
READ = {
    errno.ENOENT: "找不到",
    errno.ENOTDIR: "找不到",
    errno.EISDIR: "文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "指着自己",
    errno.EIO: "U 盘",
}
WRITTEN = {
    errno.ENOENT: "找不到文件夹“/年报”",
    errno.EISDIR: "文件夹",
    errno.EACCES: "没有权限",
    errno.EROFS: "没有权限",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘满了",
    errno.EFBIG: "磁盘满了",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "指着自己",
    errno.EIO: "U 盘",
}


@pytest.mark.parametrize(("number", "words"), READ.items())
def test_it_is_said_why_a_file_is_not_read(number, words):
    said = str(not_read(PATH, OSError(number, "x")))
    assert words in said and "某镇.toml" in said and "请" in said


@pytest.mark.parametrize(("number", "words"), WRITTEN.items())
def test_it_is_said_why_a_file_is_not_written_and_that_it_is_not(number, words):
    said = str(not_written(PATH, OSError(number, "x")))
    assert words in said and "请" in said
    assert "没有保存" in said or number == errno.EISDIR


@pytest.mark.parametrize("number", [32, 33])
def test_a_file_that_word_holds_on_windows_is_to_be_closed_there(number):
    error = OSError(errno.EACCES, "x")
    error.winerror = number
    assert "Word 或 WPS" in str(not_written(PATH, error)) and "关闭" in str(not_written(PATH, error))


@pytest.mark.parametrize("fault", [not_read, not_written])
def test_a_name_without_end_is_shortened_and_what_is_no_error_of_the_disk_told_too(fault):
    assert len(str(fault(Path("长" * 500), OSError(errno.ENAMETOOLONG, "x")))) < 80
    assert "名称里有电脑不认得的字" in str(fault(PATH, ValueError("embedded null byte")))
