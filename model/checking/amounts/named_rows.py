"""Which of the rows that a segment names its amount counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.checking.amounts.segments import Segment
from model.checking.amounts.statement import Statement
from model.checking.language.wording import Phrase, Sums, Topic, any_of

# Right behind an amount: it holds what was carried in, whatever stands between (收到17件，其中新收15件，上年结转2件).
CARRIED_IN = re.compile(
    rf"""
    [\s，,（(]{{0,9}}
    (?:{any_of("text-number", "containing")})
    (?:本年度?|当年|今年)?(?:新收|新增)?
    [^，,；;。（(]{{0,12}}[，,、]?[^，,；;。]{{0,4}}?
    (?:{any_of("text-number", "contained")})""",
    re.VERBOSE,
)
# Right behind an amount: what was carried in stands beside it, as if it were no part of it (收到8件，上年结转1件).
BESIDE = re.compile(rf"[，,、]\s{{0,4}}(?:{any_of('text-number', 'contained')})的?(?:申请)?\d{{1,6}}件")
OF_THESE = re.compile(r"的(?:申请)?$")  # right before an amount: 新收的22件, 新收的申请22件
BEHIND_WORDS = re.compile(r"\|的?(?:申请)?$")  # and this where bars stand for the words of the tables
MAYBE_CARRIED_IN = re.compile(rf"[^。；;]{{0,60}}(?:{any_of('text-number', 'contained')})")


def narrowest(rows: Sequence[Phrase], reason: Sums) -> Sums:
    """Return the rows that are meant: a reason narrows the result that it is given for (因…不予公开, 对…的申请，作出…)."""
    meant = rows[-1].rows
    for other in (*(said.rows for said in rows[:-1]), reason):
        if _is_within(other, meant):
            meant = other
    return meant


def attribute(segment: Segment) -> Phrase | None:
    """Return the words for rows that stand with 的 right before the amount: it counts these, whatever is said of them behind it."""
    if segment.amount is None or len(segment.said) < 2:
        return None
    place = segment.amount.start - segment.start
    at = segment.left.find(segment.text[place : segment.amount.end - segment.start])
    if at < 1 or not OF_THESE.search(segment.text[:place]) or not BEHIND_WORDS.search(segment.left[:at]):
        return None
    count = segment.left.count("|", 0, at)
    before, behind = segment.said[count - 1], [said for said in segment.said[count:] if said.rows]
    # 涉及隐私的1件予以部分公开: another row
    is_meant = all(said.counts or are_nested([before, said]) for said in behind)
    return before if before.rows and behind and is_meant else None


def is_narrowed(rows: Sequence[Phrase], reason: Sums) -> bool:
    """Return whether a reason narrows one of the rows named (补正后仍不明确、无法提供的1件)."""
    return any(reason != said.rows and _is_within(reason, said.rows) for said in rows)


def behind_handled(rows: Sums, counted: Sequence[Statement], topic: Topic) -> Sums:
    """Return the rows that are meant where those handled were counted before: not what was carried in (答复8件，结转1件)."""
    if len(rows) < 2 or all(one.rows != topic.alone[-1:] for one in counted):
        return rows
    return tuple(one for one in rows if one != topic.with_more[-1:]) or rows


def are_nested(rows: Sequence[Phrase]) -> bool:
    """Return whether all rows named are one within the other."""
    return all(_is_within(one.rows, other.rows) or _is_within(other.rows, one.rows) for one in rows for other in rows)


def _is_within(one: Sums, other: Sums) -> bool:
    return bool(one and other) and set(one[0]) <= set(other[0])


def with_more(rows: Sums, both: tuple[str, ...], behind: str) -> Sums:
    """收到…件（含上年结转…件） means both together; where 上年结转 comes later in the sentence, it may mean both."""
    if CARRIED_IN.match(behind):
        return (both,)
    return tuple(dict.fromkeys((*rows, both))) if MAYBE_CARRIED_IN.match(behind) else rows


def is_beside(rows: Sums, both: tuple[str, ...], behind: str) -> bool:
    """Return whether an amount that may mean both together reads as if it were the first of them alone."""
    return len(rows) > 1 and both in rows and bool(BESIDE.match(behind))
