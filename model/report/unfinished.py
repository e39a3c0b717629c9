"""A text typed in place of a year, a date or a number: what its field is called and why it cannot be used."""

from __future__ import annotations

from model.form.form import Form
from model.report.cell_numbers import NumberFault, number_typed, shortened_text
from model.report.fact_labels import FACT_NAMES
from model.report.fact_values import fact_typed
from model.report.report import Report, Unfinished, Value

UNCONFIRMED = "还没有确认，请重新填一次。"  # a draft may keep as unfinished what would do


def typed_value(form: Form, name: str, text: str) -> Value | None:
    """Return the value of what was typed into a field or cell: None if blank, Unfinished if it is not valid."""
    value, fault = _read(form, name, text)
    return Unfinished(text) if fault else value


def label_of(form: Form, name: str) -> str:
    """Return what the field or the cell of that name is called on the screen."""
    return form.label(name) if name in form.cells else FACT_NAMES.get(name, name)


def reason_of(form: Form, name: str, text: str) -> str:
    """Return why a text cannot be used as the value of that name, and what belongs there."""
    return _read(form, name, text)[1] or UNCONFIRMED


def fault_of(form: Form, name: str, text: str) -> str:
    """Return the fault that says where the text stands, why it cannot be used and that it is kept meanwhile."""
    said = shortened_text(text)
    why = reason_of(form, name, text).removeprefix(f"“{said}”")
    return f"“{label_of(form, name)}”写的是“{said}”，{why}改好以前不算数，也不写进文档。"


def year_fault(report: Report) -> str:
    """Return the sentence on why what was typed is not a year; "" if it is one, or if nothing was typed."""
    text = report.unfinished.get("year")
    return fault_of(report.form, "year", text) if text else ""


def left_behind(report: Report) -> list[str]:
    """Return what was typed and is no valid value, as lines with its place: a report of the next year takes nothing of it over."""
    return [
        f"“{label_of(report.form, name)}”写的是“{shortened_text(text)}”" for name, text in report.unfinished.items()
    ]


def never_filled(report: Report) -> list[str]:
    """Return the cells that nothing was typed into, in printed order; what is no valid value is told by itself."""
    return [name for name in report.blanks() if name not in report.values]


def unfinished_note(report: Report) -> str:
    """Return a sentence on how much of what was typed is left out of the document; "" if nothing is."""
    count = len(report.unfinished)
    as_zero = "，表里的格写成了 0" * any(name in report.form.cells for name in report.unfinished)
    return f"写得不对的 {count} 处没有写进文档{as_zero}。" if count else ""


def _read(form: Form, name: str, text: str) -> tuple[Value | None, str]:
    if name not in form.cells:
        return fact_typed(name, text)
    try:
        return number_typed(text, form.cells[name]), ""
    except NumberFault as fault:
        return None, str(fault)
