"""Reads a PDF with poppler, independently of what wrote it."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(
    not (shutil.which("pdftotext") and shutil.which("pdfinfo") and shutil.which("pdffonts")), reason="needs poppler"
)


def said_by(tool: str, data: bytes, folder: Path, *options: str) -> str:
    """What a tool of poppler says about a PDF."""
    path = folder / "read.pdf"
    path.write_bytes(data)
    last = ["-"] if tool == "pdftotext" else []
    return subprocess.run([tool, *options, str(path), *last], check=True, capture_output=True).stdout.decode(
        "utf-8", "replace"
    )


def pages_of(data: bytes, folder: Path) -> list[str]:
    """The text of each page, without its number."""
    pages = said_by("pdftotext", data, folder, "-raw").rstrip("\f").split("\f")
    return [re.sub(r"—\s*\d+\s*—\s*$", "", page) for page in pages]


def lines_of(data: bytes, folder: Path) -> list[str]:
    """The lines of all pages as they stand on paper."""
    return [line for page in page_lines(data, folder) for line in page]


def page_lines(data: bytes, folder: Path) -> list[list[str]]:
    """The lines of each page as they stand on paper: what has nearly the same base line, from left to right."""
    return [_lines(page) for page in said_by("pdftotext", data, folder, "-bbox").split("<page ")[1:]]


def _lines(page: str) -> list[str]:
    lines: list[list[tuple[float, str]]] = []
    words = re.findall(r'xMin="([\d.]+)".*? yMax="([\d.]+)">(.*?)</word>', page)
    last = 0.0
    for left, bottom, word in sorted(words, key=lambda one: float(one[1])):
        if float(bottom) > last + 6 or not last:
            lines.append([])
        last = float(bottom)
        lines[-1].append((float(left), unescape(word)))
    return ["".join(word for _, word in sorted(line)) for line in lines]


def words_of(data: bytes, folder: Path) -> str:
    """The whole text without blanks and line ends."""
    return re.sub(r"\s", "", "".join(pages_of(data, folder)))


def page_count(data: bytes, folder: Path) -> int:
    """The number of pages."""
    return int(re.search(r"Pages:\s+(\d+)", said_by("pdfinfo", data, folder))[1])


def font_rows(data: bytes, folder: Path) -> list[list[str]]:
    """The fonts: name, kind, whether embedded, subset, and searchable."""
    rows = said_by("pdffonts", data, folder).splitlines()[2:]
    return [[row.split()[0], *row.split()[-5:-2]] for row in rows]
