"""Each single step of a save, a recovery copy and an export fails once, and from there on: the old file stays, and it is said."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from model.draft.draft_file import load_draft, save_draft
from model.files.files import TEMPORARY_SUFFIX, forget_left_over
from model.files.history import VERSIONS_FOLDER
from tests.broken_disk import broken_disk
from tests.samples import EXAMPLE
from ui.basics.settings import Settings
from ui.document import autosave

NAME = "requests.received.natural"
ACTS = {"save": "a.toml", "copy": "recovery", "export": "a.docx"}  # what is done, and the file that it writes
NUMBERS = {errno.ENOSPC: "磁盘满了", errno.EACCES: "没有权限", errno.EIO: "没有保存"}
FOREVER = 10_000


@dataclass
class Broken:
    """What came of one act on a disk that failed: what was said, the steps that failed, the file's content, the folder."""

    said: str
    steps: list[str]
    content: bytes
    folder: Path


@pytest.fixture(autouse=True)
def no_copy_by_the_clock(monkeypatch):
    """Copies are written when they are asked for only: one by the clock, on a slow machine, would take the steps of the act."""
    monkeypatch.setattr(autosave, "RECOVERY_COPY_DELAY_S", 3600)


def act(window, clerk, folder: Path, name: str) -> None:
    if name == "save":
        window.workspace.session.save()
    elif name == "copy":
        window.workspace.session.autosave.write()
        window.workspace.session.autosave.finish()
    else:
        clerk.target = folder / ACTS["export"]
        window.workspace.document_actions.export()


def content_of(folder: Path, name: str) -> bytes:
    return (
        next((folder / "recovery").glob("*.toml")).read_bytes()
        if name == "copy"
        else (folder / ACTS[name]).read_bytes()
    )


def broken(window, clerk, qtbot, tmp_path: Path, name: str, number: int, many: int) -> Iterator[Broken]:
    """Lets every step in turn fail, each in a folder of its own that holds the old file."""
    count, first = 1, 0
    while first < count:
        first += 1
        folder = tmp_path / f"{name}-{first}"
        folder.mkdir()
        (folder / ACTS["export"]).write_bytes(b"old")
        save_draft(folder / "a.toml", load_draft(EXAMPLE)[0])
        window.workspace.session.settings = Settings(
            QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        )
        window.workspace.open_actions.open_path(folder / "a.toml")
        window.workspace.session.document.edit({NAME: 55}, "x")
        act(window, clerk, folder, "copy")
        window.workspace.session.document.edit({NAME: 77}, "x")
        clerk.told.clear()
        said = []
        window.workspace.session.autosave.failed.connect(said.append)
        with broken_disk(folder, first, number, many) as disk:
            act(window, clerk, folder, name)
            if window.workspace.session.autosave:
                window.workspace.session.autosave.finish()
        qtbot.wait(1)
        count = max(count, disk.count + bool(disk.failed))  # what fails may keep all that follows from being tried
        if disk.failed:
            told = [sentence for sentence in clerk.told if not sentence.startswith(ACTS["export"])]
            yield Broken("".join(told + said), disk.failed, content_of(folder, name), folder)
        window.workspace.session.document.stack.setClean()


def is_old(found: Broken, name: str) -> bool:
    return found.content == b"old" if name == "export" else b"natural = 77" not in found.content


def is_whole(found: Broken, name: str) -> bool:
    return found.content.startswith(b"PK") if name == "export" else b"natural = 77" in found.content


def left_over(folder: Path) -> list[Path]:
    return list(folder.rglob(f".*{TEMPORARY_SUFFIX}"))


@pytest.mark.parametrize("number", NUMBERS, ids=errno.errorcode.get)
@pytest.mark.parametrize("name", ACTS)
def test_any_step_may_fail(window, clerk, qtbot, tmp_path, name, number):
    tried: dict[str, str] = {}
    for found in broken(window, clerk, qtbot, tmp_path, name, number, many=1):
        step = found.steps[0]
        if found.said:
            assert is_old(found, name), step
            assert "没" in found.said and found.said.endswith("。"), found.said
            tried[step] = found.said
        else:  # a step that nothing hangs on
            assert is_whole(found, name), step
        assert not left_over(found.folder) or step == "unlink", step
        assert window.workspace.session.document.report.values[NAME] == 77
        for version in (found.folder / VERSIONS_FOLDER).rglob("*.toml"):
            assert load_draft(version)[0].values[NAME] == 10
    for step in ("write", "fsync", "replace"):  # a save tries once more, without keeping a version
        assert name == "save" or NUMBERS[number] in tried[step], step


@pytest.mark.parametrize("number", NUMBERS, ids=errno.errorcode.get)
@pytest.mark.parametrize("name", ACTS)
def test_a_disk_that_is_gone_for_good_leaves_the_old_file_whole(window, clerk, qtbot, tmp_path, name, number):
    for found in broken(window, clerk, qtbot, tmp_path, name, number, many=FOREVER):
        assert found.steps[0] not in ("write", "fsync", "replace") or not found.said or NUMBERS[number] in found.said
        assert is_old(found, name) if found.said else is_whole(found, name), found.steps
        kept = left_over(found.folder)
        assert not kept or "unlink" in found.steps
        for path in kept:  # what could not be removed goes at the next start
            os.utime(path, (time.time() - 3600,) * 2)
        forget_left_over(path.parent for path in kept)
        assert left_over(found.folder) == []
        assert window.workspace.session.document.report.values[NAME] == 77
