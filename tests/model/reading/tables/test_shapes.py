"""Rows that begin with a blank: whether it is a cell."""

from __future__ import annotations

import pytest

from model.reading.document import read_bytes
from tests.model.reading.pages import ROWS

COLUMNS = ("natural", "business", "research", "nonprofit", "legal", "other", "total")
HEADS = "申请人情况\n自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
FIRST = "一、本年新收政府信息公开申请数量\t3\t\t\t\t\t\t3\n"


def carried_in(rows: str) -> list[object]:
    """What was read of 二, as a list: blank is None; or ["open"]."""
    reading = read_bytes(ROWS.format(HEADS + rows).encode(), ".txt")
    names = [f"requests.carried_in.{column}" for column in COLUMNS]
    if {entry.cell for entry in reading.open if entry.text}.issuperset(names):
        return ["open"]
    return [reading.cells.get(name) for name in names]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (FIRST + "二、上年结转政府信息公开申请数量\t\t2\t\t\t\t\t2\n", [None, 2, None, None, None, None, 2]),
        (FIRST + "二、上年结转政府信息公开申请数量\t\t2\t\t\t\t\t4\n", ["open"]),  # the total does not prove it
        (FIRST.replace("\t3", "\t\t3", 1) + "二、上年结转政府信息公开申请数量\t\t2\t\t\t\t\t2\n", ["open"]),  # padded
        ("二、上年结转政府信息公开申请数量\t\t2\t\t\t\t\t2\n", ["open"]),  # no row begins with a number
    ],
)
def test_a_blank_at_the_beginning_of_a_line_is_a_cell_where_all_lines_are_alike(rows, expected):
    assert carried_in(rows) == expected


def row_of(label: str, *numbers: object) -> str:
    return f"<tr><td>{label}</td>" + "".join(f"<td>{number}</td>" for number in numbers) + "</tr>"


def test_the_rest_of_a_table_that_a_page_has_cut_is_read_with_its_blanks():
    """Its rows stand one column further left than those under the headings."""
    heads = "<tr><td></td><td></td>" + "".join(
        f"<td>{head}</td>"
        for head in ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    )
    page = (
        "<p>一、总体情况</p><p>有一句话。</p><p>三、收到和处理政府信息公开申请情况</p><table>" + heads + "</tr>"
        "<tr><td colspan=2>一、本年新收政府信息公开申请数量</td><td>3</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>3</td></tr>"
        "</table><table>"
        + row_of("1.信访举报投诉类申请", 2, "", 3, "", "", "", 5)
        + row_of("2.重复申请", "", "", 3, "", "", 3, 6)
        + "</table>"
    )
    reading = read_bytes(page.encode(), ".html")
    read = [reading.cells.get(f"requests.unprocessed_repeat.{column}") for column in COLUMNS]
    assert read == [None, None, 3, None, None, 3, 6]
