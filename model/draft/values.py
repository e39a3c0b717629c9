"""What may stand under the known keys of a draft.

Anything else is refused with a DraftFault that says the key and what belongs there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from model.faults import DraftFault
from model.form.form import Form
from model.report.cell_numbers import PLAIN_WIDTH, NumberFault, number_given, number_quoted, said
from model.report.report import Value
from model.report.years import YEARS_ACCEPTED

MOST_INTEGER_BITS = 1000  # of a whole number, some 300 digits: Python refuses to convert more than 4,300


def refuse_large(form: Form, data: Mapping[str, Any]) -> None:
    """Refuse a whole number with so many digits that it could not be written again. Raises DraftFault."""
    keys = _keys_to_large(data)
    if keys:
        name = ".".join(keys)
        place = f"“{form.label(name)}”（{name}）" if name in form.cells else f"“{name[:60]}”"
        raise DraftFault(f"{place}写的数有几百位，太大了，不能用。请用记事本改正后再打开。")


def _keys_to_large(value: Any) -> list[str]:
    """Return the keys that lead to such a number, the outermost first; in a list, its position counted from 1."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value, 1) if isinstance(value, list) else ()
    for key, item in pairs:
        if isinstance(item, int) and item.bit_length() > MOST_INTEGER_BITS:
            return [str(key)]
        if found := _keys_to_large(item):
            return [str(key), *found]
    return []


def checked_number(form: Form, name: str, value: Any) -> Value:
    """Return what a number cell of that name holds."""
    cell = form.cells[name]
    try:
        return number_quoted(value, cell) if isinstance(value, str) else number_given(value, cell)
    except NumberFault as error:
        raise DraftFault(f"“{form.label(name)}”（{name}）：{error}请用记事本改正后再打开。") from error


def checked_year(name: str, value: Any) -> int:
    """Return the year reported on, which may stand in quotes."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}", value.translate(PLAIN_WIDTH), re.ASCII):
        value = int(value.translate(PLAIN_WIDTH))
    if isinstance(value, bool) or not isinstance(value, int) or value not in YEARS_ACCEPTED:
        raise DraftFault(f"年度（{name}）写的是“{said(value)}”，要写成 2021 这样的四位年份。请用记事本改正后再打开。")
    return value


def checked_text(name: str, value: Any) -> str:
    """Return a text; a level that is not known is kept, and no rule about levels applies then."""
    if not isinstance(value, str):
        raise DraftFault(f"“{name}”写的是“{said(value)}”，要写成引号里的文字。请用记事本改正后再打开。")
    return value


def checked_names(name: str, value: Any) -> tuple[str, ...]:
    """Return the names of cells in a list of them."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DraftFault(f"“{name}”要写成一列格的名称，放在方括号里，每个加引号。请用记事本改正后再打开。")
    return tuple(value)


def checked_date(name: str, value: Any) -> date:
    """Return the date of the sign-off."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise DraftFault(
            f"落款日期（{name}）写的是“{said(value)}”，要写成 2022-01-10 这样的日期，不加引号。请用记事本改正后再打开。"
        )
    return value


def checked_flag(name: str, value: Any) -> bool:
    """Return whether the report is sealed."""
    if not isinstance(value, bool):
        raise DraftFault(f"是否盖章（{name}）写的是“{said(value)}”，要写成 true 或 false。请用记事本改正后再打开。")
    return value


def checked_table(data: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the table of that name, a new one if it is missing."""
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise DraftFault(f"“{key}”写的是“{said(value)}”，要写成 [{key}] 开头的一组。请用记事本改正后再打开。")
    return value
