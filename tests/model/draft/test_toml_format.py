"""The draft file: nothing lost, nothing guessed, everything wrong refused with a sentence."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.checking.run import check
from model.draft.draft_file import load_draft, save_draft
from model.draft.next_year import last_of, next_report
from model.draft.toml_format import draft_text, read_draft
from model.faults import DraftFault
from model.form.form import editions, load_form
from model.report.report import Confirmed, Notes, Part, Report
from tests.model.draft.written import HEAD, read
from tests.samples import EXAMPLE, main_report

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
NAMES = [name for name in load_form("2021").inputs if name != "disclosure.fees.amount"]
TOTALS = [total.cell for total in load_form("2021").totals]
NOTES = st.builds(
    Notes,
    st.lists(st.sampled_from(NAMES), max_size=3).map(tuple),
    st.dictionaries(st.sampled_from(TOTALS), st.integers(0, 99_999_999), max_size=3),
    st.lists(st.builds(Confirmed, TEXTS, st.lists(TEXTS, max_size=2).map(tuple), TEXTS, TEXTS), max_size=2).map(tuple),
)
REPORTS = st.builds(
    lambda cells, fee, texts, parts, when, notes: Report(
        load_form("2021"),
        cells | texts | ({} if fee is None else {"disclosure.fees.amount": fee if fee % 1 else int(fee)})
        | {"signoff.date": when} | {key: tuple(value) for key, value in parts.items() if value},
        notes=notes,
    ),
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 99_999_999)),
    st.none() | st.decimals(0, 99_999_999, places=2).map(lambda d: d.normalize()),
    st.dictionaries(st.sampled_from(["unit", "opening", "contact.office", "contact.address", "level"]), TEXTS),
    st.dictionaries(
        st.sampled_from(["overview", "improvement", "remarks"]), st.lists(st.builds(Part, TEXTS, TEXTS), max_size=4)
    ),
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    NOTES,
)  # fmt: skip


@given(REPORTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_report_comes_back_to_the_last_character(report):
    assert read(draft_text(report)) == report


def test_the_main_report_comes_back(tmp_path):
    report = main_report()
    path = tmp_path / "草稿.toml"
    save_draft(path, report)
    assert load_draft(path)[0].values == report.values


def test_unknown_keys_are_kept_and_written_back():
    text = HEAD + (
        'novel = "x"\nproposed = ["a"]\n[contact]\noffice = "办"\nfax = "1"\n[signoff]\nstamp = 2\n'
        '[[overview]]\nheading = "h"\ntext = "t"\nnote = "n"\n'
        "[requests.received]\nnatural = 3\ntotal = 9\nalien = 4\n[requests.martian]\nx = 1\n"
        '[printed.requests.handled]\nnatural = 61\n[last]\nyear = 2020\n[[confirmed]]\nrule = "in-force"\n'
    )
    report = read(text)
    report.values["requests.received.natural"] = 5
    again = tomllib.loads(draft_text(report))
    expected = tomllib.loads(text)
    expected["requests"]["received"]["natural"] = 5
    assert again == expected


def test_blank_is_not_zero():
    report = read(HEAD + "[requests.received]\nnatural = 0\n")
    assert report.number("requests.received.natural") == 0
    assert report.number("requests.received.business") is None
    assert "business" not in draft_text(report)


def test_a_bom_crlf_and_quoted_digits_are_taken():
    report = read(b"\xef\xbb\xbf" + (HEAD + '[requests.received]\nnatural = "１６"\n').replace("\n", "\r\n").encode())
    assert report.number("requests.received.natural") == 16


def test_decimals_are_exact_and_whole_ones_integers():
    report = read(HEAD + "[disclosure.fees]\namount = 0.1\n[requests.received]\nnatural = 3.0\n")
    assert report.number("disclosure.fees.amount") == Decimal("0.1")
    assert "amount = 0.1\n" in draft_text(report)
    assert "natural = 3\n" in draft_text(report)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('title = "别的文件"', "不是年度报告的草稿"),
        ("draft = true", "不是年度报告的草稿"),
        ('draft = 2\nedition = "2021"', "更新的程序"),
        ('draft = 1\nedition = "2035"', "2035"),
        ("draft = 1", "没有写明"),
        (HEAD + "contact = 5", "contact"),
        (HEAD + "overview = 5", "overview"),
        (HEAD + "overview = [1]", "overview"),
        (HEAD + "[[overview]]\ntext = 5", "overview[0].text"),
        (HEAD + "requests = 5", "requests"),
        (HEAD + "[requests]\nreceived = 5", "requests.received"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_with_a_sentence(text, words):
    with pytest.raises(DraftFault) as fault:
        read(text)
    assert words in str(fault.value)
    assert str(fault.value).endswith("。")


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_no_damage_to_a_draft_brings_the_reader_down(data):
    whole = bytearray(EXAMPLE.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(whole[: data.draw(st.integers(0, len(whole)))]))
    except DraftFault as fault:
        assert str(fault)


def test_an_edition_without_quotes_is_the_same_edition():
    assert read("draft = 1\nedition = 2021\n") == read(HEAD)


@pytest.mark.parametrize("head", ["draft = 0x" + "F" * 5000, "draft = 1\nedition = 0x" + "F" * 5000])
def test_a_version_or_an_edition_of_thousands_of_digits_is_refused(head):
    with pytest.raises(DraftFault):
        read(head)


@pytest.mark.parametrize(
    "text",
    [
        "x = 1e999999999",
        "x = 0x" + "F" * 200,
        "[printed.requests.handled]\ntotal = 1e999999999",
        "[printed.requests.handled]\nnatural = -5",
        "[last.printed.requests.handled]\nnatural = 1e999999999",
    ],
)
def test_numbers_beyond_any_cell_elsewhere_are_kept_and_harm_nothing(text, tmp_path):
    report = read(HEAD + text)
    check(report, last_of(report, load_form, editions()))
    save_draft(tmp_path / "a.toml", report)
    parsed = {"parse_float": Decimal}
    assert tomllib.loads((tmp_path / "a.toml").read_text(), **parsed) == tomllib.loads(HEAD + text, **parsed)


def test_the_county_that_a_report_follows_is_kept_and_carried_into_the_next_year():
    report = read(f'{HEAD}county = "云溪县"\n')
    assert report.text("county") == "云溪县" and report.kept == {}
    assert draft_text(report).count('county = "云溪县"') == 1
    assert read(draft_text(report)).has_same_content(report)
    with pytest.raises(DraftFault, match="“county”写的是“3”"):
        read(f"{HEAD}county = 3\n")
    assert next_report(report, load_form("2021")).text("county") == "云溪县"


def test_what_is_written_twice_is_told_by_its_printed_label():
    text = 'draft = 1\nedition = "2021"\n[requests.received]\nnatural = 1\nnatural = 2\n'
    with pytest.raises(DraftFault, match=r"自然人”（requests[.]received[.]natural）"):
        read_draft(text.encode(), load_form, editions())


@pytest.mark.parametrize(
    ("value", "words"), [("true", "“true”"), ("nan", "“nan”"), ("[1]", "“一列值”"), ("{a = 1}", "“一组值”")]
)
def test_a_value_is_quoted_as_it_stands_in_the_file(value, words):
    text = f'draft = 1\nedition = "2021"\n[requests.received]\nnatural = {value}\n'
    with pytest.raises(DraftFault, match=words):
        read_draft(text.encode(), load_form, editions())
