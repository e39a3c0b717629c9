"""Which faces a document names: those of the standard or the system's own, and others for letters that they lack.

Word and WPS take a face by its name on the machine where the document is opened."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

# The names that GB/T 9704 is usually printed with, and the faces of the same look that come with Windows and WPS.
SYSTEM_FACES = {"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体"}
# Of faces with little more than the letters of GB 2312, by their names; all others have those of GBK.
SMALL = re.compile("_GB2312$|^方正.*简体$")
SONG, SONG_EXTENSION = "宋体", "SimSun-ExtB"  # the latter has what stands beyond the basic plane
SYMBOLS, EXTENSION_A, HANZI = (range(0x2460, 0x3400), range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
COMPATIBLE = range(0xF900, 0xFB00)
BEYOND = range(0x20000, 0x40000)


def with_system_faces(template: bytes) -> bytes:
    """Return a template, a checked .docx, that names the faces of the system instead of those of the standard."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            data = source.read(info)
            for name, other in SYSTEM_FACES.items() if info.filename.endswith(".xml") else ():
                data = data.replace(f'"{name}"'.encode(), f'"{other}"'.encode())
            target.writestr(info, data)
    return out.getvalue()


def by_face(text: str, face: str) -> Iterator[tuple[str, str]]:
    """Yield a text in pieces, each with the face that it needs, "" where `face`, that of its style, will do."""
    letters = () if _is_in_gb2312(text) else set(text)
    faces = {letter: other for letter in letters if (other := _other_face(letter, face))}
    if not faces:
        yield text, ""
        return
    for piece in re.findall(f"[{''.join(faces)}]|[^{''.join(faces)}]+", text):
        yield piece, faces.get(piece, "")


def _other_face(letter: str, face: str) -> str:
    """Return the face that has a letter which that one lacks, "" if it need not lack it."""
    code = ord(letter)
    if code in BEYOND:
        return SONG_EXTENSION
    if code in EXTENSION_A:
        return SONG
    is_hanzi = code in HANZI or code in COMPATIBLE
    is_rare = (is_hanzi or code in SYMBOLS) and not _is_in_gb2312(letter)
    if not is_rare or not SMALL.search(face):
        return ""
    return SYSTEM_FACES.get(face, SONG) if is_hanzi else SONG


def _is_in_gb2312(text: str) -> bool:
    """Return whether GB 2312 has all letters of a text, as it has of most; no face lacks any of its own."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
