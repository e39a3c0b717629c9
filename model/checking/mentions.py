"""What the texts must speak of, and do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model.checking.facts.level import is_of_levels
from model.checking.language.wording import any_of_pattern
from model.findings.finding import HINT, Finding
from model.form.expected_relations import Mention
from model.form.unusual import Matter
from model.report.cell_numbers import Number
from model.report.outline import is_seen
from model.report.report import Report

OMITTED = any_of_pattern("missing-text", "omitted")
FEWEST_HEADINGS = 2  # of the form's own, where the parts of a section are told apart by headings


def mention_findings(report: Report, numbers: Mapping[str, Number]) -> Iterator[Finding]:
    """Yield what sections with a text in them are silent on, or deny.

    What one section lacks of a kind is told in one finding.

    A text of which a copy leaves out parts is not judged by what it does not say."""
    texts = {section.key: text_of(report, section.key) for section in report.form.text_sections}
    silent: dict[tuple[str, str, str, str], list[str]] = {}
    empty: dict[tuple[str, str, str, str], list[str]] = {}  # the parts that wait for what is missing
    for mention in report.form.mentions:
        text = texts[mention.section]
        if text and _applies(report, mention):
            if contradiction := _contradiction(report, mention, text, numbers):
                yield contradiction
            elif mention.silence == "hint" and is_silent(text, mention.words):
                silent.setdefault((mention.id, HINT, mention.section, mention.advice), []).append(mention.what)
    for matter in report.form.matters:
        text = texts[matter.section]
        if text and is_silent(text, matter.named) and not _goes_into(report, matter, text):
            key = (matter.id, matter.severity, matter.section, matter.advice)
            silent.setdefault(key, []).append(matter.part)
            empty.setdefault(key, []).extend(_empty_parts(report, matter))
    for key, missing in silent.items():
        rule, severity, section, advice = key
        tab, what = report.form.section(section).tab, "、".join(missing)
        message = f"“{tab}”没有写{what}。{advice}"
        cells = tuple(dict.fromkeys(empty.get(key, ()))) or (f"{section}[0].text",)
        yield Finding(rule, severity, cells, message, about=what)


def text_of(report: Report, section: str) -> str:
    """Return the headings and texts of a section's parts, "" if nothing is written in any."""
    return "".join(part.heading + part.text for part in report.parts(section) if is_seen(part.text))


def _applies(report: Report, mention: Mention) -> bool:
    is_of_level = not mention.levels or is_of_levels(report, mention.levels)
    return is_of_level and report.unit.endswith(mention.unit)


def is_silent(text: str, words: tuple[str, ...]) -> bool:
    """Return whether a text that leaves nothing out has none of the words."""
    return not _says(text, words) and not ("略" in text and OMITTED.search(text))


def _says(text: str, words: tuple[str, ...]) -> bool:
    return any(one in text for one in words)


def _contradiction(report: Report, mention: Mention, text: str, numbers: Mapping[str, Number]) -> Finding | None:
    """Return a number that is not 0, and a text that denies it or says nothing of it."""
    counted = next((cell for cell in mention.counted if numbers.get(cell)), "")
    denied = next((words for words in mention.denied if words in text), "") if counted else ""
    if not counted or not (denied or is_silent(text, mention.words)):
        return None
    place, tab = f"{mention.section}[0].text", report.form.section(mention.section).tab
    said = f"却写着“{denied}”" if denied else f"却没有写{mention.what}"
    message = f"“{report.form.label(counted)}”是 {numbers[counted]}，“{tab}”{said}。{mention.advice}"
    return Finding(mention.id, mention.severity, (place, counted), message, about=f"{numbers[counted]} {denied}")


def _goes_into(report: Report, matter: Matter, text: str) -> bool:
    """Return whether a section without headings goes into a matter by its words; an empty part's heading says nothing."""
    headings = [part.heading for part in report.parts(matter.section)]
    own = [one for one in report.form.matters if one.section == matter.section]
    has_headings = sum(any(_says(heading, one.named) for heading in headings) for one in own) >= FEWEST_HEADINGS
    return not has_headings and _says(text, matter.words)


def _empty_parts(report: Report, matter: Matter) -> Iterator[str]:
    """Yield the parts that have the matter's heading and no text yet."""
    for index, part in enumerate(report.parts(matter.section)):
        if _says(part.heading, matter.named) and not is_seen(part.text):
            yield f"{matter.section}[{index}].text"
