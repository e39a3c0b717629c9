"""Many reports checked at once, on all processors."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from model.checking.copies import Copies, Texts, texts_of
from model.checking.run import check
from model.checking.workers import TASK_TIMEOUT_S, TOO_LONG, results
from model.county.county import NO_COUNTY, County
from model.draft.last_year import read_last
from model.faults import Fault
from model.files.folders import below, is_folder, refuse_closed
from model.files.history import VERSIONS_FOLDER
from model.findings.finding import Checked
from model.form.form import editions, load_form
from model.form.relation import SEVERITIES
from model.reading.formats.file_types import REPORTS, UNREADABLE
from model.reading.open_report import open_report
from model.report.report import Report

MOST_FILES_IN_PROCESS = 8  # files that are not worth a process of their own


@dataclass(frozen=True)
class FileChecked:
    """What came of one file: the findings, or the sentence why it cannot be used."""

    file: str
    checked: Checked = field(default_factory=lambda: Checked(()))
    fault: str = ""
    texts: Texts = field(default_factory=Texts)


def files_in(paths: Sequence[Path]) -> list[Path]:
    """Return the reports that the paths name, those in folders and the folders in them included.

    A folder that is empty or lets nobody in stays as it is."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(filter(_may_be_report, below(path))) if is_folder(path) else []
        found += inside or [path]
    return found


def _may_be_report(path: Path) -> bool:
    is_known = path.suffix.lower() in (*REPORTS, *UNREADABLE)
    # Made by this program from a report.
    is_ours = path.stem.endswith(("自查表", "对照表")) or VERSIONS_FOLDER in path.parts
    return (is_known and not is_ours and not path.name.startswith((".", "~$"))) or is_folder(path)


def check_files(
    files: Sequence[Path], last: Report | None, patience: float = TASK_TIMEOUT_S, *, county: County = NO_COUNTY
) -> Generator[FileChecked, None, None]:
    """Yield what came of each file, in order; `last` is last year's report and goes before the draft's own, `county` is
    whose demands are checked too.

    Many files are checked by processes of their own; a file that takes one more than `patience` seconds is given up."""
    one = partial(check_file, last=last, county=county)
    copies = Copies() if county.most_same_percent is None else Copies(county.most_same_percent)
    if len(files) <= MOST_FILES_IN_PROCESS:
        found: Iterable[FileChecked] = map(one, files)
    else:
        processes = min(os.cpu_count() or 1, -(-len(files) // MOST_FILES_IN_PROCESS))
        found = results(one, files, processes, _not_checked, patience)
    with closing(found) if isinstance(found, Generator) else nullcontext():
        for done in found:
            yield _with_copies(done, copies)


def _with_copies(done: FileChecked, copies: Copies) -> FileChecked:
    """Return what came of a file, and whether it says the same as one before it."""
    copied = tuple(copies.findings(Path(done.file).name, done.texts))
    if not copied:
        return done
    findings = sorted((*done.checked.findings, *copied), key=lambda finding: SEVERITIES.index(finding.severity))
    return replace(done, checked=replace(done.checked, findings=tuple(findings)))


def check_file(file: Path, last: Report | None, county: County = NO_COUNTY) -> FileChecked:
    """Return what came of one file; a file that cannot be used is told in its fault."""
    try:
        if is_folder(file):
            refuse_closed(file)
            raise Fault(f"文件夹“{file}”里没有草稿，也没有 .docx、网页或文本。请看看是不是选错了文件夹。")
        report, _ = open_report(file)
        before, faults = (last, ()) if last else read_last(report, load_form, editions())
        return FileChecked(str(file), check(report, before, county, faults), texts=texts_of(report))
    except Fault as fault:
        return FileChecked(str(file), fault=str(fault))
    except Exception:  # whatever it is, it must not stop the other files
        return FileChecked(str(file), fault=f"“{file}”没有检查成：程序出了没有料到的错。请把这个文件发给维护程序的人。")


def _not_checked(file: Path, why: str) -> FileChecked:
    """Return what is told of a file whose process came to no end, or to a bad one."""
    said = "太久没有检查完" if why == TOO_LONG else "没有检查成：电脑可能太忙，或者内存不够"
    return FileChecked(str(file), fault=f"“{file}”{said}。请单独再检查它一次；还是不行，就把它发给维护程序的人。")
