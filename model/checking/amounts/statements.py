"""What a text states about numbers of the tables: each amount with the cells it means, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from model.checking.amounts.all_of_them import rows_of_all, says_of_all
from model.checking.amounts.cells_meant import cells_meant, has_unit_of, value_in_cells
from model.checking.amounts.certainty import is_certain, is_of_all_kinds, may_say_none, most_of
from model.checking.amounts.context import Context
from model.checking.amounts.named_rows import are_nested, attribute, narrowest, with_more
from model.checking.amounts.own_words import own_words
from model.checking.amounts.segments import Segment, phrases_in, pieces
from model.checking.amounts.statement import AT_LEAST, Statement
from model.checking.language.clauses import Clause
from model.checking.language.passages import Passage
from model.checking.language.wording import Wording, any_of
from model.checking.language.years import turns_to
from model.form.form import Form

BEHIND = 100  # characters behind an amount in which 上年结转 is looked for
TOGETHER = re.compile(r"\|(?:并且?|且)(?:已|均|全部|依法)?\|")  # 受理并办结, where a bar stands for known words
PART = re.compile(any_of("text-sum", "parts"))
CARRIED = re.compile(any_of("text-number", "still_open"))
RELEASED = re.compile(r"公开[^，,]{0,6}信息")


class Reader:
    """Reads texts of one body's report on one year.

    `names` are the body's own, which say nothing of what is counted."""

    def __init__(self, form: Form, year: int, names: Sequence[str], wording: Wording) -> None:
        self._form, self._year, self._wording = form, year, wording
        self._own = own_words(names, year)

    def statements(self, passage: Passage, heading: str) -> Iterator[Statement | None]:
        """Yield what a passage of a part's text states for certain, in order, and None behind each clause.

        `heading` is the part's."""
        topic = self._wording.topic_of_heading(heading)
        for number, clauses in enumerate(passage.sentences):
            if not self._may_state(clauses) or self._wording.by_attribute.search(_text_of(clauses, passage)):
                continue
            state = Context(number, topic, is_part=bool(PART.match(clauses[0].text.lstrip())))
            for clause in clauses:
                state.step(clause.depth)
                yield from self._of_clause(clause, state, passage)
                yield None

    def _may_state(self, clauses: Sequence[Clause]) -> bool:
        """Return whether a sentence has an amount, or says that there is none of something."""
        return any(clause.amounts or self._wording.none.search(clause.text) for clause in clauses)

    def _of_clause(self, clause: Clause, state: Context, passage: Passage) -> Iterator[Statement]:
        section = self._wording.topic_of(clause.text)
        if section:
            state.is_foreign = False
        if section and section != state.section:
            state.section, state.rows, state.default = section, (), ()
        goes_on, state.is_none = state.is_none and clause.opener == "、", False
        for text, start, amount in pieces(clause):
            of_others = self._own.sub("", text)
            said, left = phrases_in(self._wording.neutral.sub("", of_others), state.section, self._wording)
            self._turn(text, of_others, left, state)
            segment = Segment(text, start, amount, said, left)
            together = clause.opener == "、" and bool(state.reason)
            found = list(self._stated(segment, state, passage, goes_on, together))
            if state.counted and not amount and not found:
                found = list(self._of_all(segment, state, passage))
            yield from found
            if found and amount:
                state.counted += found
            elif state.counted and not found and (amount or segment.rows):
                state.counted.clear()
            is_reason = amount is None and not segment.columns and "%" not in text
            state.reason = segment.rows[-1].rows if segment.rows and is_reason else ()
            if amount and not found and (state.is_part or (not section and "申请" not in text)):
                state.is_foreign = True
                state.released = amount.unit if RELEASED.search(text) else ""

    def _turn(self, text: str, of_others: str, left: str, state: Context) -> None:
        """Note when the sentence turns to another year or body, and when it comes back.

        `of_others` is the text without the body's own names, `left` also without the words of the tables."""
        turn = turns_to(text, left, self._year)
        if self._wording.bodies.search(left) or self._wording.periods.search(of_others):
            turn = True
        state.is_others = state.is_others if turn is None else turn

    def _stated(
        self, segment: Segment, state: Context, passage: Passage, goes_on: bool, together: bool
    ) -> Iterator[Statement]:
        """Yield what one segment states.

        `goes_on`: the one before said that there is none, and this goes on with it; `together`: it named rows that the
        amount of this one may count too (复议、诉讼共1件)."""
        section = segment.said[-1].section if segment.said and segment.said[-1].sure else state.section
        is_sure = bool(segment.said) and segment.said[-1].sure
        if segment.rows:
            state.rows, state.default = narrowest(segment.rows, state.reason), segment.rows[-1].default
        if with_of := attribute(segment):
            state.rows, state.default = with_of.rows, with_of.default
        says_none = segment.amount is None and (goes_on or bool(self._wording.none.search(segment.left)))
        if not section or state.is_others or (state.is_foreign and not is_sure):
            return
        topic = self._wording.topic(section)
        if not segment.said and not says_none:
            yield from self._of_topic(segment, section, state)
            return
        if together and segment.amount and segment.amount.value:
            return
        if not is_certain(segment, topic, self._wording, says_none):
            return
        named_before = bool(state.rows) and not topic.first
        if segment.amount is None and not (
            says_none and may_say_none(segment, topic, self._wording, goes_on, named_before)
        ):
            return
        state.is_none = says_none
        behind = passage.flat_from(segment.amount.end, BEHIND) if segment.amount else ""
        if not is_of_all_kinds(topic, behind):
            yield from self._of_rows(segment, section, state, behind)

    def _of_rows(self, segment: Segment, section: str, state: Context, behind: str) -> Iterator[Statement]:
        """Yield a statement on the rows that are meant.

        Of several rows together only that there is none, or of each of them.

        `behind` is what stands behind the amount."""
        amount, topic = segment.amount, self._wording.topic(section)
        several = len({said.rows for said in segment.rows}) > 1 and not are_nested(segment.rows)
        several = several and not attribute(segment)
        if amount and ((several and not TOGETHER.search(segment.left)) or segment.names_several_columns):
            return
        may_hold_more = topic.with_more and not any(said.only for said in segment.rows)
        if amount and segment.rows and may_hold_more and state.rows[0] in topic.first:
            state.rows = with_more(state.rows, topic.with_more, behind)
        default = segment.columns or state.default or topic.default
        apart = [said.rows for said in segment.rows] if several else [state.rows]
        if amount and len(apart) > 1:  # 受理并办结31件: each of them, with or without what was carried in
            apart = [tuple(dict.fromkeys(one for rows in apart for one in rows))]
        for rows in apart:
            sums = cells_meant(self._form, section, rows or topic.first, default)
            if sums and (amount is None or has_unit_of(self._form, amount, topic, sums[0][0])):
                where = segment.start, segment.end
                value, most = value_in_cells(amount), most_of(segment)
                yield Statement(value, sums, *where, amount, rows, segment.columns, state.number, most)

    def _of_all(self, segment: Segment, state: Context, passage: Passage) -> Iterator[Statement]:
        """Yield what is said of all that the sentence counted last, which is at least so many."""
        last = state.counted[-1]
        if not segment.said or last.value < 1 or last.most or state.is_others or state.is_foreign:
            return
        section = last.sums[0][0].partition(".")[0]
        topic, is_one = self._wording.topic(section), last.value == 1 and len(state.counted) == 1
        is_about_it = all(said.section == section for said in segment.said)
        if not is_about_it or not says_of_all(segment, topic, self._wording, is_one):
            return
        if any(said.counts for said in segment.rows) and CARRIED.search(passage.flat):
            return
        rows = rows_of_all(segment.rows, last.rows or topic.first, topic)
        if rows and not (last.columns and segment.columns):
            columns = segment.columns or last.columns or topic.default
            if sums := cells_meant(self._form, section, rows, columns):
                where = (last.amount.start if last.amount else segment.start), segment.end
                yield Statement(last.value, sums, *where, last.amount, rows, columns, state.number, AT_LEAST)

    def _of_topic(self, segment: Segment, section: str, state: Context) -> Iterator[Statement]:
        """依申请公开20件, with nothing else in the clause: what came in, with or without what was carried in, or handled;

        全年计3件 behind a clause that names rows: of those rows."""
        topic, amount = self._wording.topic(section), segment.amount
        is_named = bool(topic.alone and topic.words.search(segment.text))
        if amount is None or not (is_named or state.reason) or (is_named and amount.unit == state.released):
            return
        if is_certain(segment, topic, self._wording, says_none=True):
            rows = state.reason or topic.alone
            if sums := cells_meant(self._form, section, rows, topic.default):
                where = segment.start, segment.end
                yield Statement(amount.value, sums, *where, amount, rows, sentence=state.number, most=most_of(segment))


def _text_of(clauses: Sequence[Clause], passage: Passage) -> str:
    if not clauses:
        return ""
    start = clauses[0].start
    return passage.flat_from(start, clauses[-1].start + len(clauses[-1].text) - start)
