"""What of a reading is still to be checked while it is being corrected."""

from __future__ import annotations

from dataclasses import replace

from model.findings.finding import ERROR, WARNING
from model.reading.document import read_bytes
from model.reading.to_check import source_of, to_check
from model.report.report import Unfinished
from tests.ui.cards import doubtful_page

NATURAL, TOTAL, HANDLED = "requests.received.natural", "requests.received.total", "requests.handled.natural"

LANES = ("business", "research", "nonprofit", "legal", "other")


def with_values(report, **values):
    changed = {name.replace("__", "."): value for name, value in values.items()}
    return replace(report, values=report.values | changed)


def test_all_of_a_clear_document_is_settled():
    reading = read_bytes(doubtful_page())
    assert to_check(reading, reading.report) == {}


def test_an_uncertain_cell_is_settled_by_a_number_and_its_total_with_it():
    reading = read_bytes(doubtful_page(received__total="约14", received__natural="约10"))
    found = to_check(reading, reading.report)
    assert found.keys() == {NATURAL, TOTAL} and found[NATURAL].severity == WARNING
    assert to_check(reading, with_values(reading.report, requests__received__natural=10)) == {}


def test_an_uncertain_total_of_certain_cells_stays_until_somebody_has_looked_at_it():
    reading = read_bytes(doubtful_page(received__total="约14"))
    found = to_check(reading, reading.report)
    assert found.keys() == {TOTAL}
    assert to_check(reading, reading.report, {TOTAL: found[TOTAL].message}) == {}


def test_who_has_looked_at_a_printed_total_looks_again_when_the_sum_is_another():
    reading = read_bytes(doubtful_page(handled__natural=61, granted__total="", handled__total=""))
    seen = {HANDLED: to_check(reading, reading.report)[HANDLED].message}
    assert to_check(reading, reading.report, seen) == {}
    assert to_check(reading, with_values(reading.report, requests__granted__natural=99), seen).keys() == {HANDLED}


def test_a_printed_total_is_settled_when_the_sum_is_the_same():
    reading = read_bytes(doubtful_page(handled__natural=61, granted__total="", handled__total=""))
    found = to_check(reading, reading.report)
    assert found.keys() == {HANDLED} and found[HANDLED].severity == ERROR
    assert "61" in found[HANDLED].message and "10" in found[HANDLED].message
    more = reading.report.values["requests.granted.natural"] + 51
    assert to_check(reading, with_values(reading.report, requests__granted__natural=more)) == {}


def test_a_total_is_to_be_checked_once_a_corrected_or_filled_in_number_does_not_fit_it():
    for page in (doubtful_page(), doubtful_page(received__natural="约10")):
        reading = read_bytes(page)
        right = reading.cells[TOTAL] - sum(reading.cells[f"requests.received.{lane}"] for lane in LANES)
        assert to_check(reading, with_values(reading.report, requests__received__natural=right)) == {}
        wrong = with_values(reading.report, requests__received__natural=right + 2)
        (one,) = to_check(reading, wrong).values()
        assert (one.cells, one.severity) == ((TOTAL,), ERROR)
        assert reading.printed_otherwise(wrong) == {TOTAL: reading.cells[TOTAL]}


def test_a_body_and_a_year_that_no_document_names_are_to_be_filled_in():
    reading = read_bytes(doubtful_page())
    values = {name: value for name, value in reading.report.values.items() if name not in ("unit", "year")}
    found = to_check(reading, replace(reading.report, values=values))
    assert list(found) == ["unit", "year"]


def test_what_was_typed_and_is_no_value_is_to_be_checked_whoever_has_looked_at_it():
    reading = read_bytes(doubtful_page())
    report = with_values(reading.report, year=Unfinished("22"))
    found = to_check(reading, report)["year"]
    assert "22" in found.message and "year" in to_check(reading, report, {"year": found.message})


def test_a_source_says_what_was_read_and_where():
    reading = read_bytes(doubtful_page(carried_in__natural="约5"))
    assert "读到的是 10" in source_of(reading, NATURAL, reading.report) and "表格" in source_of(
        reading, NATURAL, reading.report
    )
    assert "约5" in source_of(reading, "requests.carried_in.natural", reading.report)
    assert source_of(reading, "year", reading.report) == ""
