"""A section of the form, as an edition file has it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from model.form.grid import Grid
from model.form.read_grid import KEY, read_grid
from model.form.roles import Roles, read_roles

KEYS = ("key", "role", "roles", "was", "tab", "heading")
KEYS_OF_TEXT = (*KEYS, "parts")
KEYS_OF_TABLE = (*KEYS, "columns", "decimals", "signed", "print", "grid")
# Top-level keys of a draft that are not sections.
RESERVED = frozenset(
    "draft edition year unit level opening contact signoff printed last confirmed proposed unfinished county disclosure_sources kept_sentences".split()  # noqa: SIM905
)


class Misplaced(Exception):
    """A key of the edition file that is missing, not known or of the wrong kind."""


@dataclass(frozen=True)
class Section:
    """A numbered section: a grid of numbers, or a text in parts (then `grid` is None).

    `role` is its own role, `roles` the row and column keys for each role in it. `was` gives the former keys of rows,
    columns and the section itself, as earlier editions had them."""

    key: str
    tab: str
    heading: str
    parts: tuple[str, ...] = ()
    grid: Grid | None = None
    role: str = ""
    roles: Roles = field(default_factory=dict)
    was: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its rows and columns."""
        numbers = self.grid.numbers if self.grid else []
        return frozenset(key for cell in numbers for key in (cell.row_key, cell.column_key))

    def names_of(self, key: str) -> tuple[str, ...]:
        """Return a key of a row, a column or the section itself, followed by its former keys."""
        return (key, *(name for name in self.was.get(key, ()) if name != key))


def read_sections(entries: Sequence[Any]) -> tuple[Section, ...]:
    """Return the sections of an edition file. Raises Misplaced, GridFault or RoleFault."""
    sections = tuple(_read_section(entry, f"第 {number} 个 [[section]] 的 ") for number, entry in enumerate(entries, 1))
    if not sections:
        raise Misplaced("没有一个 [[section]]")
    for what in ("key", "role", "tab", "heading"):
        _refuse_doubles(what, [getattr(section, what) for section in sections])
    return sections


def _read_section(entry: Any, place: str) -> Section:
    if not isinstance(entry, dict):
        raise Misplaced(f"{place.strip()} 不是一个表")
    refuse_unknown(entry, KEYS_OF_TABLE if "grid" in entry else KEYS_OF_TEXT, place)
    key = text_of(entry, "key", place)
    if not KEY.fullmatch(key):
        raise Misplaced(f"{place}key “{key}”只能用字母、数字和下划线")
    if key in RESERVED:
        raise Misplaced(f"[[section]] 的 key “{key}” 是草稿文件自己的名称，不能用")
    grid = read_grid(key, entry) if "grid" in entry else None
    parts = tuple(list_of(entry, "parts", place))
    if not all(isinstance(part, str) for part in parts):
        raise Misplaced(f"{place}parts 里有不是文字的东西")
    tab, heading = text_of(entry, "tab", place), text_of(entry, "heading", place)
    section = Section(key, tab, heading, parts, grid, *read_roles(entry, key, grid), _read_was(entry, key))
    for name in section.was:
        if name not in (key, *section.keys):
            raise Misplaced(f"“{key}”的 was 里的“{name}”不是它的行名或列名")
    return section


def _read_was(entry: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    was = entry.get("was", {})
    if not isinstance(was, dict):
        raise Misplaced(f'“{key}”的 was 要写成一个表，如 新名 = "旧名"')
    lists = {name: old if isinstance(old, list) else [old] for name, old in was.items()}
    for name, old in lists.items():
        if not old or not all(isinstance(one, str) and one for one in old):
            raise Misplaced(f"“{key}”的 was 里的“{name}”要写成一个旧名或一列旧名")
    return {name: tuple(old) for name, old in lists.items()}


def former_sections(section: Section, others: Iterable[Section]) -> list[Section]:
    """Return the sections of an earlier edition that a section continues."""
    names = section.names_of(section.key)
    return [one for one in others if one.key in names and (one.grid is None) == (section.grid is None)]


def refuse_unknown_former(sections: Iterable[Section], earlier: Sequence[Section]) -> None:
    """Refuse names under `was` that none of the earlier editions' sections has. Raises Misplaced."""
    for section in sections:
        own = former_sections(section, earlier)
        keys = {key for one in own for key in one.keys}
        for new, names in section.was.items():
            known = {one.key for one in earlier} if new == section.key else keys
            for name in names:
                if name not in known:
                    raise Misplaced(f"“{section.key}”的 was 里，“{new}”的旧名“{name}”在更早的版本里没有")


def refuse_other_kind(sections: Iterable[Section], earlier: Iterable[Section]) -> None:
    """Refuse a table under the key of a text of an earlier edition, and the other way round. Raises Misplaced.

    A draft could not hold both."""
    kinds = {one.key: one.grid is None for one in earlier}
    for section in sections:
        if kinds.get(section.key, section.grid is None) != (section.grid is None):
            raise Misplaced(f"“{section.key}”在更早的版本里一个是文字、一个是表格，请换一个 key")


def _refuse_doubles(what: str, said: Sequence[str]) -> None:
    for one in said:
        if one and said.count(one) > 1:
            raise Misplaced(f"[[section]] 的 {what} “{one}” 用了两次")


def refuse_unknown(data: Any, keys: Collection[str], place: str, no_table: str = "") -> None:
    """Refuse what is no table, and keys that are not read, since what they say would be lost. Raises Misplaced.

    `no_table` is what is said of the former, if more is to be said than its place."""
    if not isinstance(data, dict):
        raise Misplaced(no_table or f"{place.removesuffix('的 ')}不是一个表")
    for key in data:
        if key not in keys:
            raise Misplaced(f"{place}“{key}”本程序不认识")


def text_of(data: Mapping[str, Any], key: str, place: str) -> str:
    """Return the words under a key. Raises Misplaced if there are none."""
    value = data.get(key)
    if not isinstance(value, str) or not value:
        raise Misplaced(f"{place}{key} 缺失或不是文字")
    return value


def list_of(data: Mapping[str, Any], key: str, place: str) -> list[Any]:
    """Return the list under a key, empty if there is none. Raises Misplaced."""
    value = data.get(key, [])
    if not isinstance(value, list):
        raise Misplaced(f"{place}{key} 不是一个列表")
    return value
