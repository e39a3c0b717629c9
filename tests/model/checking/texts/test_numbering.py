"""Numbers before lines and headings: told where they are out of order, and counted on by the mend."""

from __future__ import annotations

import pytest

from model.checking.fixes import changes_of
from model.findings.finding import HINT, WARNING
from model.report.outline import Heading, outline
from model.report.report import Part
from tests.model.checking.reports import CLEAN, changed, found

SECTION = "remarks"


def numbering(*parts: Part):
    report = changed(**{SECTION: parts})
    told = [one for one in found(report) if "序号" in one.message and one.cells[0].startswith(SECTION)]
    return report, told


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("1.甲。\n2.乙。\n4.丙。\n5.丁。", "1.甲。\n2.乙。\n3.丙。\n4.丁。"),
        ("1.甲。\n2.乙。\n2.丙。\n3.丁。", "1.甲。\n2.乙。\n3.丙。\n4.丁。"),
        ("1.甲。\n1.乙。\n3.丙。", "1.甲。\n2.乙。\n3.丙。"),
        ("1.甲。\n3.乙。\n（1）子。\n（2）丑。\n4.丙。", "1.甲。\n2.乙。\n（1）子。\n（2）丑。\n3.丙。"),
        ("1.甲。\n3.乙。\n问题：\n1.丙。\n2.丁。", "1.甲。\n2.乙。\n问题：\n1.丙。\n2.丁。"),
        ("2.甲。\n3.乙。", "1.甲。\n2.乙。"),
    ],
)
def test_numbers_that_are_skipped_or_said_twice_are_counted_on(text, mended):
    report, (one,) = numbering(Part("信息处理费收取情况", text))
    assert one.severity == HINT and "这里应是第" in one.message
    (part,) = changes_of(report, one.mends)[SECTION]
    assert part.text == mended and numbering(part)[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "1.甲。\n2.乙。",
        "1.甲。\n措施：\n1.乙。",
        "1.甲。\n2.乙。\n1.丙。\n2.丁。",
        "包括（1）甲（2）乙。\n（1）丙（2）丁。",
    ],
)
def test_lists_that_begin_again_are_no_fault(text):
    assert [one for one in numbering(Part("信息处理费收取情况", text))[1] if one.mends] == []


def test_numerals_are_counted_on_as_numerals():
    report, (one,) = numbering(Part("", "（一）甲。\n（一）乙。\n（三）丙。\n（五）丁。"))
    (part,) = changes_of(report, one.mends)[SECTION]
    assert part.text == "（一）甲。\n（二）乙。\n（三）丙。\n（四）丁。"


@pytest.mark.parametrize(
    ("heading", "severity", "mended"),
    [
        ("1.其他情况", WARNING, "其他情况"),
        ("一、其他情况", WARNING, "其他情况"),
        ("（1） 其他情况", WARNING, "其他情况"),
        ("（一）其他情况", HINT, "其他情况"),
        ("(三) 其他情况", HINT, "其他情况"),
    ],
)
def test_a_headings_own_number_gives_way_to_the_one_in_order(heading, severity, mended):
    report, (one,) = numbering(Part("信息处理费收取情况", "没有。"), Part(heading, "没有。"))
    assert (one.severity, one.cells) == (severity, (f"{SECTION}[1].heading",))
    assert f"（二）{heading if severity == WARNING else mended}" in one.message
    parts = changes_of(report, one.mends)[SECTION]
    assert parts == (Part("信息处理费收取情况", "没有。"), Part(mended, "没有。")) and numbering(*parts)[1] == []


def test_a_headings_own_number_that_is_the_one_in_order_is_no_fault():
    parts = (Part("（一）信息处理费收取情况", "没有。"), Part("主要问题"), Part("（三）其他事项", "没有。"))
    report, told = numbering(*parts)
    assert told == []
    printed = [one.text for one in outline(report) if isinstance(one, Heading) and one.level == 2]
    assert printed[-3:] == ["（一）信息处理费收取情况", "（二）主要问题", "（三）其他事项"]
    assert CLEAN.form.section(SECTION)


@pytest.mark.parametrize("begin", ["信息处理费收取情况：", "信息处理费收取情况\n", "\n信息处理费收取情况 :\n"])
def test_a_heading_said_again_at_the_beginning_of_its_text_is_taken_away(begin):
    report = changed(**{SECTION: (Part("（一）信息处理费收取情况", f"{begin}没有收取。"),)})
    (one,) = (one for one in found(report) if "又写了一遍" in one.message)
    assert one.severity == HINT
    assert changes_of(report, one.mends)[SECTION][0].text == "没有收取。"


def test_a_text_that_goes_on_after_the_words_of_its_heading_is_no_heading():
    report = changed(**{SECTION: (Part("信息处理费收取情况", "信息处理费收取情况正常，没有收取。"),)})
    assert not [one for one in found(report) if "又写了一遍" in one.message]
