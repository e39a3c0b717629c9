"""What a county demands of a report, beside what the form does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model.checking.amounts.charges import fee_cell
from model.checking.completeness import ROUNDED_TO_CHARACTERS, over_length, rounded
from model.checking.mentions import is_silent, text_of
from model.county.county import (
    FEES,
    LENGTH,
    MENTION,
    NAME,
    OUTDATED,
    PART,
    SAME,
    County,
    LengthDemand,
    OfSection,
    key_in,
)
from model.county.words import as_sentence, fees_words, length_words, outdated_words, part_words
from model.findings.finding import WARNING, Finding
from model.form.form import Form
from model.report.cell_numbers import Number, number_shown
from model.report.report import Report

INSTALL = "请在“检查 → 县里的要求…”里打开县里发的文件"


def county_findings(report: Report, numbers: Mapping[str, Number], county: County) -> Iterator[Finding]:
    """Yield where a report does not keep a county's demands; those on words in its texts are rules of texts."""
    yield from _name(report, county)
    if county.name:
        yield from _parts(report, county)
        yield from _mentions(report, county)
        for length in county.lengths:
            yield from _length(report, county, length)
        yield from _fees(report, numbers, county)


def _name(report: Report, county: County) -> Iterator[Finding]:
    """Yield that the report follows another county than the one whose demands are known here."""
    named = report.text("county").strip()
    if named and named != county.name:
        now = f"这里用的是“{county.name}”的要求" if county.name else "这里没有它的要求，没有按它检查"
        message = f"这份草稿写着按“{named}”的要求填报，{now}。{INSTALL}；草稿写错了的，点“核实无误”。"
        yield Finding(NAME, WARNING, ("unit",), message, about=f"{named} {county.name}")


def _parts(report: Report, county: County) -> Iterator[Finding]:
    for demand in county.parts:
        section = key_in(report.form, demand.section)
        headings = [part.heading for part in report.parts(section)]
        wanted = (demand.heading, *demand.words)
        if text_of(report, section) and not any(word in heading for heading in headings for word in wanted):
            message = f"“{report.form.section(section).tab}”没有{part_words(demand.heading)}。请补上。"
            yield _finding(PART, section, message, demand.says, county, demand.heading)


def _mentions(report: Report, county: County) -> Iterator[Finding]:
    for demand in county.mentions:
        section = key_in(report.form, demand.section)
        text = text_of(report, section)
        if text and is_silent(text, demand.words):
            message = f"“{report.form.section(section).tab}”没有写{demand.what}。请补上。"
            yield _finding(MENTION, section, message, demand.says, county, demand.what)


def _length(report: Report, county: County, demand: LengthDemand) -> Iterator[Finding]:
    section = key_in(report.form, demand.section)
    length = report.length(section)
    if 0 < length < demand.shortest or length > demand.longest > 0:
        about = rounded(length)
        told, more = f"有 {about} 多字" if about else f"不到 {ROUNDED_TO_CHARACTERS} 字", ""
        if length > demand.longest > 0:
            whole, over = over_length(length, demand.longest)
            told, more = f"有 {whole}字", f"，多了{over}字"
        message = f"“{report.form.section(section).tab}”{told}，要求{length_words(demand)}{more}。请增删。"
        yield _finding(LENGTH, section, message, demand.says, county, str(about))


def _fees(report: Report, numbers: Mapping[str, Number], county: County) -> Iterator[Finding]:
    if county.most_fees is None:
        return
    cell = fee_cell(report.form)
    number = numbers.get(cell)
    if number is not None and number > county.most_fees:
        limit = number_shown(county.most_fees)
        message = f"“{report.form.label(cell)}”填了 {number_shown(number)} 万元，要求不超过 {limit} 万元。请核对。{county.origin}"
        yield Finding(FEES, WARNING, (cell,), message, about=str(number))


def _finding(rule: str, section: str, message: str, says: str, county: County, about: str) -> Finding:
    return Finding(rule, WARNING, (f"{section}[0].text",), f"{message}{as_sentence(says)}{county.origin}", about=about)


def county_titles(county: County) -> dict[str, str]:
    """Return what the county's rules are called on the 自查表: as the county puts it, where it does."""
    said = {
        PART: [one.says or part_words(one.heading) for one in county.parts],
        MENTION: [one.says or f"写到{one.what}" for one in county.mentions],
        LENGTH: [one.says or length_words(one) for one in county.lengths],
        FEES: [] if county.most_fees is None else [fees_words(county.most_fees)],
        SAME: [] if county.most_same_percent is None else [f"与上年相同的不超过 {county.most_same_percent}%"],
        OUTDATED: [one.says or outdated_words(one) for one in county.outdated],
    }
    return {rule: f"{county.name}要求：{'；'.join(words)}" for rule, words in said.items() if words}


def can_be_judged(report: Report, numbers: Mapping[str, Number], county: County, rule: str) -> bool:
    """Return whether what a rule of the county looks at is there."""
    if rule == FEES:
        return fee_cell(report.form) in numbers
    of_sections: dict[str, tuple[OfSection, ...]] = {
        PART: county.parts,
        MENTION: county.mentions,
        LENGTH: county.lengths,
    }
    demands = of_sections.get(rule)
    if demands is None:
        return any(text.strip() for _, text in report.texts()) and (rule != OUTDATED or bool(report.year))
    return all(text_of(report, key_in(report.form, one.section)) for one in demands)


def replaced_rules(form: Form, county: County) -> set[str]:
    """Return the ids of the form's own rules in whose place the county's stand."""
    return {one.id for one in form.mosts if one.cell == fee_cell(form)} if county.most_fees is not None else set()
