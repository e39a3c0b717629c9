"""Telephone, e-mail and postcode: whether they can be right, and whether the opening has the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.findings.finding import WARNING, Finding, Rewording
from model.report.cell_numbers import PLAIN_WIDTH
from model.report.fact_labels import FACT_NAMES
from model.report.opening_paragraph import full_names_of
from model.report.report import Report

# What each may look like, how it stands in a text behind its label, and an example.
TELEPHONE = re.compile(
    r"(?:[（(]?0\d{2,3}[）)]?[\s—－-]{0,3})?(?:\d{7,8}|1\d{2}[\s-]?\d{4}[\s-]?\d{4}|12345|400[\s-]?\d{3,4}[\s-]?\d{3,4})"
    r"(?:(?:转|[\s—－-]{1,2})\d{1,6})?"
)
SEVERAL = re.compile(r"[、，,；;/\s]{1,5}(?=[（(]?\d{7}|[（(]?0\d{2})")
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}", re.ASCII)
POSTCODE = re.compile(r"\d{6}", re.ASCII)
FORMS = {
    "contact.telephone": (TELEPHONE, "像 0470-8942932 这样，带区号"),
    "contact.email": (EMAIL, "像 dzb@example.gov.cn 这样"),
    "contact.postcode": (POSTCODE, "六位数字"),
}
BEHIND_LABEL = {
    "contact.telephone": re.compile(r"(?:电话|联系方式)(?:号码)?[为是]?[:：]?\s{0,3}(?P<value>[（(]?\d[\d（）()—－\s-]{4,20}\d)"),
    "contact.email": re.compile(r"(?:邮箱|邮件|E-?mail)(?:地址)?[为是]?[:：]?\s{0,3}(?P<value>[\w.+-]{1,64}@[\w.-]{1,200})", re.IGNORECASE | re.ASCII),
    "contact.postcode": re.compile(r"(?:邮编|邮政编码)[为是]?[:：]?\s{0,3}(?P<value>\d{4,8})", re.ASCII),
}  # fmt: skip
DIGITS = re.compile(r"\d+")
LONGEST_OPENING = 3000  # characters of an opening that are looked at


def contact_findings(report: Report) -> Iterator[Finding]:
    """Yield ways to ask that nobody can use, and those that the opening gives otherwise than 基本信息."""
    yield from _body_twice(report)
    opening = report.text("opening")[:LONGEST_OPENING].translate(PLAIN_WIDTH)
    for name in FORMS:
        value = report.text(name).strip().translate(PLAIN_WIDTH)
        if value:
            yield from _form(name, value)
            yield from _opening(opening, name, value)


def _body_twice(report: Report) -> Iterator[Finding]:
    """Yield where the opening says the body's name twice on end, as where the office was typed with it."""
    unit, opening = report.unit, report.text("opening")
    names = full_names_of(unit) if unit else []
    for name in names:
        if (start := opening.find(unit + name)) >= 0:
            behind = start + len(unit)
            message = f"开头语里连着写了两次单位名称：“{unit}{name}”。请只留一个。"
            mend = Rewording("opening", opening, ((behind, behind + len(name), ""),))
            length = len(unit) + len(name)
            yield Finding("contact", WARNING, ("opening",), message, (mend,), start=start, length=length, about=name)
            return


def _form(name: str, value: str) -> Iterator[Finding]:
    pattern, example = FORMS[name]
    single = SEVERAL.split(value) if name == "contact.telephone" else [value]
    if not all(pattern.fullmatch(one.strip()) for one in single):
        message = f"“{FACT_NAMES[name]}”写的是“{value}”，不像能用的。请写成{example}。"
        yield Finding("contact", WARNING, (name,), message, about=value)


def _opening(opening: str, name: str, value: str) -> Iterator[Finding]:
    told = [] if value in opening else [found["value"] for found in BEHIND_LABEL[name].finditer(opening)]
    if told and not any(_same(name, one, value) for one in told):
        message = f"开头语里的{FACT_NAMES[name]}是“{told[0]}”，“基本信息”里填的是“{value}”，不一样。请改成一致。"
        start = opening.index(told[0])
        yield Finding(
            "contact", WARNING, ("opening", name), message,
            start=start, length=len(told[0]), about=f"{told[0]} {value}",
        )  # fmt: skip


def _same(name: str, one: str, other: str) -> bool:
    if name == "contact.email":
        return one.rstrip(".").lower() == other.lower()
    digits, others = ("".join(DIGITS.findall(value)) for value in (one, other))
    return digits in others or others in digits
