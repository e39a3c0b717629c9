"""Traditional characters as simplified ones, and without the readings that some sites put behind them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Common in every report and written otherwise in simplified characters.
MARKERS = "開請報數條關辦況總計結類質務處護"
SIMPLIFIED = "开请报数条关办况总计结类质务处护"
LEAST_MARKERS = 3  # different ones, in a text that is to be converted
READING = re.compile(
    r"(?<=[\u3400-\u9fff])[（(](?=[a-zü]*[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ])[a-züāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]{1,6}[)）]"
)


def is_traditional(text: str) -> bool:
    """Return whether a document is written in traditional characters; one that only quotes some is not."""
    counts = [text.count(letter) for letter in MARKERS]
    return sum(map(bool, counts)) >= LEAST_MARKERS and sum(counts) > sum(map(text.count, SIMPLIFIED))


def simplified(text: str) -> str:
    """Return the text in simplified characters, readings in brackets (jù) left out."""
    return str(_converter().convert(READING.sub("", text)))


@cache
def _converter() -> Any:
    from opencc import OpenCC  # delayed: few documents need it

    return OpenCC("t2s")
