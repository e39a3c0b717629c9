"""A report as a PDF, as drawings of its pages, and as the places of its values, all by one typesetter that is kept.

The only place that waits for Typst: it takes longer to load than anything here takes to make."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from export.pdf.data import report_data
from export.pdf.faces import Faces, machine_faces
from export.pdf.letters import letters_in, letters_of, place_of
from export.pdf.limits import refuse_boundless
from export.pdf.narrowing import narrowed
from export.pdf.once import once
from export.pdf.stderr import silent_stderr
from model.faults import Fault
from model.report.blocks import Paragraph
from model.report.outline import Placed, one_line, placed_outline
from model.report.report import Report

if TYPE_CHECKING:
    from typst import Compiler

LAYOUT = Path(__file__).parents[2] / "resources" / "report.typ"
LONGEST_SHOWN_CHARACTERS = 24
PANIC = "PanicException"  # what Typst raises where it finds a fault in itself; to Python it is no Exception
REMEDY = "请看看那里是不是粘贴进了不该有的字，删去或换一个写法；要照原样印出来，请先导出 Word 文档，再由 WPS 或 Word 把它另存为 PDF。"
STANDARD: Final = "a-2a"


class NotSet(Exception):
    """Typst could not set what it was given."""


class FieldPlace(NamedTuple):
    """Where a value begins: its name, its page counted from 1, and its place from the page's top left corner, in points.

    A text of several paragraphs has a place for each; `y` is the base line of its first line. Of a cell, which has a width,
    and of lines that stand alone (title, sign-off) it is the upper edge."""

    name: str
    page: int
    x: float
    y: float
    width: float = 0.0


class SetPages(NamedTuple):
    """A report as it is set: its pages as SVG, and where its values stand, in printed order.

    The form's own headings are among the places, without a name: there what stands before them ends."""

    drawings: list[bytes]
    places: list[FieldPlace]


class Typesetter:
    """Sets reports in the faces of a machine. Kept and fed: each new one would take memory that is not given back."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._compiler = _compiler(faces)
        self._turn = Lock()  # the compiler serves one thread at a time

    def pdf(self, report: Report) -> bytes:
        """Return the report as a PDF/A-2a, the same bytes for the same report and faces; blank cells show 0.

        Raises Fault if it cannot be set."""
        return self.blocks_pdf(placed_outline(report), report)

    def blocks_pdf(self, placed: Sequence[Placed], report: Report) -> bytes:
        """Return any blocks as a PDF/A-2a with the report's title and author. Raises Fault."""
        with self._turn:
            return self._compiled(placed, report, format="pdf", pdf_standards=[STANDARD], timestamp=0)[0]

    def drawings(self, report: Report) -> list[bytes]:
        """Return the pages as SVG. Raises Fault."""
        return self.blocks_drawings(placed_outline(report), report)

    def blocks_drawings(self, placed: Sequence[Placed], report: Report) -> list[bytes]:
        """Return the pages of any blocks as SVG. Raises Fault."""
        with self._turn:
            return self._compiled(placed, report, format="svg")

    def pages(self, report: Report) -> SetPages:
        """Return the pages as SVG together with the places of the values, from one compilation. Raises Fault."""
        with self._turn:
            drawings = self._compiled(placed_outline(report), report, format="svg")
            # A query has no data of its own, it takes that of the compilation before it.
            places = json.loads(self._compiler.query("<fields>", field="value"))[0]
            return SetPages(drawings, [FieldPlace(**one) for one in places])

    def forget(self, report: Report) -> None:
        """Have Typst keep less: it keeps what it made for the last ten compilations, also for this one without any block."""
        with self._turn:
            self._compiler.compile(sys_inputs=self._inputs([], report), format="svg")

    def _compiled(self, placed: Sequence[Placed], report: Report, **how: Any) -> list[bytes]:
        """Return the files that the compiler makes, one for each page that is drawn."""
        refuse_boundless(placed, report)
        try:
            return self._set(placed, report, **how)
        except NotSet as error:
            raise Fault(f"没有排成 PDF：{self._culprit(placed, report)}排不了。{REMEDY}") from error

    def _set(self, placed: Sequence[Placed], report: Report, **how: Any) -> list[bytes]:
        """As above. Raises NotSet, whose words are for nobody."""
        try:
            with silent_stderr():  # where Typst tells of a fault in itself
                made = self._compiler.compile(sys_inputs=self._inputs(placed, report), **how)
        except BaseException as error:
            if not isinstance(error, RuntimeError) and type(error).__name__ != PANIC:
                raise
            raise NotSet from error
        return made if isinstance(made, list) else [made or b""]

    def _culprit(self, placed: Sequence[Placed], report: Report) -> str:
        """Return words for the place, and the letters there, over which a PDF fails; for the report if it is none alone."""

        def fails(some: Sequence[Placed]) -> bool:
            try:
                self._set(some, report, format="pdf", pdf_standards=[STANDARD], timestamp=0)
            except NotSet:
                return True
            return False

        found = narrowed(placed, fails)
        if len(found) != 1:
            return "这份报告"
        text = letters_of(found[0])
        least = narrowed(text, lambda some: fails([found[0]._replace(block=Paragraph(str(some)))]))
        return f"“{place_of(report, found[0].name)}”里的“{one_line(least, LONGEST_SHOWN_CHARACTERS)}”"

    def _inputs(self, placed: Sequence[Placed], report: Report) -> dict[str, str]:
        letters = letters_in(placed)
        chains = self.faces.chains(letters)
        return {"report": report_data(placed, report, chains, self.faces.missing(letters), self.faces.width)}


@once
def typesetter() -> Typesetter:
    """Return the typesetter of this machine, made at the first call."""
    return Typesetter(machine_faces())


def _compiler(faces: Faces) -> Compiler:
    from typst import Compiler

    return Compiler(str(LAYOUT), root=str(LAYOUT.parent), font_paths=faces.fonts)
