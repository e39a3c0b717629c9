"""Which column a number belongs to."""

from __future__ import annotations

import re

import pytest

from model.draft.draft_file import load_draft
from model.form.form import load_form
from model.form.grid import Grid
from model.reading.document import read_bytes
from model.report.report import Report
from tests.model.reading.pages import HEAD2, REGULATIONS, page_of, read_rows, table_of, values_of
from tests.samples import EXAMPLE


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (HEAD2.format("<td>备注") + "<tr><td>规章<td>5<td><td>7<td>无</tr>", [5, None, 7]),
        (HEAD2.format("<td>备注") + "<tr><td>规章<td>5<td><td>7<td>9</tr>", [5, None, 7]),
        ("<tr><td>信息内容<td>上年现行有效<td>本年制发件数<td>本年废止件数<td>现行有效件数</tr><tr><td>规章<td>9<td>5<td><td>7</tr>", [5, None, 7]),
        ("<tr><td>序号<td>信息内容<td>现行有效件数<td>本年废止件数<td>本年制发件数</tr><tr><td>1<td>规章<td>7<td>6<td>5</tr>", [5, 6, 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td style='display:none'>7<td>6<td>7</tr>", [5, 6, 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td>8<!--x-->004<td>7</tr>", [5, 8004, 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td><del>7</del>8004<td>7</tr>", [5, 8004, 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td>8004<sup>1</sup><td>7</tr>", [5, "open", 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td>约8004<td>7</tr>", [5, "open", 7]),
        (HEAD2.format("") + "<tr><td>规章<td>1<td>2<td>9001<td>3</tr>", ["open", "open", "open"]),
        (HEAD2.format("") + "<tr><td>规章<td>1<td><td>2<td>3</tr>", ["open", "open", "open"]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td><span style='text-decoration: line-through'>7</span>8<td>7</tr>", [5, 8, 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td>8<span style='vertical-align: super'>1</span><td>7</tr>", [5, "open", 7]),
        (HEAD2.format("") + "<tr><td>规章<td>5<td>8<span style='visibility:hidden'>1</span><td>7</tr>", [5, 8, 7]),
        (HEAD2.format("") + "<tbody style='display:none'><tr><td>规章<td>1<td>2<td>3</tr></tbody><tr><td>规章<td>5<td>8<td>7</tr>", [5, 8, 7]),
        (HEAD2.format("<td>现行有效件数") + "<tr><td>规章<td>5<td>6<td>7<td></tr>", [5, 6, 7]),
        (HEAD2.format("<td>现行有效件数") + "<tr><td>规章<td>5<td>6<td>7<td>7</tr>", [5, 6, 7]),
        (HEAD2.format("<td>现行有效件数") + "<tr><td>规章<td>5<td>6<td>7<td>8</tr>", ["open", "open", "open"]),
        ("<tr><td>信息内容<td>本年制发数<td>本年废止数<td>现行有效数</tr><tr><td>规章<td>5<td>6<td>7</tr>", [5, 6, 7]),
        ("<tr><td>信息内容<td>本年制发件数<td>本年件数<td>现行有效件数</tr><tr><td>规章<td>5<td>6<td>7</tr>", ["open", "open", "open"]),
        (HEAD2.format("") + "<tr><td>上年规章<td>5<td>6<td>7</tr>", [None, None, None]),
        ("<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效数额</tr><tr><td>规章<td>5<td>6<td>7</tr>", ["open", "open", "open"]),
    ],
)  # fmt: skip
def test_columns_are_those_of_the_headings(rows, expected):
    assert values_of(read_rows(rows), REGULATIONS) == expected


def test_fees_in_yuan_are_not_taken_for_ten_thousands():
    rows = "<tr><td>信息内容<td>本年收费金额（单位：元）</tr><tr><td>行政事业性收费<td>12000</tr>"
    assert values_of(read_rows(rows), ("disclosure.fees.amount",)) == ["open"]


@pytest.mark.parametrize("column", range(7))
def test_a_column_that_is_missing_shifts_nothing(column):
    """Labels that are wide cells come as a label and blanks; with a column gone the row has as many cells as it should."""
    report = load_draft(EXAMPLE)[0]
    numbers = {name: 10 + index for index, name in enumerate(report.form.cells)}
    page = page_of(report, lambda grid, _: table_of(grid, numbers))
    heading = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"][column]
    names = [cell.name for cell in report.form.section("requests").grid.numbers]
    gone = {str(numbers[name]) for name in names[column::7]}
    page = re.sub(r"<td rowspan=\d+ colspan=1><p><span>[^<]*</span><span>[^<]*</span>(\d*)<o:p></o:p></p></td>",
                  lambda found: "" if found[1] in gone else found[0], page)  # fmt: skip
    page = re.sub(
        rf"<td rowspan=\d+ colspan=1><p><span>{heading[:2]}</span><span>{heading[2:]}</span><o:p></o:p></p></td>",
        "",
        page,
    )
    reading = read_bytes(page.encode())
    wrong = {n: v for n, v in reading.cells.items() if n.startswith("requests.") and v != numbers[n]}
    assert wrong == {}


def flat(grid: Grid, numbers: dict) -> str:
    """A table whose merged cells came apart, as a spreadsheet's do: each place repeats the words, a wide number stands first."""
    rows = []
    for row in range(grid.rows):
        cells = [grid.at(row, column) for column in range(grid.columns)]
        texts = [str(numbers.get(cell.name, "")) if cell.name else cell.label for cell in cells]
        doubled = [cell.name and cell is before for before, cell in zip([None, *cells], cells, strict=False)]
        rows.append("".join(f"<td>{'' if twice else text}</td>" for text, twice in zip(texts, doubled, strict=True)))
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_merged_cells_that_came_apart_are_read(edition):
    form = load_form(edition)
    report = Report(form, {"year": int(edition), "unit": "某镇人民政府"})
    report.values |= {name: index for index, name in enumerate(form.inputs, 1)}
    reading = read_bytes(page_of(report, flat).encode())
    assert reading.cells == report.numbers() and not reading.open


def test_a_title_that_stands_on_every_page_is_no_heading_of_a_column():
    text = (
        "一、总体情况\n有一句话。\n二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n— 2 —\n"
        "某镇2022年政府信息公开工作年度报告\n行政处罚\t750\n"
    )
    assert read_bytes(text.encode(), ".txt").cells == {"disclosure.penalties.decisions": 750}


def test_a_heading_that_is_lost_moves_no_number():
    """Without the wide heading over 法人 those below and behind it stand over other columns."""
    report = load_draft(EXAMPLE)[0]

    def torn(grid: Grid, numbers: dict) -> str:
        written = table_of(grid, numbers)
        return re.sub(r"<td rowspan=1 colspan=5><p><span>法人</span>.*?</td>", "", written)

    reading = read_bytes(page_of(report, torn).encode())
    read = {name: number for name, number in reading.cells.items() if name.startswith("requests.")}
    assert read.items() <= report.numbers().items()


def test_a_number_between_pipes_that_stands_under_no_heading_leaves_its_row_open():
    text = "二、主动公开政府信息情况\n信息内容|本年处理决定数量\n行政处罚|635\n行政强制|7|53\n"
    reading = read_bytes(text.encode(), ".txt")
    assert reading.cells == {"disclosure.penalties.decisions": 635}
    assert ("disclosure.coercions.decisions", "行政强制|7|53") in {(entry.cell, entry.text) for entry in reading.open}


def test_a_number_with_nothing_but_a_heading_of_several_columns_above_it_leaves_its_row_open():
    heads = "<tr><td rowspan=2>自然人<td colspan=6>法人或其他组织<td rowspan=2>总计</tr><tr>" + "".join(
        f"<td>{words}" for words in ("", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    )
    rows = "".join(
        f"<tr><td>{label}" + "".join(f"<td>{number}" for number in numbers)
        for label, numbers in (
            ("一、本年新收政府信息公开申请数量", (1, 30, 2, 3, 4, 5, 6, 51)),
            ("二、上年结转政府信息公开申请数量", (1, "", 2, 3, 4, 5, 6, 21)),
        )
    )
    page = f"<p>三、收到和处理政府信息公开申请情况</p><table>{heads.replace('<tr>', '<tr><td>')}{rows}</table>"
    reading = read_bytes(page.encode())
    assert list(reading.cells.values()) == [1, 2, 3, 4, 5, 6, 21] and "requests.carried_in.natural" in reading.cells
    assert "requests.received.natural" in {entry.cell for entry in reading.open}
