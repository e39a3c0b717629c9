"""Templates for tests: the official one, changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.document import Document as WordDocument

from export.word.document import official_template


def changed(change: Callable[[WordDocument], object]) -> bytes:
    """The official template as somebody has changed it in Word."""
    document = Document(io.BytesIO(official_template()))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_parts(parts: dict[str, bytes]) -> bytes:
    """The official template with these parts besides its own, or instead of them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(official_template())) as source, zipfile.ZipFile(out, "w") as target:
        own = {name: source.read(name) for name in source.namelist()}
        for name, data in (own | parts).items():
            target.writestr(name, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def replaced(name: str, old: str, new: str) -> bytes:
    """The official template with other words in one of its parts."""
    with zipfile.ZipFile(io.BytesIO(official_template())) as package:
        text = package.read(name).decode()
    assert old in text
    return with_parts({name: text.replace(old, new).encode()})


def with_relation(kind: str, target: str, more: str = "") -> bytes:
    """The official template with one more relation of its document; `kind` is the end of its type."""
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rId99" Type="{schema}/{kind}" Target="{target}" {more}/>'
    return replaced("word/_rels/document.xml.rels", "</Relationships>", f"{relation}</Relationships>")
