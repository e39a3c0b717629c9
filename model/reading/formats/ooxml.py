"""The parts of an Office file as XML: nothing is resolved, nothing is fetched, nothing may grow without end."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from model.faults import Fault

LARGEST_PART = 24 * 1024 * 1024
MOST_ENTRIES = 10_000


class Package:
    """An Office file; `part` gives one of its parts, parsed."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise Fault("它已经损坏，打不开。请用 WPS 或 Word 打开它，另存为 .docx，再试一次。") from error
        self._names = set(self._zip.namelist())
        if len(self._names) > MOST_ENTRIES:
            raise Fault("它里面的文件多得不正常，不像是 Word 文档。请用 WPS 或 Word 打开它，另存为 .docx。")

    def __contains__(self, name: str) -> bool:
        return name in self._names

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return sorted(self._names)

    @property
    def unpacked_size(self) -> int:
        """How many bytes all parts take unpacked; none gives more than it declares."""
        return sum(info.file_size for info in self._zip.infolist())

    def part(self, name: str) -> Any:
        """The root element of a part, None if there is none. Raises Fault where it is broken or boundless."""
        if name not in self._names:
            return None
        data = self._bytes(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise Fault("它里面有不该有的实体声明，没有打开。请用 WPS 或 Word 打开它，另存为 .docx。")
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
            raise Fault("它里面有不该有的实体声明，没有打开。请用 WPS 或 Word 打开它，另存为 .docx。")
        return root

    def _bytes(self, name: str) -> bytes:
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise Fault("它加了密码，打不开。请用 WPS 或 Word 打开它，去掉密码，另存为 .docx。")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Fault("它的压缩方式读不了。请用 WPS 或 Word 打开它，另存为 .docx，再试一次。")
        try:
            with self._zip.open(info) as file:
                data = file.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError) as error:
            raise Fault("它已经损坏，读不出来。请用 WPS 或 Word 打开它，另存为 .docx，再试一次。") from error
        if len(data) > LARGEST_PART:
            raise Fault("它解开以后大得不正常，没有打开。请用 WPS 或 Word 打开它，另存为 .docx。")
        return data
