"""A .docx as lines and tables: the final text, as it is read, whatever is wrapped around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from model.faults import Fault
from model.reading.formats.ooxml import Package
from model.reading.formats.source_blocks import Found, FoundCell, FoundTable, Line
from model.reading.formats.word_fast_path import (
    ALTERNATIVES,
    CELL,
    MERGE,
    ROW,
    SPAN,
    TABLE,
    WIDEST,
    P,
    plain_rows,
    plain_text,
    written,
)
from model.reading.formats.word_styles import VAL, Numbering, Styles, W, child_of, child_value, is_on, small_number

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
BOX = f"{W}txbxContent"
GONE = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "delText", "delInstrText", "instrText", "rPr", "pPr", "rt")
)
PROPERTIES, CELL_PROPERTIES, RUN = f"{W}pPr", f"{W}tcPr", f"{W}r"
FIELD = f"{W}fldChar"
DECORATIONS = ("vertAlign", "position", "strike", "dstrike")
DEEPEST = 150


def blocks_of_word(data: bytes) -> list[Found]:
    """The lines and tables of a .docx in reading order, without headers and footers. Raises Fault."""
    package = Package(data)
    name = _main_part(package)
    root = package.part(name)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise Fault("它不是 Word 文档（.docx）。请用 WPS 或 Word 打开它，另存为 .docx，再试一次。")
    folder = name.rpartition("/")[0]
    styles = Styles(package.part(f"{folder}/styles.xml"))
    styles.spell_out(body)
    reader = _Document(styles, Numbering(package.part(f"{folder}/numbering.xml")))
    return [*reader.blocks(body, 0), *reader.pending()]


def _main_part(package: Package) -> str:
    relations = package.part("_rels/.rels")
    for relation in relations.iter(RELATIONS) if relations is not None else ():
        if str(relation.get("Type")).endswith("/officeDocument"):
            return str(relation.get("Target") or "").lstrip("/")
    return "word/document.xml"


class _Document:
    """Walks through a document's body."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self._paragraphs = self._tables = 0
        self._pending = ""  # text of paragraphs whose end has been deleted

    def blocks(self, element: Any, depth: int) -> Iterator[Found]:
        """The blocks below an element: paragraphs, tables, and what stands in wrappers around them."""
        if depth > DEEPEST:
            raise Fault("它的内容层层嵌套，不像是正常的文档。请用 WPS 或 Word 打开它，另存为 .docx。")
        for child in _visible(element):
            if child.tag == P:
                yield from self._paragraph(child, depth)
            elif child.tag == TABLE:
                yield from self._table(child, depth)
            else:
                yield from self.blocks(child, depth + 1)

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[Found]:
        self._paragraphs += 1
        properties = paragraph.find(PROPERTIES)
        style = child_value(properties, "pStyle")
        plain = plain_text(paragraph)
        text = self._pending + self._number(properties, style) + (text_of(paragraph) if plain is None else plain)
        self._pending = ""
        if child_of(properties, "rPr", "del") is not None:
            self._pending = text
        elif text.strip():
            outline = child_value(properties, "outlineLvl")
            own = small_number(outline, -1) + 1
            level = own if 0 < own < 10 else self._styles.level(style)
            yield Line(text, f"第 {self._paragraphs} 段", level, self._styles.kind(style))
        for box in _boxes(paragraph) if plain is None else ():
            yield from self.blocks(box, depth + 1)

    def pending(self) -> Iterator[Found]:
        """The text of a last paragraph whose end has been deleted."""
        if self._pending.strip():
            yield Line(self._pending, f"第 {self._paragraphs} 段")

    def _number(self, properties: Any, style: str) -> str:
        """The paragraph's automatic number; its style may bring it."""
        own = child_of(properties, "numPr")
        found = own if own is not None else self._styles.numbering(style)
        return self._numbering.label(found) if found is not None else ""

    def _table(self, table: Any, depth: int) -> Iterator[Found]:
        plain = plain_rows(table)
        if plain is not None and max(map(len, plain), default=0) > 1:
            self._tables += 1
            yield FoundTable(plain, f"表格 {self._tables} ")
            return
        rows = [list(_cells(row)) for row in _inside(table, ROW) if row.find(f"{W}trPr/{W}del") is None]
        if next(table.iterdescendants(TABLE), None) is not None or max(map(len, rows), default=0) <= 1:
            # A table with a table in it, or of a single column, arranges the page.
            for row in rows:
                for cell, _ in row:
                    yield from self.blocks(cell, depth + 1)
            return
        self._tables += 1
        yield FoundTable(
            tuple(tuple(FoundCell(_cell_text(cell), column) for cell, column in row) for row in rows),
            f"表格 {self._tables} ",
        )


def _visible(element: Any) -> Iterator[Any]:
    """The children that the final text shows; of alternatives the first."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in GONE:
            continue
        if child.tag == ALTERNATIVES:
            yield from child[:1]
        else:
            yield child


def _inside(element: Any, tag: str, depth: int = 0) -> Iterator[Any]:
    """The nearest elements of that name, through content controls, insertions and the like."""
    if depth > DEEPEST:
        return
    for child in _visible(element):
        if child.tag == tag:
            yield child
        elif child.tag not in (P, TABLE, ROW, CELL):
            yield from _inside(child, tag, depth + 1)


def _cells(row: Any) -> Iterator[tuple[Any, int]]:
    """The cells that begin in a row, with their columns."""
    before = child_value(row, "trPr", "gridBefore")
    column = small_number(before, 0)
    for cell in _inside(row, CELL):
        properties = cell.find(CELL_PROPERTIES)
        said = {child.tag: child.get(VAL) for child in properties} if properties is not None else {}
        if f"{W}cellDel" in said:
            continue
        if said.get(MERGE, "restart") == "restart":
            yield cell, column
        column += min(small_number(said.get(SPAN) or "", 1), WIDEST)


def _cell_text(cell: Any) -> str:
    return "\n".join(filter(None, (text_of(paragraph, marked=True) for paragraph in _inside(cell, P))))


def text_of(paragraph: Any, depth: int = 0, marked: bool = False) -> str:
    """The text of a paragraph as it is read: insertions in, deletions, hidden text and field codes out.

    `marked`: a ^ before what is raised or struck through, so that nobody takes it for part of a number."""
    pieces: list[str] = []
    in_code = False  # between the beginning of a field and its result
    for child in _visible(paragraph) if depth <= DEEPEST else ():
        field = child.find(FIELD) if child.tag == RUN else None
        in_code = in_code if field is None else field.get(f"{W}fldCharType") == "begin"
        if not in_code:
            pieces.append(_piece_of(child, depth, marked))
    return "".join(pieces)


def _piece_of(child: Any, depth: int, marked: bool) -> str:
    """The text of one element of a paragraph or a run."""
    if (own := written(child)) is not None:
        return own
    tag = child.tag
    if tag in (BOX, P, TABLE) or not len(child) or (tag == RUN and _is_hidden(child)):
        return ""
    is_decorated = tag == RUN and any(is_on(child_of(child, "rPr", name)) for name in DECORATIONS)
    return "^" * (marked and is_decorated) + text_of(child, depth + 1, marked)


def _is_hidden(run: Any) -> bool:
    return any(is_on(child_of(run, "rPr", name)) for name in ("vanish", "webHidden"))


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph; of two renderings of one the first."""
    for child in _visible(paragraph):
        if child.tag == BOX:
            yield child
        elif len(child):
            yield from _boxes(child)
