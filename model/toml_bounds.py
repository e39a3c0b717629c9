"""TOML of a few kilobytes that takes tomllib gigabytes, told before it is read."""

from __future__ import annotations

import re

DEEP, MANY = "deep", "many"
MOST_NESTED_LEVELS = 20  # of tables and lists; tomllib reads deeper ones, but tomli_w fails to write them
MOST_ENTRIES = 200_000  # of tables and lists, as many as their punctuation tells; a report has some hundred
# Strings and comments of TOML, those without an end too; what is left has dots in keys and numbers only.
# All quantifiers are possessive, so that a malformed file cannot cause backtracking.
QUOTED = re.compile(
    r"""
    "{3} (?: [^"\\]++ | \\. | "(?!"") )*+ "{0,5}
    | "  (?: [^"\\\n]++ | \\. )*+ "?
    | '{3} (?: [^']++ | '(?!'') )*+ '{0,5}
    | '  [^'\n]*+ '?
    | \# [^\n]*+
    """,
    re.DOTALL | re.VERBOSE,
)
DOTTED = re.compile(rf"(?<![\w\"-])(?:[\w\"-]++[ \t]*+\.[ \t]*+){{{MOST_NESTED_LEVELS}}}")


def boundless(text: str) -> str:
    """Return why tomllib must not read a text: DEEP where its keys have too many pieces, MANY entries; "" if it may."""
    bare = QUOTED.sub('""', text)
    if DOTTED.search(bare):  # for a key of 30,000 pieces it takes 3 GB
        return DEEP
    return MANY if sum(map(bare.count, "=,[{")) > MOST_ENTRIES else ""
