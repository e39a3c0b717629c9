"""How much text a report may have for the rules to look at all of it and for its pages, and what is told where it has more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.findings.finding import ERROR, Finding, place_words
from model.report.fact_labels import FACT_NAMES
from model.report.outline import LONGEST_HEADING_LETTERS
from model.report.report import Report

UNCHECKED, TOO_LONG = "unchecked", "too-long"
MOST_LETTERS = (
    200_000  # of all texts together, many times the longest report; the rules take two seconds for the worst of them
)
LETTERS_OF_A_PART = 100  # what looking at a part costs besides its letters


def unchecked_texts(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the texts that are not looked at, by their names: those with which there are more than MOST_LETTERS."""
    left, found = MOST_LETTERS, {}
    for name, text in texts:
        cost = len(text) + LETTERS_OF_A_PART
        if cost > left and text.strip():
            found[name] = text
        elif cost <= left:
            left -= cost
    return found


def unchecked_finding(unchecked: dict[str, str], name: str, place: str) -> Finding:
    """Return what is told of all the texts that were not looked at, at the first of them, `name`."""
    letters = sum(map(len, unchecked.values()))
    message = (
        f"{place}太长，没有查：全文已经超过 {MOST_LETTERS // 10_000} 万字，从这里起有 {len(unchecked)} 段共 {letters} 字没有查。"
        "请看看是不是多粘贴了文字，删去多余的；留下的会接着查。"
    )
    return Finding(UNCHECKED, ERROR, (name,), message, about=str(letters), count=len(unchecked))


def long_heading_findings(report: Report) -> Iterator[Finding]:
    """Yield the unit's name and the headings with which no PDF can be made."""
    if len(report.title) > LONGEST_HEADING_LETTERS:
        yield _too_long("unit", FACT_NAMES["unit"], report.unit)
    for section in report.form.text_sections:
        for index, part in enumerate(report.parts(section.key)):
            if len(part.heading) > LONGEST_HEADING_LETTERS:
                yield _too_long(
                    f"{section.key}[{index}].heading", f"{place_words(section.tab, '')}的小标题", part.heading
                )


def _too_long(name: str, place: str, text: str) -> Finding:
    message = f"{place}有 {len(text)} 字，太长了，排不成 PDF。请看看是不是多粘贴了文字，删去多余的。"
    return Finding(TOO_LONG, ERROR, (name,), message, about=str(len(text)))
