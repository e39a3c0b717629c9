"""An amount of all that is named right before it: 行政复议、行政诉讼共计5件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.checking.amounts.certainty import is_certain
from model.checking.amounts.segments import Segment
from model.checking.language.wording import Phrase, Sums, Topic, Wording, any_of

TOGETHER = re.compile(rf"(?:{any_of('text-number', 'together')})[为是有：:]?\s?$")
OTHERS = "等"  # 行政许可、行政处罚等共计130件
JOINED = re.compile(r"\|(?:案件)?(?:以及|和|与|及)(?=\|)")  # where bars stand for the words of the tables


def rows_together(segment: Segment, listed: Sequence[Segment], topic: Topic, wording: Wording) -> Sums:
    """Return the rows whose sum a segment counts, of those that it names and those listed before it with 、 between.

    () where it counts something else, or that is not certain; never of a topic whose rows are stages of one thing."""
    if topic.first or segment.columns or not says_together(segment) or OTHERS in segment.left:
        return ()
    said = [one for part in (*listed, segment) for one in part.rows]
    joined = segment._replace(left=JOINED.sub("|", segment.left))
    is_all = all(one.rows and not one.columns and is_certain(one, topic, wording, says_none=True) for one in listed)
    if not is_all or not is_certain(joined, topic, wording, says_none=False) or not _are_apart(said, topic):
        return ()
    return (tuple(key for one in said for key in one.rows[0]),)


def says_together(segment: Segment) -> bool:
    """Return whether an amount is said to be of several things together."""
    return bool(TOGETHER.search(segment.before))


def _are_apart(said: Sequence[Phrase], topic: Topic) -> bool:
    """Return whether words name several rows of that topic, none of them twice and each for certain."""
    keys = [key for one in said for key in one.rows[0]]
    is_sure = all(len(one.rows) == 1 and one.section == topic.section for one in said)
    return len(said) > 1 and is_sure and len(keys) == len(set(keys))
