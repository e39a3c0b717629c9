"""A report on a year without any request: its tables filled with zeros, and the usual sentences in its texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from model.form.usual_sentences import OfferedSentence
from model.report.report import Part, Report


def blank_cells(report: Report, section: str) -> list[str]:
    """Return the cells of a table that nothing stands in."""
    return [name for name in _inputs(report, section) if name not in report.values]


def other_cells(report: Report, section: str) -> list[str]:
    """Return the cells of a table in which something else than 0 stands."""
    return [name for name in _inputs(report, section) if report.values.get(name, 0) != 0]


def sentence_for(report: Report, sentence: OfferedSentence) -> str:
    """Return a usual sentence with the report's year in it."""
    year = f"{report.year}年" if report.year else "本年度"
    return sentence.text.replace("{year}年", year).replace("{year}", str(report.year or ""))


def text_there(report: Report, sentence: OfferedSentence) -> str:
    """Return what stands already in the part that a sentence belongs to."""
    found = _place(report.parts(sentence.section), sentence.part)
    return "" if found is None else report.parts(sentence.section)[found].text.strip()


def with_sentences(report: Report, sentences: Iterable[tuple[OfferedSentence, str]]) -> dict[str, tuple[Part, ...]]:
    """Return the texts, by section, with each text as the last paragraph of the part that its sentence belongs to."""
    changed: dict[str, tuple[Part, ...]] = {}
    for sentence, text in sentences:
        if text.strip():
            parts = changed.get(sentence.section, report.parts(sentence.section))
            changed[sentence.section] = _added(parts, sentence.part, text.strip())
    return changed


def _added(parts: tuple[Part, ...], heading: str, text: str) -> tuple[Part, ...]:
    place = _place(parts, heading)
    if place is None:
        return (*parts, Part(heading, text))
    before = parts[place].text.rstrip()
    new = replace(parts[place], text=f"{before}\n{text}" if before else text)
    return (*parts[:place], new, *parts[place + 1 :])


def _place(parts: tuple[Part, ...], heading: str) -> int | None:
    return next((place for place, part in enumerate(parts) if part.heading.strip() == heading), None)


def _inputs(report: Report, section: str) -> list[str]:
    return [name for name in report.form.inputs if name.partition(".")[0] == section]
