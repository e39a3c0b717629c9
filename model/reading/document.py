"""A document on the disk or on the clipboard -> a report; whatever cannot be read is refused with a sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from model.faults import Fault
from model.files.files import read_file
from model.form.form import Form, editions, load_form
from model.reading.formats.budget import Budget, refuse_large_text
from model.reading.formats.choose_format import blocks_of
from model.reading.formats.plain_text import blocks_of_text
from model.reading.formats.source_blocks import Found
from model.reading.reading import Reading
from model.reading.recognise import recognised, take_file_name
from model.report.years import reportable_years


def read_document(path: Path, year: int | None = None, unit: str = "") -> Reading:
    """Return the report in a .docx, a saved web page or a text file, told apart by their content. Raises Fault."""
    data = read_file(path)
    try:
        reading = read_bytes(data, path.suffix.lower(), year, unit)
    except Fault as fault:
        raise Fault(f"“{path.name}”没有读入。{fault}") from fault
    take_file_name(reading, path.stem, reportable_years(date.today()))
    return reading


def read_bytes(data: bytes, suffix: str = "", year: int | None = None, unit: str = "") -> Reading:
    """Return the report in a document's bytes; the suffix only helps to tell a web page from a text. Raises Fault."""
    return reading_of(blocks_of(data, suffix), year, unit)


def read_clipboard(page: str, text: str) -> Reading:
    """Return the report in what was copied: the HTML flavour if it holds one, otherwise the plain text. Raises Fault."""
    from model.reading.formats.web_page import blocks_of_page  # delayed: lxml takes its time to load

    fault = Fault("剪贴板里没有文字。请先在网页或 Word 里选中报告，复制，再来粘贴。")
    if page.strip():
        try:
            refuse_large_text(len(page))
            return reading_of(blocks_of_page(_whole(page), Budget()))
        except Fault as found:
            fault = found  # the plain text may do
    if not text.strip():
        raise fault
    refuse_large_text(len(text))
    return reading_of(blocks_of_text(_whole(text), Budget()))


def _whole(text: str) -> str:
    """Return the text with the halves of letters put together.

    One without the other could not be saved and becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def reading_of(blocks: list[Found], year: int | None = None, unit: str = "") -> Reading:
    """Return the report in the lines and tables of a document. Raises Fault if there is none."""
    reading = recognised(blocks, _forms(), reportable_years(date.today()), year, unit)
    if reading.is_empty:
        raise Fault("里面没有认出年度报告：既没有各部分的标题，也没有表。请看看是不是选错了文件。")
    return reading


def _forms() -> list[Form]:
    return [load_form(edition) for edition in editions()]
