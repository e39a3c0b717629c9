"""Finding and replacing words in all texts of a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.report import Part, Report, Value


@dataclass(frozen=True)
class Match:
    """Where the words stand: the text's name (as searched gives it), the first character and how many."""

    name: str
    start: int
    length: int


def find(report: Report, words: str) -> list[Match]:
    """Every place of the words in the texts, in printed order, upper and lower case alike."""
    wanted = words.lower()
    found: list[Match] = []
    for name, text in searched(report) if wanted else ():
        lower, start = _lower(text), 0
        while (start := lower.find(wanted, start)) >= 0:
            found.append(Match(name, start, len(wanted)))
            start += len(wanted)
    return found


def searched(report: Report) -> Iterator[tuple[str, str]]:
    """Everything that is looked through, with its name: "opening", then "overview[0].heading", "overview[0].text" …"""
    yield "opening", report.text("opening")
    for section in report.form.text_sections:
        for index, part in enumerate(report.parts(section.key)):
            yield f"{section.key}[{index}].heading", part.heading
            yield f"{section.key}[{index}].text", part.text


def _lower(text: str) -> str:
    """Lower case, character for character: some letters would become two and shift what follows."""
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def replaced(report: Report, matches: list[Match], new: str) -> dict[str, Value]:
    """The values that change when these matches are replaced, by name; one name for all parts of a section."""
    values: dict[str, Value] = {}
    for match in reversed(matches):
        section, _, rest = match.name.partition("[")
        if not rest:
            old = values.get(section, report.text(section))
            assert isinstance(old, str)
            values[section] = _swapped(old, match, new)
            continue
        parts = list(_parts(values.get(section), report, section))
        number, _, key = rest.partition("].")
        part = parts[int(number)]
        changed = {key: _swapped(part.heading if key == "heading" else part.text, match, new)}
        parts[int(number)] = replace(part, **changed)  # type: ignore[arg-type]
        values[section] = tuple(parts)
    return values


def _parts(value: Value | None, report: Report, section: str) -> tuple[Part, ...]:
    return Report(report.form, {section: value}).parts(section) if value is not None else report.parts(section)


def _swapped(text: str, match: Match, new: str) -> str:
    return text[: match.start] + new + text[match.start + match.length :]
