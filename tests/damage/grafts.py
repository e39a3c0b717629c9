"""Real documents with something that goes on and on grafted into them: lists, styles, spans, headings, enumerations."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from random import Random
from zipfile import BadZipFile

from tests.damage.grown import HEADINGS, numbering, phrase, piece_of_page, piece_of_word, styles
from tests.damage.zips import packed, unpacked

LARGEST = 100_000  # characters of one graft
NOT_A_ZIP = (BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, KeyError)


def grafted_word(data: bytes, random: Random) -> bytes:
    """A .docx with paragraphs, tables or nests among its own, and now and then other styles and lists."""
    try:
        parts = dict(unpacked(data))
        parts["word/document.xml"] = grafted_xml(parts["word/document.xml"], random)
    except NOT_A_ZIP:
        return data
    if random.random() < 0.5:
        parts["word/styles.xml"] = styles(random).encode()
    if random.random() < 0.5:
        parts["word/numbering.xml"] = numbering(random).encode()
    return packed(list(parts.items()))


def grafted_xml(data: bytes, random: Random) -> bytes:
    """Word's XML with the same."""
    return _grafted(data, re.compile(rb"(?<=</w:p>)|(?<=</w:r>)|(?<=</w:tc>)"), piece_of_word, random)


def grafted_page(data: bytes, random: Random) -> bytes:
    """A page with tables, nests and headings among its elements."""
    return _grafted(data, re.compile(b"(?=<)"), piece_of_page, random)


def grafted_text(data: bytes, random: Random) -> bytes:
    """A text with headings and enumerations among its lines, or within them."""
    return _grafted(data, re.compile("(?<=\n)|(?=，)".encode()), _lines, random)


def _lines(random: Random) -> str:
    lines = [random.choice(HEADINGS), phrase(random)] * random.choice((1, 1, 30))
    return random.choice(("\n", "")).join(lines)


def _grafted(data: bytes, mark: re.Pattern[bytes], piece: Callable[[Random], str], random: Random) -> bytes:
    """The data with one to three pieces in it, each where the pattern finds a place."""
    for _ in range(random.randint(1, 3)):
        places = [found.start() for found in mark.finditer(data)] or [len(data)]
        at = random.choice(places)
        data = data[:at] + piece(random)[:LARGEST].encode() + data[at:]
    return data
