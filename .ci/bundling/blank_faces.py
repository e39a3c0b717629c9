"""Blanks the faces that Typst's library carries inside, twice over, and that the program never uses: it names faces of its own.

They are a fifth of the library, and no archive packs them well; Typst passes over what is no face. Usage: blank_faces.py LIBRARY"""

import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

# How a face begins: its kind, the number of its tables.
DIRECTORY = re.compile(rb"(?:OTTO|\x00\x01\x00\x00)\x00[\x04-\x30]")
TABLE = struct.Struct(">4s4xII")  # what stands of each table in a face's directory: tag, checksum, offset, length
LARGEST = 4 * 1024 * 1024  # of a face
NEEDED = {b"head", b"cmap", b"name"}


def faces(library: bytes) -> Iterator[tuple[int, int]]:
    """Where each face within a library begins and ends, in bytes."""
    for match in DIRECTORY.finditer(library):
        start, count = match.start(), library[match.end() - 1]
        directory = library[start + 12 : start + 12 + count * TABLE.size]
        if len(directory) < count * TABLE.size:
            continue
        tables = list(TABLE.iter_unpack(directory))
        length = max(offset + size for _, offset, size in tables)
        if {tag for tag, _, _ in tables} >= NEEDED and length <= LARGEST:
            yield start, start + length


def blank(path: Path) -> int:
    """Puts zeros where the faces of a library are; how many bytes. Raises SystemExit where it has none."""
    library = path.read_bytes()
    blanked = bytearray(library)
    found = list(faces(library))
    for start, end in found:
        blanked[start:end] = bytes(end - start)
    if not found:
        raise SystemExit(f"no faces in {path}: look whether Typst still carries any")
    path.write_bytes(blanked)
    return sum(end - start for start, end in found)


if __name__ == "__main__":
    print(f"{blank(Path(sys.argv[1])) / 1e6:.1f} MB of unused faces blanked")
