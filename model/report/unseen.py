"""Letters that show nothing, turn the direction of writing, or look like others: pasted from pages and PDFs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # without the ends of lines
JOINERS = (
    "\u034f\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\U000e0001-\U000e01ef"  # part of a letter, where they stand beside one
)
BLANKS = "\u115f\u1160\u2800\u3164\uffa0"  # letters that are drawn as nothing
UNSEEN = rf"{CONTROLS}{TURNING}{JOINERS}{BLANKS}\u00ad\u17b4\u17b5\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffc"
UNSEEN_LETTER, TURNING_LETTER = re.compile(f"[{UNSEEN}]"), re.compile(f"[{TURNING}]")
# Parts of characters as PDFs give them for the characters themselves, and characters that have a second code.
ALIKE = "\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f\U0001d7ce-\U0001d7ff"
PARTS = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰", "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙"
)
ALIKE_LETTER = re.compile(f"[{ALIKE}]")


def unseen_places(text: str) -> Iterator[int]:
    """Yield where a letter stands that shows nothing or turns others around, and is no part of the letter beside it."""
    return (found.start() for found in UNSEEN_LETTER.finditer(text) if not _belongs(text, found.start()))


def without_unseen(text: str) -> str:
    """Return the text without the letters that show nothing or turn others around; the ends of its lines stay."""
    if not UNSEEN_LETTER.search(text):
        return text
    left = list(text)
    for place in unseen_places(text):
        left[place] = ""
    return "".join(left)


def plain_letter(letter: str) -> str:
    """Return the character that one of ALIKE stands for; the letter itself where it stands for none."""
    plain = unicodedata.normalize("NFKC", letter.translate(PARTS))
    return plain if len(plain) == 1 else letter


def _belongs(text: str, at: int) -> bool:
    """Return whether a letter without a width changes how the one beside it is drawn, as in emoji, Arabic or variants."""
    letter, before, behind = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if TURNING_LETTER.match(letter):
        return letter in "\u061c\u200e\u200f" and (_is_from_right(before) or _is_from_right(behind))
    if letter in "\u200c\u200d":
        return _is_joined(before) and _is_joined(behind)
    if letter == "\ufe0f" and before and before in "0123456789#*":
        return behind == "\u20e3"
    is_variant = "\ufe00" <= letter <= "\ufe02" or letter >= "\U000e0100"
    is_joiner = "\u180b" <= letter <= "\u180f" or "\ufe00" <= letter <= "\ufe0f" or letter >= "\U000e0001"
    return is_joiner and bool(before) and (_is_joined(before) or (is_variant and _is_wide(before)))


def _is_joined(letter: str) -> bool:
    """Return whether a letter is a sign, or of a script whose letters are joined."""
    kind = unicodedata.category(letter) if letter else ""
    return kind[:1] in ("S", "M") or (kind == "Lo" and not _is_wide(letter)) or "\U000e0020" <= letter <= "\U000e007f"


def _is_wide(letter: str) -> bool:
    return unicodedata.category(letter) == "Lo" and unicodedata.east_asian_width(letter) in "WF"


def _is_from_right(letter: str) -> bool:
    return bool(letter) and unicodedata.bidirectional(letter) in ("R", "AL")
