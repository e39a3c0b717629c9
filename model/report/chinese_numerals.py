"""Numbers and years in Chinese numerals."""

from __future__ import annotations

from decimal import Decimal

NUMERALS = "一二三四五六七八九十"
ONES = NUMERALS[:9]
ZEROS = "〇○◯零0０OＯoｏ"  # as they are typed
FORMAL = "壹贰叁肆伍陆柒捌玖"  # as on cheques; 拾, 佰, 仟 with them
DIGITS = {
    "〇": 0,
    "零": 0,
    "○": 0,
    "两": 2,
    **{letter: value for ones in (ONES, FORMAL) for value, letter in enumerate(ones, 1)},
}
# A year from 1900 to 2099 as it is typed: 2021, 二〇二一, 2O21 with a letter, 二千零二十一.
TYPED_YEAR = (
    rf"(?:(?:[1１一][9９九]|[2２二][{ZEROS}])[\d{ZEROS}{ONES}]{{2}}"
    rf"|[二两]千[零〇]?(?:[{ONES}]?十[{ONES}]?|[{ONES}])(?![百十]))"
)
# A number up to 9,999 as it stands before a heading: 一, 十一, 一百零一, 一千零一十.
NUMERAL = rf"(?:[{ONES}][百千][{NUMERALS}零百千]{{0,5}}|[{NUMERALS}]{{1,3}})"
TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}


def number_of(text: str) -> Decimal:
    """Return the number in digits or Chinese numerals, such as 16, 1,234, 1.2万, 十六, 一百零二, 二〇, 贰拾."""
    if text[0].isdigit():
        number = Decimal(text.removesuffix("万").replace(",", ""))
        return number * 10_000 if text.endswith("万") else number
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
    """Return the year in digits or Chinese numerals, such as 2021, 二〇二一 or 二千零二十一; 0 if it is none."""
    if text[1:2] == "千":
        return int(number_of(text))
    zeros: dict[int, str] = {ord(letter): "0" for letter in ZEROS}
    digits = text.translate(zeros | {ord(word): str(number) for number, word in enumerate(ONES, 1)})
    return int(digits) if digits.isdecimal() else 0


def in_words(year: int) -> str:
    """Return the year in Chinese numerals, such as 二〇二五."""
    return "".join("〇" if digit == "0" else ONES[int(digit) - 1] for digit in str(year))


def numeral(number: int) -> str:
    """Return a whole number from 1 to 9,999 in Chinese numerals, such as 十一, 一百零一; a larger one in digits."""
    if number > 9_999:
        return str(number)
    words, digits = "", f"{number:04}"
    for digit, unit in zip(digits, ("千", "百", "十", ""), strict=True):
        if digit != "0":
            words += ONES[int(digit) - 1] + unit
        elif words and not words.endswith("零"):
            words += "零"
    return words.rstrip("零").removeprefix("一" if number < 20 and number > 9 else "")
