"""What a clause without an amount says of all of them: 行政复议1件，结果维持; 收到3件，均予以公开; 收到的申请均予以公开."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from model.checking.amounts.certainty import is_certain
from model.checking.amounts.claims import Claim
from model.checking.amounts.segments import Segment
from model.checking.amounts.statement import AT_LEAST, Statement
from model.checking.language.wording import Phrase, Sums, Topic, any_of

ALL = re.compile(any_of("text-number", "all_of_them"))
NOT = re.compile(any_of("text-number", "not_of_them"))
DUE = re.compile(any_of("text-percent", "of_those_due"))
FINISHED = re.compile(any_of("text-number", "finished"))
CARRIED = re.compile(any_of("text-number", "still_open"))
NOT_CARRIED = re.compile(any_of("text-number", "not_open"))


def of_all(claim: Claim) -> Iterator[Statement]:
    """Yield what is said of all that the sentence counted last, which is at least so many; of several cases, of each."""
    segment, state, topic = claim.segment, claim.state, claim.topic
    counted = state.counted[state.earlier :] or state.counted
    is_one = counted[-1].value == 1 and len(counted) == 1
    is_about_it = all(said.section == topic.section for said in segment.said)
    if not is_about_it or not _says_of_all(claim, is_one):
        return
    if any(said.counts for said in segment.rows) and CARRIED.search(claim.passage.flat):
        return
    is_of_each = not topic.first and not any(one.columns for one in counted)
    for last in counted if is_of_each else counted[-1:]:
        yield from _of_counted(claim, last)


def _of_counted(claim: Claim, last: Statement) -> Iterator[Statement]:
    segment, topic = claim.segment, claim.topic
    rows = rows_of_all(segment.rows, last.rows or topic.first, topic)
    columns = segment.columns or last.columns or topic.default
    if last.value < 1 or last.most or not rows or (last.columns and segment.columns):
        return
    if sums := claim.cells(rows, columns):
        start = last.amount.start if last.amount else segment.start
        number = claim.state.number
        yield Statement(last.value, sums, start, segment.end, last.amount, rows, columns, number, AT_LEAST)


def of_no_other(claim: Claim) -> Iterator[Statement]:
    """Yield that there is none of another kind, where all that the tables count are said to be of one (申请人均为自然人)."""
    segment, topic = claim.segment, claim.topic
    if not topic.apart_columns or not ALL.search(segment.text) or not _says_of_all(claim, is_one=False):
        return
    named = [said for said in segment.rows if said.rows[0] not in topic.alone]
    named = named or [said for said in segment.rows if said.counts]
    if not _is_of_the_whole(claim) or len(named) > 1 or bool(named) == bool(segment.columns):
        return
    if named and named[0].counts and not _is_finished(claim):
        return
    rows = _others(topic.apart, named[0].rows) if named else topic.first
    columns = topic.default if named else _others(topic.apart_columns, segment.columns)
    if sums := claim.cells(rows, columns):
        yield Statement(
            Decimal(0), sums, segment.start, segment.end, None, rows, columns, claim.state.number, is_of_others=True
        )


def _says_of_all(claim: Claim, is_one: bool) -> bool:
    """Return whether a segment says one thing of all that was counted, and nothing else; of one thing it need not say 均."""
    segment = claim.segment
    if segment.amount or not segment.said or not (is_one or ALL.search(segment.text)) or NOT.search(segment.left):
        return False
    if any(said.counts for said in segment.rows) and DUE.search(segment.text):
        return False
    return claim.is_certain() and not segment.names_several_columns


def _is_of_the_whole(claim: Claim) -> bool:
    """Return whether nothing before it in its sentence says that only some are meant."""
    topic = claim.topic
    is_named = topic.words.search(claim.segment.text) or any(one.rows[0] in topic.first for one in claim.segment.rows)
    return bool(is_named) or all(_narrows_nothing(one, claim) for one in claim.state.before)


def _narrows_nothing(segment: Segment, claim: Claim) -> bool:
    is_of_first = all(said.rows in (claim.topic.first, claim.topic.alone) for said in segment.rows)
    is_plain = segment.amount is None and not segment.columns and is_of_first
    return is_plain and is_certain(segment, claim.topic, claim.wording, says_none=True)


def _is_finished(claim: Claim) -> bool:
    """Return whether it says that all is done, in a passage that tells of nothing that goes on."""
    return bool(FINISHED.search(claim.segment.text)) and not CARRIED.search(NOT_CARRIED.sub("", claim.passage.flat))


def _others(kinds: Sequence[Sums], one: Sums) -> Sums:
    """Return the keys of all kinds but the one named, as one sum; () where that is none of them."""
    for each in kinds:
        others = [keys for keys in each if keys != one[0]]
        if len(one) == 1 and len(others) == len(each) - 1:
            return (tuple(key for keys in others for key in keys),)
    return ()


def rows_of_all(said: Sequence[Phrase], counted: Sums, topic: Topic) -> Sums:
    """Return the rows that all of what was counted in `counted` is said to be in; () where that is not known."""
    named = {one.rows for one in said if one.rows != counted}
    if not named:
        return counted
    (rows, *more) = named
    is_known = set(counted) <= set(topic.alone) or set(rows[0]) <= set(counted[0])
    is_open = any(one.counts for one in said) and not set(rows) & set(topic.alone[-1:])  # 均在办理期限内
    return () if more or is_open or not is_known else rows
