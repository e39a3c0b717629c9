"""Half-width marks beside Chinese words, and blanks that belong nowhere: all of a text in one finding, with one mend.

Whether a mark is wrong depends on the words around it and on no other mark, so that a mend leaves nothing to mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from model.checking.language.passages import NEAR, Passage, Steps, Text
from model.findings.finding import HINT, Finding, Rewording, around
from model.report.chinese_numerals import NUMERALS

HAN = "\u3400-\u9fff"
HAN_LETTER = re.compile(f"[{HAN}〇]")
BLANKS = r"\x20\t\u00a0\u3000"  # as a regular expression
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
WIDEN = str.maketrans({mark: wide for mark, wide in WIDE.items() if mark not in "()"})
WIDE_MARKS = "，。；：？！、"
GAP = re.compile(rf"[{BLANKS}{WIDE_MARKS},;:?!.]+")  # all that stands between two words
BLANK = re.compile(f"[{BLANKS}]+")
MARK_TWICE = re.compile(r"([，；：])\1+")
OPENERS, CLOSERS = "“‘《〈（【「〔", "”’》〉）】」〕%％"
ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]{0,200}[?=&/#]")  # up to where Chinese may follow in it
ITEM = re.compile(rf"第?[{NUMERALS}]{{1,3}}|[{HAN}]")  # what numbers a line, before its mark
NUMBERED = re.compile(rf"第?[{NUMERALS}]{{1,3}}[条章节项]?")  # … and before a blank
# One blank between Chinese words in a sentence; several part what is listed, and a short word behind it may be a name.
SPACED = re.compile(
    rf"""
    (?: (?:^|(?<=[{WIDE_MARKS},;:?!.]))[{BLANKS}]*+ | (?<![{HAN}{BLANKS}]) )
    (?P<before>[{HAN}]++) (?P<blank>[\x20\u00a0]++) [{HAN}]{{5,}}+
    (?=[{BLANKS}]*+[^{HAN}{BLANKS}\n])""",
    re.MULTILINE | re.VERBOSE,
)
PAIRED = re.compile("""[()（）"'“”\n]""")
LONGEST_PAIR = 200  # characters between two halves
LETTER = re.compile("[A-Za-z]")
Changes = dict[int, tuple[int, str]]  # where each begins: where it ends, and the new words


def mark_findings(text: Text) -> Steps:
    """Yield a hint on all half-width marks and needless blanks of a text, if there are any."""
    halves = _Halves(text.text)
    for passage in text.passages():
        for found in passage.found(PAIRED):
            halves.take(found.start(), found[0])
        yield None
    halves.end_line()
    changes: Changes = {at: (at + 1, mark) for at, mark in halves.wide.items()}
    done = 0
    for passage in text.passages():
        done = _mend_gaps(passage, halves.wide, done, changes)
        changes |= {found.start("blank"): (found.end("blank"), "") for found in _spaced(passage)}
        yield None
    if changes:
        yield _told(text, tuple((start, *changes[start]) for start in sorted(changes)))


def _told(text: Text, changes: tuple[tuple[int, int, str], ...]) -> Finding:
    start, end, _ = changes[0]
    shown = around(text.text, start, end, 6, 6)
    blanks = sum(_is_blank(text.text[one:other]) for one, other, _ in changes)
    marks = len(changes) - blanks
    counts = [f" {marks} 处半角标点"] * bool(marks) + [f" {blanks} 处多余的空格"] * bool(blanks)
    how = "中文里请用全角的，如“，。；（）”。" if marks else "中文的字和标点之间不空格，请删去。"
    message = f"{text.place}里有{'、'.join(counts)}，如“…{shown}…”。{how}"
    mend = Rewording(text.name, text.text, changes)
    about = f"{len(changes)} {shown}"
    return Finding(
        "writing", HINT, (text.name,), message, (mend,), start=start, length=end - start, about=about, kind="marks"
    )


def _is_blank(stretch: str) -> bool:
    """Return whether nothing but blanks is wrong in it."""
    return not any(mark in stretch for mark in (*WIDE, *".\"'"))


# Marks and blanks between words.


def _mend_gaps(passage: Passage, wide: dict[int, str], done: int, changes: Changes) -> int:
    """Add the changes of each gap between words that begins behind `done`; where the last one ends."""
    text = passage.text
    addresses = [found.span() for found in passage.found(ADDRESS)] if "?" in text else []
    for found in passage.found(GAP):
        if found[0] in WIDE_MARKS:  # as nearly all are: nothing to mend
            continue
        start, end = found.span()
        if start < done or any(one < start < other for one, other in addresses):
            continue
        done = end
        after_chinese = start > 0 and _is_chinese(wide.get(start - 1, text[start - 1]), CLOSERS)
        before_chinese = end < len(text) and _is_chinese(wide.get(end, text[end]), OPENERS)
        is_end = text[end : end + 1] in ("", "\n", "\v")
        mended = _mended(found[0], after_chinese, before_chinese, is_end)
        if mended != found[0] and not _is_at_line_head(text, start) and not _numbers(text, start, found[0]):
            changes[start] = end, mended
    return done


def _is_chinese(mark: str, marks: str) -> bool:
    return bool(HAN_LETTER.match(mark)) or mark in marks


def _mended(gap: str, after_chinese: bool, before_chinese: bool, is_end: bool) -> str:
    """Return what should stand between two words; of what stands as it should, the same."""
    marks = BLANK.sub("", gap)
    if marks == ".":
        is_stop = after_chinese and (before_chinese or is_end or gap[-1] != ".")
        return "。" if is_stop else gap
    if "." in marks or not marks:
        return gap
    widened = marks.translate(WIDEN) if after_chinese or before_chinese else marks
    is_needless = any(mark in WIDE_MARKS for mark in marks) and not is_end
    if widened == marks and not (is_needless and marks != gap):
        return gap
    return MARK_TWICE.sub(r"\1", widened)


def _is_at_line_head(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in "\n\v"


def _numbers(text: str, start: int, gap: str) -> bool:
    """Return whether a half-width stop belongs to the number at the head of a line, as in 一."""
    if gap[0] != ".":
        return False
    head = max(text.rfind("\n", max(0, start - 20), start), start - 20) + 1
    return bool(ITEM.fullmatch(text[head:start].strip()))


def _spaced(passage: Passage) -> Iterator[re.Match[str]]:
    """Yield blanks in the middle of Chinese words, but for those behind the number of a line."""
    spaced = passage.found(SPACED) if BLANK.search(passage.text, passage.start, passage.end + NEAR) else ()
    return (found for found in spaced if not NUMBERED.fullmatch(found["before"]))


# Brackets and quotation marks.


class _Halves:
    """Finds the other half of each bracket and straight quotation mark of a line, and which of them should be full-width."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.wide: dict[int, str] = {}
        self._brackets: list[int] = []
        self._quotes: dict[str, list[int]] = {'"': [], "'": []}
        self._depth, self._is_odd = 0, False  # of the full-width quotation marks

    def take(self, at: int, mark: str) -> None:
        """Take the next mark of the text."""
        if mark == "\n":
            self.end_line()
        elif mark in self._quotes:
            if not self._is_no_quote(at, mark):
                self._quotes[mark].append(at)
        elif mark in "“”":
            self._depth += 1 if mark == "“" else -1
            self._is_odd = self._is_odd or self._depth < 0
        elif mark in "(（":
            self._brackets.append(at)
        elif self._brackets:
            self._pair(self._brackets.pop(), at, "（）", self._is_mixed)

    def end_line(self) -> None:
        """Judge the quotation marks of a line: only if each has another half is it certain which one that is."""
        for mark, places in self._quotes.items():
            is_sure = len(places) % 2 == 0 and not (self._depth or self._is_odd)
            halves = iter(places if is_sure else ())
            for opens in halves:
                self._pair(opens, next(halves), "“”" if mark == '"' else "‘’", lambda *_: False)
            places.clear()
        self._brackets.clear()
        self._depth, self._is_odd = 0, False

    def _is_no_quote(self, at: int, mark: str) -> bool:
        """Return whether it is an apostrophe, or stands for inches or feet."""
        before, behind = self._text[max(0, at - 1) : at], self._text[at + 1 : at + 2]
        is_first = len(self._quotes[mark]) % 2 == 0
        is_apostrophe = mark == "'" and LETTER.match(before) and LETTER.match(behind)
        return bool(is_apostrophe or (is_first and before.isdecimal()))

    def _pair(self, opens: int, closes: int, halves: str, is_mixed: Callable[[int, int], bool]) -> None:
        if closes - opens > LONGEST_PAIR:
            return
        if is_mixed(opens, closes) or self._is_chinese(opens, closes):
            self.wide |= {at: half for at, half in zip((opens, closes), halves, strict=True) if self._text[at] != half}

    def _is_mixed(self, opens: int, closes: int) -> bool:
        return (self._text[opens] == "(") != (self._text[closes] == ")")

    def _is_chinese(self, opens: int, closes: int) -> bool:
        """Return whether Chinese words stand in it, or letters in it and Chinese right before it: 二维码(QR), but not 电话(0470)."""
        if HAN_LETTER.search(self._text, opens, closes):
            return True
        is_behind_chinese = opens > 0 and HAN_LETTER.match(self._text, opens - 1)
        return bool(is_behind_chinese and LETTER.search(self._text, opens, closes))
