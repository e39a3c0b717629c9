"""Where the counts of the table on disclosure come from: a short text for each row, for whoever has to answer for them."""

from __future__ import annotations

from collections.abc import Mapping

from model.form.form import Form
from model.form.section import Section
from model.report.report import section_of

SOURCES = "disclosure_sources"  # their group in a draft; a value is named by it and its row
OF_ROLE = SOURCES.removesuffix("_sources")  # of the section that has them


def sources_section(form: Form) -> Section | None:
    """Return the section whose rows have sources, None where the edition has none."""
    return form.section_of_role(OF_ROLE)


def source_name(cell: str) -> str:
    """Return the name of the source of a cell's row, such as disclosure_sources.licences."""
    return f"{SOURCES}.{cell.split('.')[1]}"


def source_cells(form: Form) -> Mapping[str, tuple[str, ...]]:
    """Return the cells that each source is for, by its name, in printed order."""
    section = sources_section(form)
    found: dict[str, tuple[str, ...]] = {}
    for cell in section.grid.inputs if section and section.grid else ():
        found[source_name(cell.name)] = (*found.get(source_name(cell.name), ()), cell.name)
    return found


def source_labels(form: Form) -> dict[str, str]:
    """Return what each source is called on the screen, by its name."""
    return {name: f"“{form.row_and_column(cells[0])[0]}”的来源" for name, cells in source_cells(form).items()}


def section_shown(form: Form, name: str) -> str:
    """Return the key of the section in whose tab a value is shown; for a fact the result is not a section."""
    section = sources_section(form)
    return section.key if section and name.startswith(f"{SOURCES}.") else section_of(name)


def former_sources(form: Form, values: Mapping[str, object]) -> dict[str, str]:
    """Return the sources in another edition's values under the names of this form; what has no row here is left out."""
    section = sources_section(form)
    if section is None:
        return {}
    found = {}
    for name in source_cells(form):
        rows = section.names_of(name.removeprefix(f"{SOURCES}."))
        texts = (values.get(f"{SOURCES}.{row}") for row in rows)
        if text := next((text for text in texts if isinstance(text, str) and text.strip()), ""):
            found[name] = text
    return found
