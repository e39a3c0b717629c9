"""What was left over from last year's text: another year, another body's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from model.checking.texts.passages import Passage, Steps, Text
from model.findings.finding import WARNING, Finding, Rewording, around
from model.report.chinese_numerals import ONES, in_words, year_of
from model.report.report import Report

YEAR = re.compile(
    rf"(?<![\d〔\[])(?:(?P<digits>(?:19|20)\d\d)(?=\s*年|[.．/-](?:0?1[.．/-]0?1|12[.．/-]31)(?!\d))"
    rf"|(?P<words>二[〇○零0OＯ][〇○零0OＯ{ONES}]{{2}})(?=年))"
)
PERIOD = re.compile(
    r"年?(?:0?1月0?1日(?!起?施行|起?实施|起?执行|起正式|起生效)|[.．/-]0?1[.．/-]0?1|[.．/-]12[.．/-]31|12月31日|1月(?:至|到|-|—)12月)"
)
YEAR_END = re.compile(r"年(?:末|底)")
UNTIL = ("截至", "截止")
# Around a year that is another one on purpose: comparisons, spans, what goes on, and when something was made or decided.
BEFORE_YEAR = re.compile(
    r"(?:较|比|与|同|和|跟|自|从|于|在|至|到|相比|对比|—|-|－|～|~|承接|延续|沿用|巩固|参照|对照|针对|公开|获取|查询|调取|提供"
    r"|(?:发布|公布|编制|印发)了|(?:上一?年度?|去年|前年|年度报告)[（(即]?)$"
)
BEFORE = 100  # characters, blanks included, in which that is looked for
BEHIND_YEAR = re.compile(
    r"年(?:度|底|末|初|同期|全年)?\s*(?:同期|相比|以来|以前|以后|之前|之后|起|底前|前|相同|持平|结转|来|开始|至|到|—|-|～"
    r"|(?:政府信息公开工作)?(?:年度)?(?:报告|年报)中?(?:指出|提出|反映|提到|列出)|(?:社会)?(?:考核|测评|评估|评议|绩效|法治政府|部门决算|财政决算|决算|预算|遗留|未办结)"
    r"|(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|以来|修订|修正|施行|实施|印发|发布|颁布|通过|公布|制定|出台|签发|成立|建成|建立|开通|上线|启用|设立|立项|开工|竣工|启动))"
)
MONTH = re.compile(r"年\s*\d{1,2}月")
MADE = re.compile(r"修订|修正|施行|颁布|印发|公布|通过|成立|建成|开通|上线|启用|《\s*》|出台|制定|设立|立项|开工|建立")
STRONG = re.compile(r"年度|年[，,]")  # of a year long past only this looks like a leftover
COMPARED = re.compile(r"较|相比|同比|比上|增长|减少|下降|增加|上升|持平|同期|对比|历年|结余|结转")
PROMISED = re.compile(r"提出|整改|问题|存在|报告中|反映|指出")
KEPT = re.compile(r"改|已|落实")
THIS_YEAR = re.compile(r"今年|本年")
SENTENCE_ENDS, CLAUSE_ENDS = "。！？\n", "，。；！？：\n"

TOWN = r"(?:镇|乡|街道|苏木)"
NOT_A_NAME = re.compile(
    r"^[原赴去到向与]|[各我全本该上下等及和与对向为在到把被由将建推实参加组召开城集乡村市县区经按以据请用从助托过绕]"
    r"|特色|小$|美丽|重点|中心|其他|周边|邻近|有关|相关|所在|这个|一个|两个|围绕|配合|落实|执行|服务|监督|指导|领导|成立|设立"
    r"|完善|健全|强化|印发|做好|打造|结合|针对|关于|发挥|充分|切实|不断|持续|进一步|属于|位于|作为|成为|遵照|认真|严格"
)
BODY = re.compile(
    rf"(?:^|(?<=[，。；：、（(\s年]))(?P<name>[\u4e00-\u9fff]{{2,5}}?{TOWN})(?:人民政府|政府|办事处|党委|党政办)"
)
REPORTING = re.compile(
    rf"(?:^|(?<=[，。；：\n年]))(?P<name>[\u4e00-\u9fff]{{2,4}}?{TOWN})(?=[，,]?(?:认真|严格|积极|坚持|高度重视|全年|共|深入|按照|根据|始终|不断|切实|主动|依法|扎实|持续|全面|没有|未|加强|围绕|政府信息公开|20\d\d年|将进一步|将继续|将不断|制定|收到|新收|办结|制发))"
)
ISSUING = re.compile(
    rf"(?:^|(?<=[，。；：由县市区旗]))(?P<name>[\u4e00-\u9fff]{{2,3}}?{TOWN})人民政府(?:向社会)?(?:公布|发布|编制)"
)
OWN_YEAR = re.compile(r"(?P<year>20\d\d)年(?:度?(?:政府)?信息公开(?:工作)?(?:年度)?报告|1月1日)")
MADE_BY = re.compile(
    r"(?:^|(?<=[，。；：、\s]))(?P<name>[\u4e00-\u9fff]{4,30}?(?:人民政府|办事处|局|委员会|办公室|厅))编制"
)
NAMED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,20}?(?:人民政府|办事处|局|委员会|办公室|厅))(?:\d{4}年度?)?(?:政府)?信息公开(?:工作)?(?:\d{4}年?)?年度报告"
)


BY_TITLE = (NAMED, MADE_BY)  # what names the body that made the report; the others may meet words that are no name
OFFICE = re.compile(r"(?:人民政府|办事处)$")
COUNTY = re.compile(r"^.*(?:县|市|区|旗|省)(?=..)")
TOWN_END = re.compile(rf"{TOWN}$")


def leftover_findings(report: Report, text: Text) -> Steps:
    """Other years and other bodies' names in a text."""
    if report.year:
        yield from text.in_passages(partial(_years, report.year))
        if text.name == "opening":
            yield from text.in_passages(partial(_later_years, report.year))
    if report.unit:
        seen: set[str] = set()
        own = tuple(own_names(report.unit))
        for pattern in (NAMED, MADE_BY, BODY, REPORTING, ISSUING):
            yield from text.in_passages(partial(_units, report.unit, own, pattern, seen))


def _years(year: int, text: Passage) -> Iterator[Finding]:
    flat = text.flat
    sentence = clause = _Words(flat, 0, 0)
    for found in YEAR.finditer(flat):
        named = year_of(found[0])
        if not year - 5 <= named < year:
            continue
        sentence = _words_around(sentence, found.start(), SENTENCE_ENDS)
        clause = _words_around(clause, found.start(), CLAUSE_ENDS)
        if _is_meant(flat, found, year, sentence, clause):
            continue
        start = text.start + found.start()
        end = text.start + found.end() + len(flat[found.end() : found.end() + 3].partition("年")[0]) + 1
        shown = around(text.text, start, end, 6, 8)
        message = f"{text.place}里写着“{text.text[start:end]}”（…{shown}…），报告的年度是 {year} 年。是不是上年留下的？"
        digits = str(year) if found["digits"] else in_words(year)
        # Which year is meant is seldom certain; only a whole report's period is.
        mend = Rewording(text.name, text.text, ((start, text.start + found.end(), digits),))
        mends = (mend,) if PERIOD.match(flat, found.end()) else ()
        yield Finding("stale-year", WARNING, (text.name,), message, mends, start=start, length=end - start, about=shown)


def _later_years(year: int, text: Passage) -> Iterator[Finding]:
    """An opening that speaks of a later report than this: the year was changed in one place only."""
    for found in text.found(OWN_YEAR):
        if int(found["year"]) > year:
            start, end = found.span("year")
            message = f"{text.place}里写着“{found[0]}”，报告的年度是 {year} 年。请改成一致。"
            mend = Rewording(text.name, text.text, ((start, end, str(year)),))
            yield Finding(
                "stale-year", WARNING, (text.name,), message, (mend,), start=start, length=end - start, about=found[0]
            )


@dataclass(frozen=True)
class _Words:
    """A sentence or a clause of a plain text; what it says is found out once for all years in it."""

    flat: str
    start: int
    end: int
    _says: dict[re.Pattern[str], bool] = field(default_factory=dict)

    @cached_property
    def years(self) -> set[int]:
        """The years it names."""
        return {year_of(found[0]) for found in YEAR.finditer(self.flat[self.start : self.end])}

    def says(self, words: re.Pattern[str]) -> bool:
        """Whether such words stand in it."""
        if words not in self._says:
            self._says[words] = bool(words.search(self.flat, self.start, self.end))
        return self._says[words]


def _words_around(last: _Words, place: int, ends: str) -> _Words:
    """The words between two marks around a place: the last ones, if it still stands in them."""
    if last.start <= place < last.end:
        return last
    flat = last.flat
    start = max(flat.rfind(mark, 0, place) for mark in ends) + 1
    end = min((at for mark in ends if (at := flat.find(mark, place)) >= 0), default=len(flat))
    return _Words(flat, start, end)


def _is_meant(flat: str, found: re.Match[str], year: int, sentence: _Words, clause: _Words) -> bool:
    """Whether another year stands there on purpose."""
    end = found.end()
    before = flat[max(0, found.start() - BEFORE) : found.start()].rstrip()
    if PERIOD.match(flat, end) or (YEAR_END.match(flat, end) and before.endswith(UNTIL)):
        return False
    if BEFORE_YEAR.search(before) or BEHIND_YEAR.match(flat, end) or MONTH.match(flat, end):
        return True
    if len(sentence.years - {year}) > 1:
        return True
    if year_of(found[0]) < year - 1 and (clause.says(MADE) or not STRONG.match(flat, end)):
        return True
    return (
        year in sentence.years
        or clause.says(COMPARED)
        or (clause.says(PROMISED) and sentence.says(KEPT))
        or (sentence.says(COMPARED) and sentence.says(THIS_YEAR))
    )


def _units(
    unit: str, own: tuple[str, ...], pattern: re.Pattern[str], seen: set[str], text: Passage
) -> Iterator[Finding]:
    for found in text.found(pattern):
        other = found["name"]
        is_own = OFFICE.sub("", other) in unit or unit in other or other.endswith(own)
        is_no_name = pattern not in BY_TITLE and NOT_A_NAME.search(TOWN_END.sub("", other))
        if is_own or other in seen or is_no_name:
            continue
        seen.add(other)
        start, end = found.span("name")
        message = f"{text.place}里写着“{other}”，本报告的单位是“{unit}”。是不是从别处抄来的？"
        about = around(text.text, start, end, 6, 8)
        yield Finding("stale-unit", WARNING, (text.name,), message, start=start, length=len(other), about=about)


def own_names(unit: str) -> list[str]:
    """The body's name and its shorter forms: without the county before it, without 人民政府 behind it."""
    town = OFFICE.sub("", unit)
    short = COUNTY.sub("", town)
    return [name for name in dict.fromkeys([unit, town, short]) if len(name) > 1]
