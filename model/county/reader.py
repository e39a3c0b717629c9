"""The file of a county, read strictly: whatever is not understood is refused with its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from model.county.county import (
    Ask,
    County,
    Deadline,
    LengthDemand,
    MentionDemand,
    OutdatedWords,
    PartDemand,
    Sentence,
)
from model.draft.file_kinds import COUNTY, other_kind
from model.draft.parsing import parsed
from model.faults import UNSEEN, DraftFault, Fault
from model.form.form import CONTROLS, editions, load_form
from model.report.cell_numbers import Number
from model.report.years import YEARS_ACCEPTED

LARGEST_FILE_BYTES = 256 * 1024
MOST_ENTRIES, MOST_WORDS = 100, 30  # of a kind, and of one entry
LONGEST_NAME, LONGEST_SAYING, LONGEST_SENTENCE = 40, 200, 1000  # characters
LARGEST_LENGTH, LARGEST_FEES = 100_000, 99_999_999
MOST_DECIMALS = 6
A_COMMON_YEAR = 2023
KINDS = ("part", "mention", "length", "outdated", "sentence")
KEYS = ("county", "ask", "deadline", "limits", *KINDS)
Demand = TypeVar("Demand")


class CountyFault(Fault):
    """A county's file that cannot be used; the sentence says where in it and what to do, without the file's name."""


def read_county(data: bytes) -> County:
    """Return what is in the bytes of a county's file. Raises CountyFault."""
    if len(data) > LARGEST_FILE_BYTES:
        raise CountyFault(f"它超过 {LARGEST_FILE_BYTES // 1024} KB，不是县里发的要求。请选另一个文件。")
    if not data.strip():
        raise CountyFault("它是空的。请向县里再要一份。")
    try:
        found = parsed(data)
    except DraftFault as fault:
        raise CountyFault(str(fault)) from fault
    if other := other_kind(found, COUNTY, "不是县里发的要求"):
        raise CountyFault(f"{other}县里的要求是县里另外发的一个文件，请选那一个；没有收到的不用管。")
    if "county" not in found:
        raise CountyFault(
            "它不是县里发的要求：里面没有写是哪个县发的。请选另一个文件；确实是县里发的，请他们补上县名，再发一份。"
        )
    return _county(_Table(found, ""))


def _county(table: _Table) -> County:
    table.refuse_unknown(KEYS)
    limits = table.inner("limits", ("same_percent", "charged"))
    return County(
        table.text("county", LONGEST_NAME),
        _ask(table.inner("ask", ("name", "telephone"))),
        _deadline(table.inner("deadline", ("month", "day"))),
        limits.whole("same_percent", 1, 100) if limits.has("same_percent") else None,
        limits.number("charged", LARGEST_FEES) if limits.has("charged") else None,
        table.each("part", ("section", "heading", "words", "says"), _part),
        table.each("mention", ("section", "what", "words", "says"), _mention),
        _once_each(table.each("length", ("section", "shortest", "longest", "says"), _length)),
        table.each("outdated", ("words", "instead", "from", "to", "says"), _outdated),
        table.each("sentence", ("section", "text"), _sentence),
    )


class _Table:
    """A table of the file, with the words for its place in it."""

    def __init__(self, data: Mapping[str, Any], place: str) -> None:
        self._data, self.place = data, place

    def fault(self, what: str) -> CountyFault:
        """Return the fault for something in the table."""
        return CountyFault(f"{self.place}{what}。请县里改正，或者请他们再发一份。")

    def refuse_unknown(self, keys: Collection[str]) -> None:
        """Refuse what is not read, since what it demands would be lost."""
        for key in self._data:
            if key not in keys:
                raise self.fault(f"“{_shown(key)}”本程序不认识，这里只能写 {'、'.join(keys)}")

    def has(self, key: str) -> bool:
        """Return whether something stands under a key."""
        return key in self._data

    def text(self, key: str, longest: int) -> str:
        """Return the words under a key."""
        return self._words(key, self._data.get(key), longest)

    def some_text(self, key: str, longest: int) -> str:
        """Return the words under a key that may be missing."""
        return self.text(key, longest) if self.has(key) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of words under a key."""
        value = self._data.get(key)
        if not isinstance(value, list) or not 0 < len(value) <= MOST_WORDS:
            raise self.fault(f'{key} 要写成一列词，如 ["甲", "乙"]，不超过 {MOST_WORDS} 个')
        return tuple(self._words(key, word, LONGEST_NAME) for word in value)

    def _words(self, key: str, value: Any, longest: int) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.fault(f"{key} 没有写，或者不是引号里的文字")
        if len(value) > longest:
            raise self.fault(f"{key} 太长了，不能超过 {longest} 字")
        on_lines = value.replace("\n", "") if longest > LONGEST_NAME else value
        if CONTROLS.search(on_lines) or UNSEEN.search(on_lines):  # with one, the words would never be found in a report
            raise self.fault(f"{key} 里有看不见的字")
        return value.strip()

    def whole(self, key: str, least: int, most: int) -> int:
        """Return the whole number under a key."""
        value = self._data.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.fault(f"{key} 要写成 {least} 到 {most} 的整数，不加引号")
        return value

    def some_whole(self, key: str, least: int, most: int) -> int:
        """Return the whole number under a key that may be missing, then 0."""
        return self.whole(key, least, most) if self.has(key) else 0

    def number(self, key: str, most: int) -> Number:
        """Return the number under a key."""
        value = self._data.get(key)
        if isinstance(value, int | Decimal) and not isinstance(value, bool) and _is_plain(value, most):
            return value
        raise self.fault(f"{key} 要写成 0 到 {most} 的数，小数不超过 {MOST_DECIMALS} 位，不加引号")

    def section(self) -> str:
        """Return the key of the section that is named."""
        name, known = self.text("section", LONGEST_NAME), _section_names()
        if name not in known:
            own = "、".join(section.heading for section in load_form(editions()[-1]).text_sections)
            raise self.fault(f"section 写的“{name}”不是一个写文字的部分，可以写 {own}")
        return known[name]

    def inner(self, key: str, keys: Collection[str]) -> _Table:
        """Return the table under a key, an empty one if it is missing."""
        return self._table(self._data.get(key, {}), f"[{key}] 的 ", keys)

    def each(self, kind: str, keys: Collection[str], read: Callable[[_Table], Demand]) -> tuple[Demand, ...]:
        """Return all entries of a kind."""
        entries = self._data.get(kind, [])
        if not isinstance(entries, list) or len(entries) > MOST_ENTRIES:
            raise self.fault(f"{kind} 要写成若干个 [[{kind}]]，不超过 {MOST_ENTRIES} 个")
        places = (f"第 {number} 个 [[{kind}]] 的 " for number in range(1, len(entries) + 1))
        return tuple(read(self._table(one, place, keys)) for one, place in zip(entries, places, strict=True))

    def _table(self, data: Any, place: str, keys: Collection[str]) -> _Table:
        if not isinstance(data, dict):
            raise self.fault(f"{place.strip(' 的')} 不是一组 名称 = 内容")
        table = _Table(data, place)
        table.refuse_unknown(keys)
        return table


def _ask(table: _Table) -> Ask:
    return Ask(table.some_text("name", LONGEST_NAME), table.some_text("telephone", LONGEST_NAME))


def _deadline(table: _Table) -> Deadline | None:
    if not table.has("month") and not table.has("day"):
        return None
    month, day = table.whole("month", 1, 12), table.whole("day", 1, 31)
    try:
        date(A_COMMON_YEAR, month, day)  # a deadline is one of every year
    except ValueError as error:
        raise table.fault(f"month 和 day 写的是 {month} 月 {day} 日，不是每年都有这一天") from error
    return Deadline(month, day)


def _part(table: _Table) -> PartDemand:
    words = table.texts("words") if table.has("words") else ()
    return PartDemand(table.section(), table.text("heading", LONGEST_NAME), words, _says(table))


def _mention(table: _Table) -> MentionDemand:
    return MentionDemand(table.section(), table.text("what", LONGEST_NAME), table.texts("words"), _says(table))


def _length(table: _Table) -> LengthDemand:
    shortest, longest = (table.some_whole(key, 1, LARGEST_LENGTH) for key in ("shortest", "longest"))
    if not shortest and not longest:
        raise table.fault("shortest（最少字数）和 longest（最多字数）至少要写一个")
    if longest and shortest > longest:
        raise table.fault(f"shortest 写的 {shortest} 比 longest 写的 {longest} 大")
    return LengthDemand(table.section(), shortest, longest, _says(table))


def _outdated(table: _Table) -> OutdatedWords:
    first, last = (table.some_whole(key, YEARS_ACCEPTED[0], YEARS_ACCEPTED[-1]) for key in ("from", "to"))
    if last and first > last:
        raise table.fault(f"from 写的 {first} 比 to 写的 {last} 晚")
    return OutdatedWords(table.texts("words"), table.some_text("instead", LONGEST_NAME), first, last, _says(table))


def _sentence(table: _Table) -> Sentence:
    return Sentence(table.section(), table.text("text", LONGEST_SENTENCE))


def _says(table: _Table) -> str:
    return table.some_text("says", LONGEST_SAYING)


def _once_each(lengths: tuple[LengthDemand, ...]) -> tuple[LengthDemand, ...]:
    sections = [one.section for one in lengths]
    for number, section in enumerate(sections, 1):
        if section in sections[: number - 1]:
            raise CountyFault(f"第 {number} 个 [[length]] 与前面的说的是同一个部分。请县里合成一个，再发一份。")
    return lengths


def _section_names() -> dict[str, str]:
    """Return the key of each section of texts by all that it is called: its key, tab and heading, numbered or not."""
    sections = [section for edition in editions() for section in load_form(edition).text_sections]
    names = {name: one.key for one in sections for name in (one.tab, one.heading, one.key)}
    return {name.partition("、")[2]: key for name, key in names.items() if "、" in name} | names


def _is_plain(value: Number, most: int) -> bool:
    """Return whether a number is from 0 to `most` and has no more decimals than a cell may have."""
    if isinstance(value, int):
        return 0 <= value <= most
    exponent = value.as_tuple().exponent  # a letter, if it is none, such as nan
    return isinstance(exponent, int) and -exponent <= MOST_DECIMALS and 0 <= value <= most


def _shown(key: str) -> str:
    return CONTROLS.sub("□", key[:LONGEST_NAME])
