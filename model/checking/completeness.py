"""What is not filled in yet, or not as a value must be, and what a text is silent on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from datetime import date

from model.checking.facts.contact import contact_findings
from model.checking.facts.signed_on import signed_on_findings
from model.checking.facts.year import year_findings
from model.checking.language.wording import any_of
from model.checking.mentions import mention_findings
from model.checking.open_places import OpenPlaces, open_places
from model.county.county import NO_COUNTY, County
from model.findings.finding import ERROR, HINT, WARNING, Finding, place_words
from model.form.expected_relations import Writing
from model.report.cell_numbers import Number
from model.report.fact_labels import CONTACT_NAMES, FACT_NAMES
from model.report.opening_paragraph import BLANK_TO_FILL
from model.report.outline import is_empty
from model.report.report import Report, text_place
from model.report.unfinished import fault_of

# Answers that say nothing.
NOTHING = re.compile(
    rf"""
    (?:{any_of("missing-text", "nothing_now")})?
    (?:{any_of("missing-text", "nothing")})
    (?:{any_of("missing-text", "nothing_found")})*(?:的)?
    (?:{any_of("missing-text", "nothing_of")})?
    (?:需要(?:说明|报告)的(?:事项|问题))?
    """,
    re.VERBOSE,
)
EMPTY_PHRASE = re.compile(f"(?:{any_of('missing-text', 'empty_phrases')})+")
ENDS = re.compile("[。；！.]")
LONGEST_EMPTY_PHRASE_CHARACTERS = 30
LONGEST_THIN_ANSWER_CHARACTERS = 200  # of an answer that may say nothing
TENS = 10
ROUNDED_TO_CHARACTERS = 50  # to which the length of a section is told


def completeness_findings(
    report: Report, numbers: Mapping[str, Number], county: County = NO_COUNTY
) -> Iterator[Finding]:
    """Yield what is no valid value, and hints on what is empty or missing, section by section.

    What a county says of the length of a section goes before what is usual."""
    for name, text in report.unfinished.items():
        yield Finding("unfinished", ERROR, (name,), fault_of(report.form, name, text), about=text)
    places = open_places(report)
    yield from _facts(report, [name for place in places if place.section is None for name in place.empty])
    mentions = list(mention_findings(report, numbers))
    matters = {one.id for one in report.form.matters}
    told = {name for one in mentions if one.rule in matters for name in one.cells}
    for place in places:
        if place.section and place.empty:
            yield from _blank_cells(report, place) if place.section.grid else _unwritten(report, place, told)
    yield from _gaps(report)
    yield from mentions
    yield from contact_findings(report)
    wrong_year = list(year_findings(report, date.today()))
    yield from wrong_year or signed_on_findings(report)
    for writing in report.form.writings:
        yield from _written(report, writing, county)


def _facts(report: Report, missing: list[str]) -> Iterator[Finding]:
    # Any one way to ask will do; without any, the two are named that a township has.
    if not any(report.text(name).strip() for name in CONTACT_NAMES):
        missing = [*missing, "contact.office", "contact.telephone"]
    if missing:
        said = f"“基本信息”里还没有填：{'、'.join(FACT_NAMES[name] for name in missing)}。请补上。"
        yield Finding("blank", HINT, tuple(missing), said, about=" ".join(missing))
    if BLANK_TO_FILL in (opening := report.text("opening")):
        message = f"开头语里还有没填的“{BLANK_TO_FILL}”。请补上。"
        yield Finding(
            "blank",
            HINT,
            ("opening",),
            message,
            start=opening.index(BLANK_TO_FILL),
            length=len(BLANK_TO_FILL),
            about=opening,
        )


def _gaps(report: Report) -> Iterator[Finding]:
    """Yield where a section's text still has a ____ in it, as a sentence has whose number is not filled in."""
    for section in report.form.text_sections:
        for index, part in enumerate(report.parts(section.key)):
            if BLANK_TO_FILL in part.text:
                yield Finding(
                    "blank",
                    WARNING,
                    (f"{section.key}[{index}].text",),
                    f"{place_words(section.tab, part.heading)}里还有没填的“{BLANK_TO_FILL}”。请补上；是常用句里的数，把表里那一格填上就有了。",
                    start=part.text.index(BLANK_TO_FILL),
                    length=len(BLANK_TO_FILL),
                    about=part.text,
                )


def _blank_cells(report: Report, place: OpenPlaces) -> Iterator[Finding]:
    inputs = place.section.grid.inputs if place.section and place.section.grid else []
    if len(place.empty) == len(inputs):
        message = f"“{place.tab}”整张表都还没有填。没有的数请填 0。"
    else:
        first = report.form.label_within(place.empty[0])
        message = (
            f"“{place.tab}”还有 {len(place.empty)} 格没有填，第一格是“{first}”。"
            "没有的数请填 0，不填的在文档里也会写成 0。"
        )
    yield Finding("blank", HINT, place.empty, message, about=" ".join(place.empty))


def _unwritten(report: Report, place: OpenPlaces, told: Set[str]) -> Iterator[Finding]:
    """Yield what is not written of a section; parts that are `told` as matters it must go into are not told again."""
    section = text_place(place.first)[0]
    must_answer = any(writing.section == section and writing.answers for writing in report.form.writings)
    severity = WARNING if must_answer and _is_begun(report) else HINT
    if place.is_unwritten:
        what = "请写出具体的问题和做法，不能是“无”" if must_answer else "请补上；不写的话，文档里会印成“无”"
        yield Finding("missing-text", severity, place.empty, f"“{place.tab}”还没有写。{what}。", about="-")
        return
    for name in place.empty:
        part = report.parts(section)[text_place(name)[1]]
        if place.section and not is_empty(place.section, part):
            yield _bare_heading(report, name, place_words(place.tab, part.heading))
        elif name not in told:
            what = f"“{place.tab}”的“{part.heading.strip() or '没有小标题的一段'}”还没有写"
            message = f"{what}，这样不会印出来。请补上；不要的，删去这一小节。"
            yield Finding("missing-text", severity, (name,), message, about=part.heading or "-")


def _bare_heading(report: Report, name: str, what: str) -> Finding:
    """Return the finding on a heading of the clerk's own that nothing stands under: it is printed all the same."""
    severity = WARNING if _is_begun(report) else HINT
    message = f"{what}只有小标题，没有文字，这样也会印出来。请补上文字，或者删去这一小节。"
    return Finding("missing-text", severity, (name,), message, about=what, kind="bare heading")


def _is_begun(report: Report) -> bool:
    """Return whether anything of this year's tables or texts is filled in: in a new report nothing is wrong yet."""
    own = set(report.form.inputs) - {carry.this for carry in report.form.carries}
    return not own.isdisjoint(report.values) or any(
        text.strip() for name, text in report.texts() if text_place(name)[0]
    )


def rounded(length: int) -> int:
    """Return the length of a section as it is told: with the very number, every key would make it another finding."""
    return length // ROUNDED_TO_CHARACTERS * ROUNDED_TO_CHARACTERS


def over_length(length: int, longest: int) -> tuple[str, str]:
    """Return how long a section is and by how much too long, in tens: it is told anew only when that many more are typed."""
    over = (length - longest) // TENS * TENS
    return (f"{longest + over} 多", f" {over} 多") if over else (f"{longest} 多", f"不到 {TENS} ")


def _written(report: Report, writing: Writing, county: County) -> Iterator[Finding]:
    length, tab = report.length(writing.section), report.form.section(writing.section).tab
    if writing.longest and length > writing.longest and not county.limits_length(report.form, writing.section):
        whole, over = over_length(length, writing.longest)
        message = f"“{tab}”有 {whole}字，一般要求不超过 {writing.longest} 字，多了{over}字。请压缩。"
        yield Finding("writing", HINT, (f"{writing.section}[0].text",), message, about=str(rounded(length)))
    for index, part in enumerate(report.parts(writing.section) if writing.answers else ()):
        whole = "".join(part.text.split())
        text = ENDS.sub("", whole) if len(whole) <= LONGEST_THIN_ANSWER_CHARACTERS else ""
        if text and (
            NOTHING.fullmatch(text) or (len(text) <= LONGEST_EMPTY_PHRASE_CHARACTERS and EMPTY_PHRASE.fullmatch(text))
        ):
            what = place_words(tab, part.heading)
            message = f"{what}只写了“{text}”，等于没有写。请写出具体的问题和做法。"
            yield Finding("missing-text", WARNING, (f"{writing.section}[{index}].text",), message, about=text)
