"""The real program on a real small disk that is full, or that lets nobody write: python -m tests.full_disk

Where the machine lets nobody mount a disk, a limit on the size of files takes the place of the full one."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from model.draft.draft_file import load_draft, save_draft
from model.form.form import editions, load_form
from tests.driven import NAME, Clerk
from tests.recovery_copies import copies_in
from tests.samples import EXAMPLE, ROOT

SIZE = 400  # kilobytes of the disk
MOUNTS = ["unshare", "--user", "--map-root-user", "--mount", sys.executable, "-m", "tests.full_disk", "inside"]


def value_in(draft: Path) -> object:
    """The number that the draft holds."""
    return load_draft(draft)[0].values[NAME]


def faults_when_full(disk: Path, other: Path) -> Iterator[str]:
    """What goes wrong on a full disk; `other` is a folder on another one."""
    draft, filler, word = disk / "草稿.toml", disk / "电影.mp4", disk / "报告.docx"
    save_draft(draft, load_draft(EXAMPLE)[0])
    word.write_bytes(b"old")
    clerk = Clerk(other / "settings.ini")
    clerk.does("open", draft)
    clerk.does("type", 77)
    _fill(filler)
    shown = clerk.does("save")
    if shown["done"] or "磁盘满了" not in "".join(shown["said"]) or not shown["unsaved"]:
        yield f"a save on a full disk says {shown}"
    if value_in(draft) != 10:
        yield "the old draft is not what it was"
    shown = clerk.does("export", word)
    if "磁盘满了" not in "".join(shown["said"]) or word.read_bytes() != b"old":
        yield f"an export on a full disk says {shown}"
    if list(disk.rglob(".*.tmp")):
        yield "a temporary file is left behind"
    clerk.does("answer", "elsewhere", "yes")
    clerk.does("answer", "target", other / "b.toml")
    if not clerk.does("save")["done"] or value_in(other / "b.toml") != 77:
        yield "it could not be saved elsewhere"
    clerk.dies()
    filler.unlink()
    yield from _faults_without_a_copy(disk, draft, filler)


def _faults_without_a_copy(disk: Path, draft: Path, filler: Path) -> Iterator[str]:
    """The recovery copies are on the full disk too: what is typed stays in the window until there is room."""
    clerk = Clerk(disk / "settings" / "settings.ini")
    clerk.does("open", draft)
    _fill(filler)
    clerk.does("type", 55)
    if clerk.does("save")["done"] or value_in(draft) != 10:
        yield "a save on a full disk is said to be done"
    filler.unlink()
    if not clerk.does("save")["done"] or value_in(draft) != 55:
        yield "it could not be saved when there was room again"
    clerk.does("close")
    clerk.dies()
    if list(copies_in(disk / "settings" / "recovery", load_form, editions())):
        yield "a recovery copy is left behind"


def faults_when_read_only(disk: Path, other: Path) -> Iterator[str]:
    """What goes wrong on a disk that has become read-only."""
    draft = disk / "草稿.toml"
    save_draft(draft, load_draft(EXAMPLE)[0])
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    clerk = Clerk(other / "settings.ini")
    shown = clerk.does("open", draft)
    if shown["value"] != 10 or shown["said"]:
        yield f"it could not be opened: {shown}"
    clerk.does("type", 77)
    shown = clerk.does("save")
    if shown["done"] or "没有权限" not in "".join(shown["said"]):
        yield f"a save on a read-only disk says {shown}"
    clerk.does("answer", "elsewhere", "yes")
    clerk.does("answer", "target", other / "c.toml")
    if not clerk.does("save")["done"] or value_in(other / "c.toml") != 77 or value_in(draft) != 10:
        yield "it could not be saved elsewhere"
    clerk.dies()


def faults_with_a_limit(disk: Path, other: Path) -> Iterator[str]:
    """What goes wrong where no file may be larger than a draft almost is."""
    draft = disk / "草稿.toml"
    save_draft(draft, load_draft(EXAMPLE)[0])
    old = draft.read_bytes()
    clerk = Clerk(other / "settings.ini")
    clerk.does("open", draft)
    clerk.does("type", 77)
    clerk.does("limit", len(old) // 2)
    shown = clerk.does("save")
    if shown["done"] or "磁盘满了" not in "".join(shown["said"]) or draft.read_bytes() != old:
        yield f"a save beyond the limit says {shown}"
    clerk.does("limit", 10_000_000)
    if not clerk.does("save")["done"] or value_in(draft) != 77:
        yield "it could not be saved when the limit was gone"
    clerk.dies()


def _fill(filler: Path) -> None:
    """Takes all the room there is, to the last byte."""
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            try:
                while file.write(b"\0" * size) == size:
                    pass
            except OSError:
                continue


def can_mount() -> bool:
    """Whether a small disk can be mounted here."""
    command = [*MOUNTS[:4], "mount", "-t", "tmpfs", "none", tempfile.gettempdir()]
    return bool(shutil.which("unshare")) and subprocess.run(command, capture_output=True).returncode == 0


def _inside() -> list[str]:
    """Mounts the disks and tries; for a process that may."""
    found = []
    for act in (faults_when_full, faults_when_read_only):
        with tempfile.TemporaryDirectory() as disk, tempfile.TemporaryDirectory() as other:
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}k", "none", disk], check=True)
            found += [f"{act.__name__}: {fault}" for fault in act(Path(disk), Path(other))]
            subprocess.run(["umount", disk], check=True)
    return found


def faults() -> list[str]:
    """What goes wrong on full and read-only disks, as far as this machine can have them."""
    with tempfile.TemporaryDirectory() as disk, tempfile.TemporaryDirectory() as other:
        found = list(faults_with_a_limit(Path(disk), Path(other)))
    if can_mount():
        done = subprocess.run(MOUNTS, capture_output=True, text=True, cwd=ROOT)
        found += done.stdout.splitlines() + ([done.stderr] if done.returncode else [])
    return found


if __name__ == "__main__":
    if sys.argv[1:] == ["inside"]:
        print(*_inside(), sep="\n", end="")
    else:
        bad = faults()
        print(*bad, f"real disks: {'yes' if can_mount() else 'no'}; lost {len(bad)}", sep="\n")
        sys.exit(bool(bad))
