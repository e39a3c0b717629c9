"""Reports of a folder that say the same as another body's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from zlib import crc32

from model.checking.texts.same_text import FEWEST, MOST_SAME_PERCENT, own_sentences
from model.findings.finding import WARNING, Finding
from model.report.report import Report

MOST_REMEMBERED = 3  # reports that are remembered for a sentence; who has it as well is held against these


@dataclass(frozen=True)
class Texts:
    """A report's sentences by a number each, without years and numbers, with how many characters they have.

    `first` is the name of its first text."""

    unit: str = ""
    year: int | None = None
    first: str = ""
    sentences: Mapping[int, int] = field(default_factory=dict)


def texts_of(report: Report) -> Texts:
    """Return the sentences of a report."""
    sections = report.form.text_sections
    own = (sentence for section in sections for sentence in own_sentences(report.parts(section.key)))
    sentences = {crc32(sentence.encode("utf-8", "replace")): len(sentence) for sentence in own}
    return Texts(report.unit, report.year, f"{sections[0].key}[0].text" if sections else "", sentences)


class Copies:
    """Reports one after the other, each held against those before it."""

    def __init__(self, most_same_percent: int = MOST_SAME_PERCENT) -> None:
        self._most = most_same_percent
        self._known: dict[tuple[int | None, int], list[tuple[str, str]]] = {}

    def findings(self, file: str, texts: Texts) -> Iterable[Finding]:
        """Yield that most of a report stands in that of another body on the same year, which came before."""
        shared = Counter[tuple[str, str]]()
        for sentence, length in texts.sentences.items():
            known = self._known.setdefault((texts.year, sentence), [])
            shared.update({other: length for other in known if other[1] != texts.unit})
            if len(known) < MOST_REMEMBERED and all(unit != texts.unit for _, unit in known):
                known.append((file, texts.unit))
        whole = sum(texts.sentences.values())
        for (other, unit), kept in shared.most_common(1):
            if whole >= FEWEST and kept * 100 > self._most * whole and texts.unit and unit:
                message = (
                    f"文字有 {kept / whole:.0%} 与“{unit}”的报告（{other}）相同（不算年份和数）。请写本单位的情况。"
                )
                yield Finding("same-text", WARNING, (texts.first,), message, about=unit)
