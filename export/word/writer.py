"""Blocks written into a document with python-docx, in the styles of its template."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from export.word.form_table import form_table_xml
from export.word.markup import BREAKS
from export.word.plain_table import plain_table_xml
from export.word.template import Template
from export.word.text import heading_xml, sign_off_xml, text_xml, title_xml
from model.report.blocks import Block, Heading, Paragraph, PlainTable, SignOff, Table, Title
from model.report.outline import printable
from model.zip_bounds import zip_entry

LONGEST_PROPERTY_CHARACTERS = 255  # python-docx refuses longer ones
COMPRESSION_LEVEL = 3  # of zlib's nine: half the time of the default for a tenth more bytes


def written(blocks: Sequence[Block], template: Template, title: str, author: str) -> bytes:
    """Return the blocks as a .docx that looks as the template does."""
    document = Document(io.BytesIO(template.package))
    around = zip([None, *blocks[:-1]], blocks, [*blocks[1:], None], strict=True)
    _fill(document, "".join(_block_xml(*three, template) for three in around))
    properties = document.core_properties
    properties.title, properties.author = _property(title), _property(author)
    return _packed(document, template)


def _fill(document: WordDocument, xml: str) -> None:
    """Give the document a body with this content on the template's page.

    All is parsed in one piece: element by element, or moved one by one into the old body, it takes four times as
    long."""
    root, old = document.element, document.element.body
    body = parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")
    body.append(old.sectPr)
    root.replace(old, body)


def _block_xml(before: Block | None, block: Block, follower: Block | None, template: Template) -> str:
    match block:
        case Title():
            return title_xml(block, template)
        case Heading():
            after_table, before_table = (isinstance(one, Table | PlainTable) for one in (before, follower))
            return heading_xml(block, template, after_table, before_table)
        case Paragraph():
            return text_xml(block, template, keep_next=isinstance(follower, SignOff))
        case Table():
            return form_table_xml(block, template)
        case PlainTable():
            return plain_table_xml(block, template)
        case SignOff():
            return sign_off_xml(block, template)


def _property(text: str) -> str:
    """Return the text as the document's properties can hold it: one line of limited length."""
    return BREAKS.sub(" ", printable(text))[:LONGEST_PROPERTY_CHARACTERS]


def _packed(document: WordDocument, template: Template) -> bytes:
    """Return the document as a package: python-docx's own writer would put the time of day into it.

    The template's types and relations hold for the document too, which has the same parts."""
    parts = {part.partname.membername: part.blob for part in document.part.package.iter_parts()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template.package)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = parts[name] if name in parts else source.read(name)
            target.writestr(zip_entry(name), data, zipfile.ZIP_DEFLATED, COMPRESSION_LEVEL)
    return out.getvalue()
