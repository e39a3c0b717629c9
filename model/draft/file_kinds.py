"""The kinds of TOML files that the program uses, told apart by their keys, and what to do with one of another kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

DRAFT, COUNTY, SENTENCES, LIST, FORM = "draft", "county", "sentences", "list", "form"


class Kind(NamedTuple):
    """A kind of file: how it is told by what stands in it, and what it is and where it is opened, in words."""

    is_one: Callable[[Mapping[str, Any]], bool]
    words: str


# The first that fits: a draft may name its county.
KINDS: Mapping[str, Kind] = {
    DRAFT: Kind(
        lambda data: "draft" in data or {"edition", "unit", "year"} <= data.keys(),
        "它是一份年报草稿（填好的报告），{not_this}。要看、要改它，请点“文件 → 打开…”。",
    ),
    COUNTY: Kind(
        lambda data: isinstance(data.get("county"), str),
        "它是县里发的要求，{not_this}。要按它检查，请点“检查 → 县里的要求…”打开它。",
    ),
    SENTENCES: Kind(
        lambda data: "sentences" in data,
        "它是程序替您收着的常用句，{not_this}。不用打开它：写文字时点“常用句…”就能用。",
    ),
    LIST: Kind(
        lambda data: {"version", "about", "file"} <= data.keys(),
        "它是“年报数据”里的一张清单，{not_this}。请点“文件 → 更换电脑…”，选整个“年报数据”文件（.zip）。",
    ),
    FORM: Kind(
        lambda data: "edition" in data and isinstance(data.get("section"), list),
        "它是程序自己的官方格式文件，{not_this}。请打开另一个文件。",
    ),
}


def other_kind(data: Mapping[str, Any], wanted: str, not_this: str) -> str:
    """Return the sentence on a file of another kind than the one that is wanted; "" if it may be one, or is of none.

    `not_this` says that it is not what was wanted, such as 不是草稿."""
    found = next((kind for kind, told in KINDS.items() if told.is_one(data)), wanted)
    return "" if found == wanted else KINDS[found].words.format(not_this=not_this)
