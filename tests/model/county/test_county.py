"""What a county demands, as one value."""

from __future__ import annotations

from model.county.county import NO_COUNTY, Ask, key_in
from model.form.form import load_form
from tests.model.county.files import county_of


def test_a_finding_ends_with_whose_demand_it_is_and_whom_to_ask():
    assert county_of("").origin == "这是云溪县的要求。"
    assert county_of('[ask]\ntelephone = "123"').origin == "这是云溪县的要求。有疑问请问123。"
    assert Ask("王主任").words == "王主任" and Ask().words == ""


def test_without_a_file_nothing_is_demanded():
    assert [name for name, value in vars(NO_COUNTY).items() if value and name != "ask"] == []


def test_a_section_is_found_by_its_key_in_an_edition():
    form = load_form("2021")
    assert key_in(form, "overview") == "overview" and key_in(form, "nowhere") == "" == key_in(form, "requests")


def test_it_says_of_a_section_how_long_it_may_be_or_does_not():
    county = county_of('[[length]]\nsection = "overview"\nlongest = 9\n[[length]]\nsection = "remarks"\nshortest = 9')
    form = load_form("2021")
    assert [county.limits_length(form, one) for one in ("overview", "remarks", "improvement")] == [True, False, False]
