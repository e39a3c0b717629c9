"""The PDF as poppler reads it, and what a preview asks for."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from export.pdf.document import Typesetter, typesetter
from export.pdf.faces import shipped_faces
from model.draft.draft_file import load_draft
from model.faults import Fault
from model.form.grid import Grid
from model.report.blocks import Heading, Table
from model.report.cell_numbers import number_shown
from model.report.outline import Placed, outline, paragraphs, placed_outline
from model.report.report import Part, Report
from tests import page_comparison
from tests.export.pdf.pdf_reader import font_rows, lines_of, needs_poppler, pages_of, said_by, words_of
from tests.samples import EXAMPLE, main_report

MARKUP = r"""#set page(width: 1pt) *粗* _斜_ $x^2$ @see \u{41} <label> // 注 /* 注 */ ~ -- --- ... 'a' "b" `c` = 题 - 项 + 1. [x] {y}"""
STATUS = Path("/proc/self/status")
NEVER_FIRST = "，。、；：？！）》〉】〕”’%％"
NEVER_LAST = "（《〈【〔“‘"


@pytest.fixture(scope="module")
def shipped() -> Typesetter:
    return Typesetter(shipped_faces())


def example() -> Report:
    return load_draft(EXAMPLE)[0]


def with_text(text: str) -> Report:
    report = example()
    report.values["overview"] = (Part("", text),)
    return report


@needs_poppler
@pytest.mark.parametrize("which", [main_report, example])
def test_all_texts_headings_and_numbers_stand_in_it_letter_for_letter(shipped, tmp_path, which):
    report = which()
    data = shipped.pdf(report)
    whole = words_of(data, tmp_path)
    for _, text in report.texts():
        for paragraph in paragraphs(text):
            assert re.sub(r"\s", "", paragraph.text) in whole
    assert all(re.sub(r"\s", "", block.text) in whole for block in outline(report) if isinstance(block, Heading))
    for block in outline(report):
        if isinstance(block, Table):
            for cell in block.grid.cells:
                assert re.sub(r"\s", "", block.words(cell)) in whole


@needs_poppler
def test_every_number_stands_in_its_cell(shipped, tmp_path):
    report = example()
    inputs = [name for name in report.form.inputs if name in report.form.cells]
    report.values |= {name: 100 + place for place, name in enumerate(inputs)}
    said = said_by("pdftotext", shipped.pdf(report), tmp_path, "-layout")
    rows = [line.split() for line in said.splitlines()]
    for section in report.form.sections:
        for row in range(section.grid.rows if section.grid else 0):
            cells = [cell for cell in section.grid.numbers if cell.row == row]
            wanted = [number_shown(report.numbers()[cell.name]) for cell in cells]
            assert not wanted or any(" ".join(wanted) in " ".join(words) for words in rows), wanted


@needs_poppler
def test_letters_that_mean_something_to_the_typesetter_stay_as_they_are(shipped, tmp_path):
    report = with_text(f"{MARKUP}\n标题#let x = 1。")
    report.values["unit"] = "某县*甲*#乡_政府_"
    words = words_of(shipped.pdf(report), tmp_path)
    assert re.sub(r"\s", "", MARKUP) in words and "标题#letx=1。" in words and words.startswith("某县*甲*#乡_政府_")


@needs_poppler
def test_rare_letters_of_names_and_units_have_a_face(shipped, tmp_path):
    rare = "㙍𬭎镕㎡℃№①⑳㈠Ⅷ≥±×‰·…—“”‘’〔2021〕㎏éü"
    assert rare in words_of(shipped.pdf(with_text(rare)), tmp_path)


@needs_poppler
def test_no_mark_begins_or_ends_a_line_that_may_not(shipped, tmp_path):
    text = "".join(f"全年主动公开（含{'政' * n}）信息，《办法》“通知”、{n}件；其中：〔2021〕{n}号。" for n in range(60))
    lines = lines_of(shipped.pdf(with_text(text)), tmp_path)
    assert len(lines) > 60 and not [line for line in lines if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST]


@needs_poppler
def test_a_line_has_28_characters_and_a_page_22_lines(shipped, tmp_path):
    pages = pages_of(shipped.pdf(with_text("政" * 28 * 60)), tmp_path)
    lines = [line for line in pages[1].splitlines() if line.strip()]
    assert len(lines) == 22 and {len(line) for line in lines} == {28}


@needs_poppler
def test_a_word_longer_than_a_line_breaks_inside_the_type_area(shipped, tmp_path):
    word = "x" * 300
    data = shipped.pdf(with_text(word))
    assert word in words_of(data, tmp_path)
    assert not re.search("x{60}", "\n".join(pages_of(data, tmp_path)))


@needs_poppler
@pytest.mark.parametrize("which", [main_report, example])
def test_table_3_stands_on_one_page_with_its_heading(shipped, tmp_path, which):
    report = which()
    (page,) = (p for p in pages_of(shipped.pdf(report), tmp_path) if report.form.section("requests").heading in p)
    assert "四、结转下年度继续办理" in page and "申请人情况" in page


def tall(report: Report) -> list[Placed]:
    """The report with its third table three times as long."""
    found = []
    for one in placed_outline(report):
        if isinstance(one.block, Table) and one.block.grid.heading_rows:
            grid = one.block.grid
            stretched = Grid(grid.cells, grid.rows, grid.columns, {"widths": grid.widths, "row_height": 900})
            one = one._replace(block=one.block._replace(grid=stretched))
        found.append(one)
    return found


@needs_poppler
def test_a_table_too_tall_for_a_page_repeats_its_heading_rows(shipped, tmp_path):
    report = example()
    pages = pages_of(shipped.blocks_pdf(tall(report), report), tmp_path)
    with_headings = [page for page in pages if "申请人情况" in page]
    assert len(with_headings) >= 2
    for page in with_headings:
        squeezed = re.sub(r"\s", "", page)
        assert "法人或其他组织" in squeezed and "自然" in squeezed and "企业" in squeezed


@needs_poppler
def test_it_is_tagged_has_bookmarks_and_says_what_it_is(shipped, tmp_path):
    report = example()
    data = shipped.pdf(report)
    info = said_by("pdfinfo", data, tmp_path)
    assert re.search(r"Tagged:\s+yes", info) and re.search(rf"Title:\s+{report.title}", info)
    assert re.search(rf"Author:\s+{report.unit}", info) and "A4" in info
    tags = said_by("pdfinfo", data, tmp_path, "-struct")
    assert "Table" in tags and "H1" in tags and "TH" in tags and re.search("(ColSpan|RowSpan)", tags)
    assert b"/Lang(zh-CN)" in data and b"pdfaid:part>2<" in data and b"/Outlines" in data


@needs_poppler
def test_all_faces_are_embedded_as_subsets_with_their_letters(shipped, tmp_path):
    rows = font_rows(shipped.pdf(example()), tmp_path)
    assert len(rows) == 5
    for name, *kept in rows:
        assert name[6] == "+" and kept == ["yes", "yes", "yes"]


@needs_poppler
def test_digits_of_the_title_are_as_heavy_as_the_face_that_stands_in_for_it(shipped, tmp_path):
    data = shipped.blocks_pdf(placed_outline(example())[:1], example())
    faces = {row[0].partition("+")[2].partition("-")[0] for row in font_rows(data, tmp_path)}
    assert faces == {"NianbaoBiaosong", "NianbaoSong"}  # the latter for the page's number
    assert "2025" in words_of(data, tmp_path)


def test_equal_drafts_give_equal_bytes(shipped):
    first, other = shipped.pdf(example()), shipped.pdf(main_report())
    assert shipped.pdf(example()) == first == Typesetter(shipped_faces()).pdf(example()) != other


def test_a_report_with_nothing_but_its_form_can_be_set(shipped, form):
    assert shipped.pdf(Report(form, {"unit": "某镇", "year": 2021})).startswith(b"%PDF")


@pytest.mark.parametrize(
    "letters", ["\u200b", "\ufeff", "\u00ad", "\u3000", "\u00a0", "\ufe0f", "e\u0301", "\u202e", "\t", "\U000e0001"]
)
def test_marks_that_nobody_sees_stop_no_pdf(shipped, letters):
    assert shipped.pdf(with_text(f"甲{letters}乙")).startswith(b"%PDF")


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@needs_poppler
def test_the_same_stands_on_its_pages_as_on_those_of_the_word_document():
    assert list(page_comparison.faults(20)) == []


def test_a_preview_gets_pages_their_number_and_the_places_of_all_values(shipped):
    report = example()
    drawings, noted = shipped.pages(report)
    assert drawings == shipped.drawings(report) and all(b"<svg" in one[:200] for one in drawings)
    places, count = [one for one in noted if one.name], len(drawings)
    names = [one.name for one in places]
    assert {*report.form.cells} <= {*names} and names[0] == "unit" and names[-1] == "signoff.date"
    assert {name for name, text in report.texts() if text.strip()} <= {*names}
    assert [one.page for one in places] == sorted(one.page for one in places) and places[-1].page == count
    assert all(0 < one.x < 596 and 0 < one.y < 842 for one in places)


def test_places_follow_the_report_that_is_asked_about(shipped):
    short, long = example(), with_text("很长的一段。" * 600)
    before, moved, after = map(shipped.pages, (short, long, short))
    assert len(moved.drawings) > len(before.drawings) == len(after.drawings)
    pages = {one.name: one.page for one in moved.places}
    assert pages["signoff.date"] > {one.name: one.page for one in after.places}["signoff.date"]


def test_the_machines_typesetter_is_made_once():
    assert typesetter() is typesetter()


@needs_poppler
def test_the_sign_off_stands_with_the_end_of_the_text(shipped, tmp_path):
    for lines in range(14, 22):
        report = example()
        report.values["remarks"] = (Part("", "\n".join("没有其他需要报告的事项。" for _ in range(lines))),)
        report.values["signoff.date"] = date(2026, 1, 9)
        last = pages_of(shipped.pdf(report), tmp_path)[-1]
        assert "没有其他" in last and "2026年1月9日" in re.sub(r"\s", "", last)


@pytest.mark.parametrize("error", [RuntimeError("no"), type("PanicException", (BaseException,), {})("no")])
def test_what_the_typesetter_cannot_set_is_refused_with_what_to_do(error):
    class Broken:
        def compile(self, **how: object) -> bytes:
            raise error

    broken = Typesetter(shipped_faces())
    broken._compiler = Broken()
    with pytest.raises(Fault, match="Word"):
        broken.pdf(example())


@pytest.mark.skipif(not STATUS.exists(), reason="the memory of a process is told in another way here")
def test_a_typesetter_that_is_fed_again_and_again_keeps_its_size(shipped):
    def set_reports(count: int) -> int:
        for number in range(count):
            shipped.pdf(with_text(f"第{number}次。" * 200))
        return int(re.search(r"VmRSS:\s+(\d+)", STATUS.read_text())[1])

    settled = set_reports(15)
    assert set_reports(45) < settled + 60_000  # KiB; a new one for each would take hundreds of thousands


@pytest.mark.skipif(not STATUS.exists(), reason="the memory of a process is told in another way here")
def test_pages_that_are_set_again_at_every_word_do_not_pile_up():
    setter = Typesetter(shipped_faces())

    def set_pages(count: int) -> int:
        for number in range(count):
            setter.pages(with_text(f"第{number}次。" * 4_000))
        return int(re.search(r"VmRSS:\s+(\d+)", STATUS.read_text())[1])

    settled = set_pages(3)
    assert set_pages(9) < settled + 100_000  # KiB; ten reports at a time would take three times as much
