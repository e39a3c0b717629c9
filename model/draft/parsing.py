"""The bytes of a draft file as TOML data; anything else is refused with the place in it."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from typing import Any

from model.faults import DraftFault

TOO_DEEP = "里面的括号一层套一层，套得太深，不是本程序用的文件。请打开另一个文件。"
MOST_NESTED_LEVELS = 40  # of tables and lists; tomllib reads deeper ones, but tomli_w fails to write them
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


def parsed(data: bytes) -> dict[str, Any]:
    """Return the data in a draft file's bytes, with decimals as exact ones. Raises DraftFault."""
    text = _decoded(data)
    # Asked beforehand: for a key of 30,000 pieces tomllib takes 3 GB.
    if DOTTED.search(QUOTED.sub('""', text)):
        raise DraftFault(TOO_DEEP)
    try:
        found = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise DraftFault(
            f"{_place(str(error))}写法不对，不是完好的 TOML 文件。请改正这一处，或者打开另一个文件。"
        ) from error
    if _is_deeper(found, MOST_NESTED_LEVELS):
        raise DraftFault(TOO_DEEP)
    return found


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise DraftFault("文件是空的，里面没有草稿。请打开另一个文件，或者从新建开始。")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DraftFault("文件的编码是 UTF-16，不是 UTF-8。请用记事本打开它，另存为时编码选“UTF-8”。")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DraftFault(
            f"文件的编码不是 UTF-8（第 {line} 行起），可能是 GBK。请用记事本打开它，另存为时编码选“UTF-8”。"
        ) from error


def _is_deeper(value: Any, levels: int) -> bool:
    """Return whether tables and lists are nested in each other more than so many levels deep."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels < 0 or any(_is_deeper(item, levels - 1) for item in inside)


def _place(message: str) -> str:
    """Return where a TOML error is, in Chinese; tomllib of Python 3.11 tells it in its message only."""
    found = re.search(r"at line (\d+), column (\d+)", message)
    if found:
        return f"第 {found[1]} 行第 {found[2]} 列"
    return "文件末尾" if "end of document" in message else "文件里有一处"
