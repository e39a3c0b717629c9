"""A .docx as lines and tables: the final text, as it is read, whatever is wrapped around it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from model.faults import Fault
from model.reading.formats.budget import Budget
from model.reading.formats.file_types import is_word_xml
from model.reading.formats.ooxml import Package, Parts, part_name
from model.reading.formats.source_blocks import PICTURE, Found, FoundCell, FoundTable, Line
from model.reading.formats.word_fast_path import (
    ALTERNATIVES,
    CELL,
    MERGE,
    MERGE_ACROSS,
    ROW,
    SPAN,
    TABLE,
    WIDEST_CELL_COLUMNS,
    P,
    plain_rows,
    plain_text,
    written,
)
from model.reading.formats.word_styles import VAL, Numbering, Styles, W, child_of, child_value, is_on, small_number
from model.reading.formats.word_xml import WordXml

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
BOX = f"{W}txbxContent"
GONE = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "delText", "delInstrText", "instrText", "rPr", "pPr", "rt")
)
STYLE, LIST, OUTLINE, RUN_PROPERTIES = (f"{W}{name}" for name in ("pStyle", "numPr", "outlineLvl", "rPr"))
CELL_PROPERTIES, RUN = f"{W}tcPr", f"{W}r"
CONTROL = f"{W}sdt"
FIELD = f"{W}fldChar"
DECORATIONS = ("vertAlign", "position", "strike", "dstrike")
DEEPEST_NESTING_ELEMENTS = 150
PICTURES = tuple(f"{W}{name}" for name in ("drawing", "pict", "object"))


def blocks_of_word(data: bytes, budget: Budget) -> list[Found]:
    """Return the lines and tables of a Word document in reading order, without headers and footers. Raises Fault."""
    package: Parts = WordXml(data, budget) if is_word_xml(data) else Package(data, budget)
    name = _main_part(package)
    root = package.part(name)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise Fault("它不是 Word 文档（.docx）。请用 WPS 或 Word 打开它，另存为 .docx，再试一次。")
    folder = name.rpartition("/")[0]
    styles = Styles(package.part(f"{folder}/styles.xml"))
    styles.spell_out(body)
    reader = _Document(styles, Numbering(package.part(f"{folder}/numbering.xml"), budget))
    return list(budget.counted(itertools.chain(reader.blocks(body, 0), reader.pending())))


def _main_part(package: Parts) -> str:
    relations = package.part("_rels/.rels")
    for relation in relations.iter(RELATIONS) if relations is not None else ():
        if str(relation.get("Type")).endswith("/officeDocument"):
            return part_name(str(relation.get("Target") or ""))
    return "word/document.xml"


class _Document:
    """Walks through a document's body."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self._paragraphs = self._tables = 0
        self._pending: list[str] = []  # texts of paragraphs whose end has been deleted

    def blocks(self, element: Any, depth: int) -> Iterator[Found]:
        """Yield the blocks below an element: paragraphs, tables, and what stands in wrappers around them."""
        if depth > DEEPEST_NESTING_ELEMENTS:
            raise Fault("它的内容一层套一层，套得太深，不像是正常的文档。请用 WPS 或 Word 打开它，另存为 .docx。")
        for child in _visible(element):
            if child.tag == P:
                yield from self._paragraph(child, depth)
            elif child.tag == TABLE:
                yield from self._table(child, depth)
            else:
                yield from self.blocks(child, depth + 1)

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[Found]:
        self._paragraphs += 1
        properties = child_of(paragraph, "pPr")
        said = {child.tag: child for child in reversed(properties)} if properties is not None else {}
        style = _value_in(said, STYLE)
        plain = plain_text(paragraph)
        self._pending += [self._number(said, style), text_of(paragraph) if plain is None else plain]
        if child_of(said.get(RUN_PROPERTIES), "del") is None:
            own = small_number(_value_in(said, OUTLINE), -1) + 1
            level = own if 0 < own < 10 else self._styles.level(style)
            yield from self._line(level, self._styles.kind(style))
        for box in _boxes(paragraph) if plain is None else ():
            yield from self.blocks(box, depth + 1)

    def pending(self) -> Iterator[Found]:
        """Yield the text of a last paragraph whose end has been deleted."""
        yield from self._line(0, "")

    def _line(self, level: int, kind: str) -> Iterator[Found]:
        text, self._pending = "".join(self._pending), []
        if text.strip():
            yield Line(text, f"第 {self._paragraphs} 段", level, kind)

    def _number(self, said: Mapping[str, Any], style: str) -> str:
        """Return the paragraph's automatic number; its style may bring it."""
        found = said[LIST] if LIST in said else self._styles.numbering(style)
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


def _value_in(said: Mapping[str, Any], tag: str) -> str:
    """Return the w:val of the property of that tag, "" if there is none."""
    return str(said[tag].get(VAL) or "") if tag in said else ""


def _visible(element: Any) -> Iterator[Any]:
    """Yield the children that the final text shows; of alternatives the first."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in GONE:
            continue
        if child.tag == CONTROL and _is_prompt(child):
            continue
        if child.tag == ALTERNATIVES:
            yield from child[:1]
        else:
            yield child


def _is_prompt(control: Any) -> bool:
    """Return whether a content control is empty and shows what to type: 单击或点击此处输入文字。"""
    if not is_on(child_of(control, "sdtPr", "showingPlcHdr")):
        return False
    return not any(letter.isdigit() for text in control.itertext() for letter in text)


def _inside(element: Any, tag: str, depth: int = 0) -> Iterator[Any]:
    """Yield the nearest elements of that name, through content controls, insertions and the like."""
    if depth > DEEPEST_NESTING_ELEMENTS:
        return
    for child in _visible(element):
        if child.tag == tag:
            yield child
        elif child.tag not in (P, TABLE, ROW, CELL):
            yield from _inside(child, tag, depth + 1)


def _cells(row: Any) -> Iterator[tuple[Any, int]]:
    """Yield the cells that begin in a row, with their columns."""
    before = child_value(row, "trPr", "gridBefore")
    column = small_number(before, 0)
    for cell in _inside(row, CELL):
        properties = cell.find(CELL_PROPERTIES)
        said = {child.tag: child.get(VAL) for child in properties} if properties is not None else {}
        if f"{W}cellDel" in said:
            continue
        goes_on = said.get(MERGE_ACROSS, "restart") != "restart"
        if not goes_on and said.get(MERGE, "restart") == "restart":
            yield cell, column
        column += min(small_number(said.get(SPAN) or "", 1), WIDEST_CELL_COLUMNS)


def _cell_text(cell: Any) -> str:
    """Return the text of a cell, that of the boxes on it too; [图] where it holds a picture and no words."""
    paragraphs = list(_inside(cell, P))
    boxed = [inner for paragraph in paragraphs for box in _boxes(paragraph) for inner in _inside(box, P)]
    text = "\n".join(filter(None, (text_of(paragraph, marked=True) for paragraph in [*paragraphs, *boxed])))
    return text or (PICTURE if next(cell.iterdescendants(*PICTURES), None) is not None else "")


class _Fields:
    """The fields that a paragraph is within: of each whether its code is being read, which is not shown."""

    def __init__(self) -> None:
        self._codes: list[bool] = []

    @property
    def in_code(self) -> bool:
        """Whether what comes is not shown: a field within the code of another one is not, either."""
        return any(self._codes)

    def meet(self, mark: Any) -> None:
        """Follow a w:fldChar: a field begins, its result begins, or it ends."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self._codes.append(True)
        elif self._codes and kind == "separate":
            self._codes[-1] = False
        elif self._codes:
            self._codes.pop()


def text_of(paragraph: Any, marked: bool = False) -> str:
    """Return the text of a paragraph as it is read: insertions in, deletions, hidden text and field codes out.

    `marked`: a ^ before what is raised or struck through, so that nobody takes it for part of a number."""
    return "".join(_pieces(paragraph, _Fields(), 0, marked))


def _pieces(element: Any, fields: _Fields, depth: int, marked: bool) -> Iterator[str]:
    for child in _visible(element) if depth <= DEEPEST_NESTING_ELEMENTS else ():
        if child.tag == FIELD:
            fields.meet(child)
        elif (own := written(child)) is not None:
            yield "" if fields.in_code else own
        elif child.tag not in (BOX, P, TABLE) and len(child):
            text = "".join(_pieces(child, fields, depth + 1, marked))
            if text and not (child.tag == RUN and _is_hidden(child)):
                yield "^" * (marked and _is_decorated(child)) + text


def _is_decorated(child: Any) -> bool:
    return child.tag == RUN and any(is_on(child_of(child, "rPr", name)) for name in DECORATIONS)


def _is_hidden(run: Any) -> bool:
    return any(is_on(child_of(run, "rPr", name)) for name in ("vanish", "webHidden"))


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the text boxes that hang on a paragraph; of two renderings of one the first."""
    for child in _visible(paragraph):
        if child.tag == BOX:
            yield child
        elif len(child):
            yield from _boxes(child)
