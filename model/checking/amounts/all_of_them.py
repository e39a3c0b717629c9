"""What a clause without an amount says of all that was counted before it: 行政复议1件，结果维持; 收到3件，均予以公开."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.checking.amounts.certainty import is_certain
from model.checking.amounts.segments import Segment
from model.checking.language.wording import Phrase, Sums, Topic, Wording, any_of

ALL = re.compile(any_of("text-number", "all_of_them"))
NOT = re.compile(any_of("text-number", "not_of_them"))
DUE = re.compile(any_of("text-percent", "of_those_due"))


def says_of_all(segment: Segment, topic: Topic, wording: Wording, is_one: bool) -> bool:
    """Return whether a segment says one thing of all that was counted, and nothing else; of one thing it need not say 均."""
    if segment.amount or not segment.said or not (is_one or ALL.search(segment.text)) or NOT.search(segment.left):
        return False
    is_handled = any(said.counts for said in segment.rows)
    if is_handled and DUE.search(segment.text):
        return False
    return is_certain(segment, topic, wording, says_none=True) and not segment.names_several_columns


def rows_of_all(said: Sequence[Phrase], counted: Sums, topic: Topic) -> Sums:
    """Return the rows that all of what was counted in `counted` is said to be in; () where that is not known."""
    named = {one.rows for one in said if one.rows != counted}
    if not named:
        return counted
    (rows, *more) = named
    is_known = set(counted) <= set(topic.alone) or set(rows[0]) <= set(counted[0])
    is_open = any(one.counts for one in said) and not set(rows) & set(topic.alone[-1:])  # 均在办理期限内
    return () if more or is_open or not is_known else rows
