"""Traditional characters as simplified ones, and without the readings that some sites put behind them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Common in every report and written otherwise in simplified characters.
MARKERS = "開請報數條關辦況總計結類質務處護"
ENOUGH = 3  # different ones
READING = re.compile(
    r"(?<=[\u3400-\u9fff])[（(](?=[a-zü]*[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ])[a-züāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]{1,6}[)）]"
)


def is_traditional(text: str) -> bool:
    """Whether a document is written in traditional characters."""
    return sum(letter in text for letter in MARKERS) >= ENOUGH


def simplified(text: str) -> str:
    """The text in simplified characters, readings in brackets (jù) left out."""
    return str(_converter().convert(READING.sub("", text)))


@cache
def _converter() -> Any:
    from opencc import OpenCC  # delayed: few documents need it

    return OpenCC("t2s")
