"""Whether a segment states its amount, or that there is none, of what the tables count and of nothing else."""

from __future__ import annotations

import re
from decimal import Decimal

from model.checking.amounts.cells_meant import MONEY
from model.checking.amounts.segments import Segment
from model.checking.language.clauses import AMOUNT
from model.checking.language.wording import Topic, Wording

MOST_LEFT = 1  # characters of a clause that may be left when all known words are gone
MORE = re.compile("[余多几]")
NO_WORDS = re.compile(r"[\W|]+")
DIGIT = re.compile(r"\d")
NEGATED = re.compile(r"(?:未|没有?|不)(?:能)?\|")  # 未按期办结0件


def is_certain(segment: Segment, topic: Topic, wording: Wording, says_none: bool) -> bool:
    """Return whether nothing is left of the segment that would make its amount another one's."""
    left = segment.left
    if topic.of_kinds:
        left = topic.of_kinds.sub("|", left, count=1)
    if segment.amount:
        if segment.amount.is_about and most_of(segment) is None:
            return False
        left = AMOUNT.sub("", left, count=1)
    if wording.others_long.search(segment.left) or any(word in segment.left for word in topic.others):
        return False
    if says_none:
        left = wording.none.sub("", left)
    elif NEGATED.search(left):
        return False
    rest = NO_WORDS.sub("", wording.fillers.sub("", topic.words.sub("", left)))
    most = 0 if says_none else MOST_LEFT
    return len(rest) <= most and not wording.others.search(rest) and not DIGIT.search(rest)


def most_of(segment: Segment) -> Decimal | None:
    """Return the largest number that an amount like 三十余件 may be, None for an exact one and where it is not known."""
    amount = segment.amount
    if not amount or not amount.is_about or amount.value < 10 or amount.unit in MONEY:
        return None
    words = segment.text[amount.start - segment.start : amount.end - segment.start]
    digits = str(int(amount.value))
    step = 10 ** (len(digits) - len(digits.rstrip("0")))
    return amount.value + step - 1 if step > 1 and MORE.search(words) else None


def may_say_none(segment: Segment, topic: Topic, wording: Wording, goes_on: bool, named_before: bool = False) -> bool:
    """Return whether words say that there is none of what they name, and not none of something that is done to it.

    `named_before`: the sentence has named the rows already, so that columns will do (行政规范性文件5件，无废止)."""
    if any(said.counts for said in segment.said):
        return False
    is_of_topic = bool(topic.first) and wording.topic_of(segment.text) == topic.section
    return bool(segment.rows) or (named_before and bool(segment.columns)) or (is_of_topic and not goes_on)


def is_of_all_kinds(topic: Topic, behind: str) -> bool:
    """Return whether what stands behind an amount says that it counts more than the topic."""
    return bool(behind and topic.of_all_kinds and topic.of_all_kinds.match(behind))
