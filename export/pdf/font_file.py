"""What must be known of a font file: whether it may be embedded, which letters it has, and how wide they are.

Only the tables that say so are read; a Chinese face may have 20 MB."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from struct import error, iter_unpack, unpack_from
from typing import BinaryIO, NamedTuple

COLLECTION = b"ttcf"
# Of fsType in OS/2: who may embed the face, and that it may only whole or only as pictures, which no PDF here does.
EMBEDDING_BITS, RESTRICTED, NOT_AS_SUBSET = 0xF, 2, 0x300
MOST_TABLES = 256
LARGEST_TABLE_BYTES = 8 * 1024 * 1024
UNICODE_TABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))  # platform and encoding, those that know the most first


class FontFile(NamedTuple):
    """The face at one place of a font file: whether it may be embedded, and the code points of its letters."""

    embeddable: bool
    letters: frozenset[int]


@lru_cache(maxsize=64)
def read_font(path: str, place: int) -> FontFile:
    """Return what is known of the face at that place of a file; of a broken one, that it may not be embedded."""
    try:
        with Path(path).open("rb") as file:
            tables = _tables(file, place)
            return FontFile(
                _may_embed(_table(file, tables, b"OS/2")), frozenset(_glyphs(_table(file, tables, b"cmap")))
            )
    except (OSError, error, LookupError, ValueError):
        return FontFile(False, frozenset())


@lru_cache(maxsize=8)
def letter_widths(path: str, place: int) -> Mapping[int, float]:
    """Return the widths of the letters of the face at that place of a file by their code points, in em; none of a broken one."""
    try:
        with Path(path).open("rb") as file:
            tables = _tables(file, place)
            cmap, head, hhea, hmtx = (_table(file, tables, name) for name in (b"cmap", b"head", b"hhea", b"hmtx"))
        widths = _widths(head, hhea, hmtx)
        return {code: widths[min(glyph, len(widths) - 1)] for code, glyph in _glyphs(cmap).items()}
    except (OSError, error, LookupError, ValueError):
        return {}


def _tables(file: BinaryIO, place: int) -> dict[bytes, tuple[int, int]]:
    """Return where each table of the face begins, and how long it is."""
    begin, header = 0, file.read(12)
    if header[:4] == COLLECTION:
        (count,) = unpack_from(">I", header, 8)
        if place >= count:
            raise ValueError("no such face in the collection")
        file.seek(12 + 4 * place)
        (begin,) = unpack_from(">I", file.read(4))
        file.seek(begin)
        header = file.read(12)
    count = min(unpack_from(">H", header, 4)[0], MOST_TABLES)
    entries = file.read(16 * count)
    return {entries[at : at + 4]: unpack_from(">II", entries, at + 8) for at in range(0, len(entries), 16)}


def _table(file: BinaryIO, tables: dict[bytes, tuple[int, int]], name: bytes) -> bytes:
    begin, length = tables.get(name, (0, 0))
    file.seek(begin)
    return file.read(min(length, LARGEST_TABLE_BYTES))


def _may_embed(os2: bytes) -> bool:
    """Return whether the maker of the face lets documents carry it; old faces without the table do not forbid it."""
    bits = unpack_from(">H", os2, 8)[0] if len(os2) >= 10 else 0
    return bits & EMBEDDING_BITS != RESTRICTED and not bits & NOT_AS_SUBSET


def _widths(head: bytes, hhea: bytes, hmtx: bytes) -> list[float]:
    """Return the widths of the glyphs in em; the last is that of all that come after it."""
    (units,), (count,) = unpack_from(">H", head, 18), unpack_from(">H", hhea, 34)
    return [width / units for width, _ in iter_unpack(">Hh", hmtx[: 4 * count])]


def _glyphs(cmap: bytes) -> dict[int, int]:
    """Return the glyphs by the code points of their letters."""
    (count,) = unpack_from(">H", cmap, 2)
    places = {entry[:2]: entry[2] for entry in (unpack_from(">HHI", cmap, 4 + 8 * number) for number in range(count))}
    best = next((places[kind] for kind in UNICODE_TABLES if kind in places), None)
    if best is None:
        return {}
    (kind,) = unpack_from(">H", cmap, best)
    return {4: _by_segments, 12: _by_groups}.get(kind, _none)(cmap[best:])


def _none(_: bytes) -> dict[int, int]:
    return {}


def _by_groups(table: bytes) -> dict[int, int]:
    """Return the glyphs of a table of format 12: groups of first, last and the first one's glyph."""
    (count,) = unpack_from(">I", table, 12)
    found: dict[int, int] = {}
    for number in range(count):
        first, last, glyph = unpack_from(">III", table, 16 + 12 * number)
        has_none = glyph == 0
        codes = range(first + has_none, min(last, 0x10FFFF) + 1)
        found.update(zip(codes, range(glyph + has_none, glyph + has_none + len(codes)), strict=True))
    return found


def _by_segments(table: bytes) -> dict[int, int]:
    """Return the glyphs of a table of format 4: segments that have a distance to their glyphs, or a list of them."""
    count = unpack_from(">H", table, 6)[0] // 2
    lasts = unpack_from(f">{count}H", table, 14)
    firsts = unpack_from(f">{count}H", table, 16 + 2 * count)
    deltas = unpack_from(f">{count}H", table, 16 + 4 * count)
    lists = 16 + 6 * count
    found: dict[int, int] = {}
    for number, (first, last, delta) in enumerate(zip(firsts, lasts, deltas, strict=True)):
        at = lists + 2 * number
        (offset,) = unpack_from(">H", table, at)
        if not offset:
            found.update((code, glyph) for code in range(first, last + 1) if (glyph := (code + delta) & 0xFFFF))
        elif last >= first:
            # Old faces have a last segment whose list lies behind the table's end: it has no letters.
            listed = table[at + offset : at + offset + 2 * (last - first + 1)]
            glyphs = unpack_from(f">{len(listed) // 2}H", listed)
            found.update((first + step, (glyph + delta) & 0xFFFF) for step, glyph in enumerate(glyphs) if glyph)
    found.pop(0xFFFF, None)
    return found
