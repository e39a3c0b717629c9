"""Sums within a sentence: the whole and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, groupby, pairwise, takewhile

from model.checking.amounts.cells_meant import MONEY
from model.checking.amounts.context import BY_HOW_MUCH
from model.checking.amounts.statement import Statement
from model.checking.arithmetic.whole_behind import NAMES_PARTS, are_nothing_else, behind_findings
from model.checking.arithmetic.wrong_sums import is_less, is_more, sum_finding
from model.checking.language.clauses import Amount, Clause
from model.checking.language.passages import Passage
from model.checking.language.wording import any_of, any_of_pattern
from model.findings.finding import Finding

PARTS = re.compile(rf"^\s*(?:{any_of('text-sum', 'parts')})")
OF_WHICH = re.compile(r"(?:当中|中|里)[\s，,]{0,4}$")
REST = any_of_pattern("text-sum", "rest")
NO_PART = re.compile(any_of("text-sum", "no_part"))
OPEN_END = re.compile(any_of("text-sum", "open_end"))
MAY_OVERLAP = re.compile(any_of("text-sum", "may_overlap"))
COMPARED = re.compile("(?:同比|环比|[较比与同](?:上一?年|去年|20))")  # 1536条，比上年增加236条，其中…
ONE_EACH = any_of_pattern("text-sum", "one_each")
NOT_PARTS = re.compile(any_of("text-sum", "not_parts"))
CHANNEL = any_of_pattern("text-sum", "channels")
PART_MARKS = ("、", "，", ",")
LEAST_PARTS = 3  # that are taken for all, where nothing but their words says so
SENTENCE_END = re.compile("[。！？\n]")
BEHIND = 400  # characters of a sentence from its last part on that are looked at
SUFFIX = 2  # characters of such a word
LEAST_AMOUNTS = 3  # a whole and two parts
MOST_AMOUNTS = 60  # of a sentence; who lists more has not added them up in it


def sum_findings(text: Passage, statements: Sequence[Statement], told: set[int]) -> Iterator[Finding]:
    """Yield sentences whose parts do not add up, unless an amount of theirs is told already (by its place)."""
    for one in _all_findings(text, statements):
        if not any(one.start <= place < one.start + one.length for place in told):
            yield one


def _all_findings(text: Passage, statements: Sequence[Statement]) -> Iterator[Finding]:
    known: dict[int, dict[Amount, bool]] = {}
    for one in statements:
        if one.amount:
            known.setdefault(one.sentence, {}).setdefault(one.amount, bool(one.columns))
    for number, clauses in enumerate(text.sentences):
        if LEAST_AMOUNTS <= sum([len(clause.counts) for clause in clauses]) <= MOST_AMOUNTS:
            yield from _of_sentence(text, clauses, known.get(number, {}))
            if number and PARTS.match(clauses[0].text):
                yield from _of_the_one_before(text, clauses, text.sentences[number - 1], known.get(number, {}))
            if any(clause.depth for clause in clauses):
                yield from _in_brackets(text, clauses, known.get(number, {}))


def _of_sentence(text: Passage, clauses: Sequence[Clause], known: Mapping[Amount, bool]) -> Iterator[Finding]:
    outer = [clause for clause in clauses if clause.depth == 0 and clause.counts]
    opened = {behind.start for clause, behind in pairwise(clauses) if NAMES_PARTS.fullmatch(clause.text.strip())}
    for place, clause in enumerate(outer):
        is_part = clause.start in opened or PARTS.match(clause.text)  # 其中：机构类8条，…
        if place and (
            is_part
            or _are_all_of(outer[place - 1], outer[place:])
            or _are_complete(outer[place:], outer[place - 1].text)
        ):
            before = outer[:place]
            while len(before) > 1 and COMPARED.match(before[-1].text):
                before.pop()
            yield from _parts(text, known, [one for c in before for one in c.counts], outer[place:])
    yield from _without_a_word(text, outer, known)
    yield from behind_findings(text, outer)
    yield from _behind_colon(text, clauses, known)


def _without_a_word(text: Passage, clauses: Sequence[Clause], known: Mapping[Amount, bool]) -> Iterator[Finding]:
    """Parts right behind a whole that no 其中 opens: 解读12篇，文字解读6篇、图文解读6篇; 发布120条，公众号90条，公开栏30条."""
    for place, (whole, first) in enumerate(pairwise(clauses), 1):
        if len(whole.counts) == 1 and first.opener in "，," and _ends_with_amount(first):
            behind = [first, *takewhile(lambda clause: clause.opener in PART_MARKS, clauses[place + 1 :])]
            names = [clause.text[: clause.counts[0].start - clause.start].strip() for clause in behind]
            is_named = _are_channels(names) or _are_named_alike(names, whole.text)
            is_one_of_them = CHANNEL.search(whole.text)  # 网站200条，公众号180条，公开栏50条
            if is_named and not is_one_of_them and all(map(_ends_with_amount, behind)):
                yield from _parts(text, known, whole.counts, behind)


def _are_channels(names: Sequence[str]) -> bool:
    """Return whether parts are named by where they were published, and by nothing else."""
    return len(names) > 1 and all(map(CHANNEL.fullmatch, names))


def _are_named_alike(names: Sequence[str], whole: str) -> bool:
    """Return whether the names of parts end with one word, which the whole has as well."""
    words = {name[-SUFFIX:] for name in names}
    return len(names) >= LEAST_PARTS and len(words) == 1 and len(word := words.pop()) == SUFFIX and word in whole


def _of_the_one_before(
    text: Passage, clauses: Sequence[Clause], before: Sequence[Clause], known: Mapping[Amount, bool]
) -> Iterator[Finding]:
    """共18件。其中…，其他3件: of the one amount in the sentence before, if the parts leave nothing out."""
    wholes = [one for clause in before for one in clause.counts]
    behind = [clause for clause in clauses if clause.depth == 0 and clause.counts]
    if len(wholes) == 1 and behind and (REST.search(behind[-1].text) or ONE_EACH.search(clauses[0].text)):
        yield from _parts(text, known, wholes, behind)


def _are_all_of(whole: Clause, behind: Sequence[Clause]) -> bool:
    """Return whether parts behind 64件申请中 are meant to be all of them: 其他 is one."""
    return bool(OF_WHICH.search(whole.text)) and any(REST.search(clause.text) for clause in behind)


def _are_complete(clauses: Sequence[Clause], whole: str) -> bool:
    """Return whether the parts that begin here leave nothing out by their names (上半年1次、下半年2次)."""
    return any(are_nothing_else(clauses[:count], whole) for count in (2, 4))


def _behind_colon(text: Passage, clauses: Sequence[Clause], known: Mapping[Amount, bool]) -> Iterator[Finding]:
    """共计5次：党委会2次，办公会3次, with one amount at the end of each clause."""
    for before, clause in pairwise(clauses):
        if clause.opener in "：:" and clause.depth == 0 and before.counts and before.counts[-1].end + 1 == clause.start:
            behind = [one for one in clauses if one.start >= clause.start]
            if all(map(_ends_with_amount, behind)):
                yield from _parts(text, known, before.counts[-1:], behind)
            return


def _in_brackets(text: Passage, clauses: Sequence[Clause], known: Mapping[Amount, bool]) -> Iterator[Finding]:
    """共5次（党委会2次、办公会3次）: right behind an amount, a bracket with one amount at the end of each clause."""
    for outside, group in pairwise(list(some) for _, some in groupby(clauses, key=lambda clause: clause.depth)):
        whole = outside[-1].counts[-1:]
        if group[0].depth > outside[0].depth and whole and group[0].start == whole[0].end + 1:
            behind = [clause for clause in group if not NAMES_PARTS.fullmatch(clause.text.strip())]
            if all(_ends_with_amount(clause) for clause in behind):
                yield from _parts(text, known, whole, behind)


def _ends_with_amount(clause: Clause) -> bool:
    rest = clause.start + len(clause.text.rstrip(" 。")) - clause.counts[0].end if len(clause.counts) == 1 else 1
    return rest == 0 and not NOT_PARTS.search(clause.text)


def _parts(
    text: Passage, known: Mapping[Amount, bool], before: Sequence[Amount], behind: Sequence[Clause]
) -> Iterator[Finding]:
    """共…件，其中…件，…件: the parts are more than the whole, or meant to be all of it and less.

    The whole is the last amount `before` them; no other one and no sum of them may be what they add up to."""
    whole = before[-1]
    parts: list[Amount] = []
    apart: list[Amount] = []  # amounts that are no parts
    for clause in behind:
        if clause.opener in "；;" and parts:
            break
        own = [
            amount for amount in clause.counts if _unit(amount) == _unit(whole) and not _is_difference(clause, amount)
        ]
        parts += own
        if NO_PART.search(clause.text):
            apart += own
    if sum(part.value for part in parts) != whole.value:
        parts = [part for part in parts if part not in apart]
    # Parts that are known by one way of counting and others that are not may overlap.
    is_mixed = len({known.get(part) for part in parts}) > 1
    if len(parts) < 2 or whole.is_about or any(part.is_about for part in parts) or is_mixed:
        return
    added = sum((part.value for part in parts), Decimal(0))
    if added in _wholes(before, whole.unit) or _is_divided_twice(behind, whole):
        return
    rest = _rest(text, whole.end, behind[-1].start)
    of_unit = [clause for clause in behind if any(_unit(one) == _unit(whole) for one in clause.counts)]
    are_all = _are_complete(of_unit, text.flat_from(text.start, whole.start - text.start))
    is_near = is_less(added, whole.value) and whole.unit not in MONEY  # not all that was spent need be told
    is_short = is_near or (added < whole.value and are_all)
    is_wrong = is_more(added, whole.value) or (is_short and not OPEN_END.search(rest))
    if is_wrong and (are_all or not MAY_OVERLAP.search(rest)):
        yield sum_finding(text, whole, parts, added)


def _rest(text: Passage, start: int, last: int) -> str:
    """Return what stands from a place on up to the end of the sentence that another one is in."""
    rest = text.flat_from(start, last - start + BEHIND)
    return rest[: last - start] + SENTENCE_END.split(rest[last - start :], maxsplit=1)[0]


def _is_difference(clause: Clause, amount: Amount) -> bool:
    """Return whether an amount is by how much another one differs from last year's."""
    return bool(BY_HOW_MUCH.search(clause.text[: amount.start - clause.start]))


def _unit(amount: Amount) -> str:
    """Return an amount's unit; 场次 are 场."""
    return "场" if amount.unit == "场次" else amount.unit


def _wholes(amounts: Sequence[Amount], unit: str) -> set[Decimal]:
    """Return what parts may add up to: each of the amounts in that unit, or the last few together."""
    values = [amount.value for amount in amounts if amount.unit == unit]
    return {*values, *accumulate(reversed(values))}


def _is_divided_twice(behind: Sequence[Clause], whole: Amount) -> bool:
    """Return whether a comma parts two lists of which the first is the whole already (自然人6件、法人2件，网上5件、信函3件)."""
    lists: list[list[Decimal]] = [[]]
    for clause in behind:
        if lists[-1] and clause.opener in "，,":
            lists.append([])
        lists[-1] += [amount.value for amount in clause.counts if amount.unit == whole.unit]
    return len(lists) > 1 and len(lists[0]) > 1 and sum(lists[0]) == whole.value
