"""What one segment of a sentence states: of the rows that it names, or of what its sentence is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from model.checking.amounts.cells_meant import cells_meant, has_unit_of, value_in_cells
from model.checking.amounts.certainty import counts_other, is_certain, may_say_none
from model.checking.amounts.context import Context
from model.checking.amounts.left_out import left_out
from model.checking.amounts.lists import is_of_each
from model.checking.amounts.named_rows import (
    are_nested,
    attribute,
    behind_handled,
    is_beside,
    is_narrowed,
    with_more,
)
from model.checking.amounts.rough import most_of
from model.checking.amounts.segments import Segment
from model.checking.amounts.statement import Statement
from model.checking.amounts.together import rows_together, says_together
from model.checking.language.passages import Passage
from model.checking.language.wording import Sums, Topic, Wording, any_of
from model.form.form import Form

NONE_SENT = re.compile(any_of("text-number", "none_sent"))
NEAR = 40  # characters in which it is said what there is none of
BEHIND = 100  # characters behind an amount in which 上年结转 is looked for
TOGETHER = re.compile(r"\|(?:并且?|且)(?:已|均|全部|依法)?\|")  # 受理并办结, where a bar stands for known words
NEW = re.compile(any_of("text-number", "new"))
OF_ALL = re.compile(any_of("text-number", "of_all"))


@dataclass(frozen=True)
class Claim:
    """A segment, and what decides what its amount counts: the `topic` that it is about, and what its sentence has said so far."""

    form: Form
    wording: Wording
    topic: Topic
    segment: Segment
    state: Context
    passage: Passage

    @property
    def says_none(self) -> bool:
        """Whether it may say that there is none of something."""
        return self.segment.amount is None and (self.state.goes_on or bool(self.wording.none.search(self.segment.left)))

    @cached_property
    def behind(self) -> str:
        """What stands behind its amount."""
        amount = self.segment.amount
        return self.passage.flat_from(amount.end, BEHIND) if amount else ""

    def is_certain(self, says_none: bool = True) -> bool:
        """Return whether it counts what the topic counts, and nothing else."""
        return is_certain(self.segment, self.topic, self.wording, says_none)

    def cells(self, rows: Sums, columns: Sums) -> tuple[tuple[str, ...], ...]:
        """Return the alternatives, each the cells to add up, of rows and columns of the topic's table."""
        return cells_meant(self.form, self.topic.section, rows, columns)


def stated(claim: Claim) -> Iterator[Statement]:
    """Yield what a segment states by its amount, or by saying that there is none."""
    segment, topic, state = claim.segment, claim.topic, claim.state
    state.rows = behind_handled(state.rows, state.counted, topic)
    if not segment.said and not claim.says_none:
        yield from _of_topic(claim)
    elif summed := rows_together(segment, state.listed, topic, claim.wording):
        yield from _of_sum(claim, summed)
    elif not _may_count_listed(claim) and claim.is_certain(claim.says_none) and (segment.amount or _denies(claim)):
        state.is_none = claim.says_none
        if not counts_other(segment, topic, state.text, claim.behind):
            yield from _of_rows(claim)


def _denies(claim: Claim) -> bool:
    """Return whether a segment without an amount says that there is none."""
    is_named = bool(claim.state.rows) and not claim.topic.first
    if claim.topic.first and claim.segment.columns and not claim.segment.rows:
        start = claim.segment.start
        is_named = bool(NONE_SENT.match(claim.passage.flat_from(start, NEAR)))
    return claim.says_none and may_say_none(claim.segment, claim.topic, claim.wording, claim.state.goes_on, is_named)


def _may_count_listed(claim: Claim) -> bool:
    """Return whether an amount may be of the rows before it in a list as well (复议、诉讼共1件)."""
    segment, state = claim.segment, claim.state
    is_narrower = len(state.listed) == 1 and is_narrowed(segment.rows, state.reason)
    is_same = state.reason in [said.rows for said in segment.rows]
    if state.opener != "、" or not state.reason or is_narrower or is_same:
        return False
    return bool(segment.amount and segment.amount.value) and not is_of_each(segment, claim.wording)


def _of_topic(claim: Claim) -> Iterator[Statement]:
    """依申请公开20件, with nothing else in the clause: what came in, with or without what was carried in, or handled;

    全年计3件 behind a clause that names rows: of those rows."""
    amount = claim.segment.amount
    rows, columns = _meant_before(claim)
    sums = claim.cells(rows, columns) if amount and rows and claim.is_certain() else ()
    if amount and sums and has_unit_of(claim.form, amount, claim.topic, sums[0][0]):
        yield _statement(claim, sums, rows)


def _meant_before(claim: Claim) -> tuple[Sums, Sums]:
    """Return the rows and columns that are meant where a segment names none: those of the clause before, or the topic's own."""
    topic, state, segment = claim.topic, claim.state, claim.segment
    is_named = _names_topic(claim)
    if is_named and segment.amount and segment.amount.unit == state.released:
        return (), ()
    if state.reason:
        return state.reason, state.default or topic.default
    rows, columns = state.shared if says_together(segment) else ((), ())  # 予以公开的占60%，共18件
    if rows or columns:
        return rows or topic.first, columns or topic.default
    return topic.alone if is_named else _rows_of_ways(claim), topic.default


def _names_topic(claim: Claim) -> bool:
    """Return whether a segment says by itself that it counts all that the topic is about."""
    words = claim.segment.text
    is_of_all = OF_ALL.search(words + claim.behind[:NEAR])
    return bool(claim.topic.alone and (claim.topic.words.search(words) or is_of_all))


def _rows_of_ways(claim: Claim) -> Sums:
    """Return the rows that what was handed in each way adds up to (受理书面申请2件、网上申请5件，共计7件)."""
    amount, ways = claim.segment.amount, claim.state.ways
    is_sum = amount and len(ways) > 1 and amount.value == sum(ways) and says_together(claim.segment)
    rows = claim.state.rows
    return rows if is_sum and rows and rows[0] in claim.topic.first else ()


def _of_sum(claim: Claim, rows: Sums) -> Iterator[Statement]:
    """Yield the amount of several rows together (行政复议、行政诉讼共计5件)."""
    segment, topic, listed = claim.segment, claim.topic, claim.state.listed
    amount = segment.amount
    defaults = {said.default or topic.default for said in segment.rows}
    sums = claim.cells(rows, defaults.pop()) if len(defaults) == 1 else ()
    if not amount or not sums or not has_unit_of(claim.form, amount, topic, sums[0][0]):
        return
    if not counts_other(segment, topic, claim.state.text, claim.behind):
        yield _statement(claim, sums, rows, start=listed[0].start if listed else segment.start)


def _of_rows(claim: Claim) -> Iterator[Statement]:
    """Yield a statement on the rows that are meant; of several rows together only that there is none, or of each of them."""
    segment, topic, state = claim.segment, claim.topic, claim.state
    amount = segment.amount
    if amount and _is_of_several(claim):
        return
    if amount and segment.rows and not any(said.only for said in segment.rows) and state.rows[0] in topic.first:
        state.rows = with_more(state.rows, topic.with_more, claim.behind)
    for rows, columns in product(_rows_meant(claim), _columns_meant(claim)):
        sums = claim.cells(rows or topic.first, columns)
        if sums and (amount is None or has_unit_of(claim.form, amount, topic, sums[0][0])):
            without = left_out(claim.form, topic, segment, rows, columns, state)
            is_first = is_beside(rows, topic.with_more, claim.behind)
            yield _statement(claim, sums, rows, without=without, is_first=is_first)


def _is_of_several(claim: Claim) -> bool:
    """Return whether an amount is of several rows or columns together, or of one that only the clerk knows."""
    segment, is_stages = claim.segment, bool(claim.topic.first)
    if _are_apart(segment) and not TOGETHER.search(segment.left):
        return True
    if segment.names_several_columns and not (segment.amount and segment.amount.value == 0 and not is_stages):
        return True
    return claim.state.is_within and not is_stages and _is_of_makers(segment, claim.state)


def _are_apart(segment: Segment) -> bool:
    """Return whether a segment names several rows of which none holds the others and none is meant more than the others."""
    several = len({said.rows for said in segment.rows}) > 1
    return several and not are_nested(segment.rows) and not attribute(segment)


def _is_of_makers(segment: Segment, state: Context) -> bool:
    """Return whether a part of what is in one column names another one, without saying that it is of this year."""
    is_other = bool(state.whole and segment.columns) and not set(segment.columns[0]) <= set(state.whole[0])
    return is_other and not NEW.search(segment.text)


def _rows_meant(claim: Claim) -> list[Sums]:
    """Return the rows that are meant, those of which the same is said one by one."""
    segment = claim.segment
    if not _are_apart(segment):
        return _rows_before(claim) or [claim.state.rows]
    if segment.amount:  # 受理并办结31件: each of them, with or without what was carried in
        return [tuple(dict.fromkeys(one for said in segment.rows for one in said.rows))]
    return [said.rows for said in segment.rows if said.only or said.rows != claim.topic.first]  # 未收到重复申请


def _rows_before(claim: Claim) -> list[Sums]:
    """Return all rows that were counted before, where a segment says only what there is none of (复议6件、诉讼1件，无尚未审结的)."""
    is_of_columns = not claim.segment.amount and not claim.segment.rows and not claim.topic.first
    return list(dict.fromkeys(one.rows for one in claim.state.counted if one.rows)) if is_of_columns else []


def _columns_meant(claim: Claim) -> list[Sums]:
    """Return the columns that are meant, one by one where there is none in several (没有企业和科研机构提出的申请)."""
    segment = claim.segment
    if not segment.amount and segment.names_several_columns:
        return list(dict.fromkeys(said.columns for said in segment.said if said.columns))
    return [segment.columns or claim.state.default or claim.topic.default]


def _statement(
    claim: Claim,
    sums: tuple[tuple[str, ...], ...],
    rows: Sums,
    start: int | None = None,
    without: tuple[str, ...] = (),
    is_first: bool = False,
) -> Statement:
    """Return that a segment's amount, or none, is what these cells add up to."""
    segment = claim.segment
    return Statement(
        value_in_cells(segment.amount), sums, segment.start if start is None else start, segment.end, segment.amount, rows,
        segment.columns, claim.state.number, most_of(segment), without, is_first,
    )  # fmt: skip
