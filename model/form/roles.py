"""The roles of sections, rows and columns, as resources/roles.toml lists and an edition file assigns them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from model.form.grid import Cell, Grid

FILE = Path(__file__).parents[2] / "resources" / "roles.toml"
ROWS, COLUMNS = "rows", "columns"
Roles = Mapping[str, tuple[str, ...]]


class RoleFault(Exception):
    """A role that does not exist, or that nothing in the section can play."""


@cache
def known_roles() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return the roles there are: those of sections, and for each of them those of its rows and columns."""
    with FILE.open("rb") as file:
        return tomllib.load(file)


def read_roles(entry: Mapping[str, Any], key: str, grid: Grid | None) -> tuple[str, Roles]:
    """Return the role of a section ("": none) and the row or column keys for each role in it. Raises RoleFault."""
    role, given = entry.get("role", ""), entry.get("roles", {})
    if not isinstance(role, str) or (role and role not in known_roles()):
        raise RoleFault(f"“{key}”的 role “{role}”本程序不认识，只有 {'、'.join(known_roles())}")
    if not isinstance(given, dict):
        raise RoleFault(f"“{key}”的 roles 要写成一个表，每行一个角色和它的行名或列名")
    if given and not (role and grid):
        raise RoleFault(f"“{key}”没有 role 或没有表格，不能有 roles")
    return role, {name: _players(key, role, name, said, grid) for name, said in given.items() if grid}


def _players(key: str, section: str, role: str, said: Any, grid: Grid) -> tuple[str, ...]:
    """Return the keys of the rows or columns that play a role, given one by one or by their printed label."""
    kind = next((kind for kind in (ROWS, COLUMNS) if role in known_roles()[section].get(kind, {})), "")
    if not kind:
        raise RoleFault(f"“{key}”的 roles 里的“{role}”本程序不认识")
    names = said if isinstance(said, list) else [said]
    if not names or not all(isinstance(name, str) and name for name in names):
        raise RoleFault(f"“{key}”的 roles 里的“{role}”要写成一个名称或一列名称")
    found = [_named(name, kind, grid) for name in names]
    if not all(found):
        raise RoleFault(f"“{key}”的 roles 里“{role}”所指的“{'、'.join(names)}”表里没有")
    return tuple(dict.fromkeys(key for keys in found for key in keys))


def _named(name: str, kind: str, grid: Grid) -> list[str]:
    """Return the keys that a name stands for: a key itself, or all that a printed label stands over or beside."""
    if any(_key(cell, kind) == name for cell in grid.numbers):
        return [name]
    labels = [cell for cell in grid.cells if cell.label == name]
    return [_key(cell, kind) for label in labels for cell in grid.numbers_of(label)]


def _key(cell: Cell, kind: str) -> str:
    return cell.row_key if kind == ROWS else cell.column_key
