"""Titles, headings, paragraphs and the sign-off as WordprocessingML. Lengths are in twips (1/20 pt)."""

from __future__ import annotations

import re
import unicodedata
from html import escape  # xml.sax.saxutils would load all of urllib

from model.report.blocks import Heading, Paragraph, SignOff, Title
from model.report.outline import day_shown

BODY, TITLE, TABLE = "仿宋_GB2312", "方正小标宋简体", "宋体"
HEADINGS = {1: "黑体", 2: "楷体_GB2312", 3: BODY}
LINE = 579  # 22 lines a page
CHARACTER = 314  # 16 pt less the 0.3 pt by which 28 characters fit a line
TEXT_WIDTH = 8845
TITLE_CHARACTERS = 20  # 22 pt characters that fit a line
BREAKS = re.compile("([\v\t])")
AFTER_PLACES = re.compile("(?<=[省市州盟区县旗镇乡局委会])")


def title_xml(title: Title) -> str:
    """The title, each of its lines on a line of its own."""
    lines = [piece for line in title.lines for piece in balanced(line)]
    return _paragraph("Title", "", run_xml("\v".join(lines), TITLE))


def heading_xml(heading: Heading, before_table: bool) -> str:
    """A heading in Word's own heading style; a little space follows it where a table comes next."""
    space = '<w:spacing w:after="100"/>' if before_table else ""
    return _paragraph(f"Heading{heading.level}", space, run_xml(heading.text, HEADINGS[heading.level]))


def paragraph_xml(paragraph: Paragraph, keep_next: bool) -> str:
    """A paragraph of running text; the last one stays with the sign-off, which must not stand on a page alone."""
    return _paragraph("BodyText", "<w:keepNext/>" if keep_next else "", run_xml(paragraph.text, BODY))


def sign_off_xml(sign_off: SignOff) -> str:
    """The body's name and the date, one line below the text [GB/T 9704-2012, 7.3.5.1 and 7.3.5.2]."""
    when = sign_off.date and day_shown(sign_off.date)
    name, date = _width(sign_off.unit), _width(when or "")
    right_of_name, right_of_date = _sealed(name, date) if sign_off.sealed and when else _unsealed(name, date)
    space = f'<w:spacing w:before="{LINE}"/>'
    keep = "<w:keepNext/>" if when else ""
    unit = _paragraph("SignOff", keep + space + _from_right(right_of_name), run_xml(sign_off.unit, BODY))
    return unit + (_paragraph("SignOff", _from_right(right_of_date), run_xml(when, BODY)) if when else "")


def _unsealed(name: int, date: int) -> tuple[int, int]:
    """The name ends 2 characters from the edge, the date begins 2 after the name does.

    A date that would then reach over the edge of the type area ends 2 characters from it, and the name moves left."""
    right_of_name, right_of_date = 2 * CHARACTER, name - date
    if right_of_date >= 0:
        return right_of_name, right_of_date
    return 2 * CHARACTER + date + 2 * CHARACTER - name, 2 * CHARACTER


def _sealed(name: int, date: int) -> tuple[int, int]:
    """The date ends 4 characters from the edge, the name is centred on it."""
    right_of_date = 4 * CHARACTER
    return max(0, right_of_date + (date - name) // 2), right_of_date


def _from_right(distance: int) -> str:
    return f'<w:ind w:right="{distance}"/><w:jc w:val="right"/>'


def _width(text: str) -> int:
    """How wide the text runs in the body's size; digits and Latin take half a character."""
    narrow = sum(unicodedata.east_asian_width(letter) in ("Na", "N", "H") for letter in text)
    return (len(text) - narrow) * CHARACTER + narrow * (CHARACTER // 2)


def balanced(line: str) -> list[str]:
    """A title line in pieces that fit, as even as the places where it may break allow: after 省, 县, 镇 and the like."""
    if len(line) <= TITLE_CHARACTERS:
        return [line]
    stops = [match.start() for match in AFTER_PLACES.finditer(line)] or list(range(1, len(line)))
    best = min(stops, key=lambda stop: abs(2 * stop - len(line)))
    if not 0 < best < len(line) or max(best, len(line) - best) > TITLE_CHARACTERS:
        best = len(line) // 2
    return balanced(line[:best]) + balanced(line[best:])


def run_xml(text: str, face: str, extra: str = "") -> str:
    """A run in a Chinese face, its quotation marks, dashes and ellipses too; VT is a line break, TAB a tab."""
    fonts = f'<w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="{face}"/>{extra}</w:rPr>'
    pieces = BREAKS.split(text)
    return f"<w:r>{fonts}{''.join(map(_piece, pieces))}</w:r>"


def _piece(text: str) -> str:
    if text in ("\v", "\t"):
        return "<w:br/>" if text == "\v" else "<w:tab/>"
    return f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>' if text else ""


def _paragraph(style: str, properties: str, run: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{run}</w:p>'
