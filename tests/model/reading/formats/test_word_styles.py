"""What a Word paragraph is by its style and its list: heading, title, sign-off, and its automatic number."""

from __future__ import annotations

import pytest
from lxml import etree

from model.reading.formats.budget import Budget
from model.reading.formats.source_blocks import SIGN_OFF, TITLE
from model.reading.formats.word_styles import Numbering, Styles

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def xml(text: str) -> etree._Element:
    return etree.fromstring(f'<w:x xmlns:w="{NS}">{text}</w:x>')


def styles(*written: str) -> Styles:
    return Styles(xml("".join(written)))


def style(key: str, name: str, inside: str = "", based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:styleId="{key}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 1", 1),
        ("Heading 2", 2),
        ("标题 3", 3),
        ("标题4", 4),
        ("heading", 0),
        ("heading 1 char", 0),
        ("正文", 0),
    ],
)
def test_a_heading_is_told_by_its_styles_name(name, level):
    assert styles(style("a", name)).level("a") == level


def test_a_style_made_from_another_is_a_heading_of_the_same_level():
    outline = '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    found = styles(style("a", "公文二级", outline), style("b", "自己的", "", "a"), style("c", "正文", "", "gone"))
    assert (found.level("a"), found.level("b"), found.level("c"), found.level("none")) == (2, 2, 0, 0)


def test_styles_made_from_each_other_in_a_circle_do_no_harm():
    assert styles(style("a", "甲", "", "b"), style("b", "乙", "", "a")).level("a") == 0


def test_title_and_sign_off_are_told_by_their_styles_name():
    found = styles(style("a", "Title"), style("b", "标题"), style("c", "落款"), style("d", "正文"))
    assert [found.kind(key) for key in "abcd"] == [TITLE, TITLE, SIGN_OFF, ""]


def numbering(*levels: tuple[str, str, int]) -> Numbering:
    """A list with these levels: kind, pattern and first number."""
    written = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (kind, text, start) in enumerate(levels)
    )
    lists = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="7"/></w:num>' for key in (1, 2))
    return Numbering(xml(f'<w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>{lists}'), Budget())


def labels(made: Numbering, *depths: int, key: int = 1) -> list[str]:
    return [made.label(xml(f'<w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/>')) for depth in depths]


CHINESE = ("chineseCounting", "%1、", 1), ("chineseCountingThousand", "（%2）", 1), ("decimal", "%3.", 1)


def test_numbers_count_on_and_begin_anew_below_each_heading():
    assert labels(numbering(*CHINESE), 0, 1, 1, 0, 1, 2, 2) == [
        "一、",
        "（一）",
        "（二）",
        "二、",
        "（一）",
        "1.",
        "2.",
    ]


def test_the_tenth_and_later_are_written_as_they_are_said():
    assert labels(numbering(*CHINESE), *[0] * 21)[9:] == [
        f"{word}、" for word in ("十", *(f"十{digit}" for digit in "一二三四五六七八九"), "二十", "二十一")
    ]


def test_a_list_begins_where_it_says_and_shows_the_numbers_above():
    assert labels(numbering(("decimal", "%1", 3), ("decimal", "%1.%2", 0)), 0, 1, 1) == ["3", "3.0", "3.1"]


def test_bullets_and_lists_that_are_not_there_show_no_number():
    assert labels(numbering(("bullet", "%1", 1)), 0) == [""]
    assert labels(numbering(*CHINESE), 0, key=9) == [""] == labels(numbering(*CHINESE), 5)
    assert Numbering(None, Budget()).label(xml('<w:numId w:val="1"/>')) == ""


def test_what_a_character_style_says_is_said_of_its_runs_unless_they_say_otherwise():
    found = styles(
        style("note", "注", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'), style("b", "乙", "", "note")
    )
    body = xml(
        '<w:r><w:rPr><w:rStyle w:val="b"/></w:rPr></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="note"/><w:vertAlign w:val="baseline"/></w:rPr></w:r>'
    )
    found.spell_out(body)
    marks = [mark.get(f"{{{NS}}}val") for mark in body.iter(f"{{{NS}}}vertAlign")]
    assert marks == ["superscript", "baseline"]
