"""Tables without row labels: the groups of the disputes."""

from __future__ import annotations

from model.draft.draft_file import load_draft
from model.form.grid import Grid
from model.reading.document import read_bytes
from tests.model.reading.pages import page_of, table_of
from tests.samples import EXAMPLE


def test_blank_disputes_beside_another_years_stay_blank_or_open():
    report = load_draft(EXAMPLE)[0]
    blank = "".join("<td></td>" for _ in range(15))

    def beside(grid: Grid, numbers: dict) -> str:
        written = table_of(grid, numbers)
        head, mark, row = written.rpartition("<tr>")
        return written if grid.label_columns else f"{head}{mark}{blank}{row}"

    reading = read_bytes(page_of(report, beside).encode())
    assert not any(name.startswith("disputes.") for name in reading.cells)


def test_dispute_groups_in_another_order_are_left_open():
    text = (
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n复议后起诉\n未经复议直接起诉\n"
        + "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | " * 3
        + "\n"
        + " | ".join(map(str, range(1, 16)))
    )
    reading = read_bytes(text.encode(), ".txt")
    assert not any(name.startswith("disputes.litigation") for name in reading.cells)
    assert "disputes.litigation_direct.upheld" in {entry.cell for entry in reading.open}
