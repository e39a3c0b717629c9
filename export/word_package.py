"""The Word template, opened from its parts, and a document's bytes without a trace of when they were made."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject

TEMPLATE = Path(__file__).parent.parent / "resources" / "word"
FIRST = "[Content_Types].xml"
# 1 January 1980, 0:00, as the file headers of a zip write it: time, then date.
NO_TIME = struct.pack("<HH", 0, (1 << 5) | 1)


def open_template() -> DocumentObject:
    """An empty document with the page, the styles and the page numbers of resources/word."""
    return Document(io.BytesIO(template_bytes()))


def template_bytes() -> bytes:
    """The parts in resources/word, packed as a .docx (unpacked they can be read and compared)."""
    packed = io.BytesIO()
    parts = sorted(path for path in TEMPLATE.rglob("*") if path.is_file())
    with zipfile.ZipFile(packed, "w") as package:
        for part in sorted(parts, key=lambda path: path.name != FIRST):
            package.writestr(part.relative_to(TEMPLATE).as_posix(), part.read_bytes())
    return packed.getvalue()


def document_bytes(document: DocumentObject) -> bytes:
    """The document as a .docx with every time in it set to the same day, so that equal reports give equal bytes."""
    packed = io.BytesIO()
    document.save(packed)
    data = bytearray(packed.getvalue())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        headers = [entry.header_offset + 10 for entry in package.infolist()]
        names = [(len(entry.filename.encode()), len(entry.extra), len(entry.comment)) for entry in package.infolist()]
        place = package.start_dir
    for header in headers:
        data[header : header + 4] = NO_TIME
    for lengths in names:
        data[place + 12 : place + 16] = NO_TIME
        place += 46 + sum(lengths)
    return bytes(data)
