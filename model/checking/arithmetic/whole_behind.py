"""A whole that is told behind its parts: 线上180条，线下60条，合计公开240条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, takewhile

from model.checking.arithmetic.wrong_sums import NEAR, is_less, is_more, sum_finding
from model.checking.language.clauses import Amount, Clause
from model.checking.language.passages import Passage
from model.checking.language.wording import any_of, any_of_pattern, words_of
from model.findings.finding import Finding

# Before an amount: 共, 三项合计 and nothing else; or what was done so often, which the parts must name too (全年共公开).
TOTAL = re.compile(
    rf"^\s*(?:全年|以上|上述|累计|{any_of('text-sum', 'of_ways')})?(?P<what>[^|\d]{{0,8}}?)"
    rf"(?:{any_of('text-sum', 'whole')})(?P<done>[^|]{{0,8}}?)(?:为|有|了)?\s*$"
)
JOINING = "和与及、等各类项"
REST = any_of_pattern("text-sum", "rest")
NAMES_PARTS = any_of_pattern("text-sum", "parts")
COMPLETE = [words.split("|") for words in words_of("text-sum", "complete")]
FIRST = re.compile(
    rf"\s{{0,4}}(?:{any_of('text-sum', 'parts')})?\s{{0,4}}(?:{'|'.join(words[0] for words in COMPLETE)})"
)


def behind_findings(text: Passage, clauses: Sequence[Clause]) -> Iterator[Finding]:
    """Yield wholes that the parts before them do not add up to; `clauses` are those of a sentence that have an amount."""
    for place, clause in enumerate(clauses):
        whole = clause.counts[-1]
        total = TOTAL.match(clause.text[: whole.start - clause.start]) if place > 1 and _ends(clause) else None
        if total and any(TOTAL.match(one.text[: one.counts[-1].start - one.start]) for one in clauses[:place]):
            continue  # 许可决定，共113件；处罚决定，共27件
        if total and not (total["done"] or _names_other(total["what"], clauses[:place])):
            yield from _of_last(text, whole, [one.counts[-1] for one in clauses[:place]])
        elif total and not total["what"]:
            yield from _of_all(text, whole, _run(clauses[:place], whole.unit), total["done"])


def _names_other(what: str, parts: Sequence[Clause]) -> bool:
    """Return whether words before a whole name anything that its parts do not (建议18件、提案27件，建议提案共计46件)."""
    told = "".join(part.text for part in parts) + JOINING
    return any(letter not in told for letter in what)


def _ends(clause: Clause) -> bool:
    """Return whether a clause ends with an amount."""
    return clause.start + len(clause.text.rstrip(" 。！？\n")) == clause.counts[-1].end


def _of_last(text: Passage, whole: Amount, before: Sequence[Amount]) -> Iterator[Finding]:
    """…件，…件，共…件: no run of at least two amounts right before gives the whole."""
    same = list(takewhile(lambda amount: amount.unit == whole.unit and not amount.is_about, reversed(before)))
    sums = list(accumulate(part.value for part in same))[1:]
    if sums and whole.value not in sums and (sums[-1] > whole.value or sums[-1] >= NEAR * whole.value):
        yield sum_finding(text, whole, same[::-1], sums[-1])


def _run(clauses: Sequence[Clause], unit: str) -> list[Clause]:
    """Return the last clauses that have one exact amount each, in this unit."""

    def is_part(clause: Clause) -> bool:
        return len(clause.counts) == 1 and clause.counts[0].unit == unit and not clause.counts[0].is_about

    return list(takewhile(is_part, reversed(clauses)))[::-1]


def _of_all(text: Passage, whole: Amount, parts: Sequence[Clause], done: str) -> Iterator[Finding]:
    """一季度公开…条，…，四季度公开…条，全年共公开…条: of parts that leave nothing out."""
    if len(parts) > 1 and done[:2] in parts[0].text and _is_complete(parts):
        amounts = [part.counts[0] for part in parts]
        added = sum((one.value for one in amounts), Decimal(0))
        if is_less(added, whole.value) or is_more(added, whole.value):
            yield sum_finding(text, whole, amounts, added)


def are_nothing_else(parts: Sequence[Clause], whole: str = "") -> bool:
    """Return whether parts are told by words that leave nothing out, and by no other word (其中上半年1场、下半年2场).

    What `whole`, the words of the whole, says as well is no other word (推送300篇，上半年推送100篇，下半年推送200篇)."""
    if not FIRST.match(parts[0].text):
        return False
    if not all(len(part.counts) == 1 and _ends(part) for part in parts):
        return False
    told = [NAMES_PARTS.sub("", part.text.rstrip(" 。")[: part.counts[0].start - part.start]).strip() for part in parts]
    return any(_are_told(told, words, whole) for words in COMPLETE)


def _are_told(told: Sequence[str], words: Sequence[str], whole: str) -> bool:
    """Return whether parts are told by these words, in this order, with the same words of the whole behind each."""
    is_each = len(told) == len(words) and all(one.startswith(word) for one, word in zip(told, words, strict=True))
    more = {one[len(word) :] for one, word in zip(told, words, strict=False)}
    return is_each and len(more) == 1 and more.pop() in whole


def _is_complete(parts: Sequence[Clause]) -> bool:
    is_named = any(
        len(words) == len(parts) and all(word in part.text for word, part in zip(words, parts, strict=True))
        for words in COMPLETE
    )
    is_sum = all(part.opener == "+" for part in parts[1:])
    return is_named or is_sum or bool(REST.search(parts[-1].text))
