"""The opening paragraph before 一、, made from the basic facts."""

from __future__ import annotations

import re

from model.report.report import Report

BLANK_TO_FILL = "____"
CONTACT_LABELS = (("address", "地址"), ("postcode", "邮编"), ("telephone", "联系电话"), ("email", "电子邮箱"))
ASK = "如对本报告有疑问，请与"
# What any unit, year and fact of a generated opening looks like, as regular expressions.
ANY_UNIT = r"[^，。\n]{1,100}"
ANY_YEAR, SAME_YEAR = r"(?P<year>\d{1,8}|____)", "(?P=year)"
ANY_OFFICE = r"[^，。（\n]{1,100}"
ANY_FACT = r"[^，。：\n]{1,200}"
# Where the name of a place ends within a body's name (not in 青石县人民政府, which is called after it), what ends the name of a body that governs a place, and how an office speaks of
# its own body by its kind, before what it is called: 镇政府办公室, 镇党政办, 街道办事处综合办.
PLACE_END = re.compile("(?<=..)[省市县区旗州盟](?!(?:人民)?政府)(?=..)")
OFFICIAL_END = re.compile("(?:人民政府|政府|办事处)$")
OWN_KIND = re.compile(
    "^[本我]?(?:(?:[乡镇县区市旗]政府|[乡镇县区市旗]?人民政府)(?=.)|[乡镇](?=党[政委群建])|街道办事处(?=.)|街道(?=党|办公|综合))"
)
SHORTEST_NAME_CHARACTERS = 3  # shorter ones, such as 本镇, are words for anything


def opening_paragraph(report: Report) -> str:
    """Return an opening with legal basis, period and where to ask [《条例》第五十条; usual in published reports].

    What is not known yet stands as ____, for the clerk to fill in."""
    unit, year = report.unit or BLANK_TO_FILL, str(report.year or BLANK_TO_FILL)
    return "".join(_pieces(report.form.issued_as, unit, year, year)) + _where_to_ask(report)


def is_generated(report: Report, opening: str) -> bool:
    """Return whether an opening is what opening_paragraph makes, from these or any other basic facts."""
    if opening == opening_paragraph(report):
        return True
    issued_as = re.escape(report.form.issued_as)
    begin = "".join(_pieces("\ue000", "\ue001", "\ue002", "\ue003"))
    known = str.maketrans({"\ue000": issued_as, "\ue001": ANY_UNIT, "\ue002": ANY_YEAR, "\ue003": SAME_YEAR})
    begin = re.escape(begin).translate(known)
    facts = "".join(f"(?:，?{label}：{ANY_FACT})?" for _, label in CONTACT_LABELS)
    return bool(re.fullmatch(rf"{begin}{ASK}{ANY_OFFICE}联系(?:（{facts}）)?。", opening))


def _pieces(issued_as: str, unit: str, year: str, same_year: str) -> tuple[str, ...]:
    return (
        f"根据《中华人民共和国政府信息公开条例》（国务院令第711号）和{issued_as}文件要求，",
        f"{unit}编制了{year}年政府信息公开工作年度报告。",
        f"本报告所列数据的统计期限为{same_year}年1月1日至12月31日。",
    )


def _where_to_ask(report: Report) -> str:
    office = report.text("contact.office").strip() or BLANK_TO_FILL
    facts = [(label, report.text(f"contact.{key}").strip()) for key, label in CONTACT_LABELS]
    inside = "，".join(f"{label}：{fact}" for label, fact in facts if fact)
    return f"{ASK}{unit_office(report.unit, office)}联系{f'（{inside}）' if inside else ''}。"


def unit_office(unit: str, office: str) -> str:
    """Return the office with the body's name before it, where it does not name the body itself, whole or in short.

    "镇党政办" of a township is called after the township, once: the words for the kind of body give way to its name."""
    if not unit or any(name in office for name in _names_of(unit)):
        return office
    return f"{unit}{OWN_KIND.sub('', office, count=1)}"


def _names_of(unit: str) -> list[str]:
    """Return what a body is called: its name, without the places around it, and the place by itself (青石镇)."""
    whole = full_names_of(unit)
    short = [OFFICIAL_END.sub("", name) for name in whole]
    return [name for name in (*whole, *short) if len(name) >= SHORTEST_NAME_CHARACTERS]


def full_names_of(unit: str) -> list[str]:
    """Return a body's name, and what it is without the places around it, the longest first."""
    return [unit, *(unit[place.end() :] for place in PLACE_END.finditer(unit))]
