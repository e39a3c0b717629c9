"""The official form, read from an edition file: sections, printed grids, and the names of its cells."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from model.faults import Fault
from model.form.exact_relations import Balance, Carry, RelationFault, Total, read_balances, read_carries, read_totals
from model.form.expected_relations import (
    AtLeast,
    Mention,
    Writing,
    Zero,
    read_at_leasts,
    read_mentions,
    read_writings,
    read_zeros,
)  # fmt: skip
from model.form.grid import Cell, Grid, GridFault, read_grid

FORMS = Path(__file__).parents[2] / "resources" / "forms"


class FormFault(Fault):
    """An edition file that cannot be used; the sentence names the file and the place in it."""


@dataclass(frozen=True)
class Section:
    """One of the numbered sections: a grid of numbers, or a text in parts (then `grid` is None)."""

    key: str
    tab: str
    heading: str
    parts: tuple[str, ...] = ()
    grid: Grid | None = None


@dataclass(frozen=True, eq=False)
class Form:
    """One edition of the form. `cells` gives every number cell by its name `section.row.column`.

    A form is equal to itself only, as each edition is read once."""

    edition: str
    issued_as: str
    title: str
    sections: tuple[Section, ...]
    totals: tuple[Total, ...] = ()
    balances: tuple[Balance, ...] = ()
    carries: tuple[Carry, ...] = ()
    zeros: tuple[Zero, ...] = ()
    at_leasts: tuple[AtLeast, ...] = ()
    mentions: tuple[Mention, ...] = ()
    writings: tuple[Writing, ...] = ()
    cells: Mapping[str, Cell] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Form({self.edition!r})"

    @cached_property
    def text_sections(self) -> tuple[Section, ...]:
        """The sections that hold text, in printed order."""
        return tuple(section for section in self.sections if section.grid is None)

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """The names of the cells that somebody fills in: all but the totals, in printed order."""
        return tuple(name for name, cell in self.cells.items() if not cell.total)

    def section(self, key: str) -> Section:
        """The section with that key."""
        return next(section for section in self.sections if section.key == key)

    def label(self, name: str) -> str:
        """The cell's place in printed words, such as 「三、依申请公开 · 四、结转下年度继续办理 · 自然人」."""
        section = self.section(name.partition(".")[0])
        assert section.grid is not None
        return " · ".join([section.tab, *section.grid.labels_of(self.cells[name])])

    def label_within(self, name: str) -> str:
        """The cell's place in its section, such as 「四、结转下年度继续办理 · 自然人」."""
        return self.label(name).split(" · ", 1)[-1]

    def row_and_column(self, name: str) -> tuple[str, str]:
        """The printed words of a cell's row and of its column; where rows have no labels, of its group and its column."""
        grid = self.section(name.partition(".")[0]).grid
        assert grid is not None
        labels = grid.labels_of(self.cells[name])
        return "".join(grid.row_labels_of(self.cells[name])) or labels[0], labels[-1]


def editions(folder: Path = FORMS) -> list[str]:
    """The editions there are, oldest first."""
    return sorted(path.stem for path in folder.glob("*.toml"))


@cache
def load_form(edition: str, folder: Path = FORMS) -> Form:
    """The form of that edition, read once. Raises FormFault where the file is missing or malformed."""
    path = folder / f"{edition}.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise FormFault(f"格式文件“{path.name}”打不开：{error.strerror}。请重新安装本程序。") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise FormFault(f"格式文件“{path.name}”不是完好的 TOML：{error}。请改正后再打开。") from error
    return read_form(data, path.name)


def read_form(data: Mapping[str, Any], file: str) -> Form:
    """The form that the edition file's data describe. Raises FormFault with `file` and the place in it."""
    try:
        sections = tuple(_read_section(entry, index) for index, entry in enumerate(_list(data, "section", "")))
        _refuse_doubles(sections)
        names = [cell.name for section in sections if section.grid for cell in section.grid.numbers]
        texts = [section.key for section in sections if not section.grid]
        totals = read_totals(_list(data, "total", ""), names)
        _mark_totals(sections, totals)
        return Form(
            edition=_text(data, "edition", ""),
            issued_as=_text(data, "issued_as", ""),
            title=_title(data),
            sections=sections,
            totals=totals,
            balances=read_balances(_list(data, "balance", ""), names),
            carries=read_carries(_list(data, "carry", ""), names),
            zeros=read_zeros(_list(data, "zero", ""), names),
            at_leasts=read_at_leasts(_list(data, "at_least", ""), names),
            mentions=read_mentions(_list(data, "mention", ""), names, texts),
            writings=read_writings(_list(data, "writing", ""), texts),
            cells={cell.name: cell for section in sections if section.grid for cell in section.grid.numbers},
        )
    except (_Misplaced, GridFault, RelationFault) as error:
        raise FormFault(f"格式文件“{file}”有误：{error}。请改正后再打开。") from error


class _Misplaced(Exception):
    """A key of the edition file that is missing or of the wrong kind."""


def _read_section(entry: Any, index: int) -> Section:
    place = f"第 {index + 1} 个 [[section]] 的 "
    if not isinstance(entry, dict):
        raise _Misplaced(f"{place.strip()} 不是一个表")
    key = _text(entry, "key", place)
    grid = read_grid(key, entry) if "grid" in entry else None
    parts = tuple(_list(entry, "parts", place))
    if not all(isinstance(part, str) for part in parts):
        raise _Misplaced(f"{place}parts 里有不是文字的东西")
    return Section(key, _text(entry, "tab", place), _text(entry, "heading", place), parts, grid)


def _refuse_doubles(sections: tuple[Section, ...]) -> None:
    keys = [section.key for section in sections]
    if not keys:
        raise _Misplaced("没有一个 [[section]]")
    for key in keys:
        if keys.count(key) > 1:
            raise _Misplaced(f"[[section]] 的 key “{key}” 用了两次")
        if key in RESERVED:
            raise _Misplaced(f"[[section]] 的 key “{key}” 是草稿文件自己的名称，不能用")


# Top-level keys of a draft that are not sections.
RESERVED = frozenset(
    "draft edition year unit level opening contact signoff printed last confirmed proposed unfinished".split()  # noqa: SIM905
)


def _mark_totals(sections: tuple[Section, ...], totals: tuple[Total, ...]) -> None:
    computed = {total.cell for total in totals}
    for section in sections:
        if section.grid:
            section.grid.mark_totals(computed)


def _title(data: Mapping[str, Any]) -> str:
    title = _text(data, "title", "")
    if "{unit}" not in title or "{year}" not in title:
        raise _Misplaced("title 里要有 {unit} 和 {year}")
    return title


def _text(data: Mapping[str, Any], key: str, place: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value:
        raise _Misplaced(f"{place}{key} 缺失或不是文字")
    return value


def _list(data: Mapping[str, Any], key: str, place: str) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise _Misplaced(f"{place}{key} 不是一个列表")
    return value
