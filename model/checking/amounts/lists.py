"""What is said of each thing in a list: 行政复议、行政诉讼均为零; 维持、纠正各1件."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from model.checking.amounts.cells_meant import cells_meant
from model.checking.amounts.certainty import is_certain
from model.checking.amounts.context import Context
from model.checking.amounts.named_rows import narrowest
from model.checking.amounts.segments import Segment
from model.checking.amounts.statement import Statement
from model.checking.language.wording import Topic, Wording, any_of
from model.form.form import Form

EACH = re.compile(any_of("text-number", "each"))


def is_of_each(segment: Segment, wording: Wording) -> bool:
    """Return whether a segment, the last of a list, says something of each thing in it behind their names."""
    behind = segment.left.rpartition("|")[2]
    return bool(EACH.search(behind)) or (segment.amount is None and bool(wording.none.search(behind)))


def of_the_others(
    last: Statement, segment: Segment, state: Context, topic: Topic, form: Form, wording: Wording
) -> Iterator[Statement]:
    """Yield what the last segment of a list states of the things that `state.listed` names before it."""
    for one in state.listed:
        is_of_topic = all(said.section == topic.section for said in one.said)
        if is_of_topic and is_certain(one, topic, wording, says_none=True):
            rows = narrowest(one.rows, ()) if one.rows else state.rows
            default = one.rows[-1].default if one.rows else ()
            columns = one.columns or segment.columns or default or topic.default
            if sums := cells_meant(form, topic.section, rows or topic.first, columns):
                yield replace(last, sums=sums, start=one.start, rows=rows, columns=one.columns)
