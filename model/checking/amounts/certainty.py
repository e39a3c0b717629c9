"""Whether a segment states its amount, or that there is none, of what the tables count and of nothing else."""

from __future__ import annotations

import re

from model.checking.amounts.rough import most_of
from model.checking.amounts.segments import Segment
from model.checking.language.clauses import AMOUNT
from model.checking.language.wording import Topic, Wording, any_of_pattern

MOST_LEFT = 1  # characters of a clause that may be left when all known words are gone
NO_WORDS = re.compile(r"[\W|]+")
DIGIT = re.compile(r"\d")
IN_TIME = any_of_pattern("text-number", "in_time")
LATE = any_of_pattern("text-number", "late")
ACCEPTED = any_of_pattern("text-number", "accepted")
BESIDES = any_of_pattern("text-number", "besides")
WAYS = any_of_pattern("text-number", "ways")
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


def may_say_none(segment: Segment, topic: Topic, wording: Wording, goes_on: bool, named_before: bool = False) -> bool:
    """Return whether words say that there is none of what they name, and not none of something that is done to it.

    `named_before`: the sentence has named the rows already, so that columns will do (行政规范性文件5件，无废止)."""
    if any(said.counts for said in segment.said):
        return False
    is_of_topic = bool(topic.first) and wording.topic_of(segment.text) == topic.section
    return bool(segment.rows) or (named_before and bool(segment.columns)) or (is_of_topic and not goes_on)


def counts_other(segment: Segment, topic: Topic, sentence: str, behind: str) -> bool:
    """Return whether an amount counts more than the topic, less, or something else by what stands around it.

    `behind` begins right behind it."""
    if topic.other_behind and topic.other_behind.match(behind):
        return True
    if topic.first and any(said.counts for said in segment.rows):
        return bool(IN_TIME.search(segment.text) and LATE.search(sentence))
    if topic.first:
        is_of_received = not segment.rows or any(topic.first[0] in said.rows for said in segment.rows)
        is_of_some = bool(ACCEPTED.search(sentence)) and not ACCEPTED.search(segment.text)
        return is_of_received and (is_of_some or bool(BESIDES.search(segment.text)))
    return bool(segment.amount and segment.text[: segment.amount.start - segment.start].endswith("对"))


def is_of_one_way(segment: Segment, sentence: str) -> bool:
    """Return whether a segment counts what was handed in on paper, beside what was handed in otherwise."""
    return "书面" in segment.text and bool(WAYS.search(sentence))
