"""What may stand in the fields of 基本信息, and how it is read from what somebody typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from model.report.outline import day_shown
from model.report.report import Unfinished, Value
from model.report.unseen import without_unseen
from model.report.years import YEARS_ACCEPTED

PLAIN = ("contact.telephone", "contact.email", "contact.postcode")  # full-width digits and letters become plain ones


def fact_typed(name: str, text: str) -> tuple[Value | None, str]:
    """Return the value that a field's text stands for (None: blank), and why it cannot be used ("": it can)."""
    readers: dict[str, Callable[[str], tuple[Value | None, str]]] = {"year": _year, "signoff.date": _date}
    plain = unicodedata.normalize("NFKC", without_unseen(text)).strip()
    if name in PLAIN:
        return plain or None, ""
    if name not in readers:
        return text or None, ""
    return readers[name](plain) if plain else (None, "")


def fact_shown(value: Value | None) -> str:
    """Return a fact as its field shows it."""
    if isinstance(value, date):
        return day_shown(value)
    if isinstance(value, Unfinished):
        return value.text
    return "" if value is None else str(value)


def _year(plain: str) -> tuple[Value | None, str]:
    plain = plain.removesuffix("年").strip()
    if re.fullmatch(r"\d{4}", plain, re.ASCII) and int(plain) in YEARS_ACCEPTED:
        return int(plain), ""
    return None, "请填四位年份，如 2021。"


def _date(plain: str) -> tuple[Value | None, str]:
    found = re.fullmatch(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?", plain, re.ASCII)
    found = found or re.fullmatch(r"(\d{4})(\d\d)(\d\d)", plain, re.ASCII)
    try:
        if found and int(found[1]) in YEARS_ACCEPTED:
            return date(*map(int, found.groups())), ""
    except ValueError:
        return None, "没有这一天。请填如 2022年1月10日 的日期。"
    return None, "请填如 2022年1月10日 或 2022-1-10 的日期。"
