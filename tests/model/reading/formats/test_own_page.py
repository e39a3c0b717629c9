"""Pages that this program wrote are read by what their elements say; any other, also one that was made of them, as a page."""

from __future__ import annotations

import pytest

from export.web.document import page_bytes
from model.faults import Fault
from model.reading.document import read_bytes
from model.reading.formats.budget import LINES, MOST, Budget
from model.reading.formats.source_blocks import SIGN_OFF, TITLE, Line
from model.reading.formats.web_page import blocks_of_page
from tests.samples import main_report


@pytest.fixture
def page() -> str:
    return page_bytes(main_report()).decode()


def styles(page: str) -> set[str]:
    return {block.style for block in blocks_of_page(page, Budget()) if isinstance(block, Line)}


def test_title_headings_and_sign_off_are_told(page):
    lines = [block for block in blocks_of_page(page, Budget()) if isinstance(block, Line)]
    assert [line.style for line in lines if line.style] == [TITLE, SIGN_OFF, SIGN_OFF]
    assert [line.level for line in lines if line.level == 1] == [1] * 6


@pytest.mark.parametrize(
    ("place", "put"),
    [
        ("<main>", "<main><nav>首页</nav>"),
        ("<body>", "<body><header>某县人民政府</header>"),
        ("</main>", "版权所有</main>"),
        ("<h2>", "<h2><b>其他</b>"),
        (' class="report-sign-off"', ""),
    ],
)
def test_a_page_that_was_changed_is_read_as_any_other(page, place, put):
    changed = page.replace(place, put)
    assert changed != page and SIGN_OFF not in styles(changed)
    reading = read_bytes(changed.encode(), ".html")
    assert len(reading.cells) == 200 and reading.open == []


def test_one_that_goes_on_and_on_is_refused_like_any_other(page):
    with pytest.raises(Fault, match="段落多得不正常"):
        blocks_of_page(page.replace("<main>", f"<main>{'<p>一</p>' * MOST[LINES][0]}"), Budget())
