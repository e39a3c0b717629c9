"""Paragraphs and tables as WordprocessingML, in the styles of a template. Lengths are in twips (1/20 pt)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape  # xml.sax.saxutils would load all of urllib

from export.word.faces import by_face
from export.word.styles import TABLE, Style
from export.word.template import Template

BREAKS = re.compile("([\v\t])")


def paragraph_xml(style: Style, text: str, properties: str = "", run_properties: str = "") -> str:
    """Return a paragraph in a style, with its own properties and those of its run; VT is a line break, TAB a tab."""
    pieces = by_face(text, style.face) if text else ()
    runs = "".join(_run(piece, face, run_properties) for piece, face in pieces)
    return f'<w:p><w:pPr><w:pStyle w:val="{escape(style.id)}"/>{properties}</w:pPr>{runs}</w:p>'


def _run(text: str, face: str, properties: str) -> str:
    own = f' w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}"' if face else ""
    # Without the hint quotation marks, dashes and ellipses would take the Latin face.
    fonts = f'<w:rPr><w:rFonts w:hint="eastAsia"{own}/>{properties}</w:rPr>'
    return f"<w:r>{fonts}{''.join(map(_piece, BREAKS.split(text)))}</w:r>"


def _piece(text: str) -> str:
    if text in ("\v", "\t"):
        return "<w:br/>" if text == "\v" else "<w:tab/>"
    return f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>' if text else ""


def table_xml(widths: Sequence[int], rows: str, template: Template) -> str:
    """Return a table in the template's style with columns of these widths."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    # A fixed layout: otherwise Word and WPS widen columns to their words, each in its own way.
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{escape(template.styles[TABLE].id)}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
