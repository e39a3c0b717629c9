"""What the clauses of a sentence that were read so far say of those that follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from model.checking.amounts.segments import Segment
from model.checking.amounts.statement import Statement
from model.checking.language.clauses import Amount, Clause
from model.checking.language.wording import Sums, any_of, any_of_pattern

CARRIED_APART = re.compile(any_of("text-number", "carried_apart"))
PART = re.compile(any_of("text-sum", "parts"))
OWN_ORGAN = re.compile(any_of("text-number", "organs"))
BY_HOW_MUCH = re.compile(rf"(?:{any_of('text-number', 'by_how_much')})了?\s?$")
THAN = re.compile(r"(?:较|比|与|同)(?:上一?年度?|去年|\d{4}年度?)(?:同期)?的?\s?$")
WAYS = any_of_pattern("text-number", "ways")
PAPER = "书面"  # a way of handing in beside others
MATTER = any_of_pattern("text-number", "matters")
RELEASED = re.compile(r"公开[^，,]{0,6}信息")
SEMICOLONS = ("；", ";")


@dataclass
class Context:
    """What holds in a sentence up to here; `number` is the sentence's in the passage."""

    number: int
    section: str
    rows: Sums = ()
    default: Sums = ()
    outside: list[tuple[str, Sums, Sums]] = field(default_factory=list)  # what held before each open bracket
    is_others: bool = False  # it speaks of another year
    is_bodys: bool = False  # it speaks of another body
    opener: str = ""  # the mark before the clause
    is_none: bool = False  # it has just said that there is none of something …
    goes_on: bool = False  # … and goes on with that (未发生行政复议、行政诉讼)
    is_foreign: bool = False  # it counts something that no table does
    is_matter: bool = False  # it speaks of hotline calls, proposals or the like, which have results of their own
    is_subset: bool = False  # it tells what became of some that no table counts (网上提交的8件中，…)
    is_part: bool = False  # it tells of a part of what the sentence before counted (其中，…)
    is_named: bool = False  # the clause says itself what it is about
    released: str = ""  # the unit in which it counts what was published (公开信息410条，依申请公开3条)
    # What it counts for certain, as long as nothing else is counted.
    counted: list[Statement] = field(default_factory=list)
    earlier: int = 0  # how many of these stand before the last semicolon
    is_within: bool = False  # it has come to what is contained in the amount before (其中…) …
    whole: Sums = ()  # … and these are the columns of that
    before: list[Segment] = field(default_factory=list)  # what it has said, since the last semicolon
    ways: list[Decimal] = field(default_factory=list)  # how many were handed in, way by way (网上申请5件)
    listed: list[Segment] = field(default_factory=list)  # what is named before it with 、 between and no amount
    unclear: set[Sums] = field(default_factory=set)  # rows with an amount beside the others (1件予以公开但隐去姓名)
    text: str = ""  # the whole sentence
    shared: tuple[Sums, Sums] = ((), ())  # rows and columns of which it tells a share, and no amount
    reason: Sums = ()  # rows that the clause before names without an amount

    @property
    def is_elsewhere(self) -> bool:
        """Whether it speaks of what is not the body's whole year."""
        return self.is_others or self.is_bodys or self.is_subset or self.is_matter

    @cached_property
    def tells_of_carried(self) -> bool:
        """Whether the sentence tells by itself what became of those that were carried in."""
        return bool(CARRIED_APART.search(self.text))

    def enter(self, clause: Clause, section: str) -> None:
        """Go on with the next clause, which names a section, or none ("")."""
        if clause.depth != len(self.outside):
            self.step(clause.depth)
        self.opener, self.is_named = clause.opener, bool(section)
        self.goes_on, self.is_none = self.is_none and clause.opener == "、", False
        if section:
            self.is_foreign = self.is_matter = False
            if section != self.section:
                self.section, self.rows, self.default, self.reason = section, (), (), ()
        if clause.opener != "、" and self.listed:
            self.listed.clear()
        if clause.opener in SEMICOLONS:
            self.is_within = self.is_subset = False
            self.earlier = len(self.counted)
            self.before.clear()
            self.ways.clear()
            self.is_bodys = self.is_bodys and not OWN_ORGAN.match(clause.text)
        if PART.match(clause.text):
            self.is_within, self.whole = True, self.counted[-1].columns if self.counted else ()

    def step(self, depth: int) -> None:
        """Go into a bracket or come out of it: what was said in it does not hold behind it."""
        while len(self.outside) < depth:
            self.outside.append((self.section, self.rows, self.default))
        while len(self.outside) > depth:
            self.section, self.rows, self.default = self.outside.pop()
            self.reason, self.is_within = (), False

    def note(self, segment: Segment, clause: Clause, found: Sequence[Statement]) -> None:
        """Note what a segment of a clause says of those behind it; `found` is what it states."""
        self.before.append(segment)
        self.is_matter = self.is_matter or (not self.is_named and bool(MATTER.search(segment.text)))
        if not found and _is_difference(segment):
            return
        self._note_counts(segment, found)
        self._note_rows(segment)
        if segment.amount and not found:
            self._note_other(segment, segment.amount, clause)

    def _note_counts(self, segment: Segment, found: Sequence[Statement]) -> None:
        if segment.amount and not found and (WAYS.search(segment.text) or PAPER in segment.text):
            self.ways.append(segment.amount.value)
        if found and segment.amount:
            self.counted += found
        if self.counted and not found and (segment.amount or segment.rows):
            self.counted.clear()

    def _note_rows(self, segment: Segment) -> None:
        rows = segment.rows
        is_reason = bool(rows) and segment.amount is None and not segment.columns
        named = rows[-1].rows if is_reason else ()
        is_share = segment.amount is None and "%" in segment.text
        self.reason = () if is_share else named
        self.shared = (named, segment.columns) if is_share else ((), ())

    def _note_other(self, segment: Segment, amount: Amount, clause: Clause) -> None:
        """Note an amount of which it is not known what it counts."""
        if not self.is_elsewhere:
            self.unclear.update(said.rows for said in segment.rows if said.sure)
        if self.is_part or not (self.is_named or self.is_others or "申请" in clause.text):
            self.is_foreign = True
            self.released = amount.unit if RELEASED.search(segment.text) else ""


def _is_difference(segment: Segment) -> bool:
    """Return whether an amount says only how much more or less there is than in another year, or what there was then."""
    return bool(BY_HOW_MUCH.search(segment.before) or THAN.search(segment.before))
