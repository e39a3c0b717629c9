"""The bytes of a draft file as TOML data; anything else is refused with the place in it."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

from model.faults import DraftFault
from model.toml_bounds import DEEP, MOST_ENTRIES, MOST_NESTED_LEVELS, boundless
from model.toml_errors import doubled_in_toml, place_in_toml

TOO_MANY = f"里面写了 {MOST_ENTRIES} 处以上，多得不正常，不是本程序写的草稿。请打开另一个文件。"
TOO_DEEP = "里面的括号一层套一层，套得太深，不是本程序用的文件。请打开另一个文件。"
SAVE_AS_UTF_8 = "请用记事本打开它，点“文件 → 另存为”，下面的“编码”选“UTF-8”，保存后再打开。"
WIDE_MARKS = {"UTF-32": (b"\xff\xfe\0\0", b"\0\0\xfe\xff"), "UTF-16": (b"\xff\xfe", b"\xfe\xff")}
HEAD_BYTES = 200  # of a draft, which begins with plain keys
LARGEST_DRAFT_BYTES = 5 * 1024 * 1024
LARGEST_BYTES = 4 * LARGEST_DRAFT_BYTES  # of a recovery copy, which also holds the draft that it belongs to


class DoubledKey(DraftFault):
    """A draft in which something is written twice; `name` says what, `place` where the second is."""

    def __init__(self, name: str, place: str, words: str = "") -> None:
        super().__init__(
            f"{place}的{words or f'“{name}”'}前面已经写过一次，不能写两次。请打开另一个文件；用记事本改过它的，请删去其中一个。"
        )
        self.name, self.place = name, place


def parsed(data: bytes) -> dict[str, Any]:
    """Return the data in a draft file's bytes, with decimals as exact ones. Raises DraftFault."""
    refuse_large_draft(len(data), LARGEST_BYTES)
    text = _decoded(data)
    if kind := boundless(text):
        if kind == DEEP:
            raise DraftFault(TOO_DEEP)
        raise DraftFault(TOO_MANY)
    try:
        found = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError) as error:
        if name := doubled_in_toml(text, error):
            raise DoubledKey(name, place_in_toml(error)) from error
        raise DraftFault(
            f"{place_in_toml(error)}写坏了，后面的读不出来。请打开另一个文件；用记事本改过它的，请把这一处改回去。"
        ) from error
    if _is_deeper(found, MOST_NESTED_LEVELS):
        raise DraftFault(TOO_DEEP)
    return found


def refuse_large_draft(size: int, most: int = LARGEST_DRAFT_BYTES) -> None:
    """Refuse a draft of that many bytes where it is too large. Raises DraftFault."""
    if size > most:
        raise DraftFault(
            f"它超过 {most // 1024 // 1024} MB，不像是年度报告的草稿。请看看是不是粘贴了太多文字，或者选错了文件。"
        )


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise DraftFault("文件是空的，里面没有草稿。请打开另一个文件，或者从新建开始。")
    if wide := _wide_encoding(data):
        raise DraftFault(f"里面的字存法不对（{wide}）。{SAVE_AS_UTF_8}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _undecodable(data, error) from error


def _wide_encoding(data: bytes) -> str:
    """Return the encoding of two or four bytes for each letter that bytes are in; "" if in none."""
    for name, marks in WIDE_MARKS.items():
        if data.startswith(marks):
            return name
    zeros, letters = data[:HEAD_BYTES].count(0), len(data[:HEAD_BYTES])
    if not zeros * 3 > letters or not data[:HEAD_BYTES].strip(b"\0"):
        return ""
    return "UTF-32" if zeros * 3 > letters * 2 else "UTF-16"


def _undecodable(data: bytes, error: UnicodeDecodeError) -> DraftFault:
    """Return the fault of bytes that are not UTF-8: cut off, damaged, or of another encoding."""
    line = data.count(b"\n", 0, error.start) + 1
    if error.reason == "unexpected end of data":
        return DraftFault(
            f"文件不完整，到第 {line} 行就断了，最后一个字只有一半：可能没有存完，或者没有拷完。请从原来的地方再拷一次，或者打开另一个文件。"
        )
    # Chinese in GBK may be UTF-8 by chance, but then not Chinese.
    if any("\u3000" <= letter <= "\u9fff" for letter in data[: error.start].decode("utf-8-sig")):
        return DraftFault(f"第 {line} 行有坏掉的字，文件可能损坏了。请从原来的地方再拷一次，或者打开另一个文件。")
    return DraftFault(f"里面的字存法不对（第 {line} 行起，可能是 GBK）。{SAVE_AS_UTF_8}")


def _is_deeper(value: Any, levels: int) -> bool:
    """Return whether tables and lists are nested in each other more than so many levels deep."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels < 0 or any(_is_deeper(item, levels - 1) for item in inside)
