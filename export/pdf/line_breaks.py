"""Where the lines of running text break: after the same letters as in the Word document, so that both have the same pages.

Typst by itself sets marks that follow each other closer, lets none hang over the edge and keeps letters farther from Chinese: a
paragraph in ten would have a line more or less. What is counted here is what LibreOffice shows of the Word document. Lengths
are in points."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

SIZE, TRACKING, INDENT = 16.0, -0.3, 31.5
TYPE_AREA = 442.0
ROOM = 440.95  # of the type area: what is wider goes to the next line, but for a mark that hangs over the edge
GAP, TYPST_GAP = 0.2 * SIZE, 0.25 * SIZE  # between Chinese on one side and letters or digits on the other
NO_BREAK = "\u00a0\u2007\u202f\u2060"
NEVER_FIRST = frozenset("!%),.:;?]}°·’”†‡›℃∶、。〃〆〕〗〞﹚﹜》〉」』】！＂％＇），．：；？！］｝～… " + NO_BREAK)
NEVER_LAST = frozenset("$(£¥‘“〈《「『【〔〖〝﹙﹛＄（．［｛￡￥" + NO_BREAK)
HANGING = frozenset("!,.:;?、。！，．：；？")
NEUTRAL = frozenset(" —…")  # neither Chinese nor foreign, but as what stands before them
# Between these in Chinese and in Western script Typst sets a gap, by what Unicode calls them.
CHINESE_NAMES = ("CJK UNIFIED", "CJK COMPATIBILITY", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "HALFWIDTH KATAKANA")
WESTERN_NAMES = ("LATIN", "GREEK", "CYRILLIC", "FULLWIDTH LATIN", "ROMAN NUMERAL", "DIGIT")
SIGNS = frozenset("#$%&")
TAB = 2.0  # em
PAIRED = frozenset("—…")  # two of them are one mark
PARTS_END = frozenset("-/")  # after these a long foreign word may break
DIFFERENT_LETTERS = 10_000  # and pairs of them, that are remembered

Width = Callable[[str], float]


class Script(Enum):
    """What Typst takes a letter for where it sets gaps."""

    CHINESE = "Chinese"
    WESTERN = "Western"
    NEITHER = "neither"


class Line(NamedTuple):
    """A line of a paragraph, and what is added to the width of each of its letters so that it fits its room."""

    text: str
    tracking: float


class _Letter(NamedTuple):
    """A letter: its width, the gap before it within a line and that which Typst sets, whether it is Chinese, whether a line may
    break before it."""

    text: str
    width: float
    gap: float
    typst_gap: float
    is_chinese: bool
    may_begin: bool


def lines(text: str, width: Width, indent: float = INDENT) -> Iterator[Line]:
    """Yield the lines of a paragraph whose first begins `indent` in; `width` returns the width of a letter in em."""
    letters = list(_letters(text, width))
    begin = 0
    while begin < len(letters):
        end = _end(letters, begin, ROOM - indent)
        yield _line(letters[begin:end], TYPE_AREA - indent)
        begin, indent = end, 0.0


def _letters(text: str, width: Width) -> Iterator[_Letter]:
    before, was_chinese = "", True
    for letter in text:
        is_chinese = was_chinese if before and letter in NEUTRAL else _is_chinese(letter)
        # The space between letters is not counted after the last of a row of Chinese or foreign ones.
        gap = -TRACKING if is_chinese != was_chinese else 0.0
        apart = bool(gap) and before.isalnum() and letter.isalnum()
        yield _Letter(
            letter,
            _advance(letter, width),
            gap + GAP if apart else gap,
            TYPST_GAP - TRACKING if {_script(before), _script(letter)} == {Script.CHINESE, Script.WESTERN} else 0.0,
            is_chinese,
            _may_break(before, letter),
        )
        before, was_chinese = letter, is_chinese


def _advance(letter: str, width: Width) -> float:
    """Return how much a letter adds to its line: nothing if it is seen only with another one, or not at all."""
    em = TAB if letter == "\t" else width(letter)
    return em * SIZE + TRACKING if em else 0.0


@lru_cache(maxsize=DIFFERENT_LETTERS)
def _script(letter: str) -> Script:
    """Return the script of a letter as far as Typst sets a gap between two."""
    name = unicodedata.name(letter, "") if letter else ""
    if name.startswith(CHINESE_NAMES):
        return Script.CHINESE
    return Script.WESTERN if letter in SIGNS or name.startswith(WESTERN_NAMES) else Script.NEITHER


@lru_cache(maxsize=DIFFERENT_LETTERS)
def _is_chinese(letter: str) -> bool:
    """Return whether a letter is set in a Chinese face: an accented one is not, though some are as wide there."""
    kind = unicodedata.east_asian_width(letter)
    return kind in ("W", "F") or (kind == "A" and not letter.isalpha())


@lru_cache(maxsize=DIFFERENT_LETTERS)
def _may_break(before: str, letter: str) -> bool:
    if letter in NEVER_FIRST or before in NEVER_LAST or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return False
    if (before == letter and letter in PAIRED) or (before == "〕" and letter.isdigit()):
        return False
    if before.isspace() or not before or _is_chinese(before) or _is_chinese(letter):
        return True
    return before in PARTS_END and letter not in PARTS_END


def _end(letters: Sequence[_Letter], begin: int, room: float) -> int:
    """Return where the line ends that begins there."""
    taken, best = -TRACKING, begin
    for place in range(begin, len(letters)):
        letter = letters[place]
        taken += letter.width + (letter.gap if place > begin else 0.0)
        # After a stroke a word breaks only where the next letter had fitted too.
        if letter.may_begin and (taken <= room or letters[place - 1].text != "/"):
            best = place
        if taken > room and letter.text != " ":
            if place > begin and _hangs(letters, place):
                return place + 1
            return best if best > begin else max(place, begin + 1)
    return len(letters)


def _hangs(letters: Sequence[_Letter], place: int) -> bool:
    """Return whether a letter is a mark that may hang over the edge."""
    letter, is_last = letters[place], place + 1 == len(letters)
    follows = letters[place - 1].is_chinese == letter.is_chinese
    return letter.text in HANGING and follows and (is_last or letters[place + 1].may_begin)


def _line(letters: Sequence[_Letter], room: float) -> Line:
    """Return a line as Typst is to set it, which would break one that is too wide; what is left of the room it fills itself.

    Of blanks at its end one is left, for which Typst wants room as for any letter."""
    text = "".join(letter.text for letter in letters)
    seen = letters[: (len(text.rstrip(" ")) or 1) + 1]
    gaps = [letter.typst_gap for letter in seen[1:] if letter.typst_gap]
    width = -TRACKING + sum(letter.width for letter in seen) + sum(gaps)
    tracked = sum(letter.width > 0 for letter in seen) - len(gaps)  # before a gap Typst sets a letter no closer
    return Line(text[: len(seen)], TRACKING - max(0.0, width - room) / max(1, tracked))
