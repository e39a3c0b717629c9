"""A page with its pictures in one file, as browsers, Word and WPS save it."""

from __future__ import annotations

import pytest

from model.draft.draft_file import load_draft
from model.faults import Fault
from model.reading.document import read_bytes
from tests.model.reading.packed import archive
from tests.model.reading.pages import page_of
from tests.samples import EXAMPLE

REPORT = load_draft(EXAMPLE)[0]
CELLS = {name: REPORT.numbers()[name] for name in REPORT.form.cells}


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize(
    ("charset", "codec"), [("gb2312", "gb18030"), ("utf-8", "utf-8"), ("big5", "utf-8"), ("none", "gb18030")]
)
@pytest.mark.parametrize("suffix", [".mht", ".doc"])
def test_the_page_in_it_is_read_in_its_charset(encoding, charset, codec, suffix):
    reading = read_bytes(archive(page_of(REPORT).encode(codec), charset, encoding), suffix)
    assert (reading.cells, reading.report.unit, reading.open) == (CELLS, REPORT.unit, [])


def test_one_without_a_page_is_refused_with_what_to_do():
    data = archive(b"", "utf-8", "base64")
    with pytest.raises(Fault, match=r"没有网页。请在浏览器或 WPS 里打开它，另存为 \.docx"):
        read_bytes(data, ".mht")
