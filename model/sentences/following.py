"""Sentences that were put into a text and go on saying what the tables say, as long as nobody edits them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from model.report.report import KeptSentence, Part, Report
from model.sentences.filling import filled

MOST_FOLLOWING = 200  # sentences; a draft may hold any number, and each is looked for in its texts


def texts_following(report: Report) -> tuple[dict[str, tuple[Part, ...]], tuple[KeptSentence, ...]]:
    """Return the texts that change for the report's present numbers, by section, and the sentences that go on following.

    A sentence that does not stand in its section any more as it was put there follows nothing from then on."""
    numbers = report.numbers() if report.notes.kept_sentences else {}
    changed: dict[str, tuple[Part, ...]] = {}
    left = []
    for sentence in report.notes.kept_sentences[:MOST_FOLLOWING]:
        said = filled(sentence.text, report, numbers)
        if said != sentence.said:
            new = _with(changed.get(sentence.section, report.parts(sentence.section)), sentence.said, said)
            if new is None:
                continue
            changed[sentence.section] = new
            sentence = replace(sentence, said=said)
        left.append(sentence)
    return changed, (*left, *report.notes.kept_sentences[MOST_FOLLOWING:])


def may_move(report: Report, changes: Mapping[str, object]) -> bool:
    """Return whether changes of a report's values can change what its sentences say: no change of a text does."""
    texts = {section.key for section in report.form.text_sections}
    return bool(report.notes.kept_sentences) and not changes.keys() <= texts


def _with(parts: tuple[Part, ...], before: str, after: str) -> tuple[Part, ...] | None:
    """Return the parts with a sentence said anew where it stands first, None if it stands nowhere."""
    place = re.compile(rf"(?<!\d){re.escape(before)}(?!\d)")  # of 15件 the end is not 5件
    for index, part in enumerate(parts):
        if found := place.search(part.text):
            text = part.text[: found.start()] + after + part.text[found.end() :]
            return (*parts[:index], replace(part, text=text), *parts[index + 1 :])
    return None
