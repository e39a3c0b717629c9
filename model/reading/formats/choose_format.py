"""Which reader a document needs, told by its content. A new format begins here."""

from __future__ import annotations

from model.faults import Fault
from model.files.data_archive import is_data_archive
from model.reading.formats.budget import Budget, refuse_large_text
from model.reading.formats.encoding import decoded
from model.reading.formats.file_types import AS_DOCX, PAGES, REFUSED, is_web_archive, is_word_xml, is_zip
from model.reading.formats.plain_text import blocks_of_text
from model.reading.formats.source_blocks import Found

HEAD_CHARACTERS = 4000  # in which a text shows whether it is one
MOST_UNPRINTABLE = 200  # characters among them
BLANKS = "\r\n\t\v\f\u3000\xa0\u200b\ufeff"


def blocks_of(data: bytes, suffix: str) -> list[Found]:
    """Return the lines and tables of a document; the suffix only helps to tell a web page from a text. Raises Fault."""
    _refuse(data)
    budget = Budget()
    if is_zip(data, suffix) or is_word_xml(data):
        from model.reading.formats.word import blocks_of_word  # delayed: lxml takes its time to load

        return blocks_of_word(data, budget)
    refuse_large_text(len(data))
    if is_web_archive(data):
        from model.reading.formats.web_archive import page_in  # delayed: the mail package takes its time to load

        return _blocks_of_page(page_in(data), budget)
    text = decoded(data)
    if _is_page(text, suffix):
        return _blocks_of_page(text, budget)
    if sum(not letter.isprintable() and letter not in BLANKS for letter in text[:HEAD_CHARACTERS]) > MOST_UNPRINTABLE:
        raise Fault(f"它不是文字文件，读不了。{AS_DOCX}")
    return blocks_of_text(text, budget)


def _refuse(data: bytes) -> None:
    if not data.strip():
        raise Fault("它是空的。请选另一个文件。")
    if is_data_archive(data):
        raise Fault("它是“年报数据”，不是一份报告。要把里面的草稿放到这台电脑上，请点“文件 → 更换电脑…”。")
    for magic, sentence in REFUSED.items():
        if data.startswith(magic):
            raise Fault(sentence)


def _blocks_of_page(text: str, budget: Budget) -> list[Found]:
    from model.reading.formats.web_page import blocks_of_page  # delayed: lxml takes its time to load

    return blocks_of_page(text, budget)


def _is_page(text: str, suffix: str) -> bool:
    head = text[:2000].lower()
    return suffix in PAGES or "<html" in head or "<!doctype html" in head or "<table" in text.lower()
