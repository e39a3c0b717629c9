"""Which names lead to the same file."""

from __future__ import annotations

import os
from pathlib import Path

from model.files.paths import same_file


def test_a_file_is_the_same_by_whatever_name(tmp_path, monkeypatch):
    one, other = tmp_path / "a.toml", tmp_path / "b.toml"
    one.write_bytes(b"x")
    assert not same_file(one, other) and not same_file(None, one)
    other.write_bytes(b"x")
    assert not same_file(one, other)
    other.unlink()
    os.link(one, other)
    monkeypatch.chdir(tmp_path)
    assert same_file(one, other) and same_file(Path("a.toml"), one)
    assert not same_file(one, Path("a\0b")) and not same_file(tmp_path / ("长" * 300), one)
