"""An exported document read back from the disk and compared with its draft, by the reader that next year's report begins with.

A blank cell is printed as 0, so the two are the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from export.pdf.data import as_set
from export.pdf.faces import INVISIBLE
from model.comparing.differences import from_where_they_differ
from model.faults import Fault
from model.files.files import read_file
from model.form.section import Section
from model.reading.document import reading_of
from model.reading.formats.choose_format import blocks_of
from model.reading.formats.source_blocks import SIGN_OFF, TITLE, Found, Line
from model.reading.reading import Reading
from model.report.cell_numbers import number_shown
from model.report.fact_labels import FACT_NAMES
from model.report.outline import NOTHING, day_shown, heading_shown, is_empty, one_line, paragraphs, printable
from model.report.report import Report

PDF = ".pdf"
READABLE = (".docx", ".html", PDF)
LONGEST_TEXT_CHARACTERS = 24
MOST_DIFFERENCES_TOLD = 6
ADVICE = "请不要用这个文件，再导出一次；还是这样的，请告诉维护程序的人。"


class Proof(NamedTuple):
    """What came of it as a sentence for a person, "" for a kind of document that cannot be read back; whether all is the same."""

    sentence: str
    is_same: bool = True


def proof(report: Report, path: Path, missing: Collection[str] = ()) -> Proof:
    """Return whether the document in a file says what the report says, or exactly what differs.

    `missing` are letters for which another stands in a PDF, since no face has them."""
    suffix = path.suffix.lower()
    if suffix not in READABLE:
        return Proof("")
    try:
        blocks = _blocks(read_file(path), suffix)
        reading = reading_of(blocks)
    except Fault as fault:
        return Proof(f"核对不了导出的“{path.name}”：{fault}", False)
    numbers = list(_numbers(report, reading))
    texts = [*_ends(report, blocks), *_texts(report, reading.report)]
    pairs = [*numbers, *(map(partial(_as_set, missing), texts) if suffix == PDF else texts)]
    found = [_difference(*one) for one in pairs if one[1] != one[2]]
    if not found:
        return Proof(f"已核对：{len(numbers)} 个数、{len(texts)} 段文字一致。")
    more = [f"…还有 {len(found) - MOST_DIFFERENCES_TOLD} 处"] if len(found) > MOST_DIFFERENCES_TOLD else []
    lines = "\n".join([*found[:MOST_DIFFERENCES_TOLD], *more])
    return Proof(f"核对发现 {len(found)} 处与草稿不一致：\n{lines}\n{ADVICE}", False)


Pair = tuple[str, str, str]  # what it is called, as the draft has it, as the document has it


def _blocks(data: bytes, suffix: str) -> list[Found]:
    if suffix != PDF:
        return blocks_of(data, suffix)
    from export.proof.pdf_text import blocks_of_pdf  # delayed: pypdf takes its time to load

    return blocks_of_pdf(data)


def _as_set(missing: Collection[str], pair: Pair) -> Pair:
    """Return a text as far as a PDF has it: it does not say where lines were broken, and has no letters without a shape."""
    label, ours, theirs = pair
    return label, _visible(as_set(ours, missing)), _visible(theirs)


def _visible(text: str) -> str:
    return "\n".join(filter(None, (INVISIBLE.sub("", line) for line in text.split("\n"))))


def _numbers(report: Report, reading: Reading) -> Iterator[Pair]:
    """Yield every number of the form, totals as they are printed included."""
    ours = report.numbers()
    for name in report.form.cells:
        theirs = reading.cells.get(name)
        yield f"“{report.form.label(name)}”", number_shown(ours.get(name, 0)), number_shown(theirs)


def _ends(report: Report, blocks: Sequence[Found]) -> Iterator[Pair]:
    """Yield the title and the sign-off, by their styles: the reader takes no year or date that is far off."""
    styles = [(block.style, block.text) for block in blocks if isinstance(block, Line)]
    title, signed = (_bare("".join(text for style, text in styles if style == one)) for one in (TITLE, SIGN_OFF))
    yield "标题", _bare(report.title), title
    yield "落款", _bare(report.unit + (day_shown(report.signed_on) if report.signed_on else "")), signed


def _texts(report: Report, read: Report) -> Iterator[Pair]:
    """Yield the opening, if there is one, and each text section as one text."""
    if opening := _printed(report.text("opening")):
        yield f"“{FACT_NAMES['opening']}”", "\n".join(opening), "\n".join(_printed(read.text("opening")))
    for section in report.form.text_sections:
        ours = list(_lines(report, section)) or [NOTHING]
        theirs = [line for part in read.parts(section.key) for line in _printed(f"{part.heading}\n{part.text}")]
        yield f"“{section.tab}”的文字", "\n".join(ours), "\n".join(theirs)


def _lines(report: Report, section: Section) -> Iterator[str]:
    """Yield the lines of a section as they are printed, headings without their numbers."""
    for part in report.parts(section.key):
        if not is_empty(section, part):
            yield from _printed(heading_shown(part))
            yield from _printed(part.text)


def _printed(text: str) -> list[str]:
    return [line.text for line in paragraphs(text)]


def _bare(text: str) -> str:
    return "".join(printable(text).split())


def _difference(label: str, ours: str, theirs: str) -> str:
    before, now = from_where_they_differ([ours, theirs])
    said = one_line(now, LONGEST_TEXT_CHARACTERS)
    return f"{label}：草稿是 {one_line(before, LONGEST_TEXT_CHARACTERS)}，文件里{f'是 {said}' if said else '没有'}"
