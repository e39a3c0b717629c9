"""Titles, headings, paragraphs and the sign-off as WordprocessingML. Lengths are in twips (1/20 pt)."""

from __future__ import annotations

import re
import unicodedata

from export.word.markup import paragraph_xml
from export.word.styles import BODY, HEADINGS, SIGN_OFF, TITLE
from export.word.template import Template
from model.report.blocks import Heading, Paragraph, SignOff, Title
from model.report.outline import day_shown

AFTER_PLACES = re.compile("(?<=[省市州盟区县旗镇乡局委会])")


def title_xml(title: Title, template: Template) -> str:
    """Return the title, each of its lines on a line of its own."""
    style = template.styles[TITLE]
    most = template.width // style.character
    lines = [piece for line in title.lines for piece in balanced(line, most)]
    return paragraph_xml(style, "\v".join(lines))


def heading_xml(heading: Heading, template: Template, before_table: bool) -> str:
    """Return a heading in Word's own heading style, with a little space after it if a table comes next."""
    space = '<w:spacing w:after="100"/>' if before_table else ""
    return paragraph_xml(template.styles[HEADINGS[heading.level]], heading.text, space)


def text_xml(paragraph: Paragraph, template: Template, keep_next: bool) -> str:
    """Return a paragraph of running text; the last is kept with the sign-off, which must not stand on a page alone."""
    return paragraph_xml(template.styles[BODY], paragraph.text, "<w:keepNext/>" if keep_next else "")


def sign_off_xml(sign_off: SignOff, template: Template) -> str:
    """Return the body's name and the date as GB/T 9704-2012, 7.3.5.1 and 7.3.5.2 place them.

    The style aligns them right, a line below the text."""
    when = day_shown(sign_off.date) if sign_off.date else ""
    style = template.styles[SIGN_OFF]
    name, date = _width(sign_off.unit, style.character), _width(when, style.character)
    place = _sealed if sign_off.sealed and when else _unsealed
    right_of_name, right_of_date = place(name, date, style.character)
    keep = "<w:keepNext/>" if when else ""
    unit = paragraph_xml(style, sign_off.unit, f'{keep}<w:ind w:right="{right_of_name}"/>')
    return unit + (paragraph_xml(style, when, f'<w:ind w:right="{right_of_date}"/>') if when else "")


def _unsealed(name: int, date: int, character: int) -> tuple[int, int]:
    """Return the right indents of name and date [7.3.5.2]: the name ends 2 characters from the edge.

    The date begins 2 characters after the name begins. A date that would then reach over the edge of the type area ends
    2 characters from it, and the name moves left."""
    right_of_name, right_of_date = 2 * character, name - date
    if right_of_date >= 0:
        return right_of_name, right_of_date
    return 2 * character + date + 2 * character - name, 2 * character


def _sealed(name: int, date: int, character: int) -> tuple[int, int]:
    """Return the right indents of name and date [7.3.5.1]: the date 4 characters from the edge, the name over it."""
    right_of_date = 4 * character
    return max(0, right_of_date + (date - name) // 2), right_of_date


def _width(text: str, character: int) -> int:
    """Return how wide the text runs; digits and Latin letters take half a character."""
    narrow = sum(unicodedata.east_asian_width(letter) in ("Na", "N", "H") for letter in text)
    return (len(text) - narrow) * character + narrow * (character // 2)


def balanced(line: str, most: int) -> list[str]:
    """Return a title line in pieces of at most so many characters, as even as the breaks after 省, 县, 镇 … allow."""
    if len(line) <= most:
        return [line]
    stops = [match.start() for match in AFTER_PLACES.finditer(line)] or list(range(1, len(line)))
    best = min(stops, key=lambda stop: abs(2 * stop - len(line)))
    if not 0 < best < len(line) or max(best, len(line) - best) > most:
        best = len(line) // 2
    return balanced(line[:best], most) + balanced(line[best:], most)
