"""Letters that no face of this machine has. Which these are is for what knows the faces to say."""

from __future__ import annotations

from collections.abc import Iterator, Set

from model.findings.finding import WARNING, Finding, place_words
from model.report.fact_labels import FACT_NAMES
from model.report.report import Report, text_place
from model.search.search import searched

RULE = "missing-letter"


def written_values(report: Report) -> Iterator[tuple[str, str]]:
    """Yield every text that is printed, with the name of its value: the unit's name, headings, texts."""
    yield "unit", report.unit
    yield from searched(report)


def missing_letter_findings(report: Report, missing: Set[str]) -> Iterator[Finding]:
    """Yield each of the `missing` letters once for every value that it stands in, at its first place there."""
    if missing:
        for name, text in written_values(report):
            yield from (_finding(report, name, text, letter) for letter in dict.fromkeys(text) if letter in missing)


def _finding(report: Report, name: str, text: str, letter: str) -> Finding:
    message = (
        f"{_place(report, name)}里的“{letter}”，这台电脑上没有字体能显示：导出的 PDF 里会写作“〓”，Word 里可能是空白。"
        "如果是打错了，请改正；确实没有这个字，就换一个写法，或者请管电脑的同志装上有这个字的字体（如“宋体-ExtB”），再导出。"
    )
    return Finding(
        RULE, WARNING, (name,), message, start=text.index(letter), length=len(letter), about=letter,
        count=text.count(letter), kind=letter,
    )  # fmt: skip


def _place(report: Report, name: str) -> str:
    section, index = text_place(name)
    if not section:
        return FACT_NAMES[name]
    return place_words(report.form.section(section).tab, report.parts(section)[index].heading)
