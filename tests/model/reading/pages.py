"""Web pages and texts to be read: those of a report, and rows of its tables."""

from __future__ import annotations

import html

from model.form.grid import Grid
from model.reading.document import read_bytes
from model.reading.reading import Reading
from model.report.report import Report


def page_of(report: Report, grid_of=None) -> str:
    """A plain web page of a report's tables, with the site around it."""
    numbers = report.numbers()
    sections = []
    for section in report.form.sections:
        sections.append(f"<p>{section.heading}</p>")
        sections.append(
            (grid_of or table_of)(section.grid, numbers) if section.grid else f"<p>{section.key}的正文，有一句话。</p>"
        )
    return (
        f"<html><head><title>{report.title}_某县人民政府</title></head><body><div class='nav'>首页 &gt; 政府信息公开</div>"
        "<table><tr><td>索引号</td><td>001</td></tr><tr><td>发布日期</td><td>2026-01-20</td></tr></table>"
        f"<h1>{report.title}</h1><div id='zoom'>{''.join(sections)}</div>"
        "<div class='foot'><p>主办单位：某县人民政府办公室，地址：某路1号。</p></div></body></html>"
    )


def table_of(grid: Grid, numbers: dict) -> str:
    rows = [
        "".join(
            f"<td rowspan={cell.rows} colspan={cell.columns}>"
            f"<p><span>{html.escape(cell.label[:2])}</span><span>{html.escape(cell.label[2:])}</span>"
            f"{numbers.get(cell.name, '') if cell.name else ''}<o:p></o:p></p></td>"
            for cell in grid.cells
            if cell.row == row
        )
        for row in range(grid.rows)
    ]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


ROWS = "三、收到和处理政府信息公开申请情况\n{}\n四、政府信息公开行政复议、行政诉讼情况\n"


HEAD2 = "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数{}</tr>"


REGULATIONS = ("disclosure.regulations.issued", "disclosure.regulations.repealed", "disclosure.regulations.in_force")


def read_rows(rows: str) -> Reading:
    """A page with rows of table 2 in their section."""
    page = f"<p>一、总体情况</p><p>有一句话。</p><p>二、主动公开政府信息情况</p><table>{rows}</table>"
    return read_bytes(f"<html><body><div>{page}</div></body></html>".encode(), ".html")


def values_of(reading: Reading, names: tuple[str, ...]) -> list[object]:
    opened = {entry.cell for entry in reading.open if entry.text}
    return ["open" if name in opened else reading.cells.get(name) for name in names]


TITLED = "{}\n红花尔基镇人民政府2021年政府信息公开工作年度报告\n一、总体情况\n有一句话在这里。\n二、主动公开政府信息情况\n行政许可 3\n"
