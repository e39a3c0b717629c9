"""Saving over a draft: what it held stays, unless the last room on the disk is needed for what is saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.draft.save_over import save_over
from model.files.file_errors import FileFault
from model.files.history import VERSIONS_FOLDER, versions_of


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    return path


def held(draft: Path) -> list[bytes]:
    """What the versions of the draft hold."""
    return [version.path.read_bytes() for version in versions_of(draft, draft.parent / "own")]


class FullDisk:
    """Writes the draft, but only when no version takes the room."""

    def __init__(self, draft: Path, tries: int) -> None:
        self.draft, self.tries = draft, tries

    def __call__(self) -> None:
        self.tries -= 1
        if self.tries >= 0:
            raise FileFault("磁盘满了。")
        self.draft.write_bytes(b"new")


def test_what_a_draft_held_stays_as_a_version(draft):
    assert save_over(draft, draft.parent / "own", lambda: draft.write_bytes(b"new")) == ""
    assert (draft.read_bytes(), held(draft)) == (b"new", [b"old"])


def test_a_new_draft_has_none(draft):
    draft.unlink()
    assert save_over(draft, draft.parent / "own", lambda: draft.write_bytes(b"new")) == ""
    assert (draft.read_bytes(), held(draft)) == (b"new", [])


def test_the_version_gives_way_to_the_draft_and_that_is_said(draft):
    assert "磁盘快满了" in save_over(draft, draft.parent / "own", FullDisk(draft, 1))
    assert (draft.read_bytes(), held(draft)) == (b"new", [])


def test_where_there_is_no_room_at_all_the_draft_is_as_it_was(draft):
    with pytest.raises(FileFault, match="满"):
        save_over(draft, draft.parent / "own", FullDisk(draft, 2))
    assert draft.read_bytes() == b"old"


def test_an_older_version_never_gives_way(draft):
    save_over(draft, draft.parent / "own", lambda: draft.write_bytes(b"old"))
    with pytest.raises(FileFault):
        save_over(draft, draft.parent / "own", FullDisk(draft, 1))  # the same again makes no version
    assert (draft.read_bytes(), held(draft)) == (b"old", [b"old"])


def test_where_no_version_can_be_kept_the_draft_is_saved_and_that_is_said(draft):
    for folder in (draft.parent, draft.parent / "own"):
        (folder / VERSIONS_FOLDER).write_bytes(b"a file is in the way")
    said = save_over(draft, draft.parent / "own", lambda: draft.write_bytes(b"new"))
    assert said.startswith("上一版没能留进历史版本：") and draft.read_bytes() == b"new"
