"""What a text states about numbers of the tables: each amount with the cells it means, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from model.checking.language.clauses import AMOUNT, Amount, Clause
from model.checking.language.passages import Passage
from model.checking.language.wording import Phrase, Sums, Topic, Wording, any_of, spelled_out, words_of
from model.checking.language.years import turns_to, written
from model.form.form import Form

MOST_LEFT = 1  # characters of a clause that may be left when all known words are gone
MONEY = {"万元": Decimal(1), "元": Decimal("0.0001")}  # in 万元
OFFICES = words_of("text-number", "offices")
WHOLE_YEAR = words_of("text-number", "whole_year")
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
MAYBE_CARRIED_IN = re.compile(rf"[^。；;]{{0,60}}(?:{any_of('text-number', 'contained')})")
BEHIND = 100  # characters behind an amount in which 上年结转 is looked for
NO_WORDS = re.compile(r"[\W|]+")
DIGIT = re.compile(r"\d")
TOGETHER = re.compile(r"\|(?:并且?|且)(?:已|均|全部|依法)?\|")  # 受理并办结, where a bar stands for known words
NEGATED = re.compile(r"(?:未|没有?|不)(?:能)?\|")  # 未按期办结0件
RELEASED = re.compile(r"公开[^，,]{0,6}信息")


@dataclass(frozen=True, slots=True)
class Statement:
    """A number that a text states: `sums` are alternatives, each the names of the cells to add up.

    `start` and `end` are those of the words that state it, `amount` is None where they say that there is none;
    `rows` and `columns` are the keys that they name, `sentence` is its number in the passage."""

    value: Decimal
    sums: tuple[tuple[str, ...], ...]
    start: int
    end: int
    amount: Amount | None
    rows: Sums = ()
    columns: Sums = ()
    sentence: int = 0


@dataclass
class _Sentence:
    """What the clauses read so far say of those that follow; `number` is the sentence's in the passage."""

    number: int
    section: str
    rows: Sums = ()
    default: Sums = ()
    outside: list[tuple[str, Sums, Sums]] = field(default_factory=list)  # what held before each open bracket
    is_others: bool = False  # it speaks of another year, or of another body
    is_none: bool = False
    is_foreign: bool = False  # it counts something that no table does
    released: str = ""  # the unit in which it counts what was published (公开信息410条，依申请公开3条)
    reason: Sums = ()  # rows that the clause before names without an amount

    def step(self, depth: int) -> None:
        """Go into a bracket or come out of it: what was said in it does not hold behind it."""
        while len(self.outside) < depth:
            self.outside.append((self.section, self.rows, self.default))
        while len(self.outside) > depth:
            self.section, self.rows, self.default = self.outside.pop()


class _Segment(NamedTuple):
    """A piece of a clause with at most one amount: the words of the tables in it, and what is left without them."""

    text: str
    start: int
    amount: Amount | None
    said: tuple[Phrase, ...]
    rows: tuple[Phrase, ...]  # of `said` those that name rows
    left: str

    @property
    def end(self) -> int:
        """Where it ends in the text, without the mark behind it."""
        return self.start + len(self.text.rstrip(" 。！？；\n\v"))

    @property
    def columns(self) -> Sums:
        """The columns that are named last."""
        return next((said.columns for said in reversed(self.said) if said.columns), ())


class Reader:
    """Reads texts of one body's report on one year.

    `names` are the body's own, which say nothing of what is counted."""

    def __init__(self, form: Form, year: int, names: Sequence[str], wording: Wording) -> None:
        self._form, self._year, self._wording = form, year, wording
        kinds = [name[-1] for name in names if name[-1:] in tuple("镇乡县区市旗局委办")] + ["街道"]
        kinds += ["街"] if any(name.endswith("街道") for name in names) else []
        around = [
            f"{of}{kind}"
            for kind in kinds
            for of in ("我", "本", *(["全"] if kind in ("镇", "乡", "街道", "街", "局") else []))
        ]
        offices = [f"{of}{office}" for office in OFFICES for of in ("我", "本", *([""] if len(office) > 2 else []))]
        words = sorted({*names, *around, *offices}, key=len, reverse=True)
        self._own = re.compile(
            "|".join([*map(re.escape, words), *([written(year)] if year else []), *map(spelled_out, WHOLE_YEAR)])
        )

    def statements(self, passage: Passage, heading: str) -> Iterator[Statement | None]:
        """Yield what a passage of a part's text states for certain, in order, and None behind each clause.

        `heading` is the part's."""
        topic = self._wording.topic_of_heading(heading)
        for number, clauses in enumerate(passage.sentences):
            if not self._may_state(clauses) or self._wording.by_attribute.search(_text_of(clauses, passage)):
                continue
            state = _Sentence(number, topic)
            for clause in clauses:
                state.step(clause.depth)
                yield from self._of_clause(clause, state, passage)
                yield None

    def _may_state(self, clauses: Sequence[Clause]) -> bool:
        """Return whether a sentence has an amount, or says that there is none of something."""
        return any(clause.amounts or self._wording.none.search(clause.text) for clause in clauses)

    def _of_clause(self, clause: Clause, state: _Sentence, passage: Passage) -> Iterator[Statement]:
        section = self._wording.topic_of(clause.text)
        if section:
            state.is_foreign = False
        if section and section != state.section:
            state.section, state.rows, state.default = section, (), ()
        goes_on, state.is_none = state.is_none and clause.opener == "、", False
        for text, start, amount in _pieces(clause):
            of_others = self._own.sub("", text)
            said, left = self._matched(self._wording.neutral.sub("", of_others), state.section)
            self._turn(text, of_others, left, state)
            segment = _Segment(text, start, amount, said, tuple(one for one in said if one.rows), left)
            together = clause.opener == "、" and bool(state.reason)
            found = list(self._stated(segment, state, passage, goes_on, together))
            yield from found
            is_reason = amount is None and not segment.columns and "%" not in text
            state.reason = segment.rows[-1].rows if segment.rows and is_reason else ()
            if amount and not found and not section and "申请" not in text:
                state.is_foreign = True
                state.released = amount.unit if RELEASED.search(text) else ""

    def _turn(self, text: str, of_others: str, left: str, state: _Sentence) -> None:
        """Note when the sentence turns to another year or body, and when it comes back.

        `of_others` is the text without the body's own names, `left` also without the words of the tables."""
        turn = turns_to(text, left, self._year)
        if self._wording.bodies.search(left) or self._wording.periods.search(of_others):
            turn = True
        state.is_others = state.is_others if turn is None else turn

    def _stated(
        self, segment: _Segment, state: _Sentence, passage: Passage, goes_on: bool, together: bool
    ) -> Iterator[Statement]:
        """Yield what one segment states.

        `goes_on`: the one before said that there is none, and this goes on with it; `together`: it named rows that the
        amount of this one may count too (复议、诉讼共1件)."""
        section = segment.said[-1].section if segment.said and segment.said[-1].sure else state.section
        is_sure = bool(segment.said) and segment.said[-1].sure
        if segment.rows:
            state.rows, state.default = _narrowest(segment.rows, state.reason), segment.rows[-1].default
        if attribute := _attribute(segment):
            state.rows, state.default = attribute.rows, attribute.default
        says_none = segment.amount is None and (goes_on or bool(self._wording.none.search(segment.left)))
        if not section or state.is_others or (state.is_foreign and not is_sure):
            return
        if not segment.said and not says_none:
            yield from self._of_topic(segment, section, state)
            return
        if together and segment.amount and segment.amount.value:
            return
        if not self._is_certain(segment, section, says_none):
            return
        if segment.amount is None and not (says_none and self._may_say_none(segment, section, goes_on)):
            return
        state.is_none = says_none
        behind = passage.flat_from(segment.amount.end, BEHIND) if segment.amount else ""
        if not _is_of_all_kinds(self._wording.topic(section), behind):
            yield from self._of_rows(segment, section, state, behind)

    def _of_rows(self, segment: _Segment, section: str, state: _Sentence, behind: str) -> Iterator[Statement]:
        """Yield a statement on the rows that are meant.

        Of several rows together only that there is none, or of each of them.

        `behind` is what stands behind the amount."""
        amount, several = (
            segment.amount,
            len({said.rows for said in segment.rows}) > 1 and not _is_narrower(segment.rows),
        )
        together = bool(TOGETHER.search(segment.left))
        if amount and several and not together and not _attribute(segment):
            return
        topic = self._wording.topic(section)
        if amount and segment.rows and topic.with_more and state.rows[0] in topic.first:
            state.rows = _with_more(state.rows, topic.with_more, behind)
        default = segment.columns or state.default or topic.default
        apart = [said.rows for said in segment.rows] if several and not _attribute(segment) else [state.rows]
        if amount and len(apart) > 1:  # 受理并办结31件: each of them, with or without what was carried in
            apart = [tuple(dict.fromkeys(one for rows in apart for one in rows))]
        for rows in apart:
            sums = self._cells(section, rows or topic.first, default)
            if sums and (amount is None or self._fits(amount, section, sums[0][0])):
                value = amount.value * MONEY.get(amount.unit, Decimal(1)) if amount else Decimal(0)
                end = segment.end
                yield Statement(value, sums, segment.start, end, amount, rows, segment.columns, state.number)

    def _of_topic(self, segment: _Segment, section: str, state: _Sentence) -> Iterator[Statement]:
        """依申请公开20件, with nothing else in the clause: what came in, with or without what was carried in, or handled;

        全年计3件 behind a clause that names rows: of those rows."""
        topic = self._wording.topic(section)
        is_named = bool(topic.alone and topic.words.search(segment.text))
        if is_named and segment.amount and segment.amount.unit == state.released:
            return
        if (is_named or state.reason) and segment.amount and self._is_certain(segment, section, says_none=True):
            rows = state.reason or topic.alone
            if sums := self._cells(section, rows, topic.default):
                end = segment.end
                yield Statement(
                    segment.amount.value, sums, segment.start, end, segment.amount, rows, sentence=state.number
                )

    def _matched(self, text: str, section: str) -> tuple[tuple[Phrase, ...], str]:
        """Return the words of the tables in a text as they come, the longest first where they overlap, and the text without."""
        may_be_said, phrases = self._wording.said_about[section]
        if not may_be_said.search(text):
            return (), text
        spans = [
            (found.start(), found.end(), said)
            for said in phrases
            if said.core.search(text)
            for found in said.words.finditer(text)
            if found[0]
        ]
        spans.sort(key=lambda span: (span[0] - span[1], span[0]))
        taken = bytearray(len(text))
        kept: list[tuple[int, int, Phrase]] = []
        for span in spans:
            start, end, _ = span
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                kept.append(span)
        kept.sort(key=lambda span: span[0])
        return tuple(said for _, _, said in kept), _without(text, kept)

    def _is_certain(self, segment: _Segment, section: str, says_none: bool) -> bool:
        """Return whether nothing is left of the segment that would make its amount another one's."""
        wording, topic, left = self._wording, self._wording.topic(section), segment.left
        if segment.amount:
            if segment.amount.is_about:
                return False
            left = AMOUNT.sub("", left, count=1)
        if wording.others_long.search(left) or any(word in segment.left for word in topic.others):
            return False
        if says_none:
            left = wording.none.sub("", left)
        elif NEGATED.search(left):
            return False
        rest = NO_WORDS.sub("", wording.fillers.sub("", topic.words.sub("", left)))
        most = 0 if says_none else MOST_LEFT
        return len(rest) <= most and not wording.others.search(rest) and not DIGIT.search(rest)

    def _may_say_none(self, segment: _Segment, section: str, goes_on: bool) -> bool:
        """Return whether words say that there is none of what they name, and not none of something that is done to it."""
        if any(said.counts for said in segment.said):
            return False
        is_of_topic = bool(self._wording.topic(section).first) and self._wording.topic_of(segment.text) == section
        return bool(segment.rows) or (is_of_topic and not goes_on)

    def _cells(self, section: str, rows: Sums, columns: Sums) -> tuple[tuple[str, ...], ...]:
        sums = [
            tuple(f"{section}.{row}.{column}" for row in row_keys for column in column_keys)
            for row_keys in rows
            for column_keys in columns
        ]
        return tuple(names for names in sums if names and all(name in self._form.cells for name in names))

    def _fits(self, amount: Amount, section: str, cell: str) -> bool:
        """Return whether an amount's unit is one that the cell is counted in: money where the cell is, and only there."""
        if self._form.cells[cell].decimal:
            return amount.unit in MONEY
        return amount.unit in self._wording.topic(section).units


def _without(text: str, spans: Sequence[tuple[int, int, Phrase]]) -> str:
    """Return the text with a bar for each span."""
    ends = [0, *(end for _, end, _ in spans)]
    starts = [*(start for start, _, _ in spans), len(text)]
    return "|".join(text[begin:end] for begin, end in zip(ends, starts, strict=True))


def _text_of(clauses: Sequence[Clause], passage: Passage) -> str:
    if not clauses:
        return ""
    start = clauses[0].start
    return passage.flat_from(start, clauses[-1].start + len(clauses[-1].text) - start)


def _narrowest(rows: Sequence[Phrase], reason: Sums) -> Sums:
    """Return the rows that are meant: a reason narrows the result that it is given for (因…不予公开, 对…的申请，作出…)."""
    meant = rows[-1].rows
    for other in (*(said.rows for said in rows[:-1]), reason):
        if _is_within(other, meant):
            meant = other
    return meant


def _is_of_all_kinds(topic: Topic, behind: str) -> bool:
    """Return whether what stands behind an amount says that it counts more than the topic."""
    return bool(behind and topic.of_all_kinds and topic.of_all_kinds.match(behind))


def _attribute(segment: _Segment) -> Phrase | None:
    """Return the words for rows that stand with 的 right before the amount: it counts these, whatever is said of them behind it."""
    if segment.amount is None or len(segment.rows) < 2:
        return None
    place = segment.amount.start - segment.start
    at = segment.left.find(segment.text[place : segment.amount.end - segment.start])
    if at < 1 or segment.left[at - 1] != "|" or segment.text[place - 1] != "的":
        return None
    count = segment.left.count("|", 0, at)
    before, behind = segment.said[count - 1], segment.said[count:]
    return before if before.rows and any(said.rows for said in behind) else None


def _is_narrower(rows: Sequence[Phrase]) -> bool:
    """Return whether all rows named are one within the other."""
    return all(_is_within(one.rows, other.rows) or _is_within(other.rows, one.rows) for one in rows for other in rows)


def _is_within(one: Sums, other: Sums) -> bool:
    return bool(one and other) and set(one[0]) <= set(other[0])


def _pieces(clause: Clause) -> list[tuple[str, int, Amount | None]]:
    """Return the clause cut behind each amount; what stands behind the last belongs to it."""
    found: list[tuple[str, int, Amount | None]] = []
    begin = clause.start
    for amount in clause.amounts:
        end = amount.end if amount is not clause.amounts[-1] else clause.start + len(clause.text)
        found.append((clause.text[begin - clause.start : end - clause.start], begin, amount))
        begin = end
    return found or [(clause.text, clause.start, None)]


def _with_more(rows: Sums, both: tuple[str, ...], behind: str) -> Sums:
    """收到…件（含上年结转…件） means both together; where 上年结转 comes later in the sentence, it may mean both."""
    if CARRIED_IN.match(behind):
        return (both,)
    return tuple(dict.fromkeys((*rows, both))) if MAYBE_CARRIED_IN.match(behind) else rows
