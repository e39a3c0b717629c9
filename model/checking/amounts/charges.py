"""What a text says of 信息处理费: notices sent, their total, what was received [国办函〔2020〕109号]."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from model.checking.amounts.cells_meant import MONEY
from model.checking.language.clauses import Amount, Clause
from model.checking.language.passages import Passage, Text
from model.checking.language.wording import any_of_pattern, words_of
from model.findings.finding import WARNING, Finding
from model.form.form import Form
from model.report.cell_numbers import Number, number_shown

ABOUT = any_of_pattern("fee-silent", "about")
NOTICES = any_of_pattern("fee-silent", "notices")
RECEIVED = any_of_pattern("fee-silent", "paid")
TOTAL = any_of_pattern("fee-silent", "asked")
NOT_RECEIVED = any_of_pattern("fee-silent", "not_paid")
WORDS = {"notices": "发出收费通知的件数", "asked": "通知收取的总金额", "paid": "实际收取的金额"}


@dataclass(frozen=True)
class Charge:
    """An amount that is told of the fee: one of WORDS, its value (money in 万元) and its place."""

    kind: str
    value: Decimal
    start: int
    end: int


def charges(text: Text) -> Iterator[Charge]:
    """Yield what a text tells of the fee, sentence by sentence."""
    if not ABOUT.search(text.text):
        return
    for passage in text.passages():
        for clauses in passage.sentences:
            yield from _of_sentence(passage, clauses)


def _of_sentence(passage: Passage, clauses: list[Clause]) -> Iterator[Charge]:
    is_about = False
    for clause in clauses:
        is_about = is_about or bool(ABOUT.search(clause.text))
        begin = clause.start
        for amount in clause.amounts if is_about else ():
            end = clause.start + len(clause.text) if amount is clause.amounts[-1] else amount.end
            kind = _kind(amount, clause.text[begin - clause.start : end - clause.start])
            if kind and not amount.is_about:
                yield Charge(kind, amount.value * MONEY.get(amount.unit, Decimal(1)), amount.start, amount.end)
            begin = amount.end


def _kind(amount: Amount, words: str) -> str:
    if amount.unit not in MONEY:
        return "notices" if NOTICES.search(words) else ""
    if NOT_RECEIVED.search(words):
        return ""
    is_total = TOTAL.search(words) and not RECEIVED.search(words)
    return "asked" if is_total or NOTICES.search(words) else "paid"


def charge_findings(text: Text, form: Form, numbers: Mapping[str, Number]) -> Iterator[Finding]:
    """Yield what is missing where somebody was charged, and a table 2 in which what was received is not contained."""
    told = list(charges(text))
    some = next((one for one in told if one.value), None)
    missing = [words for kind, words in WORDS.items() if kind not in {one.kind for one in told}]
    if some and missing:
        message = f"{text.place}写了收取信息处理费，没有写{'、'.join(missing)}。请一并写明。"
        yield Finding("fee-silent", WARNING, (text.name,), message, start=some.start, length=some.end - some.start,
                      about=" ".join(missing))  # fmt: skip
    cell = fee_cell(form)
    received = [one for one in told if one.kind == "paid"]
    largest = max(received, key=lambda one: one.value, default=None)
    if cell in numbers and largest and largest.value > numbers[cell]:
        message = (
            f"{text.place}写的信息处理费是 {number_shown(largest.value.normalize())} 万元，"
            f"“{form.label(cell)}”是 {number_shown(numbers[cell])}。它也算在表里的这个数里，表里不应少于它。请核对。"
        )
        yield Finding("fee-table", WARNING, (text.name, cell), message, start=largest.start,
                      length=largest.end - largest.start, about=f"{largest.value} {numbers[cell]}")  # fmt: skip


def fee_cell(form: Form) -> str:
    """Return the cell of table 2 with what was charged in all, "" where the edition has none."""
    role, row_role, column_role = words_of("fee-table", "cell")
    section = form.section_of_role(role)
    if section is None:
        return ""
    rows, columns = section.roles.get(row_role, ()), section.roles.get(column_role, ())
    names = (f"{section.key}.{row}.{column}" for row in rows for column in columns)
    return next((name for name in names if name in form.cells), "")
