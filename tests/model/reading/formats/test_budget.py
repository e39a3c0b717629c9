"""Documents that are small on the disk and large in the hand: each is refused with what is too large, or read quickly."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from model.faults import Fault
from model.reading.document import read_bytes, read_clipboard
from model.reading.formats.budget import LARGEST_TEXT_BYTES
from model.reading.formats.choose_format import blocks_of
from tests.model.reading.packed import archive
from tests.samples import SHARED

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEADING = "<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>"
LISTED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
HOSTILE = sorted(path for path in SHARED.glob("cases/hostile/*") if path.suffix in (".docx", ".html", ".txt"))


def packed(body: str, **parts: str) -> bytes:
    """A .docx with that body and other parts, by their names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return file.getvalue()


def numbered(text: str) -> str:
    """The numbering part in which list 1 has that text before each paragraph."""
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
    lists = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>{lists}</w:numbering>'


def page(content: str) -> bytes:
    """A web page."""
    return f"<html><body>{content}</body></html>".encode()


def attributes(value: str) -> str:
    """More attributes with that value than libxml2 takes in a moment."""
    return " ".join(f"a{number}{value}" for number in range(200_000))


TOO_MUCH = {
    "elements": (".docx", lambda: packed("<w:p/>" * 1_100_000), "标记"),
    "tags of a page": (".html", lambda: page("<p>" * 1_100_000), "标记"),
    "paragraphs": (".docx", lambda: packed(HEADING * 21_000), "段落"),
    "lines": (".txt", lambda: "一、总体情况\n".encode() * 21_000, "段落"),
    "line breaks": (".docx", lambda: packed("<w:p><w:r><w:t>a</w:t>" + "<w:br/>" * 21_000 + "</w:r></w:p>"), "段落"),
    "lines of a page": (".html", lambda: page("a<br>" * 21_000), "段落"),
    "letters": (".txt", lambda: "政府信息".encode() * 300_000, "文字"),
    "blank lines": (".txt", lambda: b"\n" * 1_100_000 + b"x", "文字"),
    "numbers before paragraphs": (".docx", lambda: packed(LISTED * 300, numbering=numbered("一" * 10_000)), "文字"),
    "numbers in numbers": (".docx", lambda: packed(LISTED * 300, numbering=numbered("%1" * 5_000)), "文字"),
    "cells": (".html", lambda: page("<table>" + "<tr><td>a<td>b" * 51_000 + "</table>"), "格子"),
    "covered cells": (
        ".html",
        lambda: page("<table>" + "<tr>" + "<td rowspan=5000 colspan=200>a" * 50 + "<tr><td>a" * 50 + "</table>"),
        "格子",
    ),
    "attributes": (".html", lambda: page(f"<p>一、总体情况<p {attributes('=1')}>x"), r"第 1 行的“<p a0=.*属性"),
    "attributes without values": (
        ".html",
        lambda: page(f"<p>一、总体情况\n<p {attributes('')}>x"),
        r"第 2 行的“<p a0.*属性",
    ),
    "attributes in an archive": (".mht", lambda: archive(page(f"<p {attributes('=1')}>x"), "utf-8", "base64"), "属性"),
    "attributes behind what seems to quote them": (
        ".html",
        lambda: page(f"<!-- <a b=' --><p {attributes('')}>"),
        "属性",
    ),
    "bytes of a text": (".txt", lambda: b"a" * (LARGEST_TEXT_BYTES + 1), "10 MB"),
}


@pytest.mark.parametrize("kind", TOO_MUCH)
def test_what_is_beyond_the_budget_is_refused_with_what_there_is_too_much_of(kind: str):
    suffix, made, word = TOO_MUCH[kind]
    with pytest.raises(Fault, match=word) as fault:
        blocks_of(made(), suffix)
    assert str(fault.value).endswith("。")


def test_a_namespace_without_end_is_refused():
    long = f'<w:p xmlns:x="{"n" * 1000}"><x:a/></w:p>'
    with pytest.raises(Fault, match="长得不正常"):
        blocks_of(packed(long), ".docx")


@pytest.mark.parametrize(
    "head",
    ["Content-Type: text/html" + "; a=b" * 5_000, "Content-Type: multipart/mixed; boundary=a\n\n" * 50],
    ids=["long", "nested"],
)
def test_a_web_archive_with_heads_without_end_is_refused(head: str):
    with pytest.raises(Fault, match="mht"):
        blocks_of(f"MIME-Version: 1.0\n{head}\n\n<p>text/html</p>".encode(), ".mht")


def test_a_style_that_strikes_many_runs_costs_each_of_them_little():
    marks = "<w:strike/>" * 3_000 + '<w:position w:val="6"/>'
    styles = f'<w:styles {W}><w:style w:styleId="s"><w:name w:val="s"/><w:rPr>{marks}</w:rPr></w:style></w:styles>'
    run = '<w:r><w:rPr><w:rStyle w:val="s"/></w:rPr><w:t>1</w:t></w:r>'
    cell = f"<w:tc><w:p>{run * 20_000}</w:p></w:tc>"
    table = blocks_of(packed(f"<w:tbl><w:tr>{cell * 2}</w:tr></w:tbl>", styles=styles), ".docx")[0]
    assert table.rows[0][0].text == "^1" * 20_000


def test_a_run_that_says_itself_what_its_style_says_otherwise_is_believed():
    said = '<w:strike w:val="0"/>'
    styles = (
        f'<w:styles {W}><w:style w:styleId="a"><w:name w:val="a"/><w:rPr><w:strike/></w:rPr></w:style>'
        f'<w:style w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/><w:rPr>{said}</w:rPr></w:style></w:styles>'
    )
    runs = [f'<w:r><w:rPr><w:rStyle w:val="{key}"/>{own}</w:rPr><w:t>1</w:t></w:r>' for key, own in
            (("a", ""), ("a", said), ("b", ""))]  # fmt: skip
    cells = "".join(f"<w:tc><w:p>{run}</w:p></w:tc>" for run in runs)
    table = blocks_of(packed(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", styles=styles), ".docx")[0]
    assert [cell.text for cell in table.rows[0]] == ["^1", "1", "1"]


GROWING: dict[str, Callable[[int], tuple[bytes, str]]] = {
    "deleted ends": lambda n: (
        packed("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>字</w:t></w:r></w:p>" * n), ".docx"
    ),
    "runs in a cell": lambda n: (packed(f"<w:tbl><w:tr><w:tc><w:p><w:r>{'<w:t>a</w:t>' * n}</w:r></w:p></w:tc></w:tr></w:tbl>"), ".docx"),
    "headings": lambda n: ("一、总体情况\n二、主动公开政府信息情况\n".encode() * (n // 2), ".txt"),
    "numbers among words": lambda n: (f"一、总体情况\n{'甲 |1| ' * n}".encode(), ".txt"),
    "raised letters": lambda n: (page(f"<table><tr><td>{'<sup>1</sup>' * n}</table>"), ".html"),
    "pictures": lambda n: (page(f"<table><tr><td>{'a<img>' * n}<td>1</table>"), ".html"),
}  # fmt: skip


@pytest.mark.parametrize("kind", GROWING)
def test_eight_times_as_much_does_not_take_the_square_of_it(kind: str):
    def seconds(count: int) -> float:
        data, suffix = GROWING[kind](count)
        began = time.process_time()
        with suppress(Fault):
            read_bytes(data, suffix)
        return time.process_time() - began

    seconds(100)  # loads the forms
    small, large = seconds(2_000), seconds(16_000)
    assert large < 40 * max(small, 0.02)


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_an_input_that_hurt_is_read_or_refused(path: Path):
    began = time.process_time()
    with suppress(Fault):
        read_bytes(path.read_bytes(), path.suffix)
    assert time.process_time() - began < 50


def test_the_clipboard_is_refused_where_it_holds_too_much():
    with pytest.raises(Fault, match="10 MB"):
        read_clipboard("", "字" * (LARGEST_TEXT_BYTES + 1))


def test_of_a_page_too_large_on_the_clipboard_its_text_is_read():
    page = f'<p>一、总体情况</p><img src="data:{"A" * LARGEST_TEXT_BYTES}">'
    read = read_clipboard(page, "一、总体情况\n本年度主动公开政府信息三件。").report
    assert read.parts("overview")[0].text == "本年度主动公开政府信息三件。"


def test_of_a_page_with_too_many_attributes_on_the_clipboard_its_text_is_read():
    read = read_clipboard(f"<p {attributes('')}>一、总体情况", "一、总体情况\n本年度主动公开政府信息三件。").report
    assert read.parts("overview")[0].text == "本年度主动公开政府信息三件。"


def test_what_only_looks_like_attributes_is_read():
    rules = "p.a { b c d }" * 5_000
    style = f"<style><!-- {rules} --></style><script>if (a<b {attributes('')}) x</script>"
    value, said = "A/" * 5_000, "字 " * 5_000
    picture = f'<p><img src="data:{value}" alt="{said}">一、总体情况</p>'
    assert [block.text for block in blocks_of(page(f"{style}{picture}"), ".html")] == ["一、总体情况"]


@pytest.mark.parametrize("tag", ["b", "font", "div", "table><tr><td"])
@pytest.mark.parametrize("depth", [256, 300, 5_000])
def test_what_libxml2_leaves_out_of_a_page_is_told(tag: str, depth: int):
    with pytest.raises(Fault, match="嵌套"):
        blocks_of(page(f"<p>一、总体情况</p>{f'<{tag}>' * depth}</p><p>二、主动公开政府信息情况</p>"), ".html")


def test_a_number_too_deep_in_a_cell_is_told():
    with pytest.raises(Fault, match="嵌套"):
        blocks_of(page(f"<table><tr><td>{'<div>' * 220}5{'</div>' * 220}</td><td>7</td></tr></table>"), ".html")


OWN = {
    "段落": "<p>甲</p>" * 20_000,
    "格子": "<div><table><tr><td>1</td></tr></table></div>" * 60_000,
    "文字": f"<p>{'字' * 1_000_001}</p>",
}


@pytest.mark.parametrize("what", OWN)
def test_a_page_as_the_program_writes_them_that_goes_on_and_on_is_refused(what: str):
    began = time.process_time()
    with pytest.raises(Fault, match=f"里面的{what}多得不正常"):
        blocks_of(page(f'<main>{OWN[what]}<p class="report-sign-off">甲</p></main>'), ".html")
    assert time.process_time() - began < 20


def test_of_a_page_without_text_it_is_told_what_is_wrong_with_the_page():
    with pytest.raises(Fault, match="嵌套"):
        read_clipboard(f"<p>一、总体情况</p>{'<div>' * 100_000}", " ")
