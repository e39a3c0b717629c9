"""Word documents in one XML file, and packages as other programs write them: read like the same report as a .docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from model.faults import Fault
from model.reading.document import read_bytes
from tests.model.reading.packed import MAIN, flat, parts_of, word_2003
from tests.samples import EXAMPLE

REPORT = load_draft(EXAMPLE)[0]
DOCX = word_bytes(REPORT)
CELLS = {name: REPORT.numbers()[name] for name in REPORT.form.cells}
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def zipped(name_of: Callable[[str], str] = str, data_of: Callable[[bytes], bytes] = bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for name, data in parts_of(DOCX).items():
            entry = zipfile.ZipInfo("x")
            entry.filename = name_of(name)
            out.writestr(entry, data_of(data))
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (flat(DOCX), ".docx"),
        (flat(DOCX), ".xml"),
        (word_2003(DOCX), ".doc"),
        (zipped(data_of=lambda data: data.replace(MAIN, STRICT)), ".docx"),
        (zipped(name_of=lambda name: name.replace("/", "\\")), ".docx"),
        (zipped(name_of=lambda name: f"./{name.upper()}"), ".docx"),
        (zipped(data_of=lambda data: data.replace(b'"word/document.xml"', b'"word\\%64ocument.xml"')), ".docx"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + DOCX, ".docx"),
    ],
    ids=["flat", "flat-xml", "2003", "strict", "backslashes", "upper case", "escaped target", "bytes before"],
)
def test_the_same_report_is_read(data, suffix):
    reading = read_bytes(data, suffix)
    assert (reading.cells, reading.open) == (CELLS, [])
    assert reading.report.parts("overview")[0].text == REPORT.parts("overview")[0].text


def test_the_number_that_word_2003_shows_before_a_paragraph_is_read():
    hint = "http://schemas.microsoft.com/office/word/2003/auxHint"
    label = f'<w:pPr><w:listPr><wx:t xmlns:wx="{hint}" wx:val="（一）"/></w:listPr></w:pPr>'
    text = f"<w:p>{label}<w:r><w:t>主动公开</w:t></w:r></w:p>"
    data = re.sub(r"(一、总体情况</w:t></w:r></w:p>)", rf"\1{text}", word_2003(DOCX).decode(), count=1).encode()
    assert data != word_2003(DOCX) and "（一）主动公开" in str(read_bytes(data).report.values).replace(
        "heading='", "（一）"
    )


@pytest.mark.parametrize("data", [flat(DOCX), word_2003(DOCX)], ids=["flat", "2003"])
def test_what_is_broken_or_declares_entities_is_refused(data):
    for broken in (
        data[: len(data) // 2],
        data.replace(b"<w:body>", b"<!DOCTYPE a><w:body>"),
        data.replace(b"w:body", b"w:x"),
    ):
        with pytest.raises(Fault, match=r"另存为 \.docx"):
            read_bytes(broken)
