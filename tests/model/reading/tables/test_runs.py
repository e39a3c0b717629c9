"""Where a run of numbers begins and ends, and which words stand before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.reading.formats.source_blocks import Found, FoundCell, FoundTable, Line
from model.reading.tables.runs import pieces_of, runs_of, value_of


def lines(*texts: str) -> list[Found]:
    return [Line(text, f"第 {number} 行") for number, text in enumerate(texts, 1)]


def table(*rows: str) -> FoundTable:
    return FoundTable(
        tuple(tuple(FoundCell(text.strip("_"), column) for column, text in enumerate(row.split())) for row in rows),
        "表格 1",
    )


def found(*blocks: Found) -> list[tuple[str, str]]:
    """Each run's words and values; "_" for a blank."""
    runs, rest = runs_of(blocks)
    read = [
        (" ".join(word.text for word in run.words), " ".join(value.number or value.text or "_" for value in run.values))
        for run in runs
    ]
    return [*read, (" ".join(word.text for word in rest), "")] if rest else read


def test_a_row_of_a_line_is_its_words_and_its_numbers():
    assert found(*lines("一、本年新收 3 0 1")) == [("一、本年新收", "3 0 1")]
    assert found(*lines("规章 | 3 | | 1 |")) == [("规章", "3 _ 1")]
    assert found(*lines("规章\t3\t\t1")) == [("规章", "3 _ 1")]


def test_cells_that_stand_on_a_line_each_go_on_with_the_run():
    assert found(*lines("规章", "3", "0", "1", "行政许可", "7")) == [("规章", "3 0 1"), ("行政许可", "7")]


def test_words_end_a_run_and_those_after_the_last_are_left():
    assert found(*lines("甲 1", "乙", "丙 2", "丁")) == [("甲", "1"), ("乙 丙", "2"), ("丁", "")]


def test_a_number_before_the_label_is_the_rows_own():
    assert found(*lines("1 | 规章 | 5 | 6")) == [("规章", "5 6")]
    assert found(table("1 规章 5 6")) == [("规章", "5 6")]


def test_page_numbers_rules_and_blank_lines_stand_in_no_cell():
    assert found(*lines("规章", "3", "- 12 -", "第 2 页 共 9 页", "----|----", "  ", "1")) == [("规章", "3 1")]


def test_a_row_of_a_table_ends_with_it_and_keeps_its_columns():
    runs, _ = runs_of([table("规章 5 _ 7", "_ 1 2 3")])
    assert [[value.column for value in run.values] for run in runs] == [[1, 2, 3], [0, 1, 2, 3]]
    assert [run.has_own_words for run in runs] == [True, False]
    assert runs[0].where == "表格 1第 1 行" and runs[0].shown == "规章 5 □ 7"


def test_a_row_of_blanks_counts_where_it_has_a_label():
    assert found(table("规章 _ _", "_ _ _")) == [("规章", "_ _")]


def test_two_groups_of_numbers_in_a_row_of_a_table_are_two_runs():
    assert found(table("规章 5 行政许可 7")) == [("规章", "5"), ("行政许可", "7")]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("3", "3", ""),
        (" １，２３４．５ ", "1234.5", ""),
        ("-2", "-2", ""),
        ("3件", "3", "件"),
        ("1.5 万元", "1.5", "万元"),
        ("", "", ""),
        ("\u200b\xa0", "", ""),
        ("/", "", ""),
        ("无", "", ""),
        ("约8", "", ""),
        ("3（其中网上2件）", "", ""),
        ("1,23", "", ""),
    ],
)
def test_a_number_is_one_only_where_nothing_else_is_with_it(text, number, unit):
    value = value_of(text)
    assert value is not None and (value.number, value.unit) == (number, unit)


@pytest.mark.parametrize("text", ["规章", "2021年", "2021年度", "第3项", "一、", "〔2021〕3号"])
def test_words_and_years_are_no_value(text):
    assert value_of(text) is None


@given(st.integers(0, 99_999_999), st.sampled_from(["{}", "{:,}", " {} ", "{}件", "{}.50"]))
def test_any_number_is_read_as_it_was_written(number, pattern):
    value = value_of(pattern.format(number))
    assert value is not None and float(value.number) == float(number) + 0.5 * pattern.endswith("50")


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| 甲 | | 3 |", ["甲", "", "3"]),
        ("甲 | 3", ["甲", "3"]),
        ("|", [""]),
        ("甲\t\t3", ["甲", "", "3"]),
        ("商业  企业 3 4", ["商业", "企业", "3", "4"]),
        ("全年 共收到申请。 3", ["全年 共收到申请。", "3"]),
        ("## 规章 3", ["规章", "3"]),
    ],
)
def test_a_line_is_taken_apart_at_pipes_tabs_and_gaps(line, cells):
    assert list(pieces_of(line)) == cells


def test_a_long_sentence_is_one_piece_whatever_numbers_it_ends_with():
    sentence = "本机关全年共收到政府信息公开申请若干件，均在法定期限内依法办理完毕，没有一件逾期，" * 2 + "共 3 4 5"
    assert list(pieces_of(sentence)) == [sentence]
