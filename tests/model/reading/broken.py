"""A report in lines as on paper, as programs take it out of a PDF."""

from __future__ import annotations

import re
import textwrap

from model.reading.document import read_bytes, read_clipboard
from model.reading.reading import Reading

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
TITLE = ("青禾镇人民政府", "2024年政府信息公开工作年度报告")
SIGN_OFF = ("青禾镇人民政府", "2025年1月10日")
# Lists of about one length, which are no broken text.
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


def broken(paragraph: str, indent: int = 2) -> list[str]:
    """A paragraph in lines as on paper, the first indented."""
    lines = textwrap.wrap("国" * indent + paragraph, WIDTH, break_on_hyphens=False)
    return [lines[0][indent:], *lines[1:]]


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
