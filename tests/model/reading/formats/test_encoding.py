"""Pages and texts in any encoding, whatever they declare."""

from __future__ import annotations

import pytest

from model.draft.draft_file import load_draft
from model.reading.document import read_bytes
from tests.model.reading.pages import TITLED, page_of
from tests.samples import EXAMPLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("declared", ["", "gb2312", "utf-8"])
def test_a_web_page_is_read_in_any_encoding_and_the_site_stays_out(encoding, declared):
    report = load_draft(EXAMPLE)[0]
    page = page_of(report).replace("<head>", f"<head><meta charset={declared}>" if declared else "<head>")
    reading = read_bytes(page.encode(encoding), ".html")
    assert reading.cells == {name: report.numbers()[name] for name in report.form.cells}
    assert (reading.report.unit, reading.report.year) == (report.unit, report.year)
    assert [p.text for p in reading.report.parts("remarks")] == ["remarks的正文，有一句话。"]
    assert any("主办单位" in line for line in reading.left_out)
    assert "首页" not in str(reading.report.values)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8", "gb18030"])
def test_a_text_file_is_read_in_any_encoding_even_with_a_byte_broken(encoding):
    data = (TITLED.format("") + "六、其他需要报告的事项\n今年的工作有一些新的做法。\n").encode(encoding)
    assert read_bytes(data, ".txt").cells["disclosure.licences.decisions"] == 3
    if encoding == "utf-8":
        assert read_bytes(data[:60] + b"\xff" + data[60:], ".txt").cells["disclosure.licences.decisions"] == 3


@pytest.mark.parametrize("name", ["hex", "rot13", "idna", "undefined", "utf-16"])
def test_an_encoding_that_is_none_does_no_harm(name):
    page = page_of(load_draft(EXAMPLE)[0]).replace("<head>", f"<head><meta charset={name}>")
    assert len(read_bytes(page.encode("gb18030"), ".html").cells) == 200


def test_a_page_that_declares_itself_as_xml_is_read():
    page = '<?xml version="1.0" encoding="gbk"?>\n' + page_of(load_draft(EXAMPLE)[0])
    assert len(read_bytes(page.encode("gbk"), ".html").cells) == 200
