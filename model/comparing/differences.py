"""How two reports differ, value by value, in the clerk's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from model.form.form import Form
from model.report.cell_numbers import Number, number_shown
from model.report.disclosure_sources import source_labels
from model.report.fact_labels import FACT_NAMES, OTHER_NAMES
from model.report.on_form import on_form
from model.report.outline import day_shown, one_line
from model.report.report import Report, Unfinished, Value

VALUE_LABELS = FACT_NAMES | OTHER_NAMES | {"county": "按哪个县的要求"}
LONGEST_TEXT_CHARACTERS = 24  # of a text in a line
SHARED_CHARACTERS_SHOWN = 6  # before the place where two texts begin to differ
EMPTY = "空"


@dataclass(frozen=True)
class Difference:
    """A value that differs: its name, what it is called on the screen, and both sides of it (None: blank)."""

    name: str
    label: str
    before: Value | None
    now: Value | None

    @property
    def line(self) -> str:
        """The difference on one line, such as “自然人”：3 → 5."""
        before, now = from_where_they_differ([whole(self.before), whole(self.now)])
        return f"{self.label}：{one_line(before, LONGEST_TEXT_CHARACTERS)} → {one_line(now, LONGEST_TEXT_CHARACTERS)}"


def differences(now: Report, before: Report | None) -> list[Difference]:
    """Return how a report differs from an earlier one (None: empty): facts, texts, cells, in the order of the tabs."""
    old: Mapping[str, Value] = on_form(before, now.form).values if before else {}
    return [
        Difference(name, label, old.get(name), now.values.get(name))
        for name, label in names_shown(now.form, old.keys() | now.values.keys()).items()
        if old.get(name) != now.values.get(name)
    ]


def names_shown(form: Form, others: set[str]) -> dict[str, str]:
    """Return what every value is called, by its name; for cells that this form does not have, the name itself."""
    names = VALUE_LABELS | {section.key: f"“{section.tab}”的文字" for section in form.text_sections}
    names |= {name: f"“{form.label(name)}”" for name in form.cells} | source_labels(form)
    return names | {name: f"“{name}”" for name in sorted(others - names.keys())}


def lines_of(found: list[Difference], most: int) -> list[str]:
    """Return one line for each difference, at most so many, and one that says how many more there are."""
    more = [f"…还有 {len(found) - most} 处"] if len(found) > most else []
    return [*(difference.line for difference in found[:most]), *more]


def whole(value: Value | None) -> str:
    """Return a value as a person reads it: a number, a date, yes or no, all parts of a text, or what is not valid."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        texts = (f"{part.heading}\n{part.text}".strip() for part in value)
        return "\n".join(text for text in texts if text) or EMPTY
    if isinstance(value, date):
        return day_shown(value)
    if isinstance(value, Number):
        return number_shown(value)
    if isinstance(value, Unfinished):
        return f"{value.text}（写得不对）"
    return EMPTY if value in (None, "") else str(value)


def from_where_they_differ(texts: list[str]) -> list[str]:
    """Return the texts without the beginning that all of them share, if they are too long to be shown whole."""
    if max(map(len, texts)) <= LONGEST_TEXT_CHARACTERS:
        return texts
    same = next((place for place, letters in enumerate(zip(*texts, strict=False)) if len(set(letters)) > 1), 0)
    skipped = max(0, same - SHARED_CHARACTERS_SHOWN)
    return [f"…{text[skipped:]}" for text in texts] if skipped else texts
