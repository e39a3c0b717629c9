"""The main numbers of reports over the years, side by side."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from model.faults import Fault
from model.form.number_names import is_number_name
from model.report.cell_numbers import Number, number_shown
from model.report.report import Report
from model.toml_errors import place_in_toml
from model.years.named_numbers import cells_of, number_of

FILE = Path(__file__).parents[2] / "resources" / "main_numbers.toml"
BLANK = "—"


class MainNumber(NamedTuple):
    """A number by its name of roles, and what it is called."""

    title: str
    name: str


class Row(NamedTuple):
    """One main number in each year, None where it is not filled in."""

    title: str
    numbers: tuple[Number | None, ...]

    @property
    def shown(self) -> tuple[str, ...]:
        """The numbers in digits, — for one that is not filled in."""
        return tuple(BLANK if number is None else number_shown(number) for number in self.numbers)


class Years(NamedTuple):
    """The main numbers over the years, oldest year first; no rows where there is nothing to compare."""

    years: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def words(self) -> str:
        """All of it in one line a number, for who does not see it."""
        lines = (
            f"{row.title}：" + "，".join(f"{year}年 {shown}" for year, shown in zip(self.years, row.shown, strict=True))
            for row in self.rows
        )
        return "\n".join(lines)


NO_YEARS = Years()


@cache
def main_numbers(path: Path = FILE) -> tuple[MainNumber, ...]:
    """Return the main numbers that the file lists. Raises Fault with the file and the place in it."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("number")
    except OSError as error:
        raise Fault(f"“{path.name}”打不开。请重新安装本程序。") from error
    except (ValueError, RecursionError) as error:
        raise Fault(f"“{path.name}”写法不对：{place_in_toml(error)}。请改正。") from error
    if not isinstance(entries, list):
        raise Fault(f"“{path.name}”里没有一个 [[number]]。请改正。")
    return tuple(_read(entry, f"“{path.name}”第 {number} 个 [[number]] 的 ") for number, entry in enumerate(entries, 1))


def _read(entry: Any, place: str) -> MainNumber:
    title, name = (entry.get(key) if isinstance(entry, dict) else None for key in ("title", "of"))
    if not isinstance(title, str) or not title:
        raise Fault(f"{place}title 缺失或不是文字。请改正。")
    if not isinstance(name, str) or not is_number_name(name):
        raise Fault(f"{place}of “{name}”不是本程序认识的角色。请改正。")
    return MainNumber(title, name)


def over_years(reports: Mapping[int, Report]) -> Years:
    """Return the main numbers of reports by year; nothing with less than two of them."""
    years = tuple(sorted(reports))
    if len(years) < 2:
        return NO_YEARS
    found = {year: reports[year].numbers() for year in years}
    rows = (
        Row(one.title, tuple(number_of(reports[year].form, found[year], one.name) for year in years))
        for one in main_numbers()
        if any(cells_of(reports[year].form, one.name) for year in years)
    )
    return Years(years, tuple(row for row in rows if any(number is not None for number in row.numbers)))
