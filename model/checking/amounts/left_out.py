"""What an amount of results may leave out: what was carried in, and what ended without an answer."""

from __future__ import annotations

import re

from model.checking.amounts.cells_meant import cells_meant
from model.checking.amounts.context import Context
from model.checking.amounts.segments import Segment
from model.checking.language.wording import Sums, Topic, any_of
from model.form.form import Form

ENDED = re.compile(any_of("text-number", "ended"))
ANSWERED = re.compile(any_of("text-number", "answered"))


def left_out(form: Form, topic: Topic, segment: Segment, rows: Sums, columns: Sums, state: Context) -> tuple[str, ...]:
    """Return the cells that an amount of these rows and columns may leave out."""
    if not topic.with_more or rows == topic.first or topic.with_more[1:] in rows:
        return ()
    is_of_new = state.is_within and any(one.rows == topic.first for one in state.counted)
    carried = topic.with_more[1:] if is_of_new or state.tells_of_carried else ()
    is_of_answers = (
        any(said.counts for said in segment.rows) and ANSWERED.search(segment.text) and ENDED.search(state.text)
    )
    unanswered = topic.unanswered if is_of_answers else ()
    return next(iter(cells_meant(form, topic.section, ((*carried, *unanswered),), columns)), ())
