"""A file that the program keeps a copy of."""

from __future__ import annotations

import pytest

import model.files.kept_copy as module
from model.faults import Fault
from model.files.kept_copy import LONGEST_NAME_BYTES, NAMED, KeptCopy

KEPT = KeptCopy("某物", "副本.bin")


def test_it_is_kept_by_its_name_replaced_and_dropped(tmp_path):
    assert KEPT.name(tmp_path) == ""
    KEPT.keep(tmp_path, "甲.bin", b"1")
    KEPT.keep(tmp_path, "乙.bin", b"2")
    assert (KEPT.name(tmp_path), KEPT.read(tmp_path)) == ("乙.bin", b"2")
    assert KEPT.drop(tmp_path) is None
    assert KEPT.name(tmp_path) == "" and list((tmp_path / KEPT.folder).iterdir()) == []


def test_a_lost_copy_is_noticed_and_a_name_that_cannot_be_read_is_none_less(tmp_path):
    KEPT.keep(tmp_path, "甲.bin", b"1")
    (tmp_path / KEPT.folder / KEPT.copy).unlink()
    assert KEPT.name(tmp_path) == "甲.bin"
    with pytest.raises(Fault, match="找不到"):
        KEPT.read(tmp_path)
    (tmp_path / KEPT.folder / NAMED).write_bytes(b"")
    assert KEPT.name(tmp_path) == KEPT.copy


@pytest.mark.parametrize("before", [None, b"1"])
def test_where_its_name_cannot_be_written_all_is_as_it_was(tmp_path, monkeypatch, before):
    if before:
        KEPT.keep(tmp_path, "甲.bin", before)
    write = module.write_file

    def full(path, *rest):
        if path.name == NAMED:
            raise Fault("磁盘满了。")
        write(path, *rest)

    monkeypatch.setattr(module, "write_file", full)
    with pytest.raises(Fault, match="磁盘满了"):
        KEPT.keep(tmp_path, "乙.bin", b"2")
    assert KEPT.name(tmp_path) == ("甲.bin" if before else "")
    assert (tmp_path / KEPT.folder / KEPT.copy).exists() is bool(before)


def test_one_that_cannot_be_removed_is_named_and_stays(tmp_path, monkeypatch):
    KEPT.keep(tmp_path, "甲.bin", b"1")
    monkeypatch.setattr("model.files.kept_copy.forget_file", lambda path: None)
    assert KEPT.drop(tmp_path) == tmp_path / KEPT.folder / NAMED
    assert KEPT.read(tmp_path) == b"1"


def test_a_name_that_somebody_else_wrote_is_one_short_line(tmp_path):
    KEPT.keep(tmp_path, "甲.bin", b"1")
    named = tmp_path / KEPT.folder / NAMED
    named.write_bytes(("\0甲\n\n\u202e乙" * 2_000_000).encode())
    name = KEPT.name(tmp_path)
    assert name.startswith("甲 乙") and len(name) <= LONGEST_NAME_BYTES and "\n" not in name and "\u202e" not in name
    named.write_bytes("\u202e\n".encode())
    assert KEPT.name(tmp_path) == KEPT.copy
