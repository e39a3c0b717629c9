"""The command check: the findings of drafts and documents."""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from model.checking.batch import FileChecked, check_files, files_in
from model.county.installed import county_in, county_in_use
from model.faults import Fault
from model.files.settings_folder import settings_folder
from model.reading.open_report import open_report
from model.report.report import Report
from ui.cli.arguments import Arguments, file_named
from ui.cli.check_output import as_objects, table
from ui.cli.console import DONE, FOUND_ERRORS, UNUSABLE, note, put

PROGRESS_SHOWN_AFTER_S = 1.0
USAGE = "用法：app.py check 草稿、文档或文件夹… [--last 上年草稿或文档] [--county 县里的要求.toml] [--json] 检查一份或许多份报告。"


def check(words: list[str]) -> int:
    """Check files: FILE... [--last FILE] [--county FILE] [--json]; without --county as the window does.

    Return 0 without errors, 1 with errors, 2 if a file could not be used."""
    arguments = Arguments(USAGE)
    arguments.add_argument("files", type=file_named, nargs="+")
    arguments.add_argument("--last", type=file_named)
    arguments.add_argument("--county", type=file_named)
    arguments.add_argument("--json", action="store_true")
    call = arguments.parse_args(words)
    tell = _Json() if call.json else _Tables()
    try:
        return _check(call, tell)
    finally:
        tell.end()  # the JSON must be complete, whatever happens


def _check(call: Namespace, tell: _Json | _Tables) -> int:
    """Report the result of each file; return the exit code."""
    last = _last(call.last) if call.last else None
    county = county_in(call.county) if call.county else county_in_use(settings_folder())
    files = files_in(call.files)
    progress = _Progress(len(files))
    code = DONE
    # Closing stops the worker processes if the loop is interrupted.
    with closing(check_files(files, last, county=county)) as every:
        for done in every:
            progress.clear()
            code = max(code, _tell(done, tell))
            progress.step()
    progress.clear()
    return code


def _tell(done: FileChecked, tell: _Json | _Tables) -> int:
    """Report the result of one file; return its exit code."""
    if done.fault:
        note(done.fault)
        tell.skip()
        return UNUSABLE
    tell.show(done)
    return FOUND_ERRORS if done.checked.errors else DONE


def _last(path: Path) -> Report:
    try:
        return open_report(path)[0]
    except Fault as fault:
        raise Fault(f"--last 的上年报告不能用：{fault}") from fault


class _Json:
    """Writes one list of objects, file by file."""

    def __init__(self) -> None:
        self._count = 0

    def skip(self) -> None:
        """Do nothing: a file that cannot be used has no findings."""

    def show(self, done: FileChecked) -> None:
        """Write the findings of a file."""
        for item in as_objects(done):
            put("," if self._count else "[", end="\n ")
            put(json.dumps(item, ensure_ascii=False), end="")
            self._count += 1

    def end(self) -> None:
        """Close the list."""
        put("\n]" if self._count else "[]")


class _Tables:
    """Writes a table for each file, and a summary of many."""

    def __init__(self) -> None:
        self._files = self._broken = self._skipped = 0

    def skip(self) -> None:
        """Count a file that cannot be used."""
        self._skipped += 1

    def show(self, done: FileChecked) -> None:
        """Write the table of a file."""
        put(table(done))
        self._files += 1
        self._broken += bool(done.checked.errors)

    def end(self) -> None:
        """Write the summary."""
        if self._files + self._skipped > 1:
            skipped = f"；另有 {self._skipped} 份没有读入" if self._skipped else ""
            put(f"检查了 {self._files} 份，{self._broken} 份有错误{skipped}。")


class _Progress:
    """Shows the progress on a terminal if the check takes long."""

    def __init__(self, whole: int) -> None:
        self._whole, self._done, self._began = whole, 0, time.monotonic()
        self._is_shown = False

    def step(self) -> None:
        """Count a file."""
        self._done += 1
        if sys.stderr.isatty() and time.monotonic() - self._began > PROGRESS_SHOWN_AFTER_S and self._done < self._whole:
            note(f"\r已检查 {self._done}／{self._whole}", end="")
            self._is_shown = True

    def clear(self) -> None:
        """Erase the progress before other output."""
        if self._is_shown:
            note(f"\r{' ' * 30}\r", end="")
            self._is_shown = False
