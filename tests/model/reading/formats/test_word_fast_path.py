"""Plain paragraphs and tables of Word in one pass: the same as with care, or left to that."""

from __future__ import annotations

import pytest
from lxml import etree

from model.reading.formats.word_fast_path import plain_rows, plain_text

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def xml(text: str) -> etree._Element:
    return etree.fromstring(f'<w:x xmlns:w="{NS}">{text}</w:x>')


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def rows(*written: str) -> list[list[tuple[str, int]]] | None:
    found = plain_rows(xml("".join(f"<w:tr>{row}</w:tr>" for row in written)))
    return None if found is None else [[(one.text, one.column) for one in row] for row in found]


def test_a_word_over_several_runs_is_one():
    assert plain_text(xml(run("收到") + run("1") + run("2") + run("件"))) == "收到12件"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:br/>", "甲\v乙"),
        ("<w:cr/>", "甲\v乙"),
        ('<w:br w:type="page"/>', "甲乙"),
        ("<w:tab/>", "甲\t乙"),
        ("<w:noBreakHyphen/>", "甲-乙"),
        ('<w:sym w:char="2460"/>', "甲①乙"),
        ('<w:sym w:char="D83D"/>', "甲乙"),  # half a letter
        ("<w:instrText>PAGE</w:instrText>", "甲乙"),
    ],
)
def test_what_is_no_letter_is_written_as_what_it_shows(inside, text):
    assert plain_text(xml(f"{run('甲')}<w:r>{inside}</w:r>{run('乙')}")) == text


@pytest.mark.parametrize(
    "name", ["ins", "del", "moveFrom", "sdt", "drawing", "pict", "ruby", "fldChar", "vanish", "strike"]
)
def test_what_takes_more_care_is_left_to_it(name):
    assert plain_text(xml(f"{run('甲')}<w:{name}/>")) is None
    assert rows(cell("甲"), f"{cell('乙')}<w:tc><w:p><w:{name}/></w:p></w:tc>") is None


def test_a_table_in_a_table_is_left_to_care():
    assert rows(f"<w:tc><w:tbl><w:tr>{cell('3')}</w:tr></w:tbl></w:tc>") is None


def test_cells_have_the_number_of_their_first_column():
    wide = '<w:gridSpan w:val="3"/>'
    assert rows(cell("甲", wide) + cell("乙"), cell("丙") + cell("") + cell("3") + cell("4")) == [
        [("甲", 0), ("乙", 3)],
        [("丙", 0), ("", 1), ("3", 2), ("4", 3)],
    ]


def test_a_cell_over_several_rows_stands_in_the_first_and_shifts_nothing():
    begin, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    assert rows(cell("甲", begin) + cell("1"), cell("", more) + cell("2")) == [[("甲", 0), ("1", 1)], [("2", 1)]]


def test_columns_left_out_at_the_beginning_count():
    assert rows('<w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell("甲")) == [[("甲", 2)]]


def test_paragraphs_of_a_cell_are_its_lines():
    assert rows(f"<w:tc><w:p>{run('商业')}</w:p><w:p>{run('企业')}</w:p></w:tc>") == [[("商业\n企业", 0)]]
