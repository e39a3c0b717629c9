"""The cells and sections of one edition in the place of another's: what a later edition renamed, joined or split."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from model.form.form import Form
from model.form.section import former_sections

Places = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Renames:
    """The cells and sections of another edition whose values each cell and section of a form holds now.

    Of several cells the sum. `parted` maps cells of the other edition to those that share their value here."""

    cells: Places
    sections: Places
    parted: Places

    def numbers(self, numbers: Mapping[str, int | Decimal]) -> dict[str, int | Decimal]:
        """Return the other edition's numbers under the names of this one."""
        both = ((name, [numbers[old] for old in olds if old in numbers]) for name, olds in self.cells.items())
        return {name: sum(found) for name, found in both if found}


@lru_cache(maxsize=64)
def renames(form: Form, other: Form) -> Renames:
    """Return what in a form corresponds to the cells and sections of another edition, an earlier or a later one."""
    if form.edition < other.edition:
        cells, sections = _inverse(_former_cells(other, form)), _inverse(_former_sections(other, form))
    else:
        cells, sections = _former_cells(form, other), _former_sections(form, other)
    # A number that several cells share now cannot be divided: none of them gets it.
    shared = {name: parts for name, parts in _inverse(cells).items() if len(parts) > 1}
    whole = {name: olds for name, olds in cells.items() if not shared.keys() & set(olds)}
    return Renames(whole, sections, shared)


def _former_cells(form: Form, other: Form) -> dict[str, tuple[str, ...]]:
    found = {}
    for section in form.sections:
        keys = [one.key for one in former_sections(section, other.sections)]
        for cell in section.grid.numbers if section.grid else ():
            rows, columns = section.names_of(cell.row_key), section.names_of(cell.column_key)
            names = (".".join(name) for name in itertools.product(keys, rows, columns))
            if olds := tuple(name for name in names if name in other.cells):
                found[cell.name] = olds
    return found


def _former_sections(form: Form, other: Form) -> dict[str, tuple[str, ...]]:
    both = (
        (section.key, tuple(one.key for one in former_sections(section, other.sections))) for section in form.sections
    )
    return {key: olds for key, olds in both if olds}


def _inverse(places: Places) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, others in places.items():
        for other in others:
            found[other] = (*found.get(other, ()), name)
    return found
