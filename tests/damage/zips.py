"""Packages taken apart and put together again, also with names that come twice."""

from __future__ import annotations

import io
import warnings
import zipfile


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    """The parts of a package. Raises what zipfile raises where it is broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [(name, package.read(name)) for name in package.namelist()]


def packed(parts: list[tuple[str, bytes]]) -> bytes:
    """A package of these parts."""
    made = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(made, "w") as package:  # a name may come twice
        for name, content in parts:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return made.getvalue()
