"""Many reports checked at once, on all processors."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from model.checking.check import Checked, check
from model.faults import Fault
from model.form import editions, load_form
from model.next_year import last_of
from model.reading.any_file import report_in
from model.report import Report
from model.versions import FOLDER

REPORTS = (".toml", ".docx", ".html", ".htm", ".xhtml", ".shtml", ".txt")
REFUSED = (".doc", ".wps", ".pdf", ".rtf")  # named, as somebody may think that they were checked
FEW = 8  # files that are not worth a second process
AT_ONCE = 8  # files that a process takes at once


@dataclass(frozen=True)
class FileChecked:
    """What came of one file: the findings, or the sentence why it cannot be used."""

    file: str
    checked: Checked = field(default_factory=lambda: Checked(()))
    fault: str = ""


def files_in(paths: Sequence[Path]) -> list[Path]:
    """The reports that the paths name, those in folders and the folders in them included; an empty folder stays as it is."""
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = [file for file in sorted(path.rglob("*")) if _may_be_report(file)]
        found += inside or [path]
    return found


def _may_be_report(file: Path) -> bool:
    is_known = file.suffix.lower() in (*REPORTS, *REFUSED)
    is_ours = file.stem.endswith(("自查表", "对照表")) or FOLDER in file.parts  # made by this program from a report
    return is_known and not is_ours and not file.name.startswith((".", "~$")) and file.is_file()


def check_files(files: Sequence[Path], last: Report | None) -> Iterator[FileChecked]:
    """What came of each file, in order; `last` is last year's report and goes before the draft's own."""
    one = partial(check_file, last=last)
    with ExitStack() as stack:
        processes = min(os.cpu_count() or 1, -(-len(files) // AT_ONCE))
        if len(files) <= FEW or processes == 1:
            yield from map(one, files)
            return
        pool = stack.enter_context(Pool(processes))
        yield from pool.imap(one, files, chunksize=AT_ONCE)


def check_file(file: Path, last: Report | None) -> FileChecked:
    """What came of one file; a file that cannot be used is told in its fault."""
    if file.is_dir():
        said = f"文件夹“{file}”里没有草稿，也没有 .docx、网页或文本。请看看是不是选错了文件夹。"
        return FileChecked(str(file), fault=said)
    try:
        report, _ = report_in(file)
        before = last or last_of(report, load_form, editions())
        return FileChecked(str(file), check(report, before))
    except Fault as fault:
        return FileChecked(str(file), fault=str(fault))
    except Exception as error:  # whatever it is, it must not stop the other files
        return FileChecked(
            str(file), fault=f"“{file}”没有检查成（{type(error).__name__}：{error}）。请把它发给维护程序的人。"
        )
