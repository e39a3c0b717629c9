"""Whether a segment states its amount, or that there is none, of what the tables count and of nothing else."""

from __future__ import annotations

import re

from model.checking.amounts.context import PAPER
from model.checking.amounts.rough import most_of
from model.checking.amounts.segments import Segment
from model.checking.language.clauses import AMOUNT, Amount
from model.checking.language.wording import Topic, Wording, any_of, any_of_pattern, words_of

MOST_LEFT = 1  # characters of a clause that may be left when all known words are gone
MANY = 100  # rounded, it is no amount of requests for information unless it says so
NO_WORDS = re.compile(r"[\W|]+")
DIGIT = re.compile(r"\d")
IN_TIME = any_of_pattern("text-number", "in_time")
LATE = any_of_pattern("text-number", "late")
ACCEPTED = any_of_pattern("text-number", "accepted")
BESIDES = any_of_pattern("text-number", "besides")
DECIDED = any_of_pattern("text-number", "decided")
GROUNDS = any_of_pattern("text-number", "grounds")
SOME_GIVEN = any_of_pattern("text-number", "some_given")
CONTAINED = any_of_pattern("text-number", "contained")
BEGUN = any_of_pattern("text-number", "begun")
FROM_BEFORE = any_of_pattern("text-number", "from_before")
BY_OTHERS = any_of_pattern("text-number", "by_others")
# A way of handing in, and not of answering (均当面或邮寄答复).
OTHER_WAY = re.compile(rf"(?:{any_of('text-number', 'ways')})(?![^，,。；;\d]{{0,8}}(?:答复|回复|送达|告知))")
OF_ALL_KINDS = any_of_pattern("text-number", "of_all_kinds")
# 三件申请分别予以公开、部分公开; 三件予以公开、部分公开、无法提供各一件: behind an amount, it is told of its parts.
RESULTS = any_of("text-number", "results")
DIVIDED = re.compile(
    rf"[^，,；;。、]{{0,4}}(?:分别|各(?!类|种|项))|(?:申请)?[交转]?由(?!我|本)[^，,；;。]{{1,12}}(?:答复|办理)|[^，,；;。\d、]{{0,12}}(?:{RESULTS})、[^，,；;。\d、]{{0,12}}(?:{RESULTS})(?:[、，,。；;]|各|$)"
)
GIVEN = re.compile(r"(?<!部分)(?<!不予)(?<!不)公开的?(?:共|有)?$")
IN_PART = re.compile(rf"\s?[，,（(]\s?(?:{any_of('text-number', 'containing')})[^。；;]{{0,24}}部分公开")
SOME_ARE = re.compile(
    rf"[^。]{{0,40}}[，,（(；;]\s?其中[，,：:]?[^，,；;。\d]{{0,12}}(?:{any_of('text-number', 'for_information')})[^，,；;。\d]{{0,8}}\d"
)
FOR_INFORMATION = any_of_pattern("text-number", "for_information")
KINDS_OF_DECISIONS = words_of("text-number", "kinds_of_decisions")
OF_INFORMATION = "".join(words_of("text-number", "units_of_information"))
REQUESTS = re.compile(r"\d\s?[件宗]")
UNPUBLISHED = any_of_pattern("text-number", "unpublished")
PUBLISHED = any_of_pattern("text-number", "published")
UNDECIDED = any_of_pattern("text-number", "undecided")
NEGATED = re.compile(r"(?:未|没有?|不)(?:能)?\|")  # 未按期办结0件


def is_certain(segment: Segment, topic: Topic, wording: Wording, says_none: bool) -> bool:
    """Return whether nothing is left of the segment that would make its amount another one's."""
    left = segment.left
    if topic.of_kinds:
        left = topic.of_kinds.sub("|", left, count=1)
    if segment.amount:
        if segment.amount.is_about and most_of(segment) is None:
            return False
        if topic.first and not topic.words.search(segment.text) and _may_be_any(segment, segment.amount):
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
    if DIVIDED.match(behind) or _holds_parts(segment, behind):
        return True
    if topic.first and not FOR_INFORMATION.search(segment.text) and SOME_ARE.match(behind):
        return True
    if topic.first and segment.amount and segment.amount.unit in OF_INFORMATION and REQUESTS.search(sentence):
        return True
    if topic.first and any(said.counts for said in segment.rows):
        return bool(IN_TIME.search(segment.text) and LATE.search(sentence))
    if topic.first:
        if _is_reason(segment, topic) and _are_some_given(segment, behind):
            return True
        is_of_received = not segment.rows or any(topic.first[0] in said.rows for said in segment.rows)
        is_of_some = bool(ACCEPTED.search(sentence)) and not ACCEPTED.search(segment.text)
        is_beside = BESIDES.search(segment.text) and not (_is_new(segment) and CONTAINED.search(sentence))
        return is_of_received and (is_of_some or bool(is_beside) or bool(BY_OTHERS.search(sentence)))
    if _is_undecided(segment.text, sentence) or (UNPUBLISHED.search(sentence) and PUBLISHED.search(sentence)):
        return True
    is_new = BEGUN.search(segment.text) and FROM_BEFORE.search(sentence)
    return bool(is_new or segment.before.endswith("对"))


def _may_be_any(segment: Segment, amount: Amount) -> bool:
    """Return whether an amount may be of requests of any kind (各类申请2000余件)."""
    return bool(OF_ALL_KINDS.search(segment.text)) or (amount.is_about and amount.value >= MANY)


def _holds_parts(segment: Segment, behind: str) -> bool:
    """Return whether what was given holds what was given in part (予以公开6件，其中部分公开2件)."""
    return bool(GIVEN.search(segment.before) and IN_PART.match(behind))


def _is_undecided(words: str, sentence: str) -> bool:
    """Return whether cases are counted whose decisions the sentence counts by themselves (办理处罚案件86件，作出处罚决定79件)."""
    kinds = [kind for kind in KINDS_OF_DECISIONS if kind in words]
    is_undecided = bool(UNDECIDED.search(words)) and "决定" not in words
    return is_undecided and any(re.search(f"{kind}(?:的|处理)?决定", sentence) for kind in kinds)


def _is_reason(segment: Segment, topic: Topic) -> bool:
    """Return whether a segment names nothing but why something is refused (涉及个人隐私的3件)."""
    rows = segment.rows
    return bool(rows) and not any(said.sure or said.counts or topic.first[0] in said.rows for said in rows)


def _are_some_given(segment: Segment, behind: str) -> bool:
    """Return whether some of those with a reason to refuse them were given after all (涉及隐私的2件，1件部分公开)."""
    return bool(DECIDED.match(behind) or (GROUNDS.search(segment.text) and SOME_GIVEN.match(behind)))


def _is_new(segment: Segment) -> bool:
    """Return whether a segment counts what came in this year and says so (上年结转1件，另新收22件)."""
    return any(said.only for said in segment.rows)


def is_of_one_way(segment: Segment, sentence: str) -> bool:
    """Return whether a segment counts what was handed in on paper, beside what was handed in otherwise."""
    return PAPER in segment.text and bool(OTHER_WAY.search(sentence))
