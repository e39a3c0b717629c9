"""The bundles on bare systems. Usage: check.py linux|windows|fcitx4|fcitx5|ibus ARCHIVE PICTURES"""

from __future__ import annotations

import sys
from pathlib import Path

from computer import Computer
from desktop import Desktop
from installing import on_linux, on_windows
from main_job import TITLE, main_job
from typing_chinese import type_chinese

PLACE = "opt/我的 文件夹"  # letters and blanks that paths have on a clerk's computer


def computer(kind: str, desktop: Desktop) -> Computer:
    """The computer that a bundle is tried on."""
    folder = f"/{PLACE}/{TITLE}"
    if kind == "windows":
        quiet = {"WINEDEBUG": "-all"}
        return Computer("wine", desktop, f"{folder}/{TITLE}.exe", f"{folder}/nianbao.exe", ("wine",), quiet, "Z:")
    return Computer("debian11" if kind == "linux" else kind, desktop, f"{folder}/{TITLE}", f"{folder}/nianbao")


def tried(kind: str, there: Computer, archive: Path) -> list[str]:
    """Tries everything that is to be tried on one kind of computer; a line for each thing that worked."""
    if kind == "linux":
        return main_job(there) + on_linux(there, archive)
    if kind == "windows":
        return main_job(there) + on_windows(there, archive)
    return type_chinese(there)


def main(kind: str, archive: Path, pictures: Path) -> None:
    """Unpacks the bundle on its computer and tries it; says what worked."""
    desktop = Desktop(pictures)
    there = computer(kind, desktop)
    try:
        there.switch_off()
        there.unpack(archive, PLACE)
        worked = tried(kind, there, archive)
    except BaseException:
        desktop.picture("failed")
        raise
    finally:
        there.switch_off()
        desktop.close()
    print(*(f"{kind}: {line}" for line in worked), f"{kind}: look at the pictures in {pictures}", sep="\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
