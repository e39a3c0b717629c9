"""How a body speaks of itself and of the year reported on: words that say nothing of what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.checking.language.wording import any_of, spelled_out, words_of
from model.checking.language.years import written

OFFICES = words_of("text-number", "offices")
DESKS = words_of("text-number", "desks")
WHOLE_YEAR = words_of("text-number", "whole_year")
KINDS = tuple("镇乡县区市旗局委办")  # the last character of a body's name: 我镇, 本局
# 街道全年受理: at the head of a clause the kind of body alone is the body itself.
HEADS = [f"{kind}(?<=^{kind})(?=(?:里|上)?(?:{any_of('text-number', 'of_body')}))" for kind in ("街道", *"镇乡局")]
YEAR_END = "年(?:度)?"
SINGLE = r"年(?<![年度\d][至到\-—~～].{4}年)(?:度)?"  # no end of a span of years
WHOLE = ("镇", "乡", "街道", "街", "局")  # also with 全 before it


def own_words(names: Sequence[str], year: int) -> re.Pattern[str]:
    """Return the pattern of a body's names, of what it calls itself, and of the year (0: not known)."""
    words = sorted({*names, *_of_kind(names), *_of_offices()}, key=len, reverse=True)
    years = [written(year).replace(YEAR_END, SINGLE)] if year else []
    return re.compile(
        "|".join([*map(spelled_out, DESKS), *HEADS, *map(re.escape, words), *years, *map(spelled_out, WHOLE_YEAR)])
    )


def _of_kind(names: Sequence[str]) -> list[str]:
    kinds = [name[-1] for name in names if name[-1:] in KINDS] + ["街道"]
    kinds += ["街"] if any(name.endswith("街道") for name in names) else []
    return [f"{of}{kind}" for kind in kinds for of in ("我", "本", *(["全"] if kind in WHOLE else []))]


def _of_offices() -> list[str]:
    return [f"{of}{office}" for office in OFFICES for of in ("我", "本", *([""] if len(office) > 2 else []))]
