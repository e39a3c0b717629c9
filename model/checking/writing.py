"""Words and marks: how a text is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.checking.finding import HINT, Edit, Finding, around
from model.numerals import NUMERALS, ONES, in_words, number_of, year_of

HAN = "\u3400-\u9fff"
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
NARROW = re.compile(rf"(?<=[{HAN}”》）])[,;:?!](?=[{HAN}“《（\n]|$)|(?<=[{HAN}])[,;!?](?=\d)")
STOP = re.compile(rf"(?<=[{HAN}])\.(?=\s|$|[{HAN}])")
BRACKETS = re.compile(r"[（(](?P<inside>[^()（）\n]{0,200})[)）]")
ITEM = re.compile(rf"\s*(?:第?[{NUMERALS}]{{1,3}}|[{HAN}])$")  # what stands before the mark of a numbered line
PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "「": "」", "(": ")", "[": "]"}
CLOSERS = {close: opens for opens, close in PAIRS.items()}
# A word twice. One letter twice is usually meant (人人, 等等, 常常); these letters never are.
TWICE = re.compile(rf"(?P<word>[{HAN}]{{2,4}})(?P=word)")
LETTER_TWICE = re.compile(
    r"(?<!文)化化(?!解)|(?<!目)的的(?!确)|性性|们们|是是(?!非)|(?<!效)率率(?!先)|是的是的|(?<![不])得得|(?<!参)与与|和和(?!谐|睦|气|美|平)|将将(?!士|军)|并并(?!非)|及及(?!时)|。。|，，|、、|；；|：：|的地的"
)
MEANT = re.compile(rf"[一二三四五六七八九十两每]|^政府政府|^讨论|^研究|^商量|^了解|^检查|^个个|^层层|^点点|^{NUMERALS}")
UNFINISHED = re.compile(
    r"[XＸ]{2,}|×{2,}(?=[条件份个项年月日元镇乡县])|[（(]?待(?:补|填|定|核实)[^，。）)]{0,6}[）)]?|_{3,}|＿{2,}"
)
SOME_YEAR = re.compile(rf"[二2][〇○零0OＯoｏ０][〇○零0OＯoｏ０\d{ONES}]{{2}}(?=年)")
RIGHT_YEAR = re.compile(rf"\d{{4}}|二[〇零][〇零{ONES}]{{2}}", re.ASCII)
NUMERAL = rf"(?:[{ONES}]?十[{ONES}]?|[{ONES}])"
NUMBER = re.compile(
    rf"^\s*(?:(?P<one>{NUMERAL})、|[（(](?P<two>{NUMERAL})[)）]|(?P<three>\d{{1,2}})[.．、](?!\d)|[（(](?P<four>\d{{1,2}})[)）])"
)
LEVELS = ("one", "two", "three", "four")
SHOWN = {"one": "一、", "two": "（一）", "three": "1.", "four": "（1）"}


def writing_findings(name: str, place: str, text: str, is_headed: bool) -> Iterator[Finding]:
    """Hints on marks, doubled words, years written half in numerals, and the order of numbers.

    `is_headed`: the text stands below a heading （一）."""
    yield from _unfinished(name, place, text)
    yield from _narrow_marks(name, place, text)
    yield from _unbalanced(name, place, text)
    yield from _doubled(name, place, text)
    yield from _years(name, place, text)
    yield from _order(name, place, text, is_headed)


def _unfinished(name: str, place: str, text: str) -> Iterator[Finding]:
    for found in UNFINISHED.finditer(text):
        shown = around(text, *found.span(), 6, 6)
        message = f"{place}里有没写完的地方：“…{shown}…”。请补上。"
        yield Finding("missing-text", HINT, (name,), message, start=found.start(), length=len(found[0]), about=shown)


def _narrow_marks(name: str, place: str, text: str) -> Iterator[Finding]:
    places = sorted({*(found.start() for found in NARROW.finditer(text)), *_stops(text), *_brackets(text)})
    if not places:
        return
    letters = list(text)
    for at in places:
        letters[at] = WIDE.get(letters[at], "。")
    mended = "".join(letters)
    shown = around(text, places[0], places[0] + 1, 6, 6)
    message = f"{place}里有 {len(places)} 处半角标点，如“…{shown}…”。中文里应用全角的，如“，。；（）”。"
    yield Finding(
        "writing",
        HINT,
        (name,),
        message,
        (Edit(name, mended),),
        start=places[0],
        length=1,
        about=f"{len(places)} {shown}",
    )


def _stops(text: str) -> Iterator[int]:
    """Half-width full stops, without those of numbered lines (一.)."""
    for found in STOP.finditer(text):
        if not ITEM.fullmatch(text[text.rfind("\n", 0, found.start()) + 1 : found.start()]):
            yield found.start()


def _brackets(text: str) -> Iterator[int]:
    """Half-width brackets around Chinese words, and those whose other half is full-width."""
    for found in BRACKETS.finditer(text):
        halves = [at for at in (found.start(), found.end() - 1) if text[at] in "()"]
        if len(halves) == 1 or (halves and re.search(rf"[{HAN}]", found["inside"])):
            yield from halves


def _unbalanced(name: str, place: str, text: str) -> Iterator[Finding]:
    for line in re.finditer(r"[^\n]+", text):
        at = _first_unbalanced(line[0])
        if at >= 0:
            start = line.start() + at
            shown = around(text, start, start + 1, 6, 6)
            message = f"{place}里的“{text[start]}”不成对（…{shown}…）。请补上另一半或删去。"
            yield Finding("writing", HINT, (name,), message, start=start, length=1, about=shown)


def _first_unbalanced(line: str) -> int:
    """Where a bracket or a quotation mark has no other half; -1: nowhere. A number's own ) as in 1) does not count."""
    open_marks: list[tuple[str, int]] = []
    for at, mark in enumerate(line):
        if mark in PAIRS:
            open_marks.append((mark, at))
        elif mark in CLOSERS:
            if open_marks and _same_kind(open_marks[-1][0], mark):
                open_marks.pop()
            elif not re.fullmatch(r"\s*\d{1,2}", line[:at]):
                return at
    return open_marks[0][1] if open_marks else -1


def _same_kind(opens: str, closes: str) -> bool:
    return PAIRS[opens] == closes or {opens, closes} <= {"(", ")", "（", "）"}


def _doubled(name: str, place: str, text: str) -> Iterator[Finding]:
    for pattern in (TWICE, LETTER_TWICE):
        for found in pattern.finditer(text):
            if pattern is TWICE and (
                MEANT.search(found[0]) or (found["word"] == "公开" and re.match("[栏平专目]", text[found.end() :]))
            ):
                continue
            half = found[0][: len(found[0]) // 2]
            shown = text[max(0, found.start() - 4) : found.end() + 4]
            message = f"{place}里“{shown}”的“{half}”重复了。请删去一个。"
            mended = Edit(name, text[: found.start()] + half + text[found.end() :])
            yield Finding(
                "writing", HINT, (name,), message, (mended,), start=found.start(), length=len(found[0]), about=shown
            )


def _years(name: str, place: str, text: str) -> Iterator[Finding]:
    for found in SOME_YEAR.finditer(text):
        if RIGHT_YEAR.fullmatch(found[0]):
            continue
        year = year_of(found[0].translate({ord("o"): "0", ord("ｏ"): "0", ord("０"): "0"}))
        right = in_words(year)
        mended = Edit(name, text[: found.start()] + right + text[found.end() :])
        message = f"{place}里的“{found[0]}年”写法不对，应写“{right}年”或“{year}年”。"
        yield Finding(
            "writing", HINT, (name,), message, (mended,), start=found.start(), length=len(found[0]), about=found[0]
        )


def _order(name: str, place: str, text: str, is_headed: bool) -> Iterator[Finding]:
    """The order is 一、（一）1.（1） [GB/T 9704-2012, 7.3.3]; within a level the numbers go up by one."""
    above = 1 if is_headed else -1  # the level of the heading that the text stands under
    counts: dict[int, int] = {}
    for line in re.finditer(r"[^\n]+", text):
        found = NUMBER.match(line[0])
        if not found or found.lastgroup is None:
            continue
        level, number = LEVELS.index(found.lastgroup), int(number_of(found[found.lastgroup]))
        counts = {deeper: count for deeper, count in counts.items() if deeper <= level}
        expected = counts.get(level, 0) + 1
        is_inline = f"（{number + 1}）" in line[0] or f"({number + 1})" in line[0]
        wrong = "" if is_inline else _wrong(level, number, expected, above, counts)
        counts[level] = number
        if wrong:
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            message = f"{place}里“{line[0].strip()[:12]}”的序号{wrong}。顺序应是 一、（一）1.（1）。"
            yield Finding(
                "writing",
                HINT,
                (name,),
                message,
                start=start,
                length=found.end() - (start - line.start()),
                about=line[0].strip()[:20],
            )
            return  # what follows would be told again


def _wrong(level: int, number: int, expected: int, above: int, counts: dict[int, int]) -> str:
    shown = SHOWN[LEVELS[level]]
    if level <= above:
        return f"“{shown}”不该在标题（一）下面，应从“1.”开始"
    if level == 3 and 2 not in counts:
        return f"“{shown}”前面没有“1.”"
    if number not in (1, expected):  # counting may begin again
        return f"不连续，这里应是第 {expected} 个"
    return ""
