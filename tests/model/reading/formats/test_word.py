"""Word files as people make them: what is wrapped around the report must not change what is read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from model.faults import Fault
from model.reading.document import read_bytes
from tests.samples import EXAMPLE

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
REPORT = load_draft(EXAMPLE)[0]


def changed(
    act: Callable[[etree._Element], object],
    part: str = "word/document.xml",
    extra: dict | None = None,
    without: str = "",
) -> bytes:
    """The exported example with its body changed by `act`."""
    source = zipfile.ZipFile(io.BytesIO(word_bytes(REPORT)))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            if name == without:
                continue
            data = source.read(name)
            if name == part:
                root = etree.fromstring(data)
                act(root)
                data = etree.tostring(root)
            out.writestr(name, data)
        for name, text in (extra or {}).items():
            out.writestr(name, text)
    return target.getvalue()


def xml(text: str) -> etree._Element:
    return etree.fromstring(text.replace("<w:", "<w:").replace(">", f' xmlns:w="{NS}">', 1))


def wrapped(element: etree._Element) -> None:
    """Puts a content control around an element."""
    control = etree.Element(f"{W}sdt")
    element.getparent().replace(element, control)
    etree.SubElement(control, f"{W}sdtPr")
    etree.SubElement(control, f"{W}sdtContent").append(element)


def row_of(root: etree._Element, words: str) -> etree._Element:
    return next(row for row in root.iter(f"{W}tr") if words in "".join(t.text or "" for t in row.iter(f"{W}t")))


def number_run(root: etree._Element, words: str, column: int = 0) -> etree._Element:
    """The run of a row's number."""
    runs = [run for run in row_of(root, words).iter(f"{W}r") if "".join(t.text for t in run.iter(f"{W}t")).isdigit()]
    return runs[column]


def tracked(kind: str, run: etree._Element) -> None:
    mark = etree.Element(f"{W}{kind}")
    run.getparent().replace(run, mark)
    mark.append(run)
    for text in run.iter(f"{W}t"):
        text.tag = f"{W}delText" if kind == "del" else f"{W}t"


def split(run: etree._Element) -> None:
    """Splits a run after its first character, as WPS does anywhere."""
    text = run.find(f"{W}t")
    first = etree.fromstring(etree.tostring(run))
    first.find(f"{W}t").text, text.text = text.text[:1], text.text[1:]
    run.addprevious(first)


SAME = {
    "tables in content controls": lambda root: [wrapped(table) for table in list(root.iter(f"{W}tbl"))],
    "rows in content controls": lambda root: [wrapped(row) for row in list(root.iter(f"{W}tr"))],
    "cells in content controls": lambda root: [wrapped(cell) for cell in list(root.iter(f"{W}tc"))],
    "inserted numbers": lambda root: tracked("ins", number_run(root, "一、本年新收")),
    "runs split": lambda root: [split(run) for run in list(root.iter(f"{W}r")) if len(run.findtext(f"{W}t") or "") > 1],
    "a table in a table": lambda root: nested(root),
    "marks that say they are off": lambda root: [switched_off(run) for run in root.iter(f"{W}r")],
    "a shape in a heading": lambda root: root.find(f".//{W}p/{W}r").append(etree.Element(f"{W}drawing")),
}


def switched_off(run: etree._Element) -> None:
    """What other programs write where nothing is raised, struck or hidden."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    for name, value in (("vertAlign", "baseline"), ("strike", "0"), ("dstrike", "false"), ("vanish", "off")):
        etree.SubElement(properties, f"{W}{name}").set(f"{W}val", value)


def nested(root: etree._Element) -> None:
    """The whole body in one cell of a table."""
    body = root.find(f"{W}body")
    inside = [child for child in body if child.tag != f"{W}sectPr"]
    cell = etree.Element(f"{W}tc")
    table, row = etree.Element(f"{W}tbl"), etree.Element(f"{W}tr")
    table.append(row)
    row.append(cell)
    cell.extend(inside)
    body.insert(0, table)


@pytest.mark.parametrize("what", SAME)
def test_what_is_wrapped_around_numbers_does_not_change_them(what):
    reading = read_bytes(changed(SAME[what]))
    assert reading.cells == {name: REPORT.numbers()[name] for name in REPORT.form.cells}
    assert reading.open == []


def test_a_deleted_number_and_a_deleted_row_are_gone():
    def act(root):
        run = number_run(root, "一、本年新收")
        old = etree.fromstring(etree.tostring(run))
        run.addprevious(old)
        old.find(f"{W}t").text = "99"
        tracked("del", old)
        row = row_of(root, "（七）总计")
        copy = etree.fromstring(etree.tostring(row))
        row.addnext(copy)
        etree.SubElement(copy.find(f"{W}trPr"), f"{W}del")
        for text in copy.iter(f"{W}t"):
            text.text = text.text.replace("14", "77")

    reading = read_bytes(changed(act))
    assert reading.cells["requests.received.natural"] == 10
    assert reading.cells["requests.handled.total"] == 14 and reading.open == []


@pytest.mark.parametrize(("style", "expected"), [("vertAlign", None), ("strike", None), ("vanish", 10)])
def test_what_a_character_style_raises_strikes_or_hides_is_no_part_of_a_number(style, expected):
    def act(root):
        run = number_run(root, "一、本年新收")
        mark = etree.fromstring(etree.tostring(run))
        run.addnext(mark)
        mark.insert(0, xml('<w:rPr><w:rStyle w:val="note"/></w:rPr>'))
        mark.find(f"{W}t").text = "1"

    styles = f'<w:styles xmlns:w="{NS}"><w:style w:styleId="note"><w:rPr><w:{style} w:val="superscript"/></w:rPr></w:style></w:styles>'
    reading = read_bytes(changed(act, extra={"word/styles.xml": styles}, without="word/styles.xml"))
    assert reading.cells.get("requests.received.natural") == expected
    assert (expected is None) == ("requests.received.natural" in {entry.cell for entry in reading.open})


def test_a_last_paragraph_with_its_end_deleted_is_read():
    def act(root):
        body = root.find(f"{W}body")
        last = xml("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>最后一段话不能丢。</w:t></w:r></w:p>")
        body.insert(len(body) - 1, last)

    reading = read_bytes(changed(act))
    assert "最后一段话不能丢。" in str(reading.report.values) + str(reading.left_out)


def test_a_row_broken_in_two_by_a_repeated_heading_is_read():
    def act(root):
        table = list(root.iter(f"{W}tbl"))[1]
        rows = table.findall(f"{W}tr")
        second = etree.Element(f"{W}tbl")
        for row in rows[:3]:
            second.append(etree.fromstring(etree.tostring(row)))
        second.extend(rows[15:])
        table.addnext(second)

    assert read_bytes(changed(act)).cells == {name: REPORT.numbers()[name] for name in REPORT.form.cells}


def test_texts_in_boxes_are_read_and_hidden_ones_and_field_codes_are_not():
    def act(root):
        paragraph = next(p for p in root.iter(f"{W}p") if "全年通过" in "".join(t.text or "" for t in p.iter(f"{W}t")))
        extra = (
            "<w:x><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
            "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
            "<w:r><w:t>域值</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:x>"
        )
        for child in list(xml(extra)):
            paragraph.append(child)

    text = read_bytes(changed(act)).report.parts("overview")[0].text
    assert "看不见" not in text and "PAGE" not in text
    assert text.endswith("域值\n框里的话。")


NESTED = (
    "<w:x><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>IF </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>MERGEFIELD a</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>4</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>785</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:x>"
)
IN_ONE_RUN = (
    "<w:x><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>=SUM(ABOVE)</w:instrText><w:fldChar w:fldCharType='separate'/>"
    "<w:t>785</w:t><w:fldChar w:fldCharType='end'/></w:r></w:x>"
)
IN_A_BOX = "<w:x><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>785</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:x>"
A_PICTURE = "<w:x><w:r><w:drawing/></w:r></w:x>"


@pytest.mark.parametrize(
    ("content", "expected"), [(NESTED, 785), (IN_ONE_RUN, 785), (IN_A_BOX, 785), (A_PICTURE, "open")]
)
def test_a_field_a_box_or_a_picture_in_a_cell_is_read_or_listed(content, expected):
    def act(root):
        run = number_run(root, "一、本年新收")
        for child in reversed(xml(content)):
            run.addnext(child)
        run.getparent().remove(run)

    reading = read_bytes(changed(act))
    opened = "requests.received.natural" in {entry.cell for entry in reading.open}
    assert ("open" if opened else reading.cells.get("requests.received.natural")) == expected
    assert reading.cells["requests.received.business"] == REPORT.number("requests.received.business")


def test_automatic_numbers_of_headings_count():
    numbering = (
        f'<w:numbering xmlns:w="{NS}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )

    def act(root):
        for paragraph in list(root.iter(f"{W}p")):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            if style is None or paragraph.getparent().tag == f"{W}tc":
                continue
            if style.get(f"{W}val") == "Heading2":
                text = paragraph.find(f"{W}r/{W}t")
                text.text = text.text.partition("）")[2]
                properties = etree.SubElement(paragraph.find(f"{W}pPr"), f"{W}numPr")
                etree.SubElement(properties, f"{W}ilvl").set(f"{W}val", "0")
                etree.SubElement(properties, f"{W}numId").set(f"{W}val", "5")
            paragraph.find(f"{W}pPr").remove(style)

    report = read_bytes(changed(act, extra={"word/numbering.xml": numbering})).report
    assert [part.heading for part in report.parts("overview")] == [part.heading for part in REPORT.parts("overview")]


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("word/document.xml", b"<a>" + b" " * (70 * 1024 * 1024) + b"</a>")
    return target.getvalue()


def package(document: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        out.writestr("word/document.xml", document)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bomb(), "大得不正常"),
        (package(b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "不该有的内容"),
        (package(b"<a><b></a>"), "损坏"),
        (package(b"<a>" * 5000), "损坏"),
        (package(b"<a/>"), "不是 Word 文档"),
        (word_bytes(REPORT)[:3000], "损坏"),
    ],
)
def test_what_is_broken_or_boundless_is_refused(data, words):
    with pytest.raises(Fault, match=words):
        read_bytes(data)


def test_no_damage_to_a_document_brings_the_reader_down():
    data = word_bytes(REPORT)
    for place in range(0, len(data), 97):
        try:
            read_bytes(data[:place] + bytes([data[place] ^ 0x5A]) + data[place + 1 :])
        except Fault as fault:
            assert str(fault).endswith("。")


@pytest.mark.parametrize(("shown", "expected"), [("单击或点击此处输入文字。", None), ("785", 785)])
def test_what_an_empty_content_control_says_is_no_text(shown, expected):
    name = "requests.carried_out.natural"

    def act(root):
        run = number_run(root, "四、结转下年度继续办理")
        run.find(f"{W}t").text = shown
        wrapped(run)
        etree.SubElement(run.getparent().getparent().find(f"{W}sdtPr"), f"{W}showingPlcHdr")

    reading = read_bytes(changed(act))
    assert reading.cells.get(name) == expected
    assert reading.cells["requests.carried_out.total"] == REPORT.numbers()["requests.carried_out.total"]
