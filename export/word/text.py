"""Titles, headings, paragraphs and the sign-off as WordprocessingML. Lengths are in twips (1/20 pt)."""

from __future__ import annotations

from export.text_layout import sign_off_lines, title_lines
from export.word.markup import paragraph_xml
from export.word.styles import BODY, HEADINGS, SIGN_OFF, TITLE
from export.word.template import Template
from model.report.blocks import Heading, Paragraph, SignOff, Title


def title_xml(title: Title, template: Template) -> str:
    """Return the title, each of its lines on a line of its own."""
    style = template.styles[TITLE]
    return paragraph_xml(style, "\v".join(title_lines(title, template.width, style.character)))


def heading_xml(heading: Heading, template: Template, after_table: bool, before_table: bool) -> str:
    """Return a heading in Word's own heading style, with a little space between it and a table before or after it."""
    sides = (' w:before="100"' if after_table else "") + (' w:after="100"' if before_table else "")
    space = f"<w:spacing{sides}/>" if sides else ""
    return paragraph_xml(template.styles[HEADINGS[heading.level]], heading.text, space)


def text_xml(paragraph: Paragraph, template: Template, keep_next: bool) -> str:
    """Return a paragraph of running text; the last is kept with the sign-off, which must not stand on a page alone."""
    return paragraph_xml(template.styles[BODY], paragraph.text, "<w:keepNext/>" if keep_next else "")


def sign_off_xml(sign_off: SignOff, template: Template) -> str:
    """Return the body's name and the date; the style aligns them right, a line below the text."""
    style = template.styles[SIGN_OFF]
    lines = sign_off_lines(sign_off, template.width, style.character)
    keeps = ["<w:keepNext/>"] * (len(lines) - 1) + [""]
    return "".join(
        paragraph_xml(style, line.text, f'{keep}<w:ind w:right="{line.right}"/>')
        for line, keep in zip(lines, keeps, strict=True)
    )
