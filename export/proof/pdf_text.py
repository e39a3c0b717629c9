"""A PDF of this program -> its lines and tables by its tags, which say what each piece of text is.

Where a line was broken is not in it: blanks and line breaks within a paragraph are no part of what is read."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ContentStream, DictionaryObject

from model.faults import Fault
from model.reading.formats.source_blocks import SIGN_OFF, TITLE, Found, FoundTable, Line
from model.reading.formats.spans import Spanning, placed_cells
from model.reading.formats.words import is_seen

LEVELS = {"/H1": 1, "/H2": 2, "/H3": 3}
TABLE, ROW, CELLS = "/Table", "/TR", ("/TD", "/TH")
# The title and the lines of the sign-off are the only blocks that are neither headings nor paragraphs.
OTHER_BLOCK = "/Span"
BROKEN = (PyPdfError, LookupError, ValueError, TypeError, AttributeError, RecursionError, OSError)
# Of what says which letters the codes of a font stand for: one code and its letters, or the first and last of many.
MAPPINGS = re.compile(r"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
ONE, MANY = (re.compile(r"\s*".join([r"<([0-9A-Fa-f]+)>"] * count)) for count in (2, 3))
FROM_RIGHT = re.compile(
    "[\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
Marked = Mapping[tuple[int, int], str]  # text by the number of its page and of its mark there


def blocks_of_pdf(data: bytes) -> list[Found]:
    """Return the lines and tables of a PDF that this program made. Raises Fault if it is none, or broken."""
    try:
        reader = PdfReader(io.BytesIO(data))
        return list(_blocks(_structure(reader), _marked_texts(reader)))
    except BROKEN as error:
        raise Fault("它不是这个程序导出的 PDF，或者已经损坏。请再导出一次。") from error


def _structure(reader: PdfReader) -> Any:
    return reader.root_object["/StructTreeRoot"]["/K"][0]  # type: ignore[index]


def _blocks(document: Any, marked: Marked) -> Iterator[Found]:
    tables = 0
    for number, element in enumerate(_children(document)):
        kind = element["/S"]
        if kind == TABLE:
            tables += 1
            yield FoundTable(tuple(placed_cells(_rows(element, marked))), f"表格 {tables} ")
        elif is_seen(text := _text(element, marked)):
            style = "" if kind != OTHER_BLOCK else SIGN_OFF if number else TITLE
            yield Line(text, f"第 {number + 1} 段", LEVELS.get(kind, 0), style)


def _rows(table: Any, marked: Marked) -> Iterator[list[Spanning]]:
    for element in _children(table):
        if element["/S"] == ROW:
            yield [_cell(one, marked) for one in _children(element) if one["/S"] in CELLS]
        else:  # the head, the body
            yield from _rows(element, marked)


def _cell(element: Any, marked: Marked) -> Spanning:
    said: dict[str, Any] = {}
    for attributes in element.get("/A", []):
        said |= attributes.get_object()
    return _text(element, marked), said.get("/ColSpan", 1), said.get("/RowSpan", 1)


def _children(element: Any) -> list[Any]:
    return [one for one in map(_whole, _inside(element)) if isinstance(one, DictionaryObject) and "/S" in one]


def _inside(element: Any) -> list[Any]:
    inside = _whole(element.get("/K", []))
    return list(inside) if isinstance(inside, list) else [inside]


def _whole(found: Any) -> Any:
    return found.get_object() if hasattr(found, "get_object") else found


def _text(element: Any, marked: Marked, page: int = 0) -> str:
    """Return the text of an element; `page` is the number of the page that those around it stand on."""
    page = element.raw_get("/Pg").idnum if "/Pg" in element else page
    pieces = []
    for one in map(_whole, _inside(element)):
        if isinstance(one, int):
            pieces.append(marked.get((page, one), ""))
        elif "/MCID" in one:
            pieces.append(marked.get((one.raw_get("/Pg").idnum if "/Pg" in one else page, one["/MCID"]), ""))
        else:
            pieces.append(_text(one, marked, page))
    return "".join(pieces)


class _Mark(NamedTuple):
    """What surrounds a piece of a page: its number, None for what is no part of the text; what stands for its letters."""

    number: int | None
    instead: str | None = None


def _marked_texts(reader: PdfReader) -> Marked:
    found: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    fonts: dict[int, _Font] = {}
    for page in reader.pages:
        assert page.indirect_reference is not None
        resources: Any = page.get("/Resources", {})
        names = resources.get("/Font", {})
        for name in names:
            reference = names.raw_get(name)
            fonts.setdefault(reference.idnum, _font(names[name]))
        own = {name: fonts[names.raw_get(name).idnum] for name in names}
        for mark, letters in _pieces(ContentStream(page.get_contents(), reader), own):
            found[page.indirect_reference.idnum, mark] += letters
    return {place: "".join(_as_read(letters)) for place, letters in found.items()}


def _as_read(letters: list[str]) -> list[str]:
    """Return letters in the order they are read in; a word written from right to left has a mark of its own."""
    return letters[::-1] if any(map(FROM_RIGHT.search, letters)) else letters


def _pieces(content: ContentStream, fonts: Mapping[str, _Font]) -> Iterator[tuple[int, list[str]]]:
    """Yield the pieces of text that a page shows, letter by letter from the left, each with the number of its mark."""
    marks = [_Mark(None)]
    font = _Font(1, {})
    for operands, operator in content.operations:
        if operator in (b"BDC", b"BMC"):
            marks.append(_mark(operands, marks[-1]))
            if marks[-1].instead and marks[-1].number is not None and not marks[-2].instead:
                yield marks[-1].number, [marks[-1].instead]
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ") and marks[-1].number is not None and marks[-1].instead is None:
            shown = operands[0] if operator == b"TJ" else operands
            strings = [one.original_bytes for one in shown if hasattr(one, "original_bytes")]
            yield marks[-1].number, [letter for codes in strings for letter in font.letters(codes)]


def _mark(operands: Any, around: _Mark) -> _Mark:
    said = operands[1] if len(operands) > 1 and isinstance(operands[1], DictionaryObject) else {}
    instead = said.get("/ActualText", around.instead)
    return _Mark(said.get("/MCID", around.number), None if instead is None else str(instead))


class _Font(NamedTuple):
    """How many bytes a letter's code has, and the letters by their codes."""

    size: int
    by_code: Mapping[int, str]

    def letters(self, codes: bytes) -> list[str]:
        """Return what each code of a string stands for, mostly one letter, U+FFFD for a code that has none."""
        places = range(0, len(codes), self.size)
        return [self.by_code.get(int.from_bytes(codes[at : at + self.size]), "\ufffd") for at in places]


def _font(font: Any) -> _Font:
    by_code: dict[int, str] = {}
    said = font["/ToUnicode"].get_data().decode("latin-1") if "/ToUnicode" in font else ""
    for kind, mappings in MAPPINGS.findall(said):
        for *codes, letters in (ONE if kind == "bfchar" else MANY).findall(mappings):
            by_code |= _run(
                int(codes[0], 16), int(codes[-1], 16), bytes.fromhex(letters).decode("utf-16-be", "replace")
            )
    return _Font(2 if font["/Subtype"] == "/Type0" else 1, by_code)


def _run(first: int, last: int, letters: str) -> dict[int, str]:
    """Return the letters of a run of codes, of which the last letter counts up."""
    return {code: letters[:-1] + chr(ord(letters[-1]) + code - first) for code in range(first, last + 1)}
