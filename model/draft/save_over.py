"""Saving over a draft: what it held stays as a version, unless that would keep the new one from being saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from model.faults import Fault
from model.files.file_errors import FileFault
from model.files.files import forget_file
from model.files.history import keep_replaced


def save_over(path: Path, own: Path, write: Callable[[], object]) -> str:
    """Keep what a draft holds as a version, beside it or in the program's folder `own`, and call `write` to replace it.

    Returns a sentence if no version could be kept, otherwise "". Raises what `write` raises."""
    version, why = _kept(path, own)
    try:
        write()
    except FileFault:
        if version is None:
            raise
        forget_file(version)  # the last room on the disk is for the draft itself
        write()
        why = "磁盘快满了。"
    return f"上一版没能留进历史版本：{why}" if why else ""


def _kept(path: Path, own: Path) -> tuple[Path | None, str]:
    try:
        return keep_replaced(path, datetime.now(), own), ""
    except Fault as fault:
        return None, str(fault)
