"""The names in braces that a sentence may have: {year}, {unit}, and {section.row.column}, a number by the roles of its place."""

from __future__ import annotations

import re

from model.form.roles import COLUMNS, ROWS, known_roles

YEAR, UNIT = "year", "unit"
NAMES = re.compile(r"\{([^{}]*)\}")


def fault_in_names(text: str) -> str:
    """Return what is wrong with the names in a sentence, "" if nothing is."""
    if re.search("[{}]", NAMES.sub("", text)):
        return "里有不成对的花括号"
    wrong = next((name for name in NAMES.findall(text) if not _is_known(name)), None)
    return "" if wrong is None else f"里的“{{{wrong}}}”本程序不认识"


def is_number_name(name: str) -> bool:
    """Return whether a name is one of a number: the roles of a section, a row and a column."""
    section, _, place = name.partition(".")
    row, _, column = place.partition(".")
    known = known_roles().get(section, {})
    return row in known.get(ROWS, {}) and column in known.get(COLUMNS, {})


def _is_known(name: str) -> bool:
    return name in (YEAR, UNIT) or is_number_name(name)
