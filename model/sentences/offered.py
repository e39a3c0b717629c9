"""What is offered for a part of a text: the edition's sentences, the county's and the clerk's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from model.county.county import County, key_in
from model.form.usual_sentences import OfferedSentence, going_on
from model.report.cell_numbers import Number
from model.report.report import KeptSentence, Report, Value
from model.sentences.filling import filled, is_possible

STANDARD, COUNTYS, OWN = "一般的", "县里的", "自己收的"


@dataclass(frozen=True)
class Offer:
    """A sentence that is offered: whose it is (STANDARD, COUNTYS or OWN), and how it would be said now."""

    whose: str
    sentence: OfferedSentence
    said: str


def offers(
    report: Report, county: County, own: Iterable[OfferedSentence], section: str, heading: str, begins: bool = True
) -> list[Offer]:
    """Return what is offered for a part of a section: for this part first, then for the section's other parts.

    The clerk's own sentences of other sections come last. Only where the part `begins` with it a standard sentence starts with the year."""
    numbers = report.numbers()
    standard = (one if begins else replace(one, text=going_on(one.text)) for one in report.form.sentences)
    mine = list(_offers(OWN, own, report, numbers))
    here = [one for one in mine if key_in(report.form, one.sentence.section) == section]
    found = [
        *here,
        *(
            Offer(COUNTYS, OfferedSentence(section, one.text), one.text)  # word for word, braces too
            for one in county.sentences
            if key_in(report.form, one.section) == section
        ),
        *_offers(STANDARD, (one for one in standard if one.section == section), report, numbers),
    ]
    ordered = sorted(found, key=lambda one: bool(one.sentence.part) and one.sentence.part != heading.strip())
    return [*ordered, *(one for one in mine if one not in here)]


def _offers(
    whose: str, sentences: Iterable[OfferedSentence], report: Report, numbers: Mapping[str, Number]
) -> Iterator[Offer]:
    for one in sentences:
        if is_possible(one.text, report.form):
            yield Offer(whose, one, filled(one.text, report, numbers))


def with_sentence(
    report: Report, section: str, index: int, at: int, offer: Offer
) -> tuple[dict[str, Value | None], tuple[KeptSentence, ...]]:
    """Return the section with a sentence put into a part, `at` so many characters, and what follows the tables then."""
    parts = list(report.parts(section))
    text = parts[index].text
    parts[index] = replace(parts[index], text=text[:at] + offer.said + text[at:])
    kept = KeptSentence(section, offer.sentence.text, offer.said)
    follows = offer.sentence.text != offer.said
    return {section: tuple(parts)}, (*report.notes.kept_sentences, *([kept] if follows else []))


def as_own(report: Report, section: str, selected: str) -> OfferedSentence:
    """Return a selected text as a sentence to keep: what follows the tables in it goes on doing so, and so does its year."""
    for one in _longest_first(report.notes.kept_sentences, section):
        selected = selected.replace(one.said, one.text)
    if report.year:
        selected = selected.replace(f"{report.year}年", "{year}年")
    return OfferedSentence(section, selected.strip())


def _longest_first(sentences: Iterable[KeptSentence], section: str) -> Sequence[KeptSentence]:
    return sorted((one for one in sentences if one.section == section), key=lambda one: len(one.said), reverse=True)
