"""The parts of an Office file as XML: nothing is resolved, nothing is fetched, nothing may grow without end."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any, Protocol
from urllib.parse import unquote

from lxml import etree

from model.faults import Fault
from model.reading.formats.budget import MARKUP, Budget
from model.zip_bounds import most_entries

LARGEST_PART_BYTES = 24 * 1024 * 1024
LARGEST_UNPACKED_BYTES = 200 * 1024 * 1024
MOST_PACKAGE_ENTRIES = 5_000
# ISO 29500 Strict names the same elements otherwise; read as what nearly all programs write (Transitional).
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}

DECLARED = re.compile(b"<!(?:DOCTYPE|ENTITY)")
# lxml spells a namespace out with each name that it gives out.
LONG_NAMESPACE = re.compile(rb"""xmlns[\w:.-]*\s*=\s*(?:"[^"]{300}|'[^']{300})""")
STRANGE = "它里面的文件多得不正常，不像是 Word 文档。请用 WPS 或 Word 打开它，另存为 .docx。"
TOO_LARGE = "它解开以后大得不正常，没有打开。请用 WPS 或 Word 打开它，另存为 .docx。"


class Parts(Protocol):
    """What the parts of an Office file are taken from."""

    def part(self, name: str) -> Any:
        """Return the root element of a part, None if there is none. Raises Fault where it is broken or boundless."""


def part_name(name: str) -> str:
    """Return a part's name as it is looked up: OPC names differ neither by case nor by escapes, and some programs write \\ for /."""
    return unquote(name).replace("\\", "/").removeprefix("./").lstrip("/").lower()


class Package:
    """An Office file that is a zip."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self._budget = budget
        if most_entries(data) > MOST_PACKAGE_ENTRIES:
            raise Fault(STRANGE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise Fault("它已经损坏，打不开。请用 WPS 或 Word 打开它，另存为 .docx，再试一次。") from error
        self._entries = {part_name(entry.filename): entry for entry in self._zip.infolist()}
        if self.unpacked_size > LARGEST_UNPACKED_BYTES:
            raise Fault(TOO_LARGE)

    @property
    def names(self) -> list[str]:
        """The names of all parts, as part_name gives them."""
        return sorted(self._entries)

    @property
    def has_doubles(self) -> bool:
        """Whether two entries have the name of one part; which of them counts differs from program to program."""
        return len(self._entries) < len(self._zip.infolist())

    @property
    def unpacked_size(self) -> int:
        """How many bytes all parts take unpacked; none gives more than it declares."""
        return sum(info.file_size for info in self._zip.infolist())

    def part(self, name: str) -> Any:
        """Return the root element of a part, None if there is none. Raises Fault where it is broken or boundless."""
        entry = self._entries.get(part_name(name))
        return None if entry is None else parsed(self._bytes(entry), self._budget)

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise Fault("它加了密码，打不开。请用 WPS 或 Word 打开它，去掉密码，另存为 .docx。")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Fault("它的存法少见，读不了。请用 WPS 或 Word 打开它，另存为 .docx，再试一次。")
        try:
            with self._zip.open(info) as file:
                data = file.read(LARGEST_PART_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError) as error:
            raise Fault("它已经损坏，读不出来。请用 WPS 或 Word 打开它，另存为 .docx，再试一次。") from error
        if len(data) > LARGEST_PART_BYTES:
            raise Fault(TOO_LARGE)
        return data


def parsed(data: bytes, budget: Budget) -> Any:
    """Return the root element of XML that an Office file holds.

    Raises Fault where it is broken or boundless, or declares entities."""
    if b"!" in data and DECLARED.search(data):  # to look for a rare byte first is many times as quick
        raise Fault("它里面夹带了不该有的内容，为了安全没有打开。请用 WPS 或 Word 打开它，另存为 .docx，再试一次。")
    if LONG_NAMESPACE.search(data):
        raise Fault("它里面有长得不正常的内容，没有打开。请用 WPS 或 Word 打开它，另存为 .docx，再试一次。")
    budget.spend(MARKUP, data.count(b"<") + data.count(b"="))
    for strict, usual in STRICT.items():
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Fault("它的内容已经损坏，读不出来。请用 WPS 或 Word 打开它，另存为 .docx，再试一次。") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Fault("它里面夹带了不该有的内容，为了安全没有打开。请用 WPS 或 Word 打开它，另存为 .docx，再试一次。")
    return root
