"""Tables without row labels: the groups of the disputes."""

from __future__ import annotations

import time

import pytest

from model.draft.draft_file import load_draft
from model.form.form import load_form
from model.form.grid import Grid
from model.reading.document import read_bytes
from tests.model.reading.pages import page_of, table_of
from tests.samples import EXAMPLE

FORM = load_form("2021")


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


HEADS = (
    "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n"
    + "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n" * 3
)


def test_five_numbers_left_of_fifteen_are_no_groups():
    """The blank lines between them are lost: which cells they were nobody knows."""
    reading = read_bytes((HEADS + "3\n3\n2\n1\n3\n五、存在的主要问题及改进情况\n有一句话。").encode(), ".txt")
    assert not any(name.startswith("disputes.") for name in reading.cells)
    assert "disputes.litigation_after_review.upheld" in {entry.cell for entry in reading.open}


def test_a_row_of_groups_that_goes_on_below_is_left_open():
    numbers = " ".join(map(str, range(10, 25)))
    reading = read_bytes(f"{HEADS}{numbers}\n5 7 9\n五、存在的主要问题及改进情况\n有一句话。".encode(), ".txt")
    assert not any(name.startswith("disputes.") for name in reading.cells)
    assert "disputes.review.upheld" in {entry.cell for entry in reading.open}


def test_blanks_beside_the_headings_are_no_cells():
    report = load_draft(EXAMPLE)[0]

    def spaced(grid: Grid, numbers: dict) -> str:
        written = table_of(grid, numbers | {"disputes.review.upheld": ""})
        spaced = written.replace("<tr>", "<tr><td></td>").replace("</tr>", "<td></td></tr>")
        return written if grid.label_columns else spaced

    reading = read_bytes(page_of(report, spaced).encode())
    names = {name for name in report.form.cells if name.startswith("disputes.")}
    assert names - reading.cells.keys() == {"disputes.review.upheld"} and not reading.open


@pytest.mark.parametrize("lost", range(4))
def test_a_heading_that_is_lost_changes_no_order(lost):
    heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
    heads[lost] = ""
    text = f"{HEADS.splitlines()[0]}\n行政复议 | 行政诉讼\n{' | '.join(heads)}\n{' | '.join(map(str, range(1, 16)))}\n"
    reading = read_bytes(text.encode(), ".txt")
    names = [name for name in FORM.cells if name.startswith("disputes.")]
    assert [reading.cells.get(name) for name in names] == list(range(1, 16))


def test_of_headings_in_another_order_one_that_is_lost_leaves_all_open():
    heads = [
        "总计",
        "",
        "结果纠正",
        "其他结果",
        "尚未审结",
        *["总计", "结果维持", "结果纠正", "其他结果", "尚未审结"] * 2,
    ]
    text = f"{HEADS.splitlines()[0]}\n{' | '.join(heads)}\n{' | '.join(map(str, range(1, 16)))}\n"
    reading = read_bytes(text.encode(), ".txt")
    assert not any(name.startswith("disputes.") for name in reading.cells)


def test_the_work_grows_with_the_rows_and_not_with_their_square():
    def spent(rows: int) -> float:
        text = f"{HEADS}" + "3 4\n" * rows
        began = time.thread_time()
        read_bytes(text.encode(), ".txt")
        return time.thread_time() - began

    assert spent(12_000) <= 10 * max(spent(3_000), 0.05)
