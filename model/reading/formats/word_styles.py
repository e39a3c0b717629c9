"""What styles and lists say of a Word paragraph: heading level, title or sign-off, and its automatic number."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from model.reading.formats.budget import LETTERS, Budget
from model.reading.formats.source_blocks import SIGN_OFF, TITLE
from model.report.chinese_numerals import numeral

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
KINDS = {"title": TITLE, "标题": TITLE, "落款": SIGN_OFF}
CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographTraditional",
    "taiwaneseCounting",
)
# What raises, strikes or hides a run.
OF_RUNS = tuple(f"{W}{name}" for name in ("vertAlign", "position", "strike", "dstrike", "vanish", "webHidden"))
LONGEST_VALUE_CHARACTERS = 20  # of one of them; each run gets a copy
LARGEST_LIST_NUMBER = 9_999  # that is written in Chinese numerals


def child_of(element: Any, *path: str) -> Any:
    """Return the element at that path below an element, None if there is none."""
    for name in path:
        element = next(element.iterchildren(W + name), None) if element is not None else None
    return element


def child_value(element: Any, *path: str) -> str:
    """Return the w:val of the element at that path below an element, "" if there is none."""
    element = child_of(element, *path)
    return "" if element is None else str(element.get(VAL) or "")


def is_on(element: Any) -> bool:
    """Return whether a property is there and does not say that it is off."""
    return element is not None and element.get(VAL) not in ("0", "false", "off", "none", "baseline")


def small_number(text: str, otherwise: int) -> int:
    """Return the whole number from 0 to 9999 that an attribute holds, `otherwise` if it holds none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else otherwise


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Any) -> None:
        self._kinds: dict[str, str] = {}
        self._levels: dict[str, int] = {}
        self._numbers: dict[str, Any] = {}
        self._based_on: dict[str, str] = {}
        self._of_runs: dict[str, list[Any]] = {}
        self._marks: dict[str, dict[str, dict[str, str]]] = {}
        for style in root.findall(f"{W}style") if root is not None else ():
            key = str(style.get(f"{W}styleId") or "")
            name = child_value(style, "name")
            self._kinds[key] = KINDS.get(name.lower(), "")
            found = HEADING.fullmatch(name.strip())
            outline = child_value(style, "pPr", "outlineLvl")
            self._levels[key] = int(found[1]) if found else small_number(outline, -1) + 1
            self._based_on[key] = child_value(style, "basedOn")
            self._numbers[key] = child_of(style, "pPr", "numPr")
            of_runs = child_of(style, "rPr")
            self._of_runs[key] = list(of_runs.iterchildren(*OF_RUNS)) if of_runs is not None else []

    def kind(self, key: str) -> str:
        """Return source_blocks.TITLE, source_blocks.SIGN_OFF or ""."""
        return self._kinds.get(key, "")

    def level(self, key: str) -> int:
        """Return the heading level, 0 for none."""
        return next((self._levels[style] for style in self._chain(key) if self._levels.get(style)), 0)

    def numbering(self, key: str) -> Any:
        """Return the w:numPr that the style brings, None if none."""
        return next((self._numbers[s] for s in self._chain(key) if self._numbers.get(s) is not None), None)

    def spell_out(self, body: Any) -> None:
        """Give every run what its character style says of it that changes how it is read."""
        if not any(self._of_runs.values()):
            return
        for properties in body.iter(f"{W}rPr"):
            marks = self._run_marks(child_value(properties, "rStyle"))
            said = {child.tag for child in properties} if marks else set()
            for tag, value in marks.items():
                if tag not in said:
                    etree.SubElement(properties, tag, value)

    def _run_marks(self, key: str) -> dict[str, dict[str, str]]:
        """Return what a character style says of OF_RUNS: for each its tag and its value, if it has one."""
        if key not in self._marks:
            marks = [mark for style in reversed(self._chain(key)) for mark in reversed(self._of_runs.get(style, []))]
            self._marks[key] = {
                mark.tag: {VAL: mark.get(VAL)[:LONGEST_VALUE_CHARACTERS]} if mark.get(VAL) else {} for mark in marks
            }
        return self._marks[key]

    def _chain(self, key: str) -> list[str]:
        chain: list[str] = []
        while key and key not in chain and len(chain) < 20:
            chain.append(key)
            key = self._based_on.get(key, "")
        return chain


class Numbering:
    """The automatic numbers of a document's lists, counted as the paragraphs come."""

    def __init__(self, root: Any, budget: Budget) -> None:
        self._budget = budget
        self._lists: dict[str, str] = {}
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        if root is None:
            return
        for number in root.findall(f"{W}num"):
            self._lists[str(number.get(f"{W}numId"))] = child_value(number, "abstractNumId")
        for abstract in root.findall(f"{W}abstractNum"):
            key = str(abstract.get(f"{W}abstractNumId"))
            for level in abstract.findall(f"{W}lvl"):
                depth, start = str(level.get(f"{W}ilvl") or "0"), child_value(level, "start")
                if small_number(depth, 9) < 9:
                    self._levels[key, int(depth)] = (
                        child_value(level, "numFmt"), child_value(level, "lvlText"), small_number(start, 1)
                    )  # fmt: skip

    def label(self, properties: Any) -> str:
        """Return the number before the paragraph with these w:numPr, such as 一、 or （一）; "" where it shows none.

        Raises Fault where the numbers are too long."""
        depth = child_value(properties, "ilvl") or "0"
        key = self._lists.get(child_value(properties, "numId"), "")
        level = small_number(depth, 9)
        if (key, level) not in self._levels:
            return ""
        _, text, start = self._levels[key, level]
        self._budget.spend(LETTERS, len(text))  # before it grows
        self._counts[key, level] = self._counts.get((key, level), start - 1) + 1
        for deeper in range(level + 1, 10):
            self._counts.pop((key, deeper), None)
        return re.sub("%([1-9])", lambda found: self._shown(key, int(found[1]) - 1), text)

    def _shown(self, key: str, level: int) -> str:
        kind, _, start = self._levels.get((key, level), ("decimal", "", 1))
        count = self._counts.get((key, level), start)
        return (
            ""
            if kind in ("bullet", "none")
            else numeral(count)
            if kind in CHINESE and count <= LARGEST_LIST_NUMBER
            else str(count)
        )
