"""The texts of a document: the parts of a section, and what a page carries besides the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.reading.formats.source_blocks import Line
from model.report.chinese_numerals import NUMERAL
from model.report.outline import NUMBERED
from model.report.report import Part

PART = re.compile(rf"(?:#{{1,6}}\s+)?[（(]\s*{NUMERAL}\s*[)）][、.．]?\s*")
HEAD_ENDS = re.compile(r"[。：:]|\s{2,}")
LONGEST_HEADING_CHARACTERS = 25
# What stands around an article on a website.
SITE = re.compile(
    r"主办单位|承办单位|主办[:：]|承办[:：]|网站标识码|ICP备|公网安备|版权所有|站点地图|网站地图|技术支持[:：]"
    r"|^(打印|关闭|分享|收藏|返回顶部|首页|上一篇|下一篇|相关链接|扫一扫|附件下载|责任编辑|信息来源|来源|作者|浏览次数|阅读次数)"
    r"|^(发布时间|发布日期|发布机构|索引号|主题分类|文号|字体|字号|当前位置|您的位置|您现在的位置)"
    r"|打印本页|关闭窗口|分享到|扫一扫在手机打开|【(字体|打印|关闭)"
)


def is_of_site(text: str) -> bool:
    """Return whether a line is the website's, not the report's."""
    return bool(SITE.search(text.strip()[:200]))


def parts_of(lines: Sequence[Line], styled: bool) -> tuple[Part, ...]:
    """Return the lines of a section as its parts: each heading （一） begins one, of its own or at the head of a paragraph."""
    parts: list[tuple[str, list[str]]] = []
    for line in lines:
        heading, rest = _styled_head(line) if styled else _head(line.text)
        if heading:
            parts.append((heading, []))
        elif not parts:
            parts.append(("", []))
        if rest.strip():
            parts[-1][1].append(rest.strip())
    return tuple(Part(heading, "\n".join(texts)) for heading, texts in parts)


def _styled_head(line: Line) -> tuple[str, str]:
    if line.level != 2:
        return "", line.text
    return NUMBERED.sub("", line.text.strip(), count=1), ""


def _head(text: str) -> tuple[str, str]:
    """Return the heading that a line is or begins with, without its number, and the rest; no heading: all is rest."""
    found = PART.match(text.strip())
    if not found:
        return "", text
    rest = text.strip()[found.end() :]
    end = HEAD_ENDS.search(rest)
    head, behind = (rest[: end.start()], rest[end.end() :]) if end else (rest, "")
    is_heading = 0 < len(head) <= LONGEST_HEADING_CHARACTERS and not re.search(r"\d", head) and "；" not in head
    return (head.strip(), behind) if is_heading else ("", text)
