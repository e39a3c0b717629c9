"""Percentages of growth that do not follow from the numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from model.checking.amounts.statement import Statement
from model.checking.arithmetic.percentages import MAY_BE, PERCENT, Percent, is_rough, percent_of, sentences_with_some
from model.checking.arithmetic.rates import rate_findings
from model.checking.arithmetic.shares import counts_of, share_findings
from model.checking.arithmetic.sums import MOST_AMOUNTS
from model.checking.language.clauses import NUMERALS, Amount, Clause, counts
from model.checking.language.passages import Passage
from model.checking.language.text_parts import shown, sum_of
from model.checking.language.wording import any_of, words_of
from model.checking.language.years import YEAR
from model.findings.finding import WARNING, Finding
from model.report.cell_numbers import Number, number_shown
from model.report.chinese_numerals import year_of

WAYS = rf"{any_of('text-percent', 'up')}|{any_of('text-percent', 'down')}"
GROWTH = re.compile(
    rf"""
    (?:同比|环比)?
    (?: (?:比|较|与)?(?:上一?年度?|去年)(?:同期)?(?:相比)? )?
    (?P<way>{WAYS})(?:了|幅度?|率)?(?:为|达到?)?
    \s{{0,4}}(?P<percent>{PERCENT})""",
    re.VERBOSE,
)
MAY_GROW = re.compile(rf"(?:{WAYS})(?:了|幅度?|率)?(?:为|达到?)?\s{{0,4}}{PERCENT}", re.VERBOSE)
DOWN = frozenset(words_of("text-percent", "down"))
LESS = re.compile(rf"净?(?:{any_of('text-percent', 'down')}|[少减])")
LAST = r"(?:上一?年度?|去年|20\d\d年度?|[上一二三]?季度|同期)(?:同期)?"
NUMBER = rf"[\d{NUMERALS}][\d{NUMERALS}.,]{{0,12}}"
# All that may stand between an amount and its growth: another thing that is told there may be what has grown.
BETWEEN = re.compile(
    rf"""
    [，,（(]?\s?(?:\d{{1,9}}(?:人次|[人户条件页次]))?[，,、（(]?                # 4期180人次，增长
    (?: [较比与同是和]? (?:环比)? {LAST} 的?(?:为|是|有|共)?(?:{any_of("text-percent", "done")})?(?:了)?
        (?P<then>{NUMBER}\w{{1,3}}?) (?:相比|的[\d.]{{1,6}}倍)? [，,、）)]? (?:即)? )?
    (?: (?:同比|[较比与同]{LAST}(?:相比)?|相比)?
        (?P<differs>净?(?:{WAYS}|[多少增减])) (?:{any_of("text-percent", "done")})?(?:了|加)?
        (?P<by>{NUMBER}\w{{1,3}}?) [，,、]? (?:即)? )?
    (?: [较比与同]{LAST}(?:相比)?[，,]? )? (?:(?:申请)?(?:数量|总量|总数|量))? (?:大幅|明显|略有|有所|小幅)?""",
    re.VERBOSE,
)
# The rest of the clause and the next; one more, where that one compares.
BEHIND = re.compile(
    r"[^，,；;（）()]{0,20}(?:[，,（(][^，,；;（）()]{0,16}[较比去上同增减年][^，,；;（）()]{0,16}(?=[，,]))?[，,（(]?[^，,；;（）()]{0,30}"
)
FAR = 84  # characters that this is at most
SENTENCE_END = re.compile("[。！？；;\n]")
LAST_YEAR = re.compile(r"[，,（(]\s*(?:上一?年度?|去年|\d{4}年度?)(?:同期)?(?:为|是|有|共|收到)?\s*")
# 同比（2023年为15件）增长: last year's in brackets, before the growth.
IN_BRACKETS = re.compile(
    rf"(?:同比|环比|(?:比|较|与)(?:上一?年度?|去年))(?:同期)?[（(](?:上一?年度?|去年|\d{{4}}年度?)(?:同期)?(?:为|是|有|共|收到)?\s*"
    rf"(?P<then>\d{{1,6}})\s*\w{{1,2}}[）)](?={WAYS})"
)
# 比上年的200条增长50%，达到250条: this year's behind the growth.
RISEN_TO = re.compile(
    rf"(?:比|较|由|从)(?:上一?年度?|去年|\d{{4}}年度?)(?:同期)?的?(?P<then>\d{{1,6}})(?P<unit>\w{{1,2}}?)"
    rf"(?P<growth>(?P<way>{WAYS})了?(?P<percent>\d{{1,4}}(?:\.\d{{1,2}})?%))[，,](?:达到?|增至|降至|升至|为)了?(?P<now>\d{{1,6}})(?P=unit)"
)
COMPARED = re.compile(any_of("text-percent", "compared"))
CHANGED = re.compile(rf"{WAYS}|[多少]")
FROM = re.compile("[由从][^，,]{0,10}$")
RISEN = re.compile(r"\d\s*\w[^\d，,]{0,6}[至到为]\s*$")
IS_COMPARED = re.compile(r"[）)]?(?:相比|比较|相较)")  # behind the amount of another year: 与2024年的20件相比


def percent_findings(
    text: Passage,
    statements: Sequence[Statement],
    last: Mapping[str, Number],
    totals: Mapping[Amount, Sequence[Decimal]],
) -> Iterator[Finding]:
    """Growth and shares that do not follow from the numbers, by more than half their last printed digit.

    `totals` are what the tables have of all that an amount may be a share of."""
    numbers = sentences_with_some(text)
    if not numbers:
        return
    stated = {one.amount: one for one in reversed(statements) if one.amount}  # of several the first
    for number in numbers if MAY_GROW.search(text.flat) else ():
        previous: Clause | None = None
        for clause in text.sentences[number]:
            for amount in clause.counts:
                yield from _growths(text, clause, previous, amount, stated.get(amount), last)
            previous = clause
    yield from _growths_to(text)
    explained = [number for number in numbers if 0 < len(counts_of(text, number)) <= MOST_AMOUNTS]
    yield from share_findings(text, explained, totals)
    yield from rate_findings(text, explained)


def _growths(
    text: Passage,
    clause: Clause,
    previous: Clause | None,
    amount: Amount,
    statement: Statement | None,
    last: Mapping[str, Number],
) -> Iterator[Finding]:
    """Yield what is said right behind an amount of how it has grown; what the tables have is known of last year's too."""
    near = SENTENCE_END.split(text.flat_from(amount.end, FAR), maxsplit=1)[0]
    bracket = IN_BRACKETS.search(near)
    near = near[: bracket.start()] + near[bracket.end() :] if bracket else near
    behind = BEHIND.match(near) if MAY_BE.search(near) else None
    growth = GROWTH.search(behind[0]) if behind else None
    if not growth or not behind or amount.is_about or is_rough(behind[0], *growth.span("percent")):
        return
    between = BETWEEN.fullmatch(behind[0][: growth.start()])
    if not between:
        return
    own = clause.text[: amount.start - clause.start]
    risen = _risen_from(own, amount)
    if not risen and not statement and (COMPARED.search(own) or CHANGED.search(own) or IS_COMPARED.match(near)):
        return  # 较去年的300条增长
    before: Number | None = (
        (Decimal(bracket["then"]) if bracket else None)
        or risen
        or _told_between(own, between, amount)
        or _told_behind(text, amount.end + growth.end())
        or _told_before(clause, previous, amount)
    )
    if before is None and statement and len(statement.sums) == 1:
        before = sum_of(statement.sums[0], last)
    value = statement.value if statement else amount.value
    if before:
        cells = statement.sums[0] if statement else ()
        yield from _growth(text, value, cells, amount.end + growth.start(), growth, before)


def _growths_to(text: Passage) -> Iterator[Finding]:
    """Yield growth that does not lead from last year's amount before it to this year's behind it."""
    for found in RISEN_TO.finditer(text.flat):
        then, now, said = Decimal(found["then"]), Decimal(found["now"]), percent_of(found["percent"])
        change = (now - then) * 100 / then if then else Decimal(0)
        if then and not _signed(said, found["way"]).fits(change):
            start = text.start + found.start("growth")
            yield _growth_finding(text, start, found["growth"], (), now, then, said)


def _risen_from(own: str, amount: Amount) -> Decimal | None:
    """Return what the amount was before where it is told right before it: 由18个增至24个."""
    one = (
        next((one for one in counts(own) if one.unit == amount.unit and not one.is_about), None)
        if RISEN.search(own)
        else None
    )
    return one.value if one and FROM.search(own[: one.start]) else None


def _told_between(own: str, between: re.Match[str], amount: Amount) -> Decimal | None:
    """Last year's amount where it is told before the growth: 较2024年的20件下降, or by how much it differs.

    `own` stands before the amount in its clause, `between` up to the growth."""
    if max(_years(own), default=9999) < max(_years(between[0]), default=0):
        return None  # 2023年为9件，2024年为14件
    if between["then"]:
        return _same_unit(between["then"], amount)
    by = _same_unit(between["by"], amount) if between["by"] else None
    if by is None:
        return None
    return amount.value + by if LESS.match(between["differs"]) else amount.value - by


def _same_unit(words: str, amount: Amount) -> Decimal | None:
    """Return an amount, None where it is counted in something else than another one or is not exact."""
    one = next(counts(words), None)
    return one.value if one and one.unit == amount.unit and not one.is_about else None


def _told_behind(text: Passage, place: int) -> Decimal | None:
    """Last year's amount where it is told right behind the growth (增长40%，上年为7件)."""
    behind = text.flat_from(place, FAR)
    last = LAST_YEAR.match(behind)
    found = next(counts(behind[last.end() :]), None) if last else None
    return found.value if last and found and found.start == 0 else None


def _told_before(clause: Clause, previous: Clause | None, amount: Amount) -> Decimal | None:
    """Last year's amount where the clause before tells it: 2023年为300条，2024年为360条."""
    if previous is None or len(previous.counts) != 1 or previous.counts[0].unit != amount.unit:
        return None
    years = _years(previous.text), _years(clause.text)
    is_next = len(years[0]) == len(years[1]) == 1 and years[0] < years[1]
    return previous.counts[0].value if is_next else None


def _years(text: str) -> list[int]:
    return [year_of(found["year"]) for found in YEAR.finditer(text)] if "年" in text else []


def _growth(
    text: Passage, value: Decimal, cells: Sequence[str], start: int, growth: re.Match[str], before: Number
) -> Iterator[Finding]:
    said = percent_of(growth["percent"])
    if not _signed(said, growth["way"]).fits((value - before) * 100 / Decimal(before)):
        yield _growth_finding(text, start, growth[0], cells, value, before, said)


def _growth_finding(
    text: Passage, start: int, words: str, cells: Sequence[str], value: Decimal, before: Number, said: Percent
) -> Finding:
    change = (value - before) * 100 / Decimal(before)
    way = "增长" if change >= 0 else "下降"
    message = (
        f"{text.place}里“{words}”不对：今年 {shown(value)}，上年 {number_shown(before)}，"
        f"应是{way} {said.rounded(abs(change))}%。请核对。"
    )
    return Finding("text-percent", WARNING, (text.name, *cells), message, start=start, length=len(words),
                   about=f"{value} {before} {words}")  # fmt: skip


def _signed(said: Percent, way: str) -> Percent:
    return said._replace(value=-said.value) if way in DOWN else said
