"""Sentences that were taken over from last year's report word for word."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from model.checking.language.clauses import amounts, plain
from model.checking.language.passages import LONGEST, Steps, Text
from model.checking.language.wording import cores, number_of, words_of
from model.comparing.mark_width import without_blanks
from model.comparing.same_sentences import compared_sentences, sentences_in
from model.county.county import SAME, County
from model.findings.confirmations import about_share, about_words
from model.findings.finding import WARNING, Finding, place_words
from model.report.outline import shortened
from model.report.report import Part

MOST_SAME_PERCENT = number_of("same-text", "most_percent")
STANDARD = re.compile("|".join(cores(words_of("same-text", "standard"))))
NUMBER = re.compile(r"\d\d*+(?:[.,]\d++)*+")
IN_WORDS = "[〇零一二两三四五六七八九十百千万]"
# The look behind stands behind the first letter, so that re can look for that at once.
NUMERAL = re.compile(rf"{IN_WORDS}(?<!{IN_WORDS}{{2}}){IN_WORDS}*+(?=[年月日件份条起宗个项次人期篇场])")
# What numbers an item: no number of its sentence.
ENUMERATION = re.compile(r"(?:^|[：:，,])\s*+\d{1,2}[.．、)）](?!\d)|[（(]\d{1,2}[)）]")
FEWEST = 60  # characters that a section must have for that
DIGIT = re.compile(r"\d")


def counted_sentences(text: Text, last: Set[str]) -> Generator[None, None, list[re.Match[str]]]:
    """Return, step by step, the sentences of a text with numbers in them that are word for word among last year's."""
    counted = []
    for found, is_kept in compared_sentences(text.text, last):
        yield None
        if is_kept and _has_number(found[0].strip()):
            counted.append(found)
    return counted


def same_finding(text: Text, counted: Sequence[re.Match[str]]) -> Finding:
    """Return the finding that tells of such sentences."""
    first = text.text[counted[0].start() : counted[0].end()].strip()
    many = (
        f"有 {len(counted)} 句与上年一字不差，句里有数，如" if len(counted) > 1 else "这一句与上年一字不差，句里有数："
    )
    message = f"{text.place}里{many}“{shortened(first, 40)}”。请核对今年的数。"
    start = counted[0].start() + len(counted[0][0]) - len(counted[0][0].lstrip())
    about = about_words(found[0].strip() for found in counted)
    return Finding("same-text", WARNING, (text.name,), message, start=start, length=len(first), about=about)


def _has_number(sentence: str) -> bool:
    flat = ENUMERATION.sub("", plain(sentence[:LONGEST]))
    return bool(DIGIT.search(flat)) or next(amounts(flat), None) is not None


def alike(sentence: str) -> str:
    """Return a sentence without what changes by itself from year to year: its mark in a list, years, numbers and blanks."""
    return without_blanks(NUMERAL.sub("0", NUMBER.sub("0", ENUMERATION.sub("", sentence))))


def alike_sentences(parts: Iterable[Part]) -> Iterator[tuple[str, bool]]:
    """Yield the sentences of some parts, without their years and numbers, and whether every report has one like it."""
    for part in parts:
        for found in sentences_in(part.text):
            if sentence := found[0].strip():
                yield alike(sentence), bool(STANDARD.search(sentence[:LONGEST]))


def own_sentences(parts: Iterable[Part]) -> Iterator[str]:
    """Yield the sentences of some parts, without their years and numbers; those that every report has are left out."""
    return (sentence for sentence, is_standard in alike_sentences(parts) if not is_standard)


class Likeness(NamedTuple):
    """How much of a section may be last year's: the rule that says so, the limit, what ends its sentence.

    `standard` are sentences, as own_sentences gives them, that do not count."""

    rule: str = "same-text"
    most_percent: int = MOST_SAME_PERCENT
    advice: str = "上级会看作“内容雷同”。请写今年的情况。"
    standard: Set[str] = frozenset()


USUAL = Likeness()


def likeness_of(county: County) -> Likeness:
    """Return how much of a section may be last year's: as the county says, otherwise what is usual."""
    usual = Likeness(standard=frozenset(own_sentences(Part("", one.text) for one in county.sentences)))
    if (most := county.most_same_percent) is None:
        return usual
    return usual._replace(rule=SAME, most_percent=most, advice=f"要求不超过 {most}%。请写今年的情况。{county.origin}")


class Copied(NamedTuple):
    """How many characters of a part are last year's, and how many were compared."""

    kept: int
    whole: int


def copied_findings(
    section: str,
    tab: str,
    parts: Sequence[Part],
    last: Set[str],
    likeness: Likeness = USUAL,
    counted: Sequence[re.Match[str]] = (),
) -> Steps:
    """Yield a finding where more of a section than may be is last year's, with other years and numbers or not.

    It leads to the part with the most that is last year's. `counted` are the sentences of the only text, if there is but
    one, whose numbers are last year's too: one text is told of once.

    `last` are all sentences of last year's section as alike_sentences gives them."""
    copied: list[Copied] = []
    for part in parts:
        counts = yield from _copied(part, last, likeness)
        copied.append(counts)
    kept, whole = (sum(counts) for counts in zip(*copied, strict=True))
    if whole >= FEWEST and kept * 100 > likeness.most_percent * whole:
        share = f"{kept / whole:.0%}"
        more = f"，其中 {len(counted)} 句连数也没有变" if counted else ""
        message = f"{place_words(tab, '')}有 {share} 的字与上年相同（不算年份和数）{more}，{likeness.advice}"
        most = max(range(len(copied)), key=lambda place: copied[place].kept)
        about = about_share(share, [found[0].strip() for found in counted])
        yield Finding(likeness.rule, WARNING, (f"{section}[{most}].text",), message, about=about)


def _copied(part: Part, last: Set[str], likeness: Likeness) -> Generator[None, None, Copied]:
    """Return, step by step, what of a part is last year's; what every report has counts only where it is new."""
    kept = whole = 0
    for sentence, is_standard in alike_sentences([part]):
        yield None
        is_kept = sentence in last
        if sentence not in likeness.standard and not (is_standard and is_kept):
            kept, whole = kept + len(sentence) * is_kept, whole + len(sentence)
    return Copied(kept, whole)
