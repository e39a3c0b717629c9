"""The end of a document."""

from __future__ import annotations

from model.reading.document import read_bytes
from tests.model.reading.pages import TITLED


def test_what_stands_behind_a_lone_date_is_listed():
    reading = read_bytes(
        (TITLED.format("") + "六、其他需要报告的事项\n无。\n2022年1月10日\n（此件公开发布）").encode(), ".txt"
    )
    assert reading.left_out[-1] == "（此件公开发布）"
