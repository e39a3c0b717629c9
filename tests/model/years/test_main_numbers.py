"""The main numbers over the years, whatever edition each report is on."""

from __future__ import annotations

import pytest

from model.faults import Fault
from model.form.form import editions, load_form
from model.report.report import Report
from model.years.main_numbers import main_numbers, over_years
from model.years.named_numbers import cells_of


def on(edition: str, **cells: int) -> Report:
    return Report(load_form(edition), {name.replace("__", "."): number for name, number in cells.items()})


def test_the_numbers_of_two_editions_stand_side_by_side():
    found = over_years(
        {
            2025: on("2021", requests__received__natural=3, requests__denied_by_law__legal=2),
            2020: on("2019", requests__received__natural=5, requests__received__other=1),
        }
    )
    rows = {row.title: row.shown for row in found.rows}
    assert found.years == (2020, 2025) and rows["新收"] == ("6", "3") and rows["不予公开"] == ("—", "2")
    assert "结转下年" not in rows  # nothing is filled in in any year
    assert "新收：2020年 6，2025年 3" in found.words


def test_one_year_is_nothing_to_compare():
    assert not over_years({2025: on("2021", requests__received__natural=3)}).rows


def test_every_edition_has_all_main_numbers():
    for edition in editions():
        assert all(cells_of(load_form(edition), one.name) for one in main_numbers())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[[number]]\ntitle = "新收"\nof = "requests.received.nobody"', "requests.received.nobody"),
        ('[[number]]\nof = "requests.received.natural"', "第 1 个 [[number]] 的 title"),
        ('[[number]]\ntitle = "年"\nof = "year"', "year"),
        ("number = 3", "[[number]]"),
        ("[[number", "写法不对"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(tmp_path, text, place):
    path = tmp_path / "main.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Fault) as told:
        main_numbers(path)
    assert "main.toml" in str(told.value) and place in str(told.value)
