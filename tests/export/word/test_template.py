"""A template decides how the document looks; nothing else of it gets into the document."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt

from export.word.document import OFFICIAL, blocks_bytes, check_template, official_template, word_bytes
from export.word.styles import PARAGRAPHS, SHOWN
from export.word.template import template_in
from model.comparing.outline import comparison_outline
from model.draft.draft_file import load_draft
from model.faults import Fault
from model.report.report import Report
from tests.document_reader import W, WordFile, assert_is_whole, style_of, text_of
from tests.export.word.templates import changed, replaced, with_parts, with_relation
from tests.samples import EXAMPLE, ROOT, SHARED, main_report


def restyled(document) -> None:
    document.styles["heading 1"].font.size = Pt(18)
    document.styles["heading 1"].element.rPr.rFonts.set(f"{W}eastAsia", "华文中宋")
    document.sections[0].header.paragraphs[0].text = "某县政府信息公开"
    document.sections[0].top_margin = Mm(30)


def test_what_is_changed_in_a_copy_of_the_template_is_found_in_the_document():
    document = WordFile(word_bytes(main_report(), changed(restyled)))
    assert_is_whole(document, main_report())
    heading = next(p for p in document.body.findall(f"{W}p") if style_of(p) == "Heading1")
    assert document.face(heading, heading.find(f"{W}r")) == "华文中宋"
    opened = Document(document.package.fp)
    assert opened.styles["heading 1"].font.size == Pt(18)
    assert heading.find(f"{W}r/{W}rPr/{W}sz") is None
    assert round(opened.sections[0].top_margin.mm) == 30
    assert opened.sections[0].header.paragraphs[0].text == "某县政府信息公开"


def test_headers_that_the_last_section_takes_over_are_kept():
    def parted(document) -> None:
        restyled(document)
        page = document.add_section(WD_SECTION.NEW_PAGE)
        page.header.is_linked_to_previous = page.footer.is_linked_to_previous = True
        page.even_page_footer.is_linked_to_previous = True

    (section,) = Document(io.BytesIO(word_bytes(main_report(), changed(parted)))).sections
    (official,) = Document(io.BytesIO(official_template())).sections
    assert section.header.paragraphs[0].text == "某县政府信息公开"
    for own, first in ((section.footer, official.footer), (section.even_page_footer, official.even_page_footer)):
        assert own._element.xml == first._element.xml


def test_a_picture_behind_the_page_is_kept():
    fill = '<w:background w:color="FFFFFF"><v:background><v:fill r:id="rId99"/></v:background></w:background>'
    spaces = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    document = replaced(
        "word/document.xml", "<w:body>", f"{fill.replace('<v:background', f'<v:background {spaces}')}<w:body>"
    )
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        text = package.read("word/document.xml")
    with zipfile.ZipFile(io.BytesIO(with_relation("image", "media/page.png"))) as package:
        relations = package.read("word/_rels/document.xml.rels")
        types = package.read("[Content_Types].xml").decode()
    png = '<Default Extension="png" ContentType="image/png"/></Types>'
    template = with_parts(
        {
            "word/document.xml": text,
            "word/_rels/document.xml.rels": relations,
            "[Content_Types].xml": types.replace("</Types>", png).encode(),
            "word/media/page.png": b"picture",
        }
    )
    made = Document(io.BytesIO(word_bytes(main_report(), template)))
    assert made.part.rels["rId99"].target_part.blob == b"picture"


def test_the_comparison_and_its_tables_follow_the_template_too(last):
    document = WordFile(blocks_bytes(comparison_outline(main_report(), last), main_report(), changed(restyled)))
    heading = next(p for p in document.body.findall(f"{W}p") if style_of(p) == "Heading1")
    assert document.face(heading, heading.find(f"{W}r")) == "华文中宋"


def test_styles_are_found_by_their_names_whatever_their_ids():
    # Chinese versions of Word and WPS number the ids of their own styles.
    with zipfile.ZipFile(io.BytesIO(official_template())) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    ids = {"Heading1": "1", "BodyText": "a3", "TableNumber": "a9", "ReportTable": "af"}
    for number, own in ids.items():
        parts = {name: text.replace(f'"{number}"', f'"{own}"') for name, text in parts.items()}
    document = WordFile(word_bytes(main_report(), with_parts({name: text.encode() for name, text in parts.items()})))
    used = {style_of(p) for p in document.body.iter(f"{W}p")}
    assert {"1", "a3", "a9"} <= used and not used & ids.keys()
    assert {t.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") for t in document.body.findall(f"{W}tbl")} == {"af"}


def test_a_narrower_page_has_narrower_tables_and_a_title_in_more_lines():
    def narrow(document) -> None:
        document.sections[0].left_margin = document.sections[0].right_margin = Mm(40)

    room = round(130 / 25.4 * 1440)
    document = WordFile(word_bytes(main_report(), changed(narrow)))
    for table in document.body.findall(f"{W}tbl"):
        assert room - 20 <= sum(int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")) <= room + 2
    title = document.paragraphs[0][1]
    assert max(map(len, title.split("\v"))) <= room // 440


def test_numbers_have_the_size_of_their_style_as_long_as_they_fit(form):
    report = Report(form, {"requests.received.natural": 12345678, "requests.received.business": 1})
    small = changed(lambda document: setattr(document.styles["表格数字"].font, "size", Pt(9)))
    document = WordFile(word_bytes(report, small))
    sizes = {text_of(run): run.find(f"{W}rPr/{W}sz") for run in document.body.iter(f"{W}r")}
    assert sizes["1"] is None
    assert int(sizes["12345678"].get(f"{W}val")) < 18


def test_the_templates_own_text_and_what_says_who_made_it_are_not_in_the_document():
    def signed(document) -> None:
        properties = document.core_properties
        properties.author, properties.last_modified_by, properties.comments = "李建国", "李建国", "李建国"
        document.add_comment(document.paragraphs[0].runs, "李建国：这里要改", author="李建国")
        document.add_paragraph("李建国的样例")

    template = changed(signed)
    assert any(b"\xe6\x9d\x8e\xe5\xbb\xba\xe5\x9b\xbd" in part for part in parts_of(template))
    made = word_bytes(main_report(), template)
    assert not any(b"\xe6\x9d\x8e\xe5\xbb\xba\xe5\x9b\xbd" in part for part in parts_of(made))
    assert not any("样例" in part.decode() for part in parts_of(word_bytes(main_report())))


def parts_of(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [package.read(name) for name in package.namelist()]


def test_tracked_changes_in_a_header_are_taken_and_their_authors_forgotten():
    who = 'w:id="1" w:author="某科员" w:date="2025-01-01T00:00:00Z"'
    marks = (
        f"<w:p><w:pPr><w:rPr><w:ins {who}/></w:rPr></w:pPr><w:ins {who}><w:r><w:t>新的抬头</w:t></w:r></w:ins>"
        f"<w:del {who}><w:r><w:delText>旧的抬头</w:delText></w:r></w:del></w:p></w:ftr>"
    )
    made = word_bytes(main_report(), replaced("word/footer1.xml", "</w:ftr>", marks))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        parts = b"".join(map(package.read, package.namelist())).decode("utf-8", "replace")
    assert "新的抬头" in parts
    assert not any(word in parts for word in ("旧的抬头", "某科员", "2025-01-01", "<w:ins ", "<w:del "))


def test_a_link_in_the_sample_text_refuses_no_template_and_is_in_no_document():
    template = with_relation("hyperlink", "mailto:gk@example.org", 'TargetMode="External"')
    assert "rId99" not in Document(io.BytesIO(word_bytes(main_report(), template))).part.rels


def test_the_same_report_and_template_give_the_same_bytes_at_any_time(monkeypatch):
    first = word_bytes(main_report(), changed(restyled))
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert word_bytes(main_report(), changed(restyled)) == first


def test_the_official_template_shows_every_style_and_says_nothing_of_who_made_it():
    data = official_template()
    assert len(data) < 10_000
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert "creator" not in core and "lastModifiedBy" not in core and "created" not in core
    document = Document(io.BytesIO(data))
    inside = [p for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs]
    shown = {p.style.element.find(f"{W}name").get(f"{W}val"): p.text for p in (*inside, *document.paragraphs)}
    assert shown.keys() >= set(PARAGRAPHS)
    texts = "".join(p.text for p in (*inside, *document.paragraphs))
    for name in PARAGRAPHS:
        assert f"“{SHOWN.get(name, name)}”" in texts


@pytest.mark.skipif(not SHARED.exists(), reason="the schema is not here")
def test_the_official_template_is_valid_against_the_schema():
    validate = SHARED / "tools" / "validate_docx.py"
    done = subprocess.run([sys.executable, str(validate), str(OFFICIAL)], capture_output=True)
    assert done.returncode == 0, done.stdout.decode()


def test_a_document_is_neither_protected_nor_tracked_though_its_template_was():
    def protect(document) -> None:
        settings = document.settings.element
        for name in ("trackRevisions", "documentProtection", "docVars"):
            settings.append(settings.makeelement(W + name, {W + "edit": "readOnly"}))

    data = word_bytes(main_report(), changed(protect))
    settings = zipfile.ZipFile(io.BytesIO(data)).read("word/settings.xml").decode()
    assert not [name for name in ("trackRevisions", "documentProtection", "docVars") if name in settings]


def test_python_docx_is_loaded_with_the_first_export_and_not_before():
    program = (
        "import sys; import ui.window.document_actions, ui.cli.draft_commands; assert 'docx' not in sys.modules; "
        "from export.word.document import word_bytes; from model.report.report import new_report; "
        "from model.form.form import load_form; word_bytes(new_report(load_form('2021'), 2025)); "
        "assert 'docx' in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_styles_based_on_each_other_in_a_circle_end():
    circle = replaced("word/styles.xml", '<w:basedOn w:val="TableText"/>', '<w:basedOn w:val="TableNumber"/>')
    assert_is_whole(WordFile(word_bytes(main_report(), circle)), main_report())


def with_style(change: Callable[[BaseOxmlElement], object]) -> bytes:
    """The official template in which somebody changed the properties of the body's letters."""
    return changed(lambda document: change(document.styles["Body Text"].element.get_or_add_rPr()))


def coloured(**said: str) -> bytes:
    def change(letters: BaseOxmlElement) -> None:
        for old in letters.findall(qn("w:color")):
            letters.remove(old)
        letters.append(letters.makeelement(qn("w:color"), {qn(f"w:{name}"): value for name, value in said.items()}))

    return with_style(change)


UNSEEN = {
    "hidden": (lambda: with_style(lambda letters: letters.append(letters.makeelement(qn("w:vanish")))), "隐藏文字"),
    "white": (lambda: coloured(val="FFFFFF"), "白色"),
    "nearly white": (lambda: coloured(val="f2f2f2"), "白色"),
    "the paper's": (lambda: coloured(val="auto", themeColor="background1"), "白色"),
}


@pytest.mark.parametrize("kind", UNSEEN)
def test_a_style_whose_text_is_not_seen_is_named(kind):
    made, word = UNSEEN[kind]
    with pytest.raises(Fault, match=f"样式“正文文本”设成了{word}.*请在 Word 或 WPS 里把字体改成看得见的"):
        check_template(made())


def test_a_style_that_says_it_is_not_hidden_or_is_pale_on_a_dark_ground_is_taken():
    check_template(with_style(lambda letters: letters.append(letters.makeelement(qn("w:vanish"), {qn("w:val"): "0"}))))
    check_template(coloured(val="C00000"))

    def dark(letters: BaseOxmlElement) -> None:
        letters.append(letters.makeelement(qn("w:color"), {qn("w:val"): "FFFFFF"}))
        letters.append(letters.makeelement(qn("w:shd"), {qn("w:val"): "clear", qn("w:fill"): "C00000"}))

    check_template(with_style(dark))


@pytest.mark.parametrize("year", [1970, 2110])
def test_the_clock_of_the_computer_makes_no_difference(year, monkeypatch):
    monkeypatch.setattr(time, "time", lambda: datetime(year, 1, 2, tzinfo=UTC).timestamp())
    template_in.cache_clear()
    report = load_draft(EXAMPLE)[0]
    data = word_bytes(report)
    monkeypatch.undo()
    template_in.cache_clear()
    assert data == word_bytes(report)
