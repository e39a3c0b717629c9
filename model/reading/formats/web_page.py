"""A web page as lines and tables, with the chain of elements around each. Nothing is fetched, nothing is run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

from lxml import etree

from model.faults import Fault
from model.reading.formats.budget import CELLS, MARKUP, Budget, refuse_crowded_tags
from model.reading.formats.own_page import own_blocks
from model.reading.formats.source_blocks import PICTURE, TITLE, Found, FoundCell, FoundTable, Line, Spot
from model.reading.formats.spans import Spanning, placed_cells
from model.reading.formats.words import is_seen

SKIPPED = frozenset(
    ["script", "style", "head", "noscript", "template", "button", "nav", "footer", "iframe", "svg", "rt", "rp"]
)  # fmt: skip
INLINE = frozenset(
    ["a", "abbr", "b", "big", "code", "del", "em", "font", "i", "ins", "label", "mark", "s", "small", "span", "strike",
     "strong", "sub", "sup", "u", "bdo", "time", "tt", "var", "q", "cite", "wbr", "img", "kbd", "samp", "dfn", "nobr",
     "ruby", "rb", "input", "textarea", "select"]
)  # fmt: skip
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
STRUCK = frozenset(["del", "s", "strike"])  # what no longer counts
RAISED = frozenset(["sup", "sub"])
NOT_READ = SKIPPED | STRUCK
GONE = "template"  # one of them, in the place of what is hidden
HIDING = ("display:none", "visibility:hidden", "line-through", "mso-hide:all")
WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")  # what a browser shows as one blank
BLOCK = re.compile(r"display\s*:\s*(?!inline|none|contents)\w")
TYPED_INTO = frozenset(["input", "textarea", "select"])
STYLES = etree.XPath(
    "set:distinct(descendant::*/@style)", namespaces={"set": "http://exslt.org/sets"}, smart_strings=False
)
HIDDEN = etree.XPath("boolean(descendant::*/@hidden)")
SHOWN_INPUTS = frozenset(["text", "number", "tel", "search"])
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what lxml gives out, but does not take
BREAKS, LINE_ENDS = re.compile("\v"), re.compile("\r\n|[\v\n\r\f]")
PLACED = re.compile(r"(?<![\w-])(left|top)\s*:\s*(\d{1,6})(?:\.\d{1,6})?px")
BREAK = "\v"  # of a line, which white space in the source is not
DEEPEST_NESTING_ELEMENTS = 200
NESTED = "它的网页代码层层嵌套，不像是正常的网页。请在浏览器里打开它，复制全部内容，再粘贴进来。"
WIDEST_CELL_COLUMNS, TALLEST_CELL_ROWS = 200, 5000  # what a page may say without end


def blocks_of_page(text: str, budget: Budget) -> list[Found]:
    """Return the lines and tables of a page in reading order. Raises Fault where it is nested or goes on without end."""
    budget.spend(MARKUP, text.count("<") + text.count("="))
    root = _parsed(text.replace("\x00", ""))
    reader = _Page(budget)
    title = root.findtext(".//title")
    body = root.find(".//body")
    body = body if body is not None else root
    if own := own_blocks(body, partial(_rows, budget=budget), budget):
        return own
    _simplify(body)
    if title and title.strip():
        reader.take(Line(" ".join(title.split()), "网页标题", style=TITLE))
    reader.read(body, ())
    reader.end_line(())
    return reader.found


def _parsed(text: str) -> Any:
    """Return the root element of a page. Raises Fault where there is none, or too many in one another."""
    refuse_crowded_tags(text)
    try:
        parser = etree.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False)
        root = etree.fromstring(DECLARATION.sub("", text, count=1) or " ", parser)
    except (etree.LxmlError, ValueError) as error:
        raise Fault("这个网页写得不正常，读不了。请在浏览器里打开它，复制全部内容，再粘贴进来。") from error
    if any(error.type != etree.ErrorTypes.ERR_DOCUMENT_EMPTY for error in parser.error_log.filter_from_fatals()):
        raise Fault(NESTED)  # libxml2 goes no deeper, and leaves out all that comes behind
    if root is None:
        raise Fault("它是空的网页。请在浏览器里打开它，复制全部内容，再粘贴进来。")
    return root


def _simplify(body: Any) -> None:
    """Take out what does not count, put a ^ before what is raised or lowered in a cell, and make text of what stands within a line.

    lxml does this many times as quickly as Python, and Word writes an element for each word: where no style changes what is
    read, only those are looked at whose tags do."""
    tags = {str(element.tag) for element in body.iterdescendants()}
    is_plain = not HIDDEN(body) and not any(map(_is_telling, STYLES(body)))
    raised, typed = _marked(body.iterdescendants(*RAISED, *TYPED_INTO) if is_plain else body.iterdescendants())
    for cell in body.iterdescendants("td", "th"):
        if _is_inline(cell.getparent().tag):
            cell.tag = "div"  # stands in no row: nobody knows in which column
    etree.strip_elements(body, *NOT_READ, with_tail=False)
    _say_pictures(body)
    for element in typed:
        text = _typed(element)
        element[:] = []
        element.text = NO_XML.sub(" ", text)
    layout: dict[Any, bool] = {}
    for element in raised:
        if not _is_in_cell(element, layout):
            continue
        element.text = NO_XML.sub(" ", f"^{element.text or ''}")
    # A damaged page may have names that lxml gives out, but does not take.
    etree.strip_tags(body, *(tag for tag in tags if _is_inline(tag) and not NO_XML.search(tag)))


def _say_pictures(body: Any) -> None:
    """Write [图] into the cells that hold a picture and no words, unless the picture only holds the cell open."""
    cells = {}
    for picture in body.iter("img", "object"):
        cell = next(picture.iterancestors("td", "th"), None)
        if cell is not None and cell not in cells and picture.get("width") not in ("0", "1"):
            cells[cell] = picture
    for cell, picture in cells.items():
        if not any(map(str.strip, cell.itertext())):
            picture.tail = PICTURE


def _marked(elements: Iterable[Any]) -> tuple[list[Any], list[Any]]:
    """Return those of the elements that are raised, and those that are typed into; tag the others as they are shown."""
    raised, typed = [], []
    for element in elements:
        if element.tag in INLINE and _is_block(element.get("style") or ""):
            element.tag = "div"
        mark = _mark(element)
        if mark is None:
            element.tag = GONE
        elif element.tag in TYPED_INTO:
            typed.append(element)
        elif mark:
            raised.append(element)
    return raised, typed


def _is_inline(tag: str) -> bool:
    """Return whether elements of this tag stand within a line, as Office's own do, whatever comes behind the colon."""
    return tag in INLINE or ":" in tag


def _is_in_cell(element: Any, layout: dict[Any, bool]) -> bool:
    """Return whether an element stands in a cell of a table that is none for layout; what is found of a table is noted."""
    around = next(element.iterancestors("td", "th", "table"), None)
    table = next(around.iterancestors("table"), None) if around is not None and around.tag != "table" else None
    if table is not None and table not in layout:
        layout[table] = _is_for_layout(table)
    return table is not None and not layout[table]


class _Page:
    """Walks through a page and collects what it shows."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self.found: list[Found] = []
        self._text: list[str] = []
        self._lines = self._tables = 0
        self._as_typed = False  # whether blanks and line ends are shown as they stand in the source

    def read(self, element: Any, place: tuple[int, ...]) -> None:
        """Take an element with all that is in it."""
        if len(place) > DEEPEST_NESTING_ELEMENTS:
            raise Fault(NESTED)
        self._text.append(element.text or "")
        for number, child in enumerate(element):
            self._child(child, (*place, number), place)
            self._text.append(child.tail or "")

    def take(self, block: Found) -> None:
        """Take a line or a table into what was found. Raises Fault where that makes too many."""
        self.found += self._budget.counted([block])

    def _child(self, child: Any, inside: tuple[int, ...], place: tuple[int, ...]) -> None:
        tag = child.tag
        if tag == "br":
            self._text.append(BREAK)
        elif tag == "table" and not _is_for_layout(child):
            self.end_line(place)
            self._tables += 1
            self.take(FoundTable(tuple(_rows(child, self._budget)), f"表格 {self._tables} ", inside))
        else:
            self.end_line(place)
            around, self._as_typed = self._as_typed, self._as_typed or tag == "pre"
            self.read(child, inside)
            self.end_line(inside, _spot(child.get("style") or ""))
            self._as_typed = around

    def end_line(self, place: tuple[int, ...], spot: Spot | None = None) -> None:
        """End the paragraph; every br in it has begun a line of its own. The first of them stands at `spot`."""
        lines = (LINE_ENDS if self._as_typed else BREAKS).split("".join(self._text))
        self._text = []
        for line in lines:
            text = (line if self._as_typed else WHITE_SPACE.sub(" ", line)).strip()
            if is_seen(text):
                self._lines += 1
                self.take(Line(text, f"第 {self._lines} 段", place=place, spot=spot))
            spot = None


def _is_telling(style: str) -> bool:
    """Return whether a style changes what is read."""
    return _is_block(style) or _mark_of_style(style) != ""


def _spot(style: str) -> Spot | None:
    """Return where a style puts a line on its page, None where the page itself finds its place."""
    said = dict(PLACED.findall(style)) if "absolute" in style else {}
    return Spot(int(said["left"]), int(said["top"])) if len(said) == 2 else None


@lru_cache(maxsize=1024)
def _is_block(style: str) -> bool:
    return BLOCK.search(style.lower()) is not None


def _typed(element: Any) -> str:
    """Return what stands in a field of a form that was saved as a page: typed, ticked off or chosen."""
    if element.tag == "input":
        return str(element.get("value") or "") if (element.get("type") or "text").lower() in SHOWN_INPUTS else ""
    if element.tag == "textarea":
        return str(element.text or "")
    options = list(element.iter("option"))
    chosen = next((option for option in options if option.get("selected") is not None), options[0] if options else None)
    return "" if chosen is None else "".join(chosen.itertext())


def _mark(element: Any) -> str | None:
    """Return what stands before an element's text in a cell: ^ where it is raised or lowered.

    None where it does not count."""
    if element.get("hidden") is not None:
        return None
    style = element.get("style")
    said = _mark_of_style(style) if style else ""
    return "^" if said == "" and element.tag in RAISED else said


@lru_cache(maxsize=1024)  # Word gives every word the same one
def _mark_of_style(style: str) -> str | None:
    plain = style.replace(" ", "").lower()
    if any(word in plain for word in HIDING):
        return None
    return "^" if "vertical-align:su" in plain else ""  # super, sub


def _is_for_layout(table: Any) -> bool:
    """Return whether a table arranges the page, as one with a table in it or of a single column does."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    return not any(len(list(row.iterchildren("td", "th"))) > 1 for row in table.iter("tr"))


def _rows(table: Any, budget: Budget) -> Iterator[tuple[FoundCell, ...]]:
    """Yield the rows of a table, each with the cells that begin in it and the columns they begin in."""
    rows = (map(_spanning, row.iterchildren("td", "th")) for row in table.iter("tr"))
    return placed_cells(rows, lambda columns: budget.spend(CELLS, columns))


def _spanning(cell: Any) -> Spanning:
    """Return a cell with the columns and rows that it takes."""
    across = _span(cell.get("colspan"), 1, WIDEST_CELL_COLUMNS)
    down = _span(cell.get("rowspan"), TALLEST_CELL_ROWS, TALLEST_CELL_ROWS)
    return _spaced(_cell_text(cell)), across, down


@lru_cache(maxsize=1024)
def _span(said: str | None, all_left: int, most: int) -> int:
    """Return how many columns or rows a cell takes that says so; `all_left` is what 0 stands for."""
    value = said.strip() if said else ""
    is_number = value.isascii() and value.isdigit() and len(value) < 6
    return min(int(value) or all_left, most) if is_number else 1


def _cell_text(element: Any, depth: int = 0) -> str:
    """Return all text that a cell shows; its paragraphs keep words apart. Raises Fault where they are nested without end."""
    if depth > DEEPEST_NESTING_ELEMENTS:
        raise Fault(NESTED)
    text = element.text or ""
    for child in element:
        inside = _cell_text(child, depth + 1) if len(child) else child.text or ""
        text += f"\n{inside}\n{child.tail or ''}"
    return text


def _spaced(text: str) -> str:
    """Return the words of a cell, with one blank between them."""
    return " ".join(text.replace("\u200b", "").split())
