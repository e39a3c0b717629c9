"""The styles that a document is made of, as they are named in a template, and what the layout must know of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from model.faults import Fault

TITLE, BODY, SIGN_OFF = "Title", "Body Text", "落款"
HEADINGS = {1: "heading 1", 2: "heading 2", 3: "heading 3"}
TABLE_TEXT, TABLE_LABEL, TABLE_NUMBER, TABLE = "表格文字", "表格项目", "表格数字", "年报表格"
PARAGRAPHS = (TITLE, BODY, *HEADINGS.values(), SIGN_OFF, TABLE_TEXT, TABLE_LABEL, TABLE_NUMBER)
# What Word and WPS call their built-in styles on the screen.
SHOWN = {TITLE: "标题", BODY: "正文文本", HEADINGS[1]: "标题 1", HEADINGS[2]: "标题 2", HEADINGS[3]: "标题 3"}
COLOUR = re.compile("[0-9A-Fa-f]{6}")
SIZES_HALF_POINTS = range(10, 400)  # 5 to 200 pt: anything else is a slip
USUAL_SIZE_HALF_POINTS = 20  # if a template gives none, as Word does
PALEST = 0xE0  # of red, green and blue, if none is less, no letter is seen on paper
PAPER_COLOURS = ("background1", "light1")  # of a theme
OFF = ("0", "false", "off")
MOST_BASE_STYLES = 20  # styles based on each other, which a broken template may make a circle


@dataclass(frozen=True)
class Style:
    """A style: its id in the template, its size in half points, the width of a Chinese character in twips (1/20 pt), its face.

    `face` is the name of the one for Chinese, "" if a theme says it."""

    id: str
    size: int
    character: int
    face: str = ""


def styles_in(root: Any) -> dict[str, Style]:
    """Return the styles by name; `root` is the root of styles.xml. Raises Fault if one is missing, unseen or has no size."""
    by_id = {one.get(qn("w:styleId")): one for one in root.findall(qn("w:style")) if one.get(qn("w:styleId"))}
    by_name = {(one.get(qn("w:type")), _name(one).lower()): one for one in by_id.values()}
    wanted = [*(("paragraph", name) for name in PARAGRAPHS), ("table", TABLE)]
    missing = [name for kind, name in wanted if (kind, name.lower()) not in by_name]
    if missing:
        names = "、".join(f"“{SHOWN.get(name, name)}”" for name in missing)
        raise Fault(
            f"它里面没有样式{names}。请在 Word 或 WPS 里补上这样命名的样式；"
            "最省事的是在“Word 模板…”里另存一份官方版式，在那一份上改。"
        )
    found = [(name, by_name[kind, name.lower()]) for kind, name in wanted]
    _refuse_unseen(root, by_id, found)
    return {name: _style(root, by_id, element, name) for name, element in found}


def _refuse_unseen(root: Any, by_id: dict[str, Any], styles: list[tuple[str, Any]]) -> None:
    """Refuse styles whose text nobody sees on paper: hidden, or as pale as the paper. Raises Fault."""
    for what, is_unseen in (("隐藏文字", _is_hidden), ("白色或近乎白色的文字", _is_pale)):
        if names := [name for name, element in styles if is_unseen(root, by_id, element)]:
            said = "、".join(f"“{SHOWN.get(name, name)}”" for name in names)
            raise Fault(f"样式{said}设成了{what}，印出来是空白。请在 Word 或 WPS 里把字体改成看得见的，再试一次。")


def _is_hidden(root: Any, by_id: dict[str, Any], style: Any) -> bool:
    found = _said(root, by_id, style, "vanish")
    return found is not None and found.get(qn("w:val")) not in OFF


def _is_pale(root: Any, by_id: dict[str, Any], style: Any) -> bool:
    found = _said(root, by_id, style, "color")
    if found is None or style.find(f".//{qn('w:shd')}") is not None:  # pale letters on a dark ground are seen
        return False
    colour = found.get(qn("w:val"), "")
    if not COLOUR.fullmatch(colour):
        return found.get(qn("w:themeColor")) in PAPER_COLOURS
    return min(bytes.fromhex(colour)) >= PALEST


def _style(root: Any, by_id: dict[str, Any], element: Any, name: str) -> Style:
    size = _inherited(root, by_id, element, "sz", USUAL_SIZE_HALF_POINTS)
    spacing = _inherited(root, by_id, element, "spacing", 0)
    # A Chinese character is as wide as its size, 10 twips to the half point, plus the style's letter spacing.
    character = max(size * 5, size * 10 + spacing)
    if size not in SIZES_HALF_POINTS or character > 10 * SIZES_HALF_POINTS.stop:
        raise Fault(f"样式“{SHOWN.get(name, name)}”的字号或字符间距不对。请在 Word 或 WPS 里改好这个样式，再试一次。")
    face = _face(_said(root, by_id, element, "rFonts", qn("w:eastAsia")))
    return Style(element.get(qn("w:styleId")), size, character, face)


def _name(style: Any) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val")))


def _inherited(root: Any, by_id: dict[str, Any], style: Any, tag: str, otherwise: int) -> int:
    """Return a number among a style's character properties, inherited from the style it is based on if need be."""
    found = _said(root, by_id, style, tag)
    return otherwise if found is None else _number(found)


def _said(root: Any, by_id: dict[str, Any], style: Any, tag: str, attribute: str = "") -> Any:
    """Return an element of a style's character properties, with that attribute if one is named, inherited if need be."""
    for _ in range(MOST_BASE_STYLES):
        if style is None:
            break
        found = style.find(f"{qn('w:rPr')}/{qn(f'w:{tag}')}")
        if found is not None and (not attribute or attribute in found.attrib):
            return found
        based = style.find(qn("w:basedOn"))
        style = None if based is None else by_id.get(based.get(qn("w:val")))
    return root.find("/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr", f"w:{tag}"))))


def _face(fonts: Any) -> str:
    """Return the face for Chinese that an element names, "" if there is none."""
    return "" if fonts is None else str(fonts.get(qn("w:eastAsia"), ""))


def _number(element: Any) -> int:
    """Return the number in an element, 0 if it is none."""
    try:
        return int(element.get(qn("w:val"), ""))
    except ValueError:
        return 0
