"""What was left over from last year's text: another year, another body's name, sentences with numbers taken over word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.checking.clauses import amounts, plain
from model.checking.finding import WARNING, Edit, Finding, around, place_words
from model.comparison import sentences_kept, unchanged
from model.numerals import ONES, in_words, year_of
from model.outline import shortened
from model.report import Report

MOST_SAME = 0.8  # of a section's characters, in sentences taken over word for word
FEWEST = 60  # characters that a section must have for that
YEAR = re.compile(
    rf"(?<![\d〔\[])(?:(?P<digits>(?:19|20)\d\d)(?=\s*年|[.．/-](?:0?1[.．/-]0?1|12[.．/-]31)(?!\d))"
    rf"|(?P<words>二[〇○零0OＯ][〇○零0OＯ{ONES}]{{2}})(?=年))"
)
PERIOD = re.compile(
    r"年?(?:0?1月0?1日(?!起?施行|起?实施|起?执行|起正式|起生效)|[.．/-]0?1[.．/-]0?1|[.．/-]12[.．/-]31|12月31日|1月(?:至|到|-|—)12月)"
)
YEAR_END = re.compile(r"年(?:末|底)")
# Around a year that is another one on purpose: comparisons, spans, what goes on, and when something was made or decided.
BEFORE_YEAR = re.compile(
    r"(?:较|比|与|同|和|跟|自|从|于|在|至|到|相比|对比|—|-|－|～|~|承接|延续|沿用|巩固|参照|对照|针对|公开|获取|查询|调取|提供"
    r"|(?:发布|公布|编制|印发)了|(?:上一?年度?|去年|前年|年度报告)[（(即]?)\s*$"
)
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
LIST_END = "，。；！？：\n"

TOWN = r"(?:镇|乡|街道|苏木)"
NOT_A_NAME = re.compile(
    r"^[原赴去到向与]|[各我全本该上下等及和与对向为在到把被由将建推实参加组召开城集乡村市县区经按以据请用从助托过绕]"
    r"|特色|小$|美丽|重点|中心|其他|周边|邻近|有关|相关|所在|这个|一个|两个|围绕|配合|落实|执行|服务|监督|指导|领导|成立|设立"
    r"|完善|健全|强化|印发|做好|打造|结合|针对|关于|发挥|充分|切实|不断|持续|进一步|属于|位于|作为|成为|遵照|认真|严格"
)
BODY = re.compile(
    rf"(?:^|[，。；：、（(\s]|(?<=年))(?P<name>[\u4e00-\u9fff]{{2,5}}?{TOWN})(?:人民政府|政府|办事处|党委|党政办)"
)
REPORTING = re.compile(
    rf"(?:^|[，。；：\n]|(?<=年))(?P<name>[\u4e00-\u9fff]{{2,4}}?{TOWN})(?=[，,]?(?:认真|严格|积极|坚持|高度重视|全年|共|深入|按照|根据|始终|不断|切实|主动|依法|扎实|持续|全面|没有|未|加强|围绕|政府信息公开|20\d\d年|将进一步|将继续|将不断|制定|收到|新收|办结|制发))"
)
ISSUING = re.compile(
    rf"(?:^|[，。；：由县市区旗])(?P<name>[\u4e00-\u9fff]{{2,3}}?{TOWN})人民政府(?:向社会)?(?:公布|发布|编制)"
)
OWN_YEAR = re.compile(r"(?P<year>20\d\d)年(?:度?(?:政府)?信息公开(?:工作)?(?:年度)?报告|1月1日)")
MADE_BY = re.compile(r"(?:^|[，。；：、\s])(?P<name>[\u4e00-\u9fff]{4,30}?(?:人民政府|办事处|局|委员会|办公室|厅))编制")
NAMED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,20}?(?:人民政府|办事处|局|委员会|办公室|厅))(?:\d{4}年度?)?(?:政府)?信息公开(?:工作)?(?:\d{4}年?)?年度报告"
)


def leftover_findings(report: Report, name: str, place: str, text: str) -> Iterator[Finding]:
    """Other years and other bodies' names in a text."""
    if report.year:
        yield from _years(report.year, name, place, text)
        if name == "opening":
            yield from _later_years(report.year, name, place, text)
    if report.unit:
        yield from _units(report.unit, name, place, text)


def _years(year: int, name: str, place: str, text: str) -> Iterator[Finding]:
    flat = plain(text)
    for found in YEAR.finditer(flat):
        named = year_of(found[0])
        if not year - 5 <= named < year or _is_meant(flat, found, year):
            continue
        start, end = found.start(), found.end() + len(_until(flat[found.end() : found.end() + 3], "年")) + 1
        shown = around(text, start, end, 6, 8)
        message = f"{place}里写着“{text[start:end]}”（…{shown}…），报告的年度是 {year} 年。是不是上年留下的？"
        digits = str(year) if found["digits"] else in_words(year)
        mended = Edit(name, text[:start] + digits + text[found.end() :])
        # Which year is meant is seldom certain; only a whole report's period is.
        edits = (mended,) if PERIOD.match(flat[found.end() :]) else ()
        yield Finding("stale-year", WARNING, (name,), message, edits, start=start, length=end - start, about=shown)


def _later_years(year: int, name: str, place: str, text: str) -> Iterator[Finding]:
    """An opening that speaks of a later report than this: the year was changed in one place only."""
    for found in OWN_YEAR.finditer(text):
        if int(found["year"]) > year:
            start, end = found.span("year")
            message = f"{place}里写着“{found[0]}”，报告的年度是 {year} 年。请改成一致。"
            mended = Edit(name, text[:start] + str(year) + text[end:])
            yield Finding(
                "stale-year", WARNING, (name,), message, (mended,), start=start, length=end - start, about=found[0]
            )


def _is_meant(flat: str, found: re.Match[str], year: int) -> bool:
    """Whether another year stands there on purpose."""
    before, behind = flat[: found.start()], flat[found.end() :]
    if PERIOD.match(behind) or (YEAR_END.match(behind) and re.search(r"截[至止]\s*$", before)):
        return False
    clause = before[max(before.rfind(mark) for mark in LIST_END) + 1 :] + found[0] + _until(behind, LIST_END)
    sentence = before[max(before.rfind(mark) for mark in "。！？\n") + 1 :] + found[0] + _until(behind, "。！？\n")
    others = {named for one in YEAR.finditer(sentence) if (named := year_of(one[0])) != year}
    if BEFORE_YEAR.search(before) or BEHIND_YEAR.match(behind) or MONTH.match(behind) or len(others) > 1:
        return True
    if year_of(found[0]) < year - 1 and (MADE.search(clause) or not STRONG.match(behind)):
        return True
    names_this = any(year_of(one[0]) == year for one in YEAR.finditer(sentence))
    return bool(
        names_this
        or COMPARED.search(clause)
        or (PROMISED.search(clause) and re.search(r"改|已|落实", sentence))
        or (COMPARED.search(sentence) and re.search(r"今年|本年", sentence))
    )


def _until(text: str, marks: str) -> str:
    return text[: min((place for mark in marks if (place := text.find(mark)) >= 0), default=len(text))]


def _units(unit: str, name: str, place: str, text: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for pattern in (NAMED, MADE_BY, BODY, REPORTING, ISSUING):
        for found in pattern.finditer(text):
            other = found["name"]
            town = re.sub(r"(?:人民政府|办事处)$", "", other)
            is_own = town in unit or unit in other or any(other.endswith(own) for own in own_names(unit))
            if (
                is_own
                or other in seen
                or (pattern not in (NAMED, MADE_BY) and NOT_A_NAME.search(re.sub(rf"{TOWN}$", "", other)))
            ):
                continue
            seen.add(other)
            message = f"{place}里写着“{other}”，本报告的单位是“{unit}”。是不是从别处抄来的？"
            start = found.start("name")
            yield Finding(
                "stale-unit",
                WARNING,
                (name,),
                message,
                start=start,
                length=len(other),
                about=around(text, start, start + len(other), 6, 8),
            )


def own_names(unit: str) -> list[str]:
    """The body's name and its shorter forms: without the county before it, without 人民政府 behind it."""
    town = re.sub(r"(?:人民政府|办事处)$", "", unit)
    short = re.sub(r"^.*(?:县|市|区|旗|省)(?=.{2,})", "", town)
    return [name for name in dict.fromkeys([unit, town, short]) if len(name) > 1]


def same_findings(report: Report, last: Report, section: str, index: int) -> Iterator[Finding]:
    """Sentences of a part with numbers in them that are last year's word for word.

    With the first part of a section also whether most of the section is last year's."""
    tab, part = report.form.section(section).tab, report.parts(section)[index]
    counted = [found for found in sentences_kept(part.text, last, section) if _has_number(found[0].strip())]
    if counted:
        yield _same_finding(f"{section}[{index}].text", place_words(tab, part.heading), counted)
    kept, whole = unchanged(report, last, section) if index == 0 else (0, 0)
    if whole >= FEWEST and kept > MOST_SAME * whole:
        message = f"“{tab}”有 {kept / whole:.0%} 的字在与上年一字不差的句子里，上级会看作“内容雷同”。请写今年的情况。"
        yield Finding("same-text", WARNING, (f"{section}[0].text",), message, about=str(kept))


def _same_finding(name: str, place: str, counted: list[re.Match[str]]) -> Finding:
    first = counted[0][0].strip()
    many = (
        f"有 {len(counted)} 句与上年一字不差，句里有数，如" if len(counted) > 1 else "这一句与上年一字不差，句里有数："
    )
    message = f"{place}里{many}“{shortened(first, 40)}”。请核对今年的数。"
    start = counted[0].start() + len(counted[0][0]) - len(counted[0][0].lstrip())
    return Finding(
        "same-text",
        WARNING,
        (name,),
        message,
        start=start,
        length=len(first),
        about="|".join(found[0].strip() for found in counted),
    )


def _has_number(sentence: str) -> bool:
    flat = plain(sentence)
    return bool(re.search(r"\d", flat)) or next(amounts(flat), None) is not None
