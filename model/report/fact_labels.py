"""What the facts of a report are called on the screen, by their names."""

from __future__ import annotations

from model.form.form import Form
from model.report.outline import is_seen
from model.report.report import Report, Value

FACTS_TAB = "基本信息"  # the tab with what is neither a cell nor a section
CONTACT_NAMES = {
    "contact.office": "负责科室", "contact.telephone": "联系电话", "contact.email": "电子邮箱",
    "contact.address": "地址", "contact.postcode": "邮编",
}  # fmt: skip
MAIN_NAMES = {"unit": "单位名称", "year": "报告年度", "opening": "开头语", "signoff.date": "成文日期"}
FACT_NAMES = MAIN_NAMES | CONTACT_NAMES
OTHER_NAMES = {"level": "单位层级", "signoff.seal": "加盖印章"}  # facts that are chosen and never missing


def value_name(form: Form, name: str) -> str:
    """Return what a fact or a cell is called."""
    return FACT_NAMES.get(name) or form.label(name)


def value_words(form: Form, name: str) -> str:
    """Return what any value is called, in quotes: a fact, a cell, a section, or by its name in a draft what is none."""
    known = FACT_NAMES | OTHER_NAMES | {section.key: section.tab for section in form.sections}
    if name in form.cells:
        return f"“{form.label(name)}”"
    above = name
    while above and above not in known:
        above = above.rpartition(".")[0]
    return f"“{known.get(above, name)}”"


def missing_facts(report: Report) -> dict[str, str]:
    """Return the facts that every report has and this one lacks so far, each with what it is called."""
    return {name: words for name, words in MAIN_NAMES.items() if not _is_filled_in(report.values.get(name))}


def _is_filled_in(value: Value | None) -> bool:
    """Return whether there is a value; a text of blanks is none."""
    return is_seen(value) if isinstance(value, str) else bool(value)
