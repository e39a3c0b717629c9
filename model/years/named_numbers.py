"""The numbers of a report by the roles of their places: section.row.column, whatever an edition calls them."""

from __future__ import annotations

from collections.abc import Mapping

from model.form.form import Form
from model.report.cell_numbers import Number


def cells_of(form: Form, name: str) -> tuple[str, ...]:
    """Return the cells that a name of roles stands for, none where the edition has no place for it."""
    role, row, column = name.split(".")
    section = form.section_of_role(role)
    if not section:
        return ()
    places = ((one, other) for one in section.roles.get(row, ()) for other in section.roles.get(column, ()))
    names = (f"{section.key}.{one}.{other}" for one, other in places)
    return tuple(cell for cell in names if cell in form.cells)


def number_of(form: Form, numbers: Mapping[str, Number], name: str) -> Number | None:
    """Return the sum of all that is filled in in the cells of a name of roles, None if nothing is."""
    filled = [numbers[cell] for cell in cells_of(form, name) if cell in numbers]
    return sum(filled) if filled else None
