"""Headings and texts that stand in one with what follows them."""

from __future__ import annotations

from model.form.form import load_form
from model.reading.apart import with_headings_apart
from model.reading.document import read_bytes
from model.reading.formats.source_blocks import FoundCell, FoundTable, Line

FORM = load_form("2021")


def test_a_text_that_is_run_in_with_its_heading_is_parted_from_it():
    blocks = with_headings_apart(
        [Line(text, "") for text in ("一、总体情况。2024年有话。", "二、主动公开政府信息情况", "一、总体情况表")],
        FORM.sections,
    )
    assert [block.text for block in blocks] == [
        "一、总体情况",
        "2024年有话。",
        "二、主动公开政府信息情况",
        "一、总体情况表",
    ]


def row(*texts: str) -> tuple[FoundCell, ...]:
    return tuple(FoundCell(text, column) for column, text in enumerate(texts))


def test_a_table_with_the_headings_of_several_sections_becomes_lines_and_tables():
    rows = (
        row("题目"),
        row("一、总体情况"),
        row("一句话。\n又一句。"),
        row("二、主动公开政府信息情况"),
        row("第二十条第（一）项"),
        row("规章", "1"),
        row("五、存在的主要问题及改进情况"),
        row("话。"),
    )
    blocks = with_headings_apart([FoundTable(rows, "表格 1 ")], FORM.sections)
    lines = ["题目", "一、总体情况", "一句话。", "又一句。", "二、主动公开政府信息情况"]
    assert [block.text for block in blocks[:5]] == lines
    assert blocks[5] == FoundTable(rows[4:6], "表格 1 ", first=5)
    assert [block.text for block in blocks[6:]] == ["五、存在的主要问题及改进情况", "话。"]


def test_a_table_with_its_own_heading_only_stays_whole():
    table = FoundTable((row("二、主动公开政府信息情况"), row("第二十条第（一）项"), row("规章", "1")), "表格 1 ")
    assert with_headings_apart([table], FORM.sections) == [table]


def test_a_report_in_one_table_is_read_with_the_rows_as_they_are_counted():
    page = (
        "<table><tr><td colspan=4>某镇2022年政府信息公开工作年度报告</tr><tr><td colspan=4>一、总体情况</tr>"
        "<tr><td colspan=4>全年召开培训会两次，答复留言三条。</tr><tr><td colspan=4>二、主动公开政府信息情况</tr>"
        "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数</tr><tr><td>规章<td>1<td>2<td>3</tr></table>"
    )
    reading = read_bytes(page.encode(), ".html")
    assert reading.report.text("overview") or reading.report.parts("overview")[0].text.startswith("全年召开培训会")
    assert (reading.report.year, reading.report.unit) == (2022, "某镇")
    assert reading.sources["disclosure.regulations.issued"].where == "表格 1 第 6 行"
