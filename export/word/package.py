"""A Word document packed from the parts in resources/word: the page, the styles, the page numbers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from html import escape  # xml.sax.saxutils would load all of urllib
from pathlib import Path

PARTS = Path(__file__).parents[2] / "resources" / "word"
PLACE = re.compile("@([a-z]+);")
FIRST = "[Content_Types].xml"
QUICK = 3  # of zlib's levels: half the time of the default for a tenth more bytes
# Every entry of the package says this time, so that equal reports give equal bytes.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def packed(body: str, properties: Mapping[str, str]) -> bytes:
    """The .docx with this body (WordprocessingML) and these properties, such as title and author.

    Where it belongs in the parts stands as @body; and so on."""
    words = {"body": body} | {name: escape(value, quote=False) for name, value in properties.items()}
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as file:
        for part in sorted(_parts(), key=lambda path: (path.name != FIRST, path)):
            # In one go: a report's own text may say @title; too.
            text = PLACE.sub(lambda found: words.get(found[1], found[0]), part.read_text(encoding="utf-8"))
            entry = zipfile.ZipInfo(part.relative_to(PARTS).as_posix(), NO_TIME)
            file.writestr(entry, text.encode("utf-8"), zipfile.ZIP_DEFLATED, QUICK)
    return package.getvalue()


def _parts() -> list[Path]:
    return [path for path in PARTS.rglob("*") if path.suffix in (".xml", ".rels") or path.name == ".rels"]
