"""What a text states about numbers of the tables: each amount with the cells it means, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.checking.amounts.all_of_them import ALL, of_all, of_no_other
from model.checking.amounts.cells_meant import cells_meant
from model.checking.amounts.certainty import is_certain, is_of_one_way
from model.checking.amounts.claims import Claim, stated
from model.checking.amounts.context import PART, Context
from model.checking.amounts.lists import is_of_each, of_the_others
from model.checking.amounts.named_rows import attribute, narrowest
from model.checking.amounts.own_words import own_words
from model.checking.amounts.segments import Segment, phrases_in, pieces
from model.checking.amounts.statement import Statement
from model.checking.language.clauses import Amount, Clause, sentences
from model.checking.language.earlier_years import without_earlier
from model.checking.language.passages import Passage
from model.checking.language.wording import Topic, Wording, any_of_pattern
from model.checking.language.years import turns_to
from model.form.form import Form

QUOTES = str.maketrans("", "", "“”")
UNDER = any_of_pattern("text-number", "under")
OF_WHICH = re.compile(r"(?:当中|中|里)\s{0,4}$")


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
            said = {
                one.sums for one in found if not one.is_of_others
            }  # what it says itself need not follow from the rest
            yield from (
                one for one in found if one.rows not in state.unclear and not (one.is_of_others and one.sums in said)
            )

    def totals(self, statement: Statement) -> tuple[tuple[str, ...], ...]:
        """Return the cells of all that a statement's amount may be a share of, as alternatives to add up; () where that is not known."""
        topic = self._topic(statement)
        return cells_meant(self._form, topic.section, topic.alone, topic.default)

    def _may_state(self, clauses: Sequence[Clause]) -> bool:
        """Return whether a sentence has an amount, or says that there is none of something, or what all of them are."""
        return any(
            clause.amounts or self._wording.none.search(clause.text) or ALL.search(clause.text) for clause in clauses
        )

    def _of_clause(self, clause: Clause, state: Context, passage: Passage) -> Iterator[Statement]:
        state.enter(clause, self._wording.topic_of(clause.text))
        for text, start, amount in pieces(clause):
            segment = self._segment(text, start, amount, state)
            _note_rows(segment, state)
            found = list(self._of_segment(segment, state, passage))
            yield from found
            if segment.said:
                yield from self._of_list(segment, state, found)
            state.note(segment, clause, found)
            if amount and not found and OF_WHICH.search(clause.text):
                state.is_subset = not self._is_of_all(segment, state)

    def _segment(self, text: str, start: int, amount: Amount | None, state: Context) -> Segment:
        """Return a piece of a clause as a segment, and note whether the sentence turns with it to another year or body."""
        of_others = self._own.sub("", text.translate(QUOTES) if "“" in text else text)
        of_counts = self._wording.neutral.sub("", of_others)
        said, left = phrases_in(of_counts, state.section, self._wording, state.text)
        self._turn(text, of_counts, left, state)
        return Segment(text, start, amount, said, left)

    def _of_segment(self, segment: Segment, state: Context, passage: Passage) -> Iterator[Statement]:
        """Yield what one segment states by itself, or of all that was counted before it."""
        claim = self._claim(segment, state, passage)
        found = list(stated(claim)) if claim else []
        if claim and state.counted and not segment.amount and not found:
            found = list(of_all(replace(claim, topic=self._topic(state.counted[-1]))))
        elif claim and not found:
            found = list(of_no_other(claim))
        return iter(found)

    def _claim(self, segment: Segment, state: Context, passage: Passage) -> Claim | None:
        """Return a segment with all that decides what it states, None where it speaks of nothing in the body's tables."""
        is_sure = bool(segment.said) and segment.said[-1].sure
        section = segment.said[-1].section if is_sure else state.section
        is_others = state.is_elsewhere or (state.is_foreign and not is_sure)
        if not section or is_others or is_of_one_way(segment, state.text):
            return None
        return Claim(self._form, self._wording, self._wording.topic(section), segment, state, passage)

    def _topic(self, statement: Statement) -> Topic:
        """Return the topic that a statement is about."""
        return self._wording.topic(statement.sums[0][0].partition(".")[0])

    def _is_of_all(self, segment: Segment, state: Context) -> bool:
        """Return whether an amount of nothing in particular counts all that the sentence is about (18件申请中)."""
        topic = self._wording.topic(state.section) if state.section else None
        return bool(topic and is_certain(segment, topic, self._wording, says_none=True))

    def _of_list(self, segment: Segment, state: Context, found: Sequence[Statement]) -> Iterator[Statement]:
        """Yield what a segment states of the others in its list, if it ends one; else it may be one of these."""
        if segment.amount is None and not found:
            state.listed.append(segment)
        elif found and state.listed and is_of_each(segment, self._wording):
            topic = self._topic(found[0])
            yield from of_the_others(found[0], segment, state, topic, self._form, self._wording)

    def _turn(self, text: str, of_counts: str, left: str, state: Context) -> None:
        """Note when the sentence turns to another year or body, and when it comes back.

        `of_counts` is the text without what says nothing of what is counted, `left` also without the words of the tables."""
        turn = turns_to(text, left, self._year)
        if self._wording.periods.search(of_counts):
            turn = True
        state.is_others = state.is_others if turn is None else turn
        is_bodys = bool(self._wording.bodies.search(left)) and not UNDER.search(text)
        state.is_bodys = is_bodys or (state.is_bodys and turn is not False)


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
