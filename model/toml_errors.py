"""What is wrong with a TOML file, in words for a person."""

from __future__ import annotations

import re

DOUBLED = re.compile(
    r"(?:Cannot overwrite a value|Cannot declare .* twice|Duplicate inline table key .*) \(at line (?P<line>\d+),"
)


def place_in_toml(error: Exception) -> str:
    """Return where an error of tomllib is, in Chinese; on Python 3.11 only its message tells."""
    message = str(error)
    found = re.search(r"at line (\d+), column (\d+)", message)
    if found:
        return f"第 {found[1]} 行第 {found[2]} 列"
    return "文件末尾" if "end of document" in message else "文件里有一处"


def doubled_in_toml(text: str, error: Exception) -> str:
    """Return the name, with dots, of the key or table that a text holds twice, where that is the error; else ""."""
    found = DOUBLED.search(str(error))
    if not found:
        return ""
    lines = text.split("\n")[: int(found["line"])]
    last = _key(lines[-1])
    if lines[-1].lstrip().startswith("["):
        return last
    table = next((_key(line) for line in reversed(lines) if line.startswith("[")), "")
    return f"{table}.{last}" if table else last


def _key(line: str) -> str:
    return line.partition("=")[0].partition("#")[0].strip("[] \t\r\"'")
