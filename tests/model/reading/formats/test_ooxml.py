"""The parts of an Office file: given as they are, or refused with what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from model.faults import Fault
from model.reading.formats import ooxml
from model.reading.formats.budget import Budget
from model.reading.formats.ooxml import Package
from tests.samples import EXAMPLE

PART = "word/document.xml"


def packed(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return target.getvalue()


def encrypted(data: bytes) -> bytes:
    """The same file with the mark of a password on its parts."""
    changed = bytearray(data)
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        changed[data.index(head) + place] |= 1
    return bytes(changed)


def test_every_part_of_an_exported_report_can_be_read():
    data = word_bytes(load_draft(EXAMPLE)[0])
    package = Package(data, Budget())
    for name in zipfile.ZipFile(io.BytesIO(data)).namelist():
        assert package.part(name) is not None


def test_a_part_that_is_not_there_is_none():
    package = Package(packed({PART: b"<a/>"}), Budget())
    assert package.part("word/numbering.xml") is None


def test_remarks_and_instructions_are_no_content():
    root = Package(packed({PART: b"<a><!-- x --><?y z?><b/></a>"}), Budget()).part(PART)
    assert [child.tag for child in root] == ["b"]


UTF16 = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04", "损坏，打不开"),
        (encrypted(packed({PART: b"<a/>"})), "加了密码"),
        (packed({PART: b"<a/>"}, zipfile.ZIP_LZMA), "存法少见"),
        (packed({PART: b"<a>"}), "内容已经损坏"),
        (packed({PART: b'<!DOCTYPE a SYSTEM "http://localhost/x"><a/>'}), "不该有的内容"),
        (packed({PART: UTF16}), "不该有的内容"),
        (packed({PART: b"<a/>"}, zipfile.ZIP_STORED).replace(b"<a/>", b"<b/>"), "已经损坏，读不出来"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data, words):
    with pytest.raises(Fault) as fault:
        Package(data, Budget()).part(PART)
    assert words in str(fault.value) and "另存为 .docx" in str(fault.value)


def test_what_grows_without_end_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(ooxml, "LARGEST_PART_BYTES", 20)
    assert Package(packed({PART: b"<a>" + b" " * 13 + b"</a>"}), Budget()).part(PART) is not None
    with pytest.raises(Fault, match="大得不正常"):
        Package(packed({PART: b"<a>" + b" " * 14 + b"</a>"}), Budget()).part(PART)


def test_thousands_of_parts_are_no_document(monkeypatch):
    monkeypatch.setattr(ooxml, "MOST_PACKAGE_ENTRIES", 3)
    parts = {f"{number}.xml": b"<a/>" for number in range(4)}
    with pytest.raises(Fault, match="多得不正常"):
        Package(packed(parts), Budget())
