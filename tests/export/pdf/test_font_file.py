"""What is read of font files, against fonts made here and the shipped ones."""

from __future__ import annotations

import struct

import pytest

from export.pdf.faces import SHIPPED_FOLDER
from export.pdf.font_file import read_font


def font(cmap: bytes, embedding: int = 0) -> bytes:
    """A font file with nothing but these two tables."""
    os2 = struct.pack(">HhHHH", 4, 500, 400, 5, embedding)
    start = 12 + 2 * 16
    head = struct.pack(">IHHHH", 0x00010000, 2, 0, 0, 0)
    entries = (
        b"OS/2"
        + struct.pack(">III", 0, start, len(os2))
        + b"cmap"
        + struct.pack(">III", 0, start + len(os2), len(cmap))
    )
    return head + entries + os2 + cmap


def cmap(encoding: int, table: bytes) -> bytes:
    return struct.pack(">HHHHI", 0, 1, 3, encoding, 12) + table


GROUPS = cmap(10, struct.pack(">HHIII", 12, 0, 16 + 24, 0, 2) + struct.pack(">6I", 65, 67, 1, 0x20000, 0x20001, 9))
# 甲 by its distance to a glyph, 乙 and 丁 by a list in which 丙 has none; and the segment that ends every table.
ENDS, STARTS = (0x4E01, 0x7532, 0xFFFF), (0x4E00, 0x7532, 0xFFFF)
SEGMENTS = cmap(
    1,
    struct.pack(">HHHHHHH", 4, 0, 0, 6, 0, 0, 0)
    + struct.pack(">3HH3H", *ENDS, 0, *STARTS)
    + struct.pack(">3H", 0, 1, 1)
    + struct.pack(">3H", 6, 0, 0)
    + struct.pack(">2H", 5, 0),
)
# The same, but the last segment's list lies nowhere.
ASTRAY = SEGMENTS.replace(struct.pack(">3H", 6, 0, 0), struct.pack(">3H", 6, 0, 0xFFFF))


@pytest.mark.parametrize(
    ("table", "letters"),
    [(GROUPS, {65, 66, 67, 0x20000, 0x20001}), (SEGMENTS, {0x4E00, 0x7532}), (ASTRAY, {0x4E00, 0x7532})],
)
def test_the_letters_of_both_kinds_of_tables(tmp_path, table, letters):
    path = tmp_path / "a.ttf"
    path.write_bytes(font(table))
    assert read_font(str(path), 0).letters == letters


@pytest.mark.parametrize(
    ("bits", "allowed"),
    [(0, True), (2, False), (4, True), (8, True), (0x102, False), (0x104, False), (0x200, False), (6, True)],
)
def test_only_a_face_whose_maker_forbids_it_may_not_be_embedded(tmp_path, bits, allowed):
    path = tmp_path / "a.ttf"
    path.write_bytes(font(GROUPS, bits))
    assert read_font(str(path), 0).embeddable == allowed


@pytest.mark.parametrize("data", [b"", b"ttcf", b"\0\1\0\0\0\x09", b"ttcf\0\1\0\0\0\0\0\1\0\0\xff\xff", font(b"")])
def test_a_broken_file_is_a_face_without_letters_that_is_never_used(tmp_path, data):
    path = tmp_path / "a.ttf"
    path.write_bytes(data)
    assert read_font(str(path), 0) == (False, frozenset())
    assert read_font(str(tmp_path / "none.ttf"), 0) == (False, frozenset())


@pytest.mark.parametrize("name", ["song.otf", "kai.ttf", "hei.otf", "biaosong.otf", "latin.ttf"])
def test_the_shipped_faces_may_be_embedded_and_have_their_letters(name):
    face = read_font(str(SHIPPED_FOLDER / name), 0)
    assert face.embeddable and {*range(0x20, 0x7F)} <= face.letters
    pairs = [bytes((row, place)) for row in range(0xB0, 0xF8) for place in range(0xA1, 0xFF)]
    hanzi = {ord(letter) for pair in pairs for letter in pair.decode("gb2312", "ignore")}
    assert len(hanzi) == 6763 and (name == "latin.ttf" or hanzi <= face.letters)
