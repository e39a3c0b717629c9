"""What is in a folder, whatever stands in the way."""

from __future__ import annotations

import os
import sys

import pytest

from model.files.file_errors import FileFault
from model.files.folders import below, is_folder, refuse_closed


def test_files_in_folders_in_a_folder_are_found(tmp_path):
    for name in ("b/c/3.toml", "a/2.toml", "1.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [path.name for path in below(tmp_path)] == ["1.toml", "2.toml", "3.toml"]


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_links_are_followed_but_never_round_in_a_circle(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.toml").touch()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert [path.name for path in below(tmp_path)] == ["1.toml"]


def test_a_folder_that_lets_nobody_in_is_named_like_a_file(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "b.toml").touch()
    scan = os.scandir

    def refusing(path):
        if str(path).endswith("a"):
            raise PermissionError(13, "x", str(path))
        return scan(path)

    monkeypatch.setattr("os.scandir", refusing)
    assert sorted(path.name for path in below(tmp_path)) == ["a", "b.toml"]
    with pytest.raises(FileFault, match="没有权限"):
        refuse_closed(tmp_path / "a")


def test_a_name_that_can_be_none_is_no_folder(tmp_path):
    assert is_folder(tmp_path)
    assert (
        not is_folder(tmp_path / "none") and not is_folder(tmp_path / ("x" * 5000)) and not is_folder(tmp_path / "\0")
    )
