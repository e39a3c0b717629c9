"""Lines of a PDF as paragraphs again."""

from __future__ import annotations

import textwrap

import pytest

from model.reading.document import read_bytes, read_clipboard
from model.reading.formats.source_blocks import Line, Spot
from model.reading.paragraphs import in_rows, joined, usual_width

WIDTH = 28  # characters of a line on paper
OPENING = (
    "本报告由青禾镇人民政府按照《中华人民共和国政府信息公开条例》和上级要求编制，数据的统计期限是2024年1月1日至12月31日。"
    "对本报告有疑问的，请与青禾镇党政办公室联系（地址：云溪县青禾镇人民路8号，邮编：230000，电话：0551-66660000）。"
)
OVERVIEW = (
    "2024年，青禾镇认真贯彻落实党中央、国务院关于政务公开的决策部署，紧扣群众关切，持续加大公开力度，各项工作平稳有序。",
    "（一）主动公开情况。全年通过县政府网站主动公开政府信息312条，其中财政预决算14条、惠民补贴发放情况96条，"
    "制发行政规范性文件2件并同步解读；用好村级公开栏，公开低保、医疗救助等名单48批次，让群众看得懂、信得过。",
    "（二）依申请公开情况。全年收到政府信息公开申请14件，上年结转2件，均在法定期限内答复，没有因此引起行政复议或者行政诉讼。",
    "（三）政府信息管理情况。落实发布前的保密审查，坚持先审后发，全年审核信息360余条，退回修改21条，更正错别字9处。",
)
PROBLEMS = (
    "一是公开内容还不够细，个别村的财务公开只有总数没有明细；二是解读形式比较单一，以文字为主，图解和视频较少，群众看起来费劲。",
    "下一步的打算：",
    "1.对照清单逐项补齐公开内容，每季度由镇纪委抽查一次，抽查结果在全镇通报，整改不到位的约谈村支部书记；",
    "2.与县融媒体中心合作，把涉及群众切身利益的政策做成图解和短视频，全年不少于12期，在镇村两级同步播放。",
)
REMARKS = (
    "2024年，青禾镇没有收取政府信息公开信息处理费，也没有其他需要报告的事项，特此说明，请各位村民监督并提出宝贵意见和建议。",
)
PARTS = {"一、总体情况": OVERVIEW, "五、存在的主要问题及改进情况": PROBLEMS, "六、其他需要报告的事项": REMARKS}


def broken(paragraph: str, indent: int = 2) -> list[str]:
    """A paragraph in lines as on paper, the first indented."""
    lines = textwrap.wrap("国" * indent + paragraph, WIDTH, break_on_hyphens=False)
    return [lines[0][indent:], *lines[1:]]


def as_text() -> str:
    """The report as a program copies it out of a PDF."""
    lines = ["青禾镇人民政府", "2024年政府信息公开工作年度报告", *broken(OPENING)]
    for number, (heading, paragraphs) in enumerate(PARTS.items()):
        lines += [heading, *(line for paragraph in paragraphs for line in broken(paragraph)), f"- {number + 1} -"]
    return "\n".join(lines)


def as_page() -> str:
    """The report as pdftohtml writes it: each line in its place, numbers in another face in pieces of their own."""
    placed, top = [], 100

    def put(text: str, left: int) -> None:
        nonlocal top
        head, digits, rest = text.partition("2")
        pieces = [(head, left, top)] * bool(head) + [(digits + rest, left + 24 * len(head), top - 3)] * bool(digits)
        placed.extend(
            f'<p style="position:absolute;top:{y}px;left:{x}px;white-space:nowrap" class="ft1">{words}</p>'
            for words, x, y in pieces
        )
        top += 42

    for words in ("青禾镇人民政府", "2024年政府信息公开工作年度报告"):
        put(words, 300)
    for heading, paragraphs in (("", (OPENING,)), *PARTS.items()):
        if heading:
            put(heading, 159)
        for paragraph in paragraphs:
            first, *others = broken(paragraph)
            put(first, 159)
            for line in others:
                put(line, 111)
    return (
        f'<html><body><div id="page1-div" style="position:relative;width:892px;">{"".join(placed)}</div></body></html>'
    )


def texts_of(report) -> list[str]:
    sections = report.form.text_sections
    return [f"{part.heading}：{part.text}" for section in sections for part in report.parts(section.key)]


EXPECTED = [
    f"：{OVERVIEW[0]}",
    *(one[3:].replace("。", "：", 1) for one in OVERVIEW[1:]),
    "：" + "\n".join(PROBLEMS),
    f"：{REMARKS[0]}",
]


@pytest.mark.parametrize("way", ["text", "page"])
def test_the_lines_of_a_pdf_are_paragraphs_again_and_lists_stay_lists(way):
    reading = read_clipboard("", as_text()) if way == "text" else read_bytes(as_page().encode(), ".html")
    report = reading.report
    assert texts_of(report) == EXPECTED
    assert report.text("opening") == OPENING
    assert report.text("contact.address") == "云溪县青禾镇人民路8号"
    assert (report.year, report.unit) == (2024, "青禾镇人民政府")
    assert any("接成整段" in note for note in reading.notes)


def test_what_a_site_puts_above_the_report_is_no_part_of_its_opening():
    above = "发布机构：云溪县青禾镇人民政府 索引号：113200002025012 发布日期"
    title = "2024年政府信息公开工作年度报告"
    reading = read_clipboard("", as_text().replace(title, f"{title}\n{above}"))
    assert reading.report.text("opening") == OPENING and any("索引号" in line for line in reading.left_out)


def test_a_report_whose_paragraphs_are_whole_stays_as_it_is():
    whole = "\n".join(["2024年政府信息公开工作年度报告", OPENING, *(x for h, ps in PARTS.items() for x in (h, *ps))])
    reading = read_clipboard("", whole)
    assert texts_of(reading.report) == EXPECTED and reading.report.text("opening") == OPENING
    assert reading.notes == []


@pytest.mark.parametrize(
    "lines",
    [
        ["公开了文件12件", "答复了申请3件", "没有复议和诉讼"] * 4,
        [f"{number}、镇政府门户网站公开第{number}批惠民补贴发放名单共计若干条" for number in range(1, 9)],
        ["全年主动公开政府信息若干条，没有收到申请，也没有复议诉讼。"] * 8,
    ],
)
def test_lists_and_short_paragraphs_of_one_length_are_no_broken_text(lines):
    found = [Line(text, "") for text in lines]
    assert joined(found, usual_width(found)) == found


def test_a_line_that_ends_with_a_sentence_goes_on_only_where_its_place_says_so():
    full = "国" * 27 + "。"
    first, second = Line(full, "", spot=Spot(159, 10)), Line("镇政府", "", spot=Spot(111, 52))
    assert [line.text for line in joined([first, second], 56)] == [f"{full}镇政府"]
    assert len(joined([Line(full, ""), Line("镇政府", "")], 56)) == 2


def test_pieces_beside_each_other_are_one_line_and_words_do_not_run_into_each_other():
    def piece(text: str, left: int, top: int, page: int = 0) -> Line:
        return Line(text, "", place=(page, left), spot=Spot(left, top))

    row = [
        piece("收到申请", 111, 50),
        piece("12", 207, 47),
        piece("件，答复 PDF", 240, 50),
        piece("Word 各1份", 400, 50),
    ]
    assert [line.text for line in in_rows(row)] == ["收到申请12件，答复 PDF Word 各1份"]
    apart = [piece("一", 111, 50), piece("二", 207, 92), piece("三", 111, 92), piece("四", 300, 92, page=1)]
    assert [line.text for line in in_rows(apart)] == ["一", "二", "三", "四"]


def test_a_paragraph_may_be_of_any_number_of_lines():
    found = [Line("国" * WIDTH, "", place=(0, number), spot=Spot(number, 0)) for number in range(40_000)]
    for (one,) in (in_rows(found), joined(found, usual_width(found))):
        assert one.text == "国" * WIDTH * 40_000
