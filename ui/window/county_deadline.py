"""Until when the county wants its reports: on the start page, and in the last days in the title bar."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from model.county.deadline import deadline_words, last_days_words
from model.county.place import FOLDER
from model.faults import Fault

if TYPE_CHECKING:
    from model.county.county import County


class CountyDeadline:
    """The deadline in the county's file in use; a file that cannot be used is told when a report is opened."""

    def __init__(self, own: Path) -> None:
        self._county: County | None = None
        with suppress(Fault, OSError):
            if (own / FOLDER).is_dir():
                from model.county.installed import county_in_use

                self._county = county_in_use(own)

    @property
    def words(self) -> str:
        """The sentence for the start page, "" if there is none."""
        return deadline_words(self._county, date.today()) if self._county else ""

    def title_words(self, year: int | None) -> str:
        """Return what stands behind the program's name for a report on a year, None if that is not known or none is open."""
        said = last_days_words(self._county, date.today(), year) if self._county else ""
        return f"（{said}）" if said else ""
