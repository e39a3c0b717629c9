"""What a county demands, in clear words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.county.county import County, LengthDemand, OfSection, OutdatedWords, key_in
from model.form.form import Form
from model.report.cell_numbers import Number, number_shown


def lines_about(county: County, form: Form) -> Iterator[str]:
    """Yield what the county demands as lines, a blank one before each kind; sections are called as on the form."""
    if county.deadline:
        yield f"报送：每年 {county.deadline.month} 月 {county.deadline.day} 日前"
    if county.ask.words:
        yield f"有疑问请问：{county.ask.words}"
    kinds: dict[str, Iterable[tuple[OfSection, str]]] = {
        "一定要有的小节": ((one, part_words(one.heading)) for one in county.parts),
        "一定要写到的": ((one, f"{one.what}（写到{_any(one.words)}就算）") for one in county.mentions),
        "字数": ((one, length_words(one)) for one in county.lengths),
    }
    for title, demands in kinds.items():
        yield from _listed(title, (f"{_tab(form, one.section)}：{said}{_saying(one.says)}" for one, said in demands))
    yield from _listed("数", _limits(county))
    yield from _listed("不要再写的词", (outdated_words(one) + _saying(one.says) for one in county.outdated))
    yield from _listed("可以照写的话", (f"{_tab(form, one.section)}：{one.text}" for one in county.sentences))


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = [f"  {line}" for line in lines]
    if found:
        yield from ("", title, *found)


def _limits(county: County) -> Iterator[str]:
    if county.most_same_percent is not None:
        yield f"每个部分与上年相同的不超过 {county.most_same_percent}%（不算年份和数）"
    if county.most_fees is not None:
        yield fees_words(county.most_fees)


def part_words(heading: str) -> str:
    """Return the words for a part that must be there."""
    return f"“{heading}”一节"


def length_words(demand: LengthDemand) -> str:
    """Return the words for a length."""
    said = ((demand.shortest, "不少于"), (demand.longest, "不超过"))
    return "，".join(f"{words} {count} 字" for count, words in said if count)


def fees_words(most: Number) -> str:
    """Return the words for the most that may be charged."""
    return f"收费金额不超过 {number_shown(most)} 万元"


def outdated_words(demand: OutdatedWords) -> str:
    """Return the words for words that may stand in some years only."""
    first, last = (f"{year} 年" if year else "" for year in (demand.first, demand.last))
    years = (
        f"，{first}{'至' if first and last else ''}{last}{'' if last else '起'}的报告可以写" if first or last else ""
    )
    if last and not first:
        years = f"，{last}及以前的报告可以写"
    instead = f"，改写“{demand.instead}”" if demand.instead else ""
    return f"{_any(demand.words)}{instead}{years}"


def as_sentence(says: str) -> str:
    """Return the county's own words as a sentence."""
    return says if not says or says.endswith(("。", "！", "？")) else f"{says}。"


def _any(words: tuple[str, ...]) -> str:
    return "、".join(f"“{word}”" for word in words)


def _saying(says: str) -> str:
    return f"。{says}" if says else ""


def _tab(form: Form, section: str) -> str:
    key = key_in(form, section)
    return form.section(key).tab if key else section
