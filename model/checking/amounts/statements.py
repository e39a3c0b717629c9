"""What a text states about numbers of the tables: each amount with the cells it means, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from model.checking.amounts.all_of_them import rows_of_all, says_of_all
from model.checking.amounts.cells_meant import cells_meant, has_unit_of, value_in_cells
from model.checking.amounts.certainty import counts_other, is_certain, is_of_one_way, may_say_none
from model.checking.amounts.context import PART, Context
from model.checking.amounts.left_out import left_out
from model.checking.amounts.lists import is_of_each, of_the_others
from model.checking.amounts.named_rows import (
    are_nested,
    attribute,
    behind_handled,
    is_beside,
    is_narrowed,
    narrowest,
    with_more,
)
from model.checking.amounts.own_words import own_words
from model.checking.amounts.rough import most_of
from model.checking.amounts.segments import Segment, phrases_in, pieces
from model.checking.amounts.statement import AT_LEAST, Statement
from model.checking.amounts.together import rows_together
from model.checking.language.clauses import Clause, sentences
from model.checking.language.earlier_years import without_earlier
from model.checking.language.passages import Passage
from model.checking.language.wording import Sums, Topic, Wording, any_of
from model.checking.language.years import turns_to
from model.form.form import Form

QUOTES = str.maketrans("", "", "“”")
BEHIND = 100  # characters behind an amount in which 上年结转 is looked for
TOGETHER = re.compile(r"\|(?:并且?|且)(?:已|均|全部|依法)?\|")  # 受理并办结, where a bar stands for known words
NEW = re.compile(any_of("text-number", "new"))
OF_ALL = re.compile(any_of("text-number", "of_all"))
OF_WHICH = re.compile(r"(?:当中|中|里)\s{0,4}$")
CARRIED = re.compile(any_of("text-number", "still_open"))


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
        flat = without_earlier(passage.flat, self._year)
        all_clauses = passage.sentences if flat == passage.flat else list(sentences(flat, passage.start))
        for number, clauses in enumerate(all_clauses):
            text = _text_of(clauses, flat, passage.start)
            if not self._may_state(clauses) or self._wording.passed_over.search(text):
                continue
            state = Context(number, topic, text=text, is_part=bool(PART.match(clauses[0].text.lstrip())))
            found: list[Statement] = []
            for clause in clauses:
                found += self._of_clause(clause, state, passage)
                yield None
            yield from (one for one in found if one.rows not in state.unclear)

    def _may_state(self, clauses: Sequence[Clause]) -> bool:
        """Return whether a sentence has an amount, or says that there is none of something."""
        return any(clause.amounts or self._wording.none.search(clause.text) for clause in clauses)

    def _of_clause(self, clause: Clause, state: Context, passage: Passage) -> Iterator[Statement]:
        state.enter(clause, self._wording.topic_of(clause.text))
        goes_on, state.is_none = state.is_none and clause.opener == "、", False
        for text, start, amount in pieces(clause):
            of_others = self._own.sub("", text.translate(QUOTES) if "“" in text else text)
            said, left = phrases_in(self._wording.neutral.sub("", of_others), state.section, self._wording)
            self._turn(text, of_others, left, state)
            segment = Segment(text, start, amount, said, left)
            together = clause.opener == "、" and bool(state.reason)
            found = list(self._stated(segment, state, passage, goes_on, together))
            if state.counted and not amount and not found:
                found = list(self._of_all(segment, state, passage))
            yield from found
            if segment.said:
                yield from self._of_list(segment, state, found)
            state.note(segment, clause, found)
            if amount and not found and OF_WHICH.search(clause.text):
                state.is_subset = not self._is_of_all(segment, state)

    def _is_of_all(self, segment: Segment, state: Context) -> bool:
        """Return whether an amount of nothing in particular counts all that the sentence is about (18件申请中)."""
        topic = self._wording.topic(state.section) if state.section else None
        return bool(topic and is_certain(segment, topic, self._wording, says_none=True))

    def _of_list(self, segment: Segment, state: Context, found: Sequence[Statement]) -> Iterator[Statement]:
        """Yield what a segment states of the others in its list, if it ends one; else it may be one of these."""
        if segment.amount is None and not found:
            state.listed.append(segment)
        elif found and state.listed and is_of_each(segment, self._wording):
            topic = self._wording.topic(found[0].sums[0][0].partition(".")[0])
            yield from of_the_others(found[0], segment, state, topic, self._form, self._wording)

    def _turn(self, text: str, of_others: str, left: str, state: Context) -> None:
        """Note when the sentence turns to another year or body, and when it comes back.

        `of_others` is the text without the body's own names, `left` also without the words of the tables."""
        turn = turns_to(text, left, self._year)
        if self._wording.periods.search(of_others):
            turn = True
        state.is_others = state.is_others if turn is None else turn
        state.is_bodys = bool(self._wording.bodies.search(left)) or (state.is_bodys and turn is not False)

    def _stated(
        self, segment: Segment, state: Context, passage: Passage, goes_on: bool, together: bool
    ) -> Iterator[Statement]:
        """Yield what one segment states.

        `goes_on`: the one before said that there is none, and this goes on with it; `together`: it named rows that the
        amount of this one may count too (复议、诉讼共1件)."""
        section = segment.said[-1].section if segment.said and segment.said[-1].sure else state.section
        is_sure = bool(segment.said) and segment.said[-1].sure
        _note_rows(segment, state)
        says_none = segment.amount is None and (goes_on or bool(self._wording.none.search(segment.left)))
        if (
            not section
            or state.is_elsewhere
            or (state.is_foreign and not is_sure)
            or is_of_one_way(segment, state.text)
        ):
            return
        topic = self._wording.topic(section)
        state.rows = behind_handled(state.rows, state.counted, topic)
        if not segment.said and not says_none:
            yield from self._of_topic(segment, section, state)
            return
        if summed := rows_together(segment, state.listed, topic, self._wording):
            yield from self._of_sum(summed, segment, topic, state, passage)
            return
        is_one = len(state.listed) == 1 and is_narrowed(segment.rows, state.reason)
        together = together and not is_one and state.reason not in [said.rows for said in segment.rows]
        if together and segment.amount and segment.amount.value and not is_of_each(segment, self._wording):
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
        if not counts_other(segment, topic, state.text, behind):
            yield from self._of_rows(segment, section, state, behind)

    def _of_sum(
        self, rows: Sums, segment: Segment, topic: Topic, state: Context, passage: Passage
    ) -> Iterator[Statement]:
        """Yield the amount of several rows together (行政复议、行政诉讼共计5件)."""
        amount = segment.amount
        defaults = {said.default or topic.default for said in segment.rows}
        sums = cells_meant(self._form, topic.section, rows, defaults.pop()) if len(defaults) == 1 else ()
        if not amount or not sums or not has_unit_of(self._form, amount, topic, sums[0][0]):
            return
        if not counts_other(segment, topic, state.text, passage.flat_from(amount.end, BEHIND)):
            start = state.listed[0].start if state.listed else segment.start
            yield Statement(amount.value, sums, start, segment.end, amount, rows, (), state.number, most_of(segment))

    def _of_rows(self, segment: Segment, section: str, state: Context, behind: str) -> Iterator[Statement]:
        """Yield a statement on the rows that are meant.

        Of several rows together only that there is none, or of each of them.

        `behind` is what stands behind the amount."""
        amount, topic = segment.amount, self._wording.topic(section)
        several = len({said.rows for said in segment.rows}) > 1 and not are_nested(segment.rows)
        several = several and not attribute(segment)
        is_unclear = segment.names_several_columns and not (amount and amount.value == 0 and not topic.first)
        if amount and ((several and not TOGETHER.search(segment.left)) or is_unclear):
            return
        if amount and state.is_within and not topic.first and _is_of_makers(segment, state):
            return
        may_hold_more = topic.with_more and not any(said.only for said in segment.rows)
        if amount and segment.rows and may_hold_more and state.rows[0] in topic.first:
            state.rows = with_more(state.rows, topic.with_more, behind)
        default = segment.columns or state.default or topic.default
        named = [said.rows for said in segment.rows if amount or said.only or said.rows != topic.first]
        apart = named if several else [state.rows]  # 未收到重复申请: of these there are none
        if amount and len(apart) > 1:  # 受理并办结31件: each of them, with or without what was carried in
            apart = [tuple(dict.fromkeys(one for rows in apart for one in rows))]
        for rows in apart:
            sums = cells_meant(self._form, section, rows or topic.first, default)
            if sums and (amount is None or has_unit_of(self._form, amount, topic, sums[0][0])):
                where = segment.start, segment.end
                value, most = value_in_cells(amount), most_of(segment)
                without = left_out(self._form, topic, segment, rows, default, state)
                is_first = is_beside(rows, topic.with_more, behind)
                yield Statement(
                    value, sums, *where, amount, rows, segment.columns, state.number, most, without, is_first
                )

    def _of_all(self, segment: Segment, state: Context, passage: Passage) -> Iterator[Statement]:
        """Yield what is said of all that the sentence counted last, which is at least so many."""
        last = state.counted[-1]
        if not segment.said or last.value < 1 or last.most or state.is_elsewhere or state.is_foreign:
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
        is_named = bool(topic.alone and (topic.words.search(segment.text) or OF_ALL.search(segment.text)))
        if amount is None or not (is_named or state.reason) or (is_named and amount.unit == state.released):
            return
        if is_certain(segment, topic, self._wording, says_none=True):
            rows = state.reason or topic.alone
            if sums := cells_meant(self._form, section, rows, topic.default):
                where = segment.start, segment.end
                yield Statement(amount.value, sums, *where, amount, rows, sentence=state.number, most=most_of(segment))


def _text_of(clauses: Sequence[Clause], flat: str, start: int) -> str:
    """Return the words of a sentence; `start` is where the plain text begins in the whole."""
    if not clauses:
        return ""
    return flat[clauses[0].start - start : clauses[-1].start + len(clauses[-1].text) - start]


def _note_rows(segment: Segment, state: Context) -> None:
    """Note the rows that a segment means, if it names any."""
    if rows := segment.rows:
        meant = attribute(segment)
        state.rows = meant.rows if meant else narrowest(rows, state.reason)
        state.default = (meant or rows[-1]).default


def _is_of_makers(segment: Segment, state: Context) -> bool:
    """Return whether a part of what is in one column names another one, without saying that it is of this year."""
    is_other = bool(state.whole and segment.columns) and not set(segment.columns[0]) <= set(state.whole[0])
    return is_other and not NEW.search(segment.text)
