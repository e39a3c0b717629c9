"""The exported document, read by its XML alone."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date

import pytest
from docx import Document
from hypothesis import given, settings

from export.text_layout import balanced
from export.word.document import word_bytes
from model.report.report import Part, Report, new_report
from tests.document_reader import W, WordFile, assert_is_whole, style_of, text_of
from tests.model.draft.test_toml_format import REPORTS
from tests.samples import SHARED, main_report


@pytest.fixture
def document() -> WordFile:
    return WordFile(word_bytes(main_report()))


def test_every_text_and_all_numbers_of_the_main_report_are_in_it(document):
    assert_is_whole(document, main_report())


def test_the_tables_have_the_forms_labels_and_merges(document, form):
    for section, table in zip([s for s in form.sections if s.grid], document.tables, strict=True):
        assert len(table) == section.grid.rows
        assert {len(row) for row in table} == {section.grid.columns}
        for cell in section.grid.cells:
            if cell.label:
                assert table[cell.row][cell.column] == cell.label


def test_the_paper_is_that_of_the_standard(document):
    page = document.body.find(f"{W}sectPr")
    size, margins, grid = (page.find(f"{W}{name}") for name in ("pgSz", "pgMar", "docGrid"))
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    millimetres = {
        side: round(int(margins.get(f"{W}{side}")) / 1440 * 25.4) for side in ("top", "bottom", "left", "right")
    }
    assert millimetres == {"top": 37, "bottom": 35, "left": 28, "right": 26}
    assert grid.get(f"{W}linePitch") == "579"
    assert [f.get(f"{W}type") for f in page.findall(f"{W}footerReference")] == ["default", "even"]
    assert document.part("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_words_own_styles_carry_the_structure(document, form):
    paragraphs = document.paragraphs
    assert paragraphs[0][0] == "Title"
    _, rest = paragraphs[0][1].split("\v")
    assert rest.endswith("年政府信息公开工作年度报告")
    assert [text for style, text in paragraphs if style == "Heading1"] == [section.heading for section in form.sections]
    names = {style.find(f"{W}name").get(f"{W}val") for style in document.part("word/styles.xml").findall(f"{W}style")}
    assert {"Title", "heading 1", "heading 2", "heading 3", "Body Text", "footer"} <= names


def test_every_run_names_its_chinese_face_and_no_theme(document):
    for paragraph in document.body.iter(f"{W}p"):
        for run in paragraph.findall(f"{W}r"):
            assert document.face(paragraph, run)
            assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"
    for name in document.package.namelist():
        assert "Theme=" not in document.package.read(name).decode()


def test_python_docx_opens_it_and_finds_the_same():
    report = main_report()
    opened = Document(io.BytesIO(word_bytes(report)))
    assert opened.core_properties.title == report.title
    assert [len(table.rows) for table in opened.tables] == [14, 28, 4]
    assert opened.paragraphs[0].style.name == "Title"


def test_there_are_no_empty_paragraphs_between_the_text(document):
    assert all(text for _, text in document.paragraphs)


def test_rows_stay_whole_and_headings_repeat(document):
    for table in document.body.findall(f"{W}tbl"):
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.findall(f"{W}tr"))
    repeated = [len(table.findall(f".//{W}tblHeader")) for table in document.body.findall(f"{W}tbl")]
    assert repeated == [0, 3, 3]


def test_bands_are_light_blue_and_tables_inside_the_type_area(document):
    first = document.body.find(f"{W}tbl")
    shaded = [text_of(c) for c in first.iter(f"{W}tc") if c.find(f"{W}tcPr/{W}shd") is not None]
    assert [text[:4] for text in shaded] == ["第二十条"] * 4
    for table in document.body.findall(f"{W}tbl"):
        assert sum(int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")) <= 8845


def test_the_page_number_stands_between_dashes_on_odd_and_even_pages(document):
    for name, side in (("word/footer1.xml", "right"), ("word/footer2.xml", "left")):
        footer = document.part(name)
        assert footer.find(f".//{W}jc").get(f"{W}val") == side
        assert text_of(footer).startswith("— ")
        assert text_of(footer).endswith(" —")
        assert footer.find(f".//{W}instrText").text.strip() == "PAGE"


def test_title_and_author_are_in_the_properties(document):
    core = document.package.read("docProps/core.xml").decode()
    report = main_report()
    assert f">{report.title}<" in core
    assert f">{report.unit}<" in core


def test_the_same_report_gives_the_same_bytes_at_any_time(monkeypatch):
    first = word_bytes(main_report())
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert word_bytes(main_report()) == first


def test_blanks_are_printed_as_0_and_an_empty_section_as_wu(form):
    document = WordFile(word_bytes(new_report(form, 2025)))
    assert document.tables[1][3][3:] == ["0"] * 7
    headings = [index for index, (style, _) in enumerate(document.paragraphs) if style == "Heading1"]
    assert document.paragraphs[headings[0] + 1] == ("BodyText", "无")
    assert document.paragraphs[headings[-1] + 1] == ("BodyText", "无")


def test_only_headed_parts_are_numbered(form):
    parts = (Part("", "甲"), Part("乙", "一"), Part("（三）丙", "1.小标题\n正文。"))
    document = WordFile(word_bytes(Report(form, {"overview": parts})))
    after = document.paragraphs[document.paragraphs.index(("Heading1", "一、总体情况")) + 1 :][:6]
    assert after == [
        ("BodyText", "甲"),
        ("Heading2", "（一）乙"),
        ("BodyText", "一"),
        ("Heading2", "（二）丙"),
        ("Heading3", "1.小标题"),
        ("BodyText", "正文。"),
    ]


def test_control_characters_leave_the_document_and_not_the_draft(form):
    report = Report(form, {"opening": "甲\x00乙\x0b丙\ufffe\x1b丁\t戊"})
    document = WordFile(word_bytes(report))
    assert ("BodyText", "甲乙\v丙丁\t戊") in document.paragraphs
    assert report.text("opening") == "甲\x00乙\x0b丙\ufffe\x1b丁\t戊"


@given(REPORTS)
@settings(max_examples=60, deadline=None)
def test_any_report_becomes_a_document_with_its_texts(report):
    from model.report.outline import paragraphs

    document = WordFile(word_bytes(report))
    for name in document.package.namelist():
        document.part(name)
    printed = [text for _, text in document.paragraphs]
    for _, text in report.texts():
        assert all(paragraph.text in printed for paragraph in paragraphs(text))


def sign_off(report: Report) -> list[tuple[str, int]]:
    """The lines of the sign-off and how far from the right edge each ends, in characters."""
    document = WordFile(word_bytes(report))
    lines = [p for p in document.body.findall(f"{W}p") if style_of(p) == "SignOff"]
    return [(text_of(p), round(int(p.find(f"{W}pPr/{W}ind").get(f"{W}right")) / 314, 2)) for p in lines]


def test_the_sign_off_without_a_seal(form):
    values = {"unit": "红花尔基镇人民政府", "signoff.date": date(2022, 1, 10)}
    # The name is 9 characters and ends 2 from the edge; the date begins 2 after it and is 6.5 long.
    assert sign_off(Report(form, values)) == [("红花尔基镇人民政府", 2), ("2022年1月10日", 2.5)]


def test_the_sign_off_without_a_seal_where_the_date_is_longer(form):
    values = {"unit": "财政局", "signoff.date": date(2022, 1, 10)}
    assert sign_off(Report(form, values)) == [("财政局", 7.5), ("2022年1月10日", 2)]


def test_the_sign_off_with_a_seal_has_the_name_centred_on_the_date(form):
    values = {"unit": "红花尔基镇人民政府", "signoff.date": date(2022, 1, 10), "signoff.seal": True}
    assert sign_off(Report(form, values)) == [("红花尔基镇人民政府", 2.75), ("2022年1月10日", 4)]


def test_the_date_stands_on_the_page_however_long_the_name_is(form):
    values = {"unit": "察布查尔锡伯自治县" * 5, "signoff.date": date(2022, 1, 10)}
    # The name fills a line but for the 2 characters at its end; the date begins 2 after it.
    (_, right_of_name), (_, right_of_date) = sign_off(Report(form, values))
    assert right_of_name == 2 and 8845 / 314 - 6.5 - right_of_date == pytest.approx(2, abs=0.1)


def test_a_title_of_many_lines_breaks_after_places(form):
    line = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县米粮泉回族乡人民政府政务公开工作领导小组办公室"
    assert balanced(line, 20)[:3] == ["新疆维吾尔自治区伊犁哈萨克自治州", "察布查尔锡伯自治县", "米粮泉回族乡"]


def test_a_report_without_a_date_is_signed_by_its_body_alone(form):
    assert sign_off(Report(form, {"unit": "财政局", "signoff.seal": True}))[0][0] == "财政局"


@pytest.mark.parametrize("line", ["内蒙古自治区呼伦贝尔市鄂温克族自治旗红花尔基镇人民政府", "长" * 50])
def test_a_long_title_breaks_into_even_lines_that_fit(line):
    pieces = balanced(line, 20)
    assert "".join(pieces) == line
    assert max(map(len, pieces)) <= 20
    assert max(map(len, pieces)) - min(map(len, pieces)) <= 6


def test_eight_digits_stand_on_one_line(form):
    report = Report(form, {"requests.received.natural": 12_345_678})
    document = WordFile(word_bytes(report))
    run = next(run for run in document.body.iter(f"{W}r") if text_of(run) == "12345678")
    size = int(run.find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2
    assert size >= 8
    assert 8 * size / 2 <= 670 / 20


def test_eight_digits_of_table_4_are_no_smaller_than_8_points(form):
    report = Report(form, {"disputes.review.upheld": 12_345_678})
    document = WordFile(word_bytes(report))
    run = next(run for run in document.body.iter(f"{W}r") if text_of(run) == "12345678")
    assert int(run.find(f"{W}rPr/{W}sz").get(f"{W}val")) >= 16
    widths = [int(column.get(f"{W}w")) for column in document.body.findall(f"{W}tbl")[2].iter(f"{W}gridCol")]
    assert sum(widths) <= 8845 and min(widths) >= 480


@pytest.mark.parametrize("count", [1, 2, 12])
def test_numbers_of_table_4_stand_on_one_line_in_a_table_as_wide_as_the_text(form, count):
    names = [name for name in form.inputs if name.startswith("disputes.")]
    table = WordFile(word_bytes(Report(form, dict.fromkeys(names[:count], 99_999_999)))).body.findall(f"{W}tbl")[2]
    widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    assert sum(widths) <= 8845
    cells = table.findall(f"{W}tr")[-1].findall(f"{W}tc")
    for cell, width in zip(cells, widths, strict=True):
        size = cell.find(f".//{W}r/{W}rPr/{W}sz")
        digit = (21 if size is None else int(size.get(f"{W}val"))) * 5  # twips: half a letter's size
        assert len(text_of(cell)) * digit <= width - 2 * 10 - 10  # the margins and the rule


def test_there_is_space_between_a_table_and_the_headings_around_it():
    paragraphs = {text_of(one): one for one in WordFile(word_bytes(main_report())).body.findall(f"{W}p")}
    spaces = {text[:2]: one.find(f"{W}pPr/{W}spacing") for text, one in paragraphs.items() if text[1:2] == "、"}
    shown = {text: (one.get(f"{W}before"), one.get(f"{W}after")) for text, one in spaces.items() if one is not None}
    assert shown == {"二、": (None, "100"), "三、": ("100", "100"), "四、": ("100", "100"), "五、": ("100", None)}


# GB/T 9704-2012, 5.2 and 7: face, size in half points, and what else the standard fixes.
STYLES = {
    "Normal": ("仿宋_GB2312", "32"), "Title": ("方正小标宋简体", "44"), "Heading1": ("黑体", ""),
    "Heading2": ("楷体_GB2312", ""), "Heading3": ("仿宋_GB2312", ""), "TableText": ("宋体", "21"), "Footer": ("宋体", "28"),
}  # fmt: skip


def test_faces_sizes_and_lines_are_those_of_the_standard(document):
    styles = {s.get(f"{W}styleId"): s for s in document.part("word/styles.xml").findall(f"{W}style")}
    for name, (face, size) in STYLES.items():
        assert styles[name].find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == face, name
        if size:
            assert styles[name].find(f"{W}rPr/{W}sz").get(f"{W}val") == size, name
    assert styles["Normal"].find(f"{W}pPr/{W}spacing").get(f"{W}line") == "579"
    for name in ("BodyText", "Heading1", "Heading2", "Heading3"):
        assert styles[name].find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "200"
    assert styles["Title"].find(f"{W}pPr/{W}jc").get(f"{W}val") == "center"


def test_every_run_has_the_face_of_its_style(document):
    faces = {name: face for name, (face, _) in STYLES.items()} | {"BodyText": "仿宋_GB2312", "SignOff": "仿宋_GB2312"}
    for paragraph in document.body.findall(f"{W}p"):
        for run in paragraph.findall(f"{W}r"):
            assert document.face(paragraph, run) == faces[style_of(paragraph)]
    for paragraph in document.body.iterfind(f"{W}tbl//{W}p"):
        for run in paragraph.findall(f"{W}r"):
            assert document.face(paragraph, run) == "宋体"


def test_missing_faces_have_alternates_and_the_page_number_its_indent(document):
    fonts = {f.get(f"{W}name"): f for f in document.part("word/fontTable.xml")}
    for face, alternate in (("方正小标宋简体", "宋体"), ("仿宋_GB2312", "仿宋"), ("楷体_GB2312", "楷体")):
        assert alternate in fonts[face].find(f"{W}altName").get(f"{W}val").split(",")
    assert document.part("word/footer1.xml").find(f".//{W}ind").get(f"{W}right") == "280"
    assert document.part("word/footer2.xml").find(f".//{W}ind").get(f"{W}left") == "280"


def test_the_bands_have_the_colour_of_the_official_form_and_the_sign_off_stays_with_its_text(document):
    fills = {shade.get(f"{W}fill") for shade in document.body.iter(f"{W}shd")}
    assert fills == {"C6D9F1"}
    paragraphs = document.body.findall(f"{W}p")
    signed = next(index for index, p in enumerate(paragraphs) if style_of(p) == "SignOff")
    assert paragraphs[signed - 1].find(f"{W}pPr/{W}keepNext") is not None


@pytest.mark.skipif(not SHARED.exists(), reason="the schema is not here")
def test_it_is_valid_against_the_schema(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(word_bytes(main_report()))
    done = subprocess.run([sys.executable, str(SHARED / "tools" / "validate_docx.py"), str(path)], capture_output=True)
    assert done.returncode == 0, done.stdout.decode()
