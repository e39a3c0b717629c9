"""Numbers and years in Chinese numerals."""

from __future__ import annotations

from decimal import Decimal

NUMERALS = "一二三四五六七八九十"
ONES = NUMERALS[:9]
ZEROS = "〇○◯零0OＯ"  # as they are typed
DIGITS = {"〇": 0, "零": 0, "○": 0, "两": 2, **{letter: value for value, letter in enumerate(ONES, 1)}}
TENS = {"十": 10, "百": 100, "千": 1000}


def number_of(text: str) -> Decimal:
    """The number in digits or Chinese numerals, such as 16, 1,234, 十六, 一百零二, 二〇."""
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    if not set(text) & (TENS.keys() | {"万"}):
        return Decimal("".join(str(DIGITS[letter]) for letter in text))
    total = part = digit = 0
    for letter in text:
        if letter == "万":
            total, part, digit = (total + part + digit) * 10_000, 0, 0
        elif letter in TENS:
            part, digit = part + (digit or 1) * TENS[letter], 0
        else:
            digit = DIGITS[letter]
    return Decimal(total + part + digit)


def year_of(text: str) -> int:
    """The year in digits or Chinese numerals, such as 2021 or 二〇二一; 0 if it is none."""
    zeros: dict[int, str] = {ord(letter): "0" for letter in ZEROS}
    digits = text.translate(zeros | {ord(word): str(number) for number, word in enumerate(ONES, 1)})
    return int(digits) if digits.isdecimal() else 0


def in_words(year: int) -> str:
    """The year in Chinese numerals, such as 二〇二五."""
    return "".join("〇" if digit == "0" else ONES[int(digit) - 1] for digit in str(year))


def numeral(number: int) -> str:
    """A whole number from 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else NUMERALS[tens - 1]) + ("十" if tens else "") + (NUMERALS[ones - 1] if ones else "")
