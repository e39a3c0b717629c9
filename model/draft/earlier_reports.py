"""The reports of earlier years that are at hand: the copy of last year's, and drafts beside this one or opened lately."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from itertools import islice
from pathlib import Path

from model.draft.draft_file import load_draft
from model.draft.next_year import last_of
from model.faults import Fault
from model.files.glance import glance
from model.files.paths import regular_files
from model.form.form import editions, load_form
from model.report.report import Report

MOST_LOOKED_AT, MOST_READ, MOST_YEARS = 60, 8, 6


def earlier_reports(report: Report, path: Path | None, recent: Iterable[Path] = ()) -> dict[int, Report]:
    """Return the reports of the same body on earlier years by year, from the drafts in the folder of `path` and the `recent` ones.

    Of two on one year the one saved last counts. What cannot be read is passed over. It may take as long as a disk takes."""
    if not report.unit or not report.year:
        return {}
    found: dict[int, Report] = {}
    for draft in islice(_newest_first(report.year, path, recent), MOST_READ):
        with suppress(Fault):
            read, _ = load_draft(draft)
            for one in (read, last_of(read, load_form, editions())):
                if one and one.year and one.year < report.year and one.unit == report.unit:
                    found.setdefault(one.year, one)
    return found


def by_year(report: Report, last: Report | None, earlier: dict[int, Report]) -> dict[int, Report]:
    """Return this report, the copy of last year's in it, and the earlier ones, by year: the latest years."""
    if not report.year:
        return {}
    own = {last.year: last} if last and last.year and last.year < report.year else {}
    found = {**earlier, **own, report.year: report}
    return {year: found[year] for year in sorted(found)[-MOST_YEARS:] if year <= report.year}


def _newest_first(before: int, path: Path | None, recent: Iterable[Path]) -> Iterator[Path]:
    """Yield the drafts that say that they are on an earlier year, the one saved last first."""
    paths = dict.fromkeys([*_beside(path), *recent])
    paths.pop(path, None)  # type: ignore[arg-type]
    glances = [(one, glance(one)) for one in islice(paths, MOST_LOOKED_AT)]
    fitting = [(seen.saved or datetime.min, one) for one, seen in glances if seen.year and seen.year < before]
    return (one for _, one in sorted(fitting, reverse=True))


def _beside(path: Path | None) -> list[Path]:
    with suppress(OSError, Fault):
        return [one for one, _ in islice(regular_files(path.parent, "*.toml"), MOST_LOOKED_AT)] if path else []
    return []
