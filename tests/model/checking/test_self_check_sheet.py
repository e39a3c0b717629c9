"""The 自查表: every rule on one page, with its sides, its result and the reasons given."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace

import pytest

from export.word.document import blocks_bytes
from model.checking.run import check
from model.checking.self_check_sheet import sheet_outline, titles
from model.report.report import Confirmed, Notes, Part, Report
from tests.document_reader import WordFile
from tests.model.checking.reports import CLEAN, LAST, changed, with_text

RULES = titles(CLEAN.form)


def rows(report: Report, last: Report | None = LAST) -> dict[str, list[str]]:
    (table,) = WordFile(blocks_bytes(sheet_outline(report, last, check(report, last)), report)).tables
    return {row[0]: row[1:] for row in table}


def test_every_rule_stands_there_with_both_sides():
    table = rows(CLEAN)
    assert list(table)[1:] == list(RULES.values())
    assert {row[1] for row in list(table.values())[1:]} == {"相符"}
    assert table[RULES["balance"]][0] == "14＋2＝14＋2"
    assert table[RULES["in-force"]][0] == "规章 0＝0＋0－0；行政规范性文件 8＝7＋2－1"


def test_what_was_found_and_what_was_confirmed_stands_there():
    wrong = changed(
        Notes(confirmed=(Confirmed("regulations-level", ("disclosure.regulations.issued",), "代市里填"),)),
        disclosure__regulations__issued=1, disclosure__regulations__in_force=1, requests__carried_out__other=1,
    )  # fmt: skip
    table = rows(wrong)
    assert table[RULES["regulations-level"]][1:] == ["核实 1 处", "核实：代市里填"]
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


def test_reasons_are_printed_whole():
    reason = "市里集中清理，" * 40
    confirmed = Notes(confirmed=(Confirmed("regulations-level", ("disclosure.regulations.issued",), reason),))
    table = rows(changed(confirmed, disclosure__regulations__issued=1, disclosure__regulations__in_force=1))
    assert reason in table[RULES["regulations-level"]][2]


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_it_fits_on_one_page_even_with_something_found_by_every_rule(tmp_path):
    text = "2024年，青山镇人民政府新收申请16件，其中自然人8件，占80%，标准化化。手机13812345678。共100条，其中甲60条，乙50条。"
    report = with_text(text)
    wrong = {"disclosure.regulations.issued": 1, "requests.carried_out.other": 3, "disputes.review.upheld": None}
    values = {name: value for name, value in (report.values | wrong).items() if value is not None}
    report = replace(
        report, values=values | {"remarks": (Part("其他", "没有。"),), "unit": "云溪县" * 9 + "青禾镇人民政府"}
    )
    path = tmp_path / "a.docx"
    path.write_bytes(blocks_bytes(sheet_outline(report, LAST, check(report, LAST)), report))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    said = subprocess.run(["pdfinfo", str(tmp_path / "a.pdf")], capture_output=True, text=True, check=True).stdout
    assert "Pages:           1\n" in said
