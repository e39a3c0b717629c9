"""Words and marks: how a text is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from model.checking.language.passages import Passage, Steps, Text
from model.checking.language.wording import any_of, any_of_pattern
from model.checking.texts.marks import HAN, mark_findings
from model.checking.texts.numbering import order_findings
from model.findings.finding import HINT, Finding, Rewording, around
from model.report.chinese_numerals import NUMERALS, ONES, TYPED_YEAR, in_words, year_of
from model.report.opening_paragraph import BLANK_TO_FILL

PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "「": "」", "(": ")", "[": "]"}
CLOSERS = {close: opens for opens, close in PAIRS.items()}
HALF = re.compile(f"[{re.escape(''.join((*PAIRS, *CLOSERS)))}\n]")
OWN_BRACKET = re.compile(r"(?m)^[^\S\n]*+\d{1,2}")  # 1) at the head of a line has no other half
# A word twice. One letter twice is usually meant (人人, 等等, 常常); these letters never are.
TWICE = re.compile(rf"(?P<word>[{HAN}]{{2,4}})(?P=word)")
LETTER_TWICE = re.compile(any_of("writing", "letters_twice"))
MEANT = re.compile(rf"{any_of('writing', 'meant_twice')}|^{NUMERALS}")
UNFINISHED = re.compile(
    rf"""
    (?=[XＸ（(×待_＿])  # what they begin with
    (?:
        [XＸ]{{2,}}
    |   [（(][^（()）\n]{{0,8}}(?:从略|(?<=[（(])略)。?[）)]
    |   (?<!×)×{{2,}}+(?=[条件份个项年月日元镇乡县])  # ××件; 王×× is a name that was hidden
    |   [（(]?待(?:{any_of("missing-text", "waiting")})[^，。）)]{{0,6}}[）)]?
    |   _{{3,}}
    |   ＿{{2,}}
    )
    """,
    re.VERBOSE,
)
SOME_YEAR = re.compile(rf"(?<![\d{ONES}百]){TYPED_YEAR}(?=年)")
RIGHT_YEAR = re.compile(rf"\d{{4}}|二[〇零][〇零{ONES}]{{2}}", re.ASCII)
TITLE_BEHIND = re.compile("[栏平专目]")  # 信息公开公开栏
MOST_SHOWN = 20  # characters
UNTIL = any_of_pattern("writing", "until")


def writing_findings(text: Text) -> Steps:
    """Yield hints on marks, doubled words, years written half in numerals, and the order of numbers."""
    yield from text.in_passages(_unfinished)
    yield from mark_findings(text)
    yield from _until(text)
    yield from _unbalanced(text)
    for pattern in (TWICE, LETTER_TWICE):
        yield from text.in_passages(partial(_doubled, pattern))
    yield from text.in_passages(_years)
    yield from order_findings(text)


def _unfinished(text: Passage) -> Iterator[Finding]:
    for found in text.found(UNFINISHED):
        if BLANK_TO_FILL in found[0]:
            continue  # the blank of a sentence or of the opening, which is told as one
        shown = around(text.text, *found.span(), 6, 6)
        message = f"{text.place}里有没写完的地方：“…{shown}…”。请补上。"
        yield Finding(
            "missing-text", HINT, (text.name,), message, start=found.start(), length=len(found[0]), about=shown,
            kind=found[0],
        )  # fmt: skip


def _until(text: Text) -> Steps:
    """截止 where 截至 is meant, all of them in one finding."""
    places: list[tuple[int, int]] = []
    for passage in text.passages():
        places += (found.span() for found in passage.found(UNTIL))
        yield None
    if places:
        start, end = places[0]
        message = f"{text.place}里的“{text.text[start : end + 6].splitlines()[0]}”应写“截至”，请改正：“截止”是到时候就停的意思。"
        mend = Rewording(text.name, text.text, tuple((*place, "截至") for place in places))
        about = f"{len(places)} {text.text[start:end]}"
        yield Finding("writing", HINT, (text.name,), message, (mend,), start=start, length=end - start, about=about)


def _unbalanced(text: Text) -> Steps:
    """Yield the first bracket or quotation mark of each line that has no other half."""
    line, at = 0, -1  # where the line begins, and what was found in it
    open_marks: list[int] = []
    for passage in text.passages():
        for found in passage.found(HALF):
            if found[0] == "\n":
                yield from _half(text, at if at >= 0 else next(iter(open_marks), -1))
                line, at, open_marks = found.end(), -1, []
            elif at < 0:
                at = _wrong_half(text.text, line, found.start(), open_marks)
        yield None
    yield from _half(text, at if at >= 0 else next(iter(open_marks), -1))


def _wrong_half(text: str, line: int, at: int, open_marks: list[int]) -> int:
    """Note a mark that opens, and drop the one that another closes; return the place of one that closes nothing, or -1.

    A number's own ) as in 1) does not count."""
    if text[at] in PAIRS:
        open_marks.append(at)
    elif open_marks and _same_kind(text[open_marks[-1]], text[at]):
        open_marks.pop()
    elif not OWN_BRACKET.fullmatch(text, line, at):
        return at
    return -1


def _same_kind(opens: str, closes: str) -> bool:
    return PAIRS[opens] == closes or {opens, closes} <= {"(", ")", "（", "）"}


def _half(text: Text, at: int) -> Iterator[Finding]:
    if at >= 0:
        shown = around(text.text, at, at + 1, 6, 6)
        message = f"{text.place}里的“{text.text[at]}”不成对（…{shown}…）。请补上另一半或删去。"
        kind = f"{text.text[at]} alone"
        yield Finding("writing", HINT, (text.name,), message, start=at, length=1, about=shown, kind=kind)


def _doubled(pattern: re.Pattern[str], text: Passage) -> Iterator[Finding]:
    end = 0
    for found in text.found(pattern):
        is_meant = pattern is TWICE and (
            MEANT.search(found[0]) or (found["word"] == "公开" and TITLE_BEHIND.match(text.text, found.end()))
        )
        if is_meant or found.start() < end:
            continue
        half, end = found[0][: len(found[0]) // 2], found.end()
        while text.text.startswith(half, end):  # three times and more
            end += len(half)
        shown = text.text[max(0, found.start() - 4) : end + 4]
        message = f"{text.place}里“{shown[:MOST_SHOWN]}”的“{half}”重复了。请只留一个。"
        yield _misspelt(text, (found.start(), end), message, half, shown[:MOST_SHOWN])


def _years(text: Passage) -> Iterator[Finding]:
    for found in text.found(SOME_YEAR):
        if RIGHT_YEAR.fullmatch(found[0]):
            continue
        year = year_of(found[0])
        right = in_words(year)
        message = f"{text.place}里的“{found[0]}年”写法不对，请写“{right}年”或“{year}年”。"
        yield _misspelt(text, found.span(), message, right, found[0])


def _misspelt(text: Passage, span: tuple[int, int], message: str, right: str, about: str) -> Finding:
    start, end = span
    mend = Rewording(text.name, text.text, ((start, end, right),))
    return Finding(
        "writing", HINT, (text.name,), message, (mend,), start=start, length=end - start, about=about,
        kind=text.text[start:end][:MOST_SHOWN],
    )  # fmt: skip
