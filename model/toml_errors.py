"""What is wrong with a TOML file, in words for a person."""

from __future__ import annotations

import re


def place_in_toml(error: Exception) -> str:
    """Return where an error of tomllib is, in Chinese; on Python 3.11 only its message tells."""
    message = str(error)
    found = re.search(r"at line (\d+), column (\d+)", message)
    if found:
        return f"第 {found[1]} 行第 {found[2]} 列"
    return "文件末尾" if "end of document" in message else "文件里有一处"
