"""The texts of a report that a PDF broke into lines."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest

from model.reading.document import read_bytes, read_clipboard
from model.report.report import Report
from tests.model.reading.broken import (
    NUMBERED,
    OPENING,
    OVERVIEW,
    PARTS,
    PROBLEMS,
    REMARKS,
    SENTENCES,
    SIGN_OFF,
    TITLE,
    TITLES,
    as_page,
    as_text,
    read,
)


def texts_of(report: Report) -> list[str]:
    sections = report.form.text_sections
    return [f"{part.heading}：{part.text}" for section in sections for part in report.parts(section.key)]


def remarks_of(way: str, *lines: str) -> list[tuple[str, str]]:
    """The parts of the last section, where these lines stand in it, in a document of broken lines."""
    parts = read(way, {**PARTS, "六、其他需要报告的事项": lines}).report.parts("remarks")
    return [(part.heading, part.text) for part in parts]


EXPECTED = [
    f"：{OVERVIEW[0]}",
    *(one[3:].replace("。", "：", 1) for one in OVERVIEW[1:]),
    "：" + "\n".join(PROBLEMS),
    f"：{REMARKS[0]}",
]
WAYS = pytest.mark.parametrize("way", ["text", "page"])


@WAYS
def test_the_lines_of_a_pdf_are_paragraphs_again_and_lists_stay_lists(way):
    reading = read(way)
    report = reading.report
    assert texts_of(report) == EXPECTED
    assert report.text("opening") == OPENING
    assert report.text("contact.address") == "云溪县青禾镇人民路8号"
    assert (report.year, report.unit) == (2024, "青禾镇人民政府")
    assert report.values["signoff.date"] == date(2025, 1, 10)
    assert [note for note in reading.notes if "接成整段" in note] == reading.notes != []


def test_the_title_may_be_in_pieces():
    reading = read_bytes(as_page(title=("".join(TITLE),)), ".html")
    assert (reading.report.year, reading.report.unit) == (2024, "青禾镇人民政府")
    assert reading.left_out == []


def test_what_a_site_puts_above_the_report_is_no_part_of_its_opening():
    above = "发布机构：云溪县青禾镇人民政府 索引号：113200002025012 发布日期"
    title = "2024年政府信息公开工作年度报告"
    reading = read_clipboard("", as_text().replace(title, f"{title}\n{above}"))
    assert reading.report.text("opening") == OPENING and any("索引号" in line for line in reading.left_out)


@WAYS
def test_a_word_that_a_site_uses_too_breaks_no_paragraph_of_the_report(way):
    text = "全镇安排专人与县政府网站的主办单位、承办单位对接，保证栏目不断更、链接不出错，全年没有发生一起责任事故。"
    (part,) = read(way, {**PARTS, "五、存在的主要问题及改进情况": (text,)}).report.parts("improvement")
    assert part.text == text


def test_a_report_whose_paragraphs_are_whole_stays_as_it_is():
    whole = "\n".join(["2024年政府信息公开工作年度报告", OPENING, *(x for h, ps in PARTS.items() for x in (h, *ps))])
    reading = read_clipboard("", whole)
    assert texts_of(reading.report) == EXPECTED and reading.report.text("opening") == OPENING
    assert reading.notes == []


@pytest.mark.parametrize("lines", [NUMBERED, TITLES, SENTENCES])
def test_a_list_in_a_word_document_stays_one_and_nothing_is_said_of_it(lines):
    document = docx.Document()
    for line in ("".join(TITLE), "一、总体情况", *lines, "六、其他需要报告的事项", "无。", *SIGN_OFF):
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    reading = read_bytes(file.getvalue(), ".docx")
    assert (reading.report.parts("overview")[0].text, reading.notes) == ("\n".join(lines), [])


ITEMS = (
    "完善主动公开目录管理和发布审核登记制度建设",
    "健全依申请公开接收登记审核办理答复工作机制",
    "加强政务新媒体账号监管和信息内容更新维护。",
)


@WAYS
@pytest.mark.parametrize(
    "marks",
    [
        "1） 2） 3）",
        "⑴ ⑵ ⑶",
        "⒈ ⒉ ⒊",
        "● ● ●",
        "A. B. C.",
        "一是 二是 三是",
        "其一， 其二， 其三，",
        "（1） （2） （3）",
    ],
)
def test_a_list_within_broken_text_stays_a_list(way, marks):
    items = [mark + item for mark, item in zip(marks.split(), ITEMS, strict=True)]
    assert remarks_of(way, "主要做法有：", *items) == [("", "\n".join(["主要做法有：", *items]))]


@WAYS
@pytest.mark.parametrize(
    "lines",
    [
        ("第一条 完善主动公开目录管理和发布审核登记制度", "第二条 健全依申请公开接收登记审核办理答复工作。"),
        ("联系地址：云溪县青禾镇人民路8号青禾镇人民政府三楼", "联系电话：0551-66660000（党政办）。"),
        ("镇长：张三，", "副镇长：李四。"),
        ("全年没有收取信息处理费，也没有其他需要报告的事项", "附件：青禾镇2024年政府信息公开情况统计表。"),
    ],
)
def test_lines_that_say_what_they_are_stay_apart(way, lines):
    assert remarks_of(way, *lines) == [("", "\n".join(lines))]


@WAYS
def test_a_long_heading_on_a_line_of_its_own_is_no_part_of_its_text(way):
    heading, text = "政府信息公开平台建设和政务新媒体运行情况", REMARKS[0]
    assert remarks_of(way, f"（三）{heading}", text) == [(heading, text)]


def test_a_wide_gap_that_ends_a_heading_stays_one_and_others_become_a_blank():
    ended = remarks_of("text", "（一）依申请公开情况  2024年收  14  件。")
    assert ended == [("依申请公开情况", "2024年收 14 件。")]
    assert remarks_of("text", "（一）全年主动公开  312  条。") == [("", "（一）全年主动公开 312 条。")]
