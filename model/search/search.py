"""Finding and replacing words in all texts of a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.report.report import Part, Report, Value


@dataclass(frozen=True)
class Match:
    """A place of the words: the text's name (as searched returns it), the first character and the length."""

    name: str
    start: int
    length: int


def find(report: Report, words: str) -> list[Match]:
    """Return every place of the words in the texts, in printed order, ignoring case."""
    wanted = words.lower()
    found: list[Match] = []
    for name, text in searched(report) if wanted else ():
        lower, start = _lower(text), 0
        while (start := lower.find(wanted, start)) >= 0:
            found.append(Match(name, start, len(wanted)))
            start += len(wanted)
    return found


def searched(report: Report) -> Iterator[tuple[str, str]]:
    """Return every text that is searched, with its name: "opening", then "overview[0].heading", "overview[0].text" …"""
    yield "opening", report.text("opening")
    for section in report.form.text_sections:
        for index, part in enumerate(report.parts(section.key)):
            yield f"{section.key}[{index}].heading", part.heading
            yield f"{section.key}[{index}].text", part.text


def _lower(text: str) -> str:
    """Return the text in lower case with its length kept: some letters would become two and shift what follows."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def replaced(report: Report, matches: list[Match], new: str) -> dict[str, Value]:
    """Return the values that change when these matches are replaced, by name; one name for all parts of a section."""
    by_text: dict[str, list[Match]] = {}
    for match in matches:
        by_text.setdefault(match.name, []).append(match)
    texts = {name: _swapped(text, by_text[name], new) for name, text in searched(report) if name in by_text}
    values: dict[str, Value] = {name: text for name, text in texts.items() if "[" not in name}
    for section in dict.fromkeys(name.partition("[")[0] for name in texts if "[" in name):
        values[section] = tuple(
            Part(
                texts.get(f"{section}[{index}].heading", part.heading),
                texts.get(f"{section}[{index}].text", part.text),
                part.kept,
            )
            for index, part in enumerate(report.parts(section))
        )
    return values


def _swapped(text: str, matches: list[Match], new: str) -> str:
    """Return the text with new words for its matches, which are given in order."""
    begins = [0, *(match.start + match.length for match in matches)]
    ends = [*(match.start for match in matches), len(text)]
    return new.join(text[begin:end] for begin, end in zip(begins, ends, strict=True))
