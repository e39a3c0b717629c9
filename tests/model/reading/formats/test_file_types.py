"""What is said of files that hold no report that could be read."""

from __future__ import annotations

import pytest

from model.draft.draft_file import load_draft
from model.faults import Fault
from model.reading.document import read_bytes
from model.reading.formats.file_types import REFUSED, REPORTS, UNREADABLE
from tests.model.reading.pages import page_of
from tests.samples import EXAMPLE


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧格式（.doc、.wps、.et）或者加了密码"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n", "图片"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (b"GIF89a", "图片"),
        (b"Rar!\x1a\x07", "压缩包"),
        (b"7z\xbc\xaf\x27\x1c", "压缩包"),
    ],
)
@pytest.mark.parametrize("name", [".docx", ".html", ".txt"])
def test_what_a_file_really_is_counts_whatever_it_is_called(head, words, name):
    with pytest.raises(Fault) as fault:
        read_bytes(head + bytes(100), name)
    assert words in str(fault.value) and "请" in str(fault.value)


def test_a_page_of_a_report_is_none_of_those():
    data = page_of(load_draft(EXAMPLE)[0]).encode()
    assert not any(data.startswith(head) for head in REFUSED)
    assert read_bytes(data, ".shtml").cells


def test_no_ending_is_both_read_and_not():
    assert not set(REPORTS) & set(UNREADABLE)
