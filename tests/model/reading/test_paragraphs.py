"""Lines of a PDF as paragraphs again."""

from __future__ import annotations

import io
import re
import textwrap
from dataclasses import replace
from datetime import date

import docx
import pytest

from model.reading.document import read_bytes, read_clipboard
from model.reading.formats.source_blocks import Line, Spot
from model.reading.paragraphs import in_rows, joined, usual_width
from model.reading.reading import Reading
from model.report.report import Report

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


TITLE = ("青禾镇人民政府", "2024年政府信息公开工作年度报告")
SIGN_OFF = ("青禾镇人民政府", "2025年1月10日")


def as_text(parts: dict[str, tuple[str, ...]] = PARTS) -> str:
    """The report as a program copies it out of a PDF."""
    lines = [*TITLE, *broken(OPENING)]
    for number, (heading, paragraphs) in enumerate(parts.items()):
        lines += [heading, *(line for paragraph in paragraphs for line in broken(paragraph)), f"- {number + 1} -"]
    return "\n".join([*lines, *SIGN_OFF])


class Page:
    """A page as pdftohtml writes it: each line in its place, numbers in another face in pieces of their own."""

    def __init__(self) -> None:
        self._top, self._pieces = 100, ""

    def put(self, text: str, left: int) -> None:
        """Put a line below the others."""
        for piece in filter(None, re.split(r"(\d+)", text)):
            place = f"top:{self._top - 3 * piece.isdigit()}px;left:{left}px"
            self._pieces += f'<p style="position:absolute;{place};white-space:nowrap" class="ft1">{piece}</p>'
            left += 24 * len(piece)
        self._top += 42

    def put_paragraph(self, text: str, ends: bool = False) -> None:
        """Put the lines of a paragraph; the page may end behind the first."""
        first, *others = broken(text)
        self.put(first, 159)
        if ends:
            self.put("— 3 —", 430)
        for line in others:
            self.put(line, 111)

    def html(self) -> bytes:
        """The page as it is written."""
        return f'<html><body><div id="page1-div" style="position:relative;">{self._pieces}</div></body></html>'.encode()


def as_page(parts: dict[str, tuple[str, ...]] = PARTS, title: tuple[str, ...] = TITLE) -> bytes:
    """The report as pdftohtml writes it."""
    page = Page()
    for line in title:
        page.put(line, 300)
    page.put_paragraph(OPENING)
    for heading, paragraphs in parts.items():
        page.put(heading, 159)
        for paragraph in paragraphs:
            page.put_paragraph(paragraph, ends=paragraph == REMARKS[0])
    for line in SIGN_OFF:
        page.put(line, 500)
    return page.html()


def read(way: str, parts: dict[str, tuple[str, ...]] = PARTS) -> Reading:
    return read_clipboard("", as_text(parts)) if way == "text" else read_bytes(as_page(parts), ".html")


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


NUMBERED = [f"{number}、镇政府门户网站公开第{number}批惠民补贴发放名单共计若干条" for number in range(1, 9)]
TITLES = [
    "关于印发青禾镇2024年政务公开工作要点的通知",
    "关于进一步规范村级事务公开工作的实施意见",
    "关于印发青禾镇突发事件应急预案管理的通知",
    "关于做好城乡居民基本医疗保险缴费的通知书",
    "关于印发青禾镇森林防火工作实施方案的通知",
]
SENTENCES = [
    "2024年，青禾镇认真落实上级部署，主动公开政府信息312条，群众满意",
    "全年依法办理政府信息公开申请14件，按期答复率百分之一百，无诉讼",
    "健全信息发布审核制度，落实三审三校要求，全年审核信息三百六十余条",
    "加强政务新媒体管理，及时清理僵尸账号，做好网站栏目的维护和更新",
]


@pytest.mark.parametrize(
    "lines",
    [
        ["公开了文件12件", "答复了申请3件", "没有复议和诉讼"] * 4,
        NUMBERED,
        ["全年主动公开政府信息若干条，没有收到申请，也没有复议诉讼。"] * 8,
        TITLES,
        [*TITLES, "关于村务公开的通知"],
        [*TITLES, "关于做好城乡居民基本医疗保险工作的通知。"],
        SENTENCES,
    ],
)
def test_lists_and_short_paragraphs_of_one_length_are_no_broken_text(lines):
    found = [Line(text, "") for text in lines]
    assert joined(found, usual_width(found)) == found


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


def test_in_text_a_line_goes_on_behind_no_end_of_a_sentence():
    full = "国" * 27 + "。"
    assert len(joined([Line(full, ""), Line("镇政府。", "")], 56)) == 2


def test_a_line_may_be_in_pieces_that_end_with_pauses():
    full = ["2024年，", "镇政府认真落实上级的各项决策部署和工作", "要求，", "做到了应公开尽公开。"]
    assert [line.text for line in joined([Line(text, "") for text in full], 52)] == ["".join(full)]
    short = ["2024年，", "镇政府没有其他需要报告的", "青禾镇党政办公室（公章）。"]
    assert len(joined([Line(text, "") for text in short], 52)) == 2


def test_in_text_nothing_goes_on_with_a_line_that_may_be_a_title():
    title, text = "国" * 25, "全年公开的信息都经过审核。"
    assert len(joined([Line(title, ""), Line(text, "")], 56)) == 2
    assert len(joined([Line(f"国，{title[2:]}", ""), Line(text, "")], 56)) == 1


@pytest.mark.parametrize(("left", "lines"), [(111, 1), (158, 2), (159, 2), (160, 2), (250, 2)])
@pytest.mark.parametrize("end", ["。", "，", "国"])
def test_on_a_page_a_line_goes_on_where_it_stands_further_left(left, lines, end):
    full = "国" * 25 + end
    found = joined([Line(full, "", spot=Spot(159, 10)), Line("镇政府。", "", spot=Spot(left, 52))], 56)
    assert len(found) == lines


def piece(text: str, left: int, top: int = 50, page: int = 0) -> Line:
    return Line(text, "", place=(page, left), spot=Spot(left, top))


def test_pieces_beside_each_other_are_one_line_and_words_do_not_run_into_each_other():
    row = [
        piece("收到申请", 111),
        piece("12", 207, 47),
        piece("件，答复 PDF", 240),
        piece("Word 各1份", 400),
    ]
    assert [line.text for line in in_rows(row)] == ["收到申请12件，答复 PDF Word 各1份"]
    apart = [piece("一", 111, 50), piece("二", 207, 92), piece("三", 111, 92), piece("四", 300, 92, page=1)]
    assert [line.text for line in in_rows(apart)] == ["一", "二", "三", "四"]


@pytest.mark.parametrize(
    "texts", [("近两年收到", "12", "14"), ("298", "312"), ("3.", "12件"), ("１２", "１４"), ("12", "3.5")]
)
def test_numbers_beside_each_other_stay_two(texts):
    (line,) = in_rows([piece(text, 100 * number) for number, text in enumerate(texts)])
    assert re.findall(r"[\d.]+", line.text) == re.findall(r"[\d.]+", " ".join(texts))


@WAYS
def test_numbers_that_meet_at_the_end_of_a_line_do_not_become_one(way):
    first = "本镇近两年收到政府信息公开申请的件数分别是12"
    numbers = [Line(first, "", spot=Spot(159, 0)), Line("14，比上年有所增加。", "", spot=Spot(111, 42))]
    lines = numbers if way == "page" else [replace(line, spot=None) for line in numbers]
    assert [line.text for line in joined(lines, 56)] == [line.text for line in lines]


@pytest.mark.parametrize("number", ["3", "·3·", "3/12", "3 / 12"])
def test_the_number_of_a_page_is_no_part_of_a_sentence(number):
    lines = ["国" * 26 + "万件", number, "，制发文件。"]
    assert [line.text for line in joined([Line(text, "") for text in lines], 56)] == lines


@pytest.mark.parametrize(
    "lines",
    [
        ("可以发邮件到青禾镇人民政府的公开邮箱咨询，地址是qhz", "zfbgs@163.com。"),
        ("更多信息请登录县政府网站查看，网址：http://www.yunxi", "gov.example/zwgk。"),
    ],
)
def test_an_address_gets_no_blank_where_it_is_broken(lines):
    assert [line.text for line in joined([Line(text, "") for text in lines], 56)] == ["".join(lines)]


def test_a_paragraph_may_be_of_any_number_of_lines():
    texts = ["国，" + "国" * (WIDTH - 2)] * 40_000 + ["国。"]
    found = [Line(text, "") for text in texts]
    pieces = [piece(text, number) for number, text in enumerate(texts)]
    for (one,) in (in_rows(pieces), joined(found, usual_width(found))):
        assert one.text == "".join(texts)
