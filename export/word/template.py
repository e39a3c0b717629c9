"""A template, checked and emptied: its page and styles are kept, its text and the traces of its author removed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from docx import Document
from docx.document import Document as WordDocument
from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE as KINDS
from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
from docx.opc.part import XmlPart
from docx.opc.rel import Relationships
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from export.word.styles import Style, styles_in
from export.word.template_safety import refuse_unsafe
from model.faults import Fault
from model.reading.formats.file_types import AS_DOCX
from model.zip_bounds import zip_entry

EMU_PER_TWIP = 635  # python-docx gives lengths in English Metric Units
SMALLEST_WIDTH_TWIPS = 5500  # between the margins: what the tables need at the least
# The relations that page and styles need; all others belong to the text, which is removed.
KEPT = {
    KINDS.STYLES, KINDS.SETTINGS, KINDS.WEB_SETTINGS, KINDS.FONT_TABLE, KINDS.THEME, KINDS.NUMBERING,
    KINDS.FOOTNOTES, KINDS.ENDNOTES,
}  # fmt: skip
# Settings of the template's own editing: a document is not protected and not tracked, and tells nothing of who made the template.
DROPPED_SETTINGS = tuple(
    qn(f"w:{name}") for name in ("documentProtection", "writeProtection", "trackRevisions", "docVars", "rsids")
)
TAKEN = (qn("w:ins"), qn("w:moveTo"))  # of tracked changes
KEPT_OF_PACKAGE = {KINDS.OFFICE_DOCUMENT, KINDS.CORE_PROPERTIES}
TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
# What python-docx raises for a broken package, or for one of another kind.
BROKEN = (
    OpcError, PythonDocxError, etree.LxmlError, LookupError, ValueError, TypeError, AttributeError, RecursionError,
)  # fmt: skip


@dataclass(frozen=True)
class Template:
    """A template: a .docx without text, its styles by name, and the width of the type area in twips."""

    package: bytes
    styles: Mapping[str, Style]
    width: int


@lru_cache(maxsize=2)
def template_in(data: bytes) -> Template:
    """Return the template in the bytes of a .docx. Raises Fault, without a file's name, if it cannot be used."""
    refuse_unsafe(data)
    try:
        document = Document(io.BytesIO(data))
        width, styles = _width(document), styles_in(document.styles.element)
        return Template(_emptied(document), styles, width)
    except BROKEN as error:
        raise Fault(f"它不是 Word 文档（.docx），或者已经损坏。{AS_DOCX}") from error


def _width(document: WordDocument) -> int:
    """Return the width of the type area of the last section, whose page all pages get. Raises Fault."""
    section = document.sections[-1] if len(document.sections) else None
    if section is None or document.element.body.sectPr is None or not section.page_width:
        raise Fault("它没有页面设置。请在 Word 或 WPS 里设好纸张和页边距，另存为 .docx，再试一次。")
    if any(count not in ("0", "1") for count in document.element.body.sectPr.xpath("./w:cols/@w:num")):
        raise Fault("它分了栏，放不下表格。请在 Word 或 WPS 里改成一栏，再试一次。")
    lost = sum(side or 0 for side in (section.left_margin, section.right_margin, section.gutter))
    width = round((section.page_width - lost) / EMU_PER_TWIP)
    if width < SMALLEST_WIDTH_TWIPS:
        raise Fault("它的版心太窄，放不下表格。请在 Word 或 WPS 里把页边距改小，再试一次。")
    return width


def _emptied(document: WordDocument) -> bytes:
    _inherit_headers(document)
    document.element.body.clear_content()
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            _accept_changes(part.element)
    settings = document.settings.element
    for dropped in list(settings.iterchildren(*DROPPED_SETTINGS)):
        settings.remove(dropped)
    # By the page, or by the background behind it.
    referred = {value for element in document.element.iter() for value in element.values()}
    _forget(document.part.rels, lambda key, kind: kind in KEPT or key in referred)
    package = document.part.package
    _forget(package.rels, lambda _, kind: kind in KEPT_OF_PACKAGE)
    properties = document.core_properties
    for said in list(properties._element):
        properties._element.remove(said)
    properties.language = "zh-CN"
    return _packed(package)


def _packed(package: OpcPackage) -> bytes:
    """Return a package as a zip; python-docx's own writer fails where the clock is before 1980 or after 2107."""
    parts = list(package.iter_parts())
    types = "".join(
        f"<Override PartName={quoteattr(part.partname)} ContentType={quoteattr(part.content_type)}/>" for part in parts
    )
    entries = {CONTENT_TYPES_URI: TYPES.format(types).encode(), PACKAGE_URI.rels_uri: package.rels.xml}
    for part in parts:
        entries[part.partname] = part.blob
        if part.rels:
            entries[part.partname.rels_uri] = part.rels.xml
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in entries.items():
            target.writestr(zip_entry(name.membername), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _accept_changes(root: BaseOxmlElement) -> None:
    """Take what was inserted, drop what was deleted or changed: each such mark names who did it and when."""
    for mark in root.xpath("//*[@w:author]"):
        if mark.tag in TAKEN:
            for child in list(mark):
                mark.addprevious(child)
        mark.getparent().remove(mark)


def _inherit_headers(document: WordDocument) -> None:
    """Give the last section the headers and footers that it has from the sections before it, which will be removed."""
    tags = (qn("w:headerReference"), qn("w:footerReference"))
    last, *earlier = [section._sectPr for section in list(document.sections)[::-1]]  # each one anew costs a search
    for section in earlier:
        own = {(one.tag, one.get(qn("w:type"))) for one in last.iterchildren(*tags)}
        for reference in list(section.iterchildren(*tags)):
            if (reference.tag, reference.get(qn("w:type"))) not in own:
                last.insert(0, reference)  # the schema has them before all else


def _forget(relations: Relationships, is_kept: Callable[[str, str], bool]) -> None:
    """Remove the relations for which `is_kept` (id, kind) is false, and with them the parts that they lead to."""
    for key, relation in list(relations.items()):
        if not is_kept(key, relation.reltype):
            del relations[key]
