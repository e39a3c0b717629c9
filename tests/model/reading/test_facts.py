"""Years and dates of documents: taken where they can be right, listed with what stood there where they cannot."""

from __future__ import annotations

from datetime import date

import pytest

from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from model.draft.toml_format import draft_text, read_draft
from model.form.form import editions, load_form
from model.reading import document as reader
from model.reading.document import read_bytes
from model.reading.facts import name_facts
from model.reading.reading import Reading
from model.report.report import Part, Report
from model.report.years import YEAR_OF_RELEASE, reportable_years
from tests.samples import EXAMPLE, SHARED
from ui.cli.main import run_command
from ui.cli.read_output import account
from ui.reading.import_dialog import ImportDialog

LAST = reportable_years(date.today())[-1]
TEXT = (
    "{title}\n{opening}\n一、总体情况\n主动公开政府信息3件。\n六、其他需要报告的事项\n无其他事项。\n{unit}\n{signed}\n"
)
OPENING = "根据条例，现将{}年政府信息公开工作年度报告公布如下，欢迎监督，欢迎提出意见。"
UNIT = "某某镇人民政府"


def read(title: str = f"{UNIT}2022年政府信息公开工作年度报告", opening: str = "", signed: str = "") -> Reading:
    text = TEXT.format(title=title, opening=opening, unit=UNIT, signed=signed)
    reading = read_bytes(text.encode(), ".txt")
    again = read_draft(draft_text(reading.report).encode(), load_form, editions())
    assert again.values == reading.report.values  # whatever was read can be saved
    cells = reading.report.form.cells
    reading.open = [entry for entry in reading.open if entry.cell not in cells]  # there are no tables in the text
    return reading


def told(reading: Reading) -> str:
    return account(reading)


@pytest.mark.parametrize(
    ("today", "last"), [(date(1980, 1, 1), YEAR_OF_RELEASE + 1), (date(2026, 12, 31), 2027), (date(2031, 1, 1), 2032)]
)
def test_reports_are_on_years_from_the_first_there_was_to_the_one_after_this(today, last):
    assert reportable_years(today) == range(2008, last + 1)


@pytest.mark.parametrize(
    "year",
    [
        "2022",
        "２０２２",
        "2０２2",
        "二〇二二",
        "二○二二",
        "二零二二",
        "二◯二二",
        "二O二二",
        "二0二二",
        "2○22",
        "2 0 2 2",
    ],
)
@pytest.mark.parametrize("form", ["{unit}{year}年政府信息公开工作年度报告", "{year}年度{unit}政府信息公开年报"])
def test_a_year_is_read_however_it_is_written(year, form):
    reading = read(form.format(unit=UNIT, year=year))
    assert (reading.report.unit, reading.report.year, reading.open) == (UNIT, 2022, [])


@pytest.mark.parametrize("year", ["2008", str(LAST)])
def test_the_first_and_the_last_year_are_taken(year):
    assert read(f"{UNIT}{year}年政府信息公开工作年度报告").report.year == int(year)


BAD = [
    "○二二",
    "二二",
    "22",
    "20222",
    "2О22",
    "202",
    "1998",
    "2007",
    str(LAST + 1),
    "2222",
    "二〇一",
    "二〇二二二",
    "９９",
]


@pytest.mark.parametrize("year", [year for year in BAD if "О" not in year])
@pytest.mark.parametrize("form", ["{unit}{year}年政府信息公开工作年度报告", "{unit}政府信息公开工作{year}年度报告"])
def test_what_is_no_year_of_a_report_is_listed_and_not_taken(year, form):
    title = form.format(unit=UNIT, year=year)
    reading = read(title)
    assert (reading.report.unit, reading.report.year) == (UNIT, None)
    assert [(entry.cell, entry.text) for entry in reading.open] == [("year", title)]
    assert f"标题里的年度写作“{year}年”，不" in reading.open[0].reason
    assert f"没有读：“报告年度”。{reading.open[0].reason}文档里是：{title}" in told(reading)


@pytest.mark.parametrize("year", ["○二二", "1998", "22"])
def test_a_good_year_of_the_opening_goes_before_a_bad_one_of_the_title(year):
    reading = read(f"{UNIT}{year}年政府信息公开工作年度报告", OPENING.format(2022))
    assert (reading.report.year, reading.open) == (2022, [])
    assert f"“{year}年”" in told(reading) and "没有读入" in told(reading)


def test_of_several_years_in_an_opening_the_one_that_can_be_is_taken():
    opening = OPENING.format("○二二") + "统计期限为2022年1月1日至2022年12月31日。"
    assert read("年度报告", opening).report.year == 2022


@pytest.mark.parametrize("year", ["○二二", "3022", "二二"])
def test_a_bad_year_of_the_opening_is_listed(year):
    reading = read("年度报告", OPENING.format(year))
    assert (reading.report.year, [entry.cell for entry in reading.open]) == (None, ["year"])
    assert f"开头语里的年度写作“{year}年”" in told(reading)


def test_a_digit_at_the_end_of_a_name_is_no_digit_of_the_year():
    assert read("某某镇第一2022年政府信息公开工作年度报告").report.year == 2022


@pytest.mark.parametrize(
    ("signed", "day"),
    [
        ("2023年1月10日", date(2023, 1, 10)),
        ("２０２３年１月１０日", date(2023, 1, 10)),
        ("二〇二三年一月十日", date(2023, 1, 10)),
        ("二○二三年十二月三十一日", date(2023, 12, 31)),
        ("二O二三年一月二十日", date(2023, 1, 20)),
        ("2023 年 1 月 10 日", date(2023, 1, 10)),
        ("\u200b2023年1月10号\u200b", date(2023, 1, 10)),
        ("2008年5月1日", date(2008, 5, 1)),
        (f"{LAST + 1}年1月10日", date(LAST + 1, 1, 10)),
    ],
)
def test_a_date_is_read_however_it_is_written(signed, day):
    reading = read(signed=signed)
    assert (reading.report.signed_on, reading.open) == (day, [])
    assert reading.report.parts("remarks") == (Part("", "无其他事项。"),)


@pytest.mark.parametrize(
    "signed",
    ["2023年2月30日", "2023年13月1日", "2023年0月1日", "○二三年一月十日", "23年1月10日", "1998年1月10日", "2007年12月31日",
     f"{LAST + 2}年1月10日", "2023年1月", "20233年1月10日", "二〇二三年一月三十二日", "2023年1月1O0日"],
)  # fmt: skip
def test_a_day_that_never_was_is_listed_and_not_taken(signed):
    reading = read(signed=signed)
    assert reading.report.signed_on is None
    assert [(entry.cell, entry.text) for entry in reading.open] == [("signoff.date", signed)]
    assert f"落款日期写作“{signed}”" in told(reading)
    assert (reading.report.unit, reading.report.parts("remarks")) == (UNIT, (Part("", "无其他事项。"),))


@pytest.mark.parametrize("line", ["2023年1月10日起施行。", "会议于2022年2月30日召开", "2023年"])
def test_a_sentence_with_a_date_is_text(line):
    reading = read(signed=line)
    assert reading.open == [] and line in reading.report.parts("remarks")[0].text


def test_a_date_in_our_own_document_that_cannot_be_is_listed():
    report = Report(load_form("2021"), {"unit": UNIT, "year": 2022, "signoff.date": date(2100, 1, 1)})
    reading = read_bytes(word_bytes(report))
    assert reading.report.signed_on is None
    assert [(entry.cell, entry.text) for entry in reading.open] == [("signoff.date", "2100年1月1日")]


def test_a_sign_off_of_a_date_alone_names_nobody():
    report = Report(load_form("2021"), {"year": 2022, "signoff.date": date(2023, 1, 10)})
    read_report = read_bytes(word_bytes(report)).report
    assert (read_report.unit, read_report.signed_on) == ("", date(2023, 1, 10))


def test_the_clock_decides_how_far_years_go(monkeypatch):
    class Later(date):
        @classmethod
        def today(cls):
            return date(2035, 3, 1)

    monkeypatch.setattr(reader, "date", Later)
    assert read(f"{UNIT}2036年政府信息公开工作年度报告").report.year == 2036
    assert read(f"{UNIT}2037年政府信息公开工作年度报告").report.year is None


@pytest.mark.parametrize("year", ["22", "1998", "2007", str(LAST + 1), "-1"])
def test_a_year_that_cannot_be_is_refused_on_the_command_line(year, tmp_path, capsys):
    source, out = tmp_path / "a.txt", tmp_path / "a.toml"
    source.write_text(TEXT.format(title="", opening="", unit=UNIT, signed=""), encoding="utf-8")
    assert run_command(["read", str(source), "-o", str(out), f"--year={year}"]) == 2
    assert capsys.readouterr().err == f"年度“{year}”不对。请写成 2021 这样的四位年份，从 2008 到 {LAST}。\n"
    assert not out.exists()


def test_a_year_on_the_command_line_stands_for_one_that_was_not_taken(tmp_path, capsys):
    source, out = tmp_path / "a.txt", tmp_path / "a.toml"
    title = f"{UNIT}○二二年政府信息公开工作年度报告"
    source.write_text(TEXT.format(title=title, opening="", unit=UNIT, signed=""), encoding="utf-8")
    assert run_command(["read", str(source), "-o", str(out), "--year=2022"]) == 0
    assert "year = 2022" in out.read_text(encoding="utf-8")
    assert "没有认出：" in (said := capsys.readouterr().out) and "“○二二年”" in said


def test_the_card_shows_what_was_not_taken_among_what_is_to_be_checked(qtbot, dressed):
    title = f"{UNIT}○二二年政府信息公开工作年度报告"
    card = ImportDialog(read(title, signed="2023年2月30日"), "a.txt", may_fill=False)
    qtbot.addWidget(card)
    assert "2 处要核对" in card.headline.text()
    card.next.click()
    assert "年度写作“○二二年”，不像年份" in card.said.toPlainText() and title in card.said.toPlainText()
    card.next.click()
    assert "没有这一天" in card.said.toPlainText() and "2023年2月30日" in card.said.toPlainText()


@pytest.mark.skipif(not (SHARED / "cases/hostile/year_typo.txt").exists(), reason="the cases are not here")
def test_the_title_with_a_slip_is_read_and_saved(tmp_path, capsys):
    out = tmp_path / "a.toml"
    assert run_command(["read", str(SHARED / "cases/hostile/year_typo.txt"), "-o", str(out)]) == 0
    assert "year" not in out.read_text(encoding="utf-8") and "○二二年" in capsys.readouterr().out


@pytest.mark.parametrize("unit", ["𠮷林镇人民政府", "𪨊𪨊村街道办事处", "塚﨑镇人民政府"])
def test_rare_letters_of_a_name_are_read_back_from_what_is_exported(unit):
    report = load_draft(EXAMPLE)[0]
    report.values |= {"unit": unit, "year": 2024}
    assert read_bytes(word_bytes(report)).report.unit == unit
    text = f"{unit}2024年政府信息公开工作年度报告\n一、总体情况\n本年度主动公开政府信息三件。"
    assert read_bytes(text.encode()).report.unit == unit


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("三合乡人民政府2022年政府信息公开工作年度报告", {"unit": "三合乡人民政府", "year": 2022}),
        ("2022年政府信息公开年报（定稿）", {"year": 2022}),
        ("2022年三合乡政府信息公开年度报告-副本 (1)", {"unit": "三合乡", "year": 2022}),
        ("（定稿）三合乡人民政府2022年政府信息公开工作年度报告", {"year": 2022}),
        ("最终 三合乡人民政府2022年政府信息公开工作年度报告", {"year": 2022}),
        ("三合乡 终稿2022年政府信息公开工作年度报告", {"year": 2022}),
        ("关于报送三合乡2022年政府信息公开工作年度报告的函", {"year": 2022}),
        ("（定稿）三合乡人民政府20222年政府信息公开工作年度报告", {}),
        ("20220113", {}),
        ("信息公开2022", {}),
    ],
)
def test_a_files_name_says_unit_and_year_as_a_title_does(name, expected):
    assert name_facts(name, range(2008, 2030)).values == expected
