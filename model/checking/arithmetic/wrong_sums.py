"""When parts are meant to be all of a whole, and what is told where they do not add up to it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from model.checking.language.clauses import Amount
from model.checking.language.passages import Passage
from model.checking.language.text_parts import shown
from model.findings.finding import WARNING, Finding

NEAR = Decimal("0.8")  # parts that come so near to the whole are meant to be all of it
FAR = Decimal("1.25")  # parts that are so much more than the whole overlap (网上办理118件，当场办结97件, of 132) …
FEW = 2  # … unless they are more by a few only, as where all numbers are small


def is_less(added: Decimal, whole: Decimal) -> bool:
    """Return whether parts that were meant to be the whole are less."""
    return NEAR * whole <= added < whole


def is_more(added: Decimal, whole: Decimal) -> bool:
    """Return whether parts that were meant to be the whole are more."""
    return whole < added <= max(FAR * whole, whole + FEW)


def sum_finding(text: Passage, whole: Amount, parts: Sequence[Amount], added: Decimal) -> Finding:
    """Return what is told of a whole whose parts add up to something else."""
    start, end = min(whole.start, parts[0].start), max(whole.end, parts[-1].end)
    words = "＋".join(shown(part.value) for part in parts)
    message = (
        f"{text.place}里“{text.text[whole.start : whole.end]}”与它的各项对不上：{words}＝{shown(added)}。请核对这一句。"
    )
    return Finding(
        "text-sum", WARNING, (text.name,), message, start=start, length=end - start, about=text.text[start:end]
    )
