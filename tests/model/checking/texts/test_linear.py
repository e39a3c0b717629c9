"""Nothing that looks at texts takes more than in proportion to their length, however awkward they are."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial
from types import ModuleType

import pytest

import model
from model.checking.language.passages import Text
from model.checking.language.wording import FILE
from model.checking.run import check
from model.checking.texts import rules
from model.checking.texts.basis import Basis, basis_of
from model.checking.texts.rules import of_text
from model.draft.draft_file import load_draft
from model.findings.finding import HINT
from model.findings.marks import counts_of
from model.report.outline import outline
from model.report.report import Part, Report
from model.search.search import find, replaced
from tests.samples import EXAMPLE

TIMES, MOST = 4, 7  # how many times as long the longer text is, and how many times as long it may take
FLOOR = 0.01  # seconds; less is not looked at, since a small step looks like growth there
REPORT = load_draft(EXAMPLE)[0]
# Patterns that are only held against a whole line or cell: searching with them, as nobody does, begins anew at each character.
OF_WHOLE = ("PAGE_NUMBER", "WITH_UNIT", "ODD")  # never searched for in what is something else
ELSEWHERE = ("model.comparing.comparison", "model.reading.formats.plain_text")  # have their own tests

# Texts of every awkward kind.

REPEATED = {
    "parts": "其中1件，", "sums": "共1件，", "multiplication": "×", "numbered": "（一）", "blanks": " ", "wide blanks": "　", "digits": "1", "one letter": "公",
    "years": "2020年", "years in words": "二〇二〇年", "opening": "（", "closing": "）", "pairs": "()", "quotes": "“", "titles": "《", "commas": "，",
    "narrow commas": "中,", "doubled": "公开", "lines": "\n", "short lines": "1\n", "addresses": "家住", "latin": "x", "mails": "a@b.", "tabs": "\t",
    "breaks": "\v", "thousands": "1,111", "stops": "中.", "carried": "上年结转", "still": "现", "articles": "第1", "colons": "：", "numerals": "一",
    "people": "申请人王", "towns": "青山镇", "offices": "办公室", "shares": "1件占1%，", "ends": "。", "underlines": "_", "mobiles": "13812345678，",
    "documents": "〔2020〕", "statements": "收到申请3件。", "growth": "收到申请3件，增长9%，", "items": "1、", "semicolons": "1件；", "none": "无存在",
    "own": "本镇将", "strokes": "-", "waiting": "待补", "county": "县", "hashes": "# ", "pages": "第1页", "unseen": "1\u200b", "radicals": "⾏\u2028",
}  # fmt: skip


def awkward(size: int) -> dict[str, str]:
    """A text of each kind, so many characters long."""
    chance = random.Random(1)
    words = list(strings(tomllib.loads(FILE.read_text(encoding="utf-8"))))
    pieces = {kind: [piece] * size for kind, piece in REPEATED.items()}
    pieces |= {"enumeration": [f"{number}件，" for number in range(size)], "words": words * size}
    pieces |= {f"mixed {n}": chance.choices([*REPEATED.values(), *words], k=size) for n in range(3)}
    return {kind: "".join(some[:size])[:size] for kind, some in pieces.items()}


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


# Two sizes of one run, compared.


def too_slow(acts: Mapping[str, Callable[[str], object]], size: int) -> list[str]:
    """What takes more for the longer texts than in proportion, with its times in seconds."""
    short, long = awkward(size), awkward(size * TIMES)
    pairs = ((what, act, kind) for what, act in acts.items() for kind in long)
    found = ((what, kind, _times(act, short[kind], long[kind])) for what, act, kind in pairs)
    return [f"{what}, {kind}: {times[0]:.4f}, then {times[1]:.4f}" for what, kind, times in found if times]


def _times(act: Callable[[str], object], short: str, long: str) -> tuple[float, float] | None:
    """The times for both where they are out of proportion; what looks so is measured three times."""
    for rounds in (1, 3):
        longer = min(_taken(act, long) for _ in range(rounds))
        if longer < FLOOR:
            return None
        shorter = min(_taken(act, short) for _ in range(rounds))
        if longer < MOST * shorter:
            return None
    return shorter, longer


def _taken(act: Callable[[str], object], text: str) -> float:
    began = time.process_time()  # which others at work do not slow down
    act(text)
    return time.process_time() - began


def test_what_grows_with_the_square_is_told():
    assert too_slow({"blanks": re.compile(r"\s+x").search}, 1000) != []


# Every pattern.


def patterns(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns for texts in a value, those in what it holds included."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict | list | tuple | set | frozenset):
        for one in value.values() if isinstance(value, dict) else value:
            yield from patterns(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from patterns(getattr(value, field.name))


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(model.__path__, "model."):
        if found.name not in ELSEWHERE:
            yield importlib.import_module(found.name)


def all_patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern of the model by where it stands, those made of the wording for one report included."""
    held = {f"{module.__name__}.{name}": value for module in modules() for name, value in vars(module).items()}
    held |= {f"Reader.{name}": value for name, value in vars(basis(REPORT).reader).items()}
    places: dict[re.Pattern[str], str] = {}
    for place, value in held.items():
        for pattern in patterns(value):
            places.setdefault(pattern, f"{place} {pattern.pattern[:30]}")
    return {place: pattern for pattern, place in places.items()}


def test_no_pattern_is_worse_than_linear():
    found = all_patterns()
    assert len(found) > 100
    acts = {
        place: pattern.fullmatch if place.split()[0].endswith(OF_WHOLE) else partial(search_all, pattern)
        for place, pattern in found.items()
    }
    assert too_slow(acts, 1200) == []


def search_all(pattern: re.Pattern[str], text: str) -> None:
    for _ in pattern.finditer(text):
        pass


def test_no_pattern_held_against_a_whole_text_is_worse_than_linear():
    assert too_slow({place: pattern.fullmatch for place, pattern in all_patterns().items()}, 1200) == []


# Every rule.


def report_of(text: str) -> Report:
    parts = (Part("依申请公开", text),)
    return replace(REPORT, values=REPORT.values | {"overview": parts, "improvement": parts, "opening": text})


def basis(report: Report) -> Basis:
    last = replace(report, values=report.values | {"year": (report.year or 0) - 1})
    return basis_of(report, report.numbers(), last, last.numbers())


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_no_rule_is_worse_than_linear(rule):
    def act(text: str) -> None:
        for name in ("opening", "overview[0].text"):
            for _ in rule(basis(report_of(text)), Text(name, "某处", "依申请公开", text)):
                pass

    assert too_slow({rule.__name__: act}, 2000) == []


def test_nothing_else_that_looks_at_a_report_is_worse_than_linear():
    def replace_all(text: str) -> None:
        report = report_of(text)
        replaced(report, find(report, text[:1]), "新")

    acts = {"check": lambda text: check(report_of(text), None), "replace": replace_all}
    acts["outline"] = lambda text: outline(report_of(text))
    assert too_slow(acts, 1000) == []


# What a long text shows.


def test_of_thousands_of_findings_some_are_told_and_the_rest_counted():
    told = [one for one in check(report_of("公开公开，" * 1000), None).findings if one.cells[0] == "overview[0].text"]
    doubled = [one for one in told if "重复" in one.message]
    (rest,) = [one for one in told if "还有 950 处" in one.message]
    assert len(doubled) == 50 and rest.rule == "writing" and rest.start > doubled[-1].start
    assert counts_of([*doubled, rest], [HINT]) == "○1000"


def test_the_rest_comes_when_the_first_are_mended():
    text = "公开公开，" * 60
    for _ in range(2):
        told = [
            one for one in of_text(basis(report_of(text)), "overview[0].text") if one and one.edits and one.count == 1
        ]
        assert len(told) == 50 if text.startswith("公开公开") else 10
        for _ in told:
            text = text.replace("公开公开", "公开", 1)
    assert "公开公开" not in text


def test_the_same_is_found_at_the_end_of_a_long_text_as_in_a_short_one():
    filling = "我们认真学习了有关文件的要求，组织了讨论。" * 100
    slips = "收到申请99件。青山镇认真贯彻。2024年，我镇认真做好公开。村民王芳提出申请。标准化化建设。"

    def told(text: str) -> list[tuple[str, str]]:
        found = [one for one in of_text(basis(report_of(text)), "overview[0].text") if one]
        return [(one.rule, text[one.start : one.start + one.length]) for one in found if one.rule != "same-text"]

    assert len(told(slips)) >= 5
    assert told(filling + slips) == told(f"{filling}\n{slips}") == told(slips)
