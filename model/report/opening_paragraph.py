"""The opening paragraph before 一、, made from the basic facts."""

from __future__ import annotations

from model.report.report import Report

BLANK_TO_FILL = "____"
CONTACT_LABELS = (("address", "地址"), ("postcode", "邮编"), ("telephone", "联系电话"), ("email", "电子邮箱"))


def opening_paragraph(report: Report) -> str:
    """Return an opening with legal basis, period and where to ask [《条例》第五十条; usual in published reports].

    What is not known yet stands as ____, for the clerk to fill in."""
    unit, year = report.unit or BLANK_TO_FILL, report.year or BLANK_TO_FILL
    return (
        f"根据《中华人民共和国政府信息公开条例》（国务院令第711号）和{report.form.issued_as}文件要求，"
        f"{unit}编制了{year}年政府信息公开工作年度报告。"
        f"本报告所列数据的统计期限为{year}年1月1日至12月31日。{_where_to_ask(report)}"
    )


def _where_to_ask(report: Report) -> str:
    office = report.text("contact.office").strip() or BLANK_TO_FILL
    facts = [(label, report.text(f"contact.{key}").strip()) for key, label in CONTACT_LABELS]
    inside = "，".join(f"{label}：{fact}" for label, fact in facts if fact)
    return f"如对本报告有疑问，请与{unit_office(report.unit, office)}联系{f'（{inside}）' if inside else ''}。"


def unit_office(unit: str, office: str) -> str:
    """Return the office with the body's name before it, unless it begins with that already."""
    return office if not unit or office.startswith(unit) else f"{unit}{office}"
