"""The report of an unexpected error: where in the program it happened, and nothing of what a person has typed."""

from __future__ import annotations

import os
import sys
import traceback
from datetime import datetime
from pathlib import Path

from model.files.files import make_folder, write_file
from model.files.rights import PRIVATE

ROOT = Path(__file__).parents[2]
REPORTS_FOLDER = "错误报告"
LOG_FILE_NAME = "运行记录.txt"  # beside the folder
MOST_CHAINED_ERRORS = 10  # errors behind each other


def trace_of(error: BaseException) -> str:
    """Return where an error came from, and the errors behind it: kinds, files and lines of the program.

    Their messages are left out, since they may quote what was typed."""
    pieces: list[str] = []
    one: BaseException | None = error
    while one and len(pieces) < MOST_CHAINED_ERRORS:
        lines = "".join(traceback.format_tb(one.__traceback__))
        for place in (f"{ROOT}", sys.prefix, sys.base_prefix, f"{Path.home()}"):  # they may hold the user's name
            lines = lines.replace(place, "…")
        pieces.append(f"{type(one).__module__}.{type(one).__qualname__}\n{lines}")
        one = one.__cause__ or one.__context__
    return "\n".join(pieces)


def report_text(trace: str, versions: str, when: datetime, draft: str = "") -> str:
    """Return the report for the maintainers; `draft` is the text of the open report, if the clerk agreed."""
    python = sys.version.split()[0]
    head = f"政府信息公开年报 错误报告\n{when:%Y-%m-%d %H:%M:%S}\n{_system()}\nPython {python}，{versions}\n"
    content = f"\n打开着的年报（经填报人同意附上）：\n\n{draft}" if draft else "\n没有附年报的内容。\n"
    return f"{head}\n{trace}{content}"


def _system() -> str:
    """Return the operating system and its version; `platform` would start a console on Windows to ask for it."""
    if sys.platform == "win32":
        return "Windows {}.{}.{}".format(*sys.getwindowsversion().platform_version)
    found = os.uname()
    return f"{found.sysname} {found.release} {found.machine}"


def report_path(folder: Path, when: datetime) -> Path:
    """Return the path for the report of an error."""
    return folder / REPORTS_FOLDER / f"{when:%Y-%m-%d %H-%M-%S}.txt"


def write_report(path: Path, text: str) -> None:
    """Write the report of an error, for the user alone to read. Raises Fault."""
    make_folder(path.parent)
    write_file(path, text.encode("utf-8", "replace"), PRIVATE)
