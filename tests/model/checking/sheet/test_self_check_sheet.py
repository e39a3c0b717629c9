"""The 自查表: every rule on one page, with its sides, its result and the reasons given."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from export.word.document import blocks_bytes
from model.checking.run import check
from model.checking.sheet.self_check_sheet import sheet_outline, titles
from model.findings.finding import WARNING, Checked, Finding
from model.report.report import Confirmed, Notes, Part, Report
from tests.document_reader import WordFile
from tests.model.checking.reports import CLEAN, LAST, changed, with_text

RULES = titles(CLEAN.form)
OTHER_BODIES = "不与其他单位雷同"


def rows(report: Report, last: Report | None = LAST) -> dict[str, list[str]]:
    (table,) = WordFile(blocks_bytes(sheet_outline(report, last, check(report, last)), report)).tables
    return {row[0]: row[1:] for row in table}


def test_every_rule_stands_there_with_both_sides():
    table = rows(CLEAN)
    assert list(table)[1:] == [*RULES.values(), OTHER_BODIES]
    assert {table[title][1] for title in RULES.values()} == {"相符"}
    assert table[OTHER_BODIES][1] == "没有查"
    assert table[RULES["balance"]][0] == "14＋2＝14＋2"
    assert table[RULES["in-force"]][0] == "规章 0＝0＋0－0；行政规范性文件 8＝7＋2－1"


def test_what_was_found_and_what_was_confirmed_stands_there():
    wrong = changed(
        Notes(confirmed=(Confirmed("regulations-level", ("disclosure.regulations.issued",), "代市里填"),)),
        disclosure__regulations__issued=1, disclosure__regulations__in_force=1, requests__carried_out__other=1,
    )  # fmt: skip
    table = rows(wrong)
    assert table[RULES["regulations-level"]][1:] == ["不符，核实 1 处", "核实：代市里填"]
    assert table[RULES["balance"]][1] == "不符✕1"


def test_without_last_year_its_rules_are_not_said_to_hold():
    table = rows(CLEAN, None)
    assert {table[RULES[rule]][1] for rule in ("carried-in", "in-force", "pending", "same-text")} == {"没有查"}


def test_what_was_never_judged_is_not_said_to_hold():
    table = rows(Report(CLEAN.form))
    held = [title for title, row in list(table.items())[1:] if row[1] == "相符"]
    assert held == []


def test_a_rule_on_an_empty_section_and_one_for_other_levels_is_not_said_to_hold():
    table = rows(changed(remarks=None))
    assert table[RULES["fee-silent"]][1] == "没有查"
    table = rows(changed(unit="某省人民政府", level="province"))
    assert {table[RULES[rule]][1] for rule in ("regulations-level", "fees-level")} == {"没有查"}


@pytest.mark.parametrize("left", range(len(CLEAN.parts("overview"))))
def test_matters_whose_parts_are_still_empty_are_not_said_to_be_written(left):
    parts = tuple(Part(part.heading, part.text * (index <= left)) for index, part in enumerate(CLEAN.parts("overview")))
    missing = [part.heading for part in parts if not part.text]
    _, result, said = rows(changed(overview=parts))[RULES["missing-part"]]
    assert (result, said[:3]) == (("不符▲1", "“一、") if missing else ("相符", ""))
    assert all(heading in said for heading in missing)
    nothing = tuple(Part(part.heading, "\u200b ") for part in parts)
    assert rows(changed(overview=nothing))[RULES["missing-part"]][1] == "没有查"


def test_reasons_are_printed_whole():
    reason = "市里集中清理，" * 40
    confirmed = Notes(confirmed=(Confirmed("regulations-level", ("disclosure.regulations.issued",), reason),))
    table = rows(changed(confirmed, disclosure__regulations__issued=1, disclosure__regulations__in_force=1))
    assert reason in table[RULES["regulations-level"]][2]


def test_explanations_are_printed_whole():
    told = check(wrong_everywhere(), LAST).findings
    table = rows(wrong_everywhere())
    for rule, title in RULES.items():
        if own := [one for one in told if one.rule == rule]:
            assert all(one.message in table[title][2] for one in own) and table[title][1].startswith("不符")


def test_every_place_of_a_rule_is_printed_that_its_result_counts():
    report = changed(requests__received__natural=90, requests__handled__natural=90, disclosure__licences__decisions=900)
    last = replace(LAST, values=LAST.values | {"requests.received.natural": 9, "disclosure.licences.decisions": 9})
    told = [one for one in check(report, last).findings if one.rule == "jump"]
    _, result, said = rows(report, last)[RULES["jump"]]
    assert len(told) > 1 and result.endswith(str(len(told))) and all(one.message in said for one in told)


def test_a_result_is_one_of_three():
    for report in (CLEAN, wrong_everywhere(), Report(CLEAN.form)):
        table = rows(report)
        del table["检查的内容"]
        assert all(row[1] == "相符" or row[1].startswith("不符") or row[1] == "没有查" for row in table.values())
        assert all(row[2] for row in table.values() if row[1] != "相符")


def test_what_was_found_is_told_even_where_the_rest_could_not_be_looked_at():
    report = changed(requests__received__business=None, requests__carried_out__natural=1)
    assert rows(report)[RULES["balance"]][1] == "不符✕1"


def test_every_rule_that_finds_something_stands_there():
    assert {one.rule for one in check(wrong_everywhere(), LAST).findings} <= RULES.keys()
    other = Checked((Finding("new-rule", WARNING, ("unit",), "新规则的话。"),))
    (table,) = WordFile(blocks_bytes(sheet_outline(CLEAN, LAST, other), CLEAN)).tables
    assert ["new-rule", "", "不符▲1", "新规则的话。"] in table


def test_the_sources_of_counts_stand_there_with_the_counts():
    notes = Notes(proposed=("disclosure_sources.licences",))
    sources = {"disclosure_sources.normative_documents": "政府网站，3 件", "disclosure_sources.licences": "台账"}
    table = rows(replace(changed(notes), values=CLEAN.values | sources))
    assert table["“行政规范性文件”的来源"] == ["本年制发件数 2，本年废止件数 1，现行有效件数 8", "", "政府网站，3 件"]
    assert table["“行政许可”的来源"][0] == "126" and "上年" in table["“行政许可”的来源"][2]


def wrong_everywhere() -> Report:
    text = "2024年，青山镇人民政府新收申请16件，其中自然人8件，占80%，标准化化。手机13812345678。共100条，其中甲60条，乙50条。"
    report = with_text(text)
    wrong = {"disclosure.regulations.issued": 1, "requests.carried_out.other": 3, "disputes.review.upheld": None}
    values = {name: value for name, value in (report.values | wrong).items() if value is not None}
    return replace(
        report, values=values | {"remarks": (Part("其他", "没有。"),), "unit": "云溪县" * 9 + "青禾镇人民政府"}
    )


def pages(report: Report, folder: Path) -> list[str]:
    """The text of each page of the sheet as it is laid out."""
    path = folder / "a.docx"
    path.write_bytes(blocks_bytes(sheet_outline(report, LAST, check(report, LAST)), report))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    pdf = [str(folder / "a.pdf"), "-"]
    said = subprocess.run(["pdftotext", "-layout", *pdf], capture_output=True, text=True, check=True).stdout
    return said.rstrip("\f").split("\f")


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_it_fits_on_one_page_and_what_does_not_goes_on_under_the_same_headings(tmp_path):
    (page,) = pages(CLEAN, tmp_path)
    assert "经办" in page and "分管领导" in page
    first, *others = pages(wrong_everywhere(), tmp_path)
    assert "经办" in first and "分管领导" in first
    assert others and all(words in page for page in others for words in ("检查的内容", "结果", "说明"))
