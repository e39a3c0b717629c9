"""This year's report started from last year's."""

from __future__ import annotations

from model.checking.run import check
from model.draft.next_year import following, last_of, needed_next_year, next_report, sources_of
from model.draft.toml_format import draft_text, read_draft
from model.form.form import editions, load_form
from model.report.report import Notes, Part, Report

IN_FORCE = "disclosure.normative_documents.in_force"
ISSUED, REPEALED = "disclosure.normative_documents.issued", "disclosure.normative_documents.repealed"


def test_who_reports_the_headings_and_what_is_carried_stay_and_all_else_is_empty(last, form):
    report = next_report(last, form)
    assert report.year == last.year + 1
    assert (report.unit, report.text("level")) == (last.unit, last.text("level"))
    assert report.text("contact.telephone") == last.text("contact.telephone")
    assert [part.heading for part in report.parts("overview")] == [part.heading for part in last.parts("overview")]
    assert not any(part.text for section in form.text_sections for part in report.parts(section.key))
    before = last.numbers()
    for column in ("natural", "business", "research", "nonprofit", "legal", "other"):
        assert report.values[f"requests.carried_in.{column}"] == before[f"requests.carried_out.{column}"]
    filled = {name for name in form.inputs if name in report.values}
    assert filled == {n for n in form.inputs if n.startswith("requests.carried_in.") or n.endswith(".in_force")}
    assert "opening" not in report.values and report.signed_on is None


def test_what_is_in_force_follows_until_somebody_types_over_it(last, form):
    report = next_report(last, form)
    assert report.values[IN_FORCE] == 8 and IN_FORCE in report.notes.proposed
    for changes, expected in (({ISSUED: 3}, 11), ({REPEALED: 5}, 6), ({ISSUED: None}, 3)):
        found, proposed = following(report, last.numbers(), changes)
        report.values = {n: v for n, v in (report.values | found).items() if v is not None}
        assert IN_FORCE in proposed
        assert report.values[IN_FORCE] == expected
    found, proposed = following(report, last.numbers(), {IN_FORCE: 40})
    assert IN_FORCE not in proposed
    report.values, report.notes = report.values | found, Notes(proposed)
    assert following(report, last.numbers(), {ISSUED: 9})[0] == {ISSUED: 9}
    assert IN_FORCE not in sources_of(report, last.numbers())


def test_a_number_that_comes_with_others_stands_even_where_it_is_the_proposal(last, form):
    report = next_report(last, form)
    taken, proposed = following(report, last.numbers(), {ISSUED: 3, REPEALED: 0, IN_FORCE: 8})
    assert taken.get(IN_FORCE, 8) == 8 and IN_FORCE not in proposed


def test_nothing_is_proposed_where_more_was_repealed_than_there_was(last, form):
    report = next_report(last, form)
    before = last.numbers()
    report.values |= following(report, before, {REPEALED: 9})[0]
    assert report.values[IN_FORCE] is None
    assert following(report, before, {REPEALED: 2})[0][IN_FORCE] == 6


def test_a_carried_cell_knows_its_source_until_it_is_changed(last, form):
    report = next_report(last, form)
    name = "requests.carried_in.natural"
    assert sources_of(report, last.numbers())[name] == "requests.carried_out.natural"
    report.values[name] = 5
    assert name not in sources_of(report, last.numbers())


def test_the_draft_keeps_last_years_values_and_proposals(last, form):
    report = next_report(last, form)
    again = read_draft(draft_text(report).encode(), load_form, editions())
    assert again == report and again.notes.proposed
    copy = last_of(again, load_form, editions())
    assert copy.values == last.values
    assert last_of(Report(form), load_form, editions()) is None


def test_a_copy_of_last_year_that_is_broken_is_left_alone(form):
    report = Report(form, kept={"last": {"year": "x"}})
    assert last_of(report, load_form, editions()) is None
    assert 'year = "x"' in draft_text(report)


def test_the_older_edition_carries_what_has_the_same_meaning():
    old = load_form("2019")
    last = Report(old, {"year": 2020, "requests.carried_out.natural": 4, "disclosure.regulations.public_total": 9})
    last.values["overview"] = (Part("平台建设", "x"),)
    report = next_report(last, load_form("2021"))
    assert report.form.edition == "2021" and report.values["requests.carried_in.natural"] == 4
    assert report.notes.proposed == () and report.parts("overview") == (Part("平台建设"),)


def test_what_the_next_year_needs_is_what_it_takes_from_last_years_report(last, form):
    names = needed_next_year(form, form)
    report = next_report(last, form)
    assert set(names) == {carry.last for carry in form.carries if form.cells[carry.this].is_input}
    without = {name: value for name, value in last.values.items() if name not in names}
    left = next_report(Report(form, without), form)
    assert {name for name in form.inputs if name in report.values} and not any(n in left.values for n in form.inputs)


def test_of_an_older_edition_it_is_what_this_one_has_cells_for():
    older, newest = (load_form(edition) for edition in ("2019", "2021"))
    assert needed_next_year(older, newest) == tuple(n for n in older.inputs if n.startswith("requests.carried_out."))


def test_a_place_is_kept_for_text_without_a_heading_and_is_no_fault_while_it_is_blank(last, form):
    parts = (Part("", "上年的一段话。"), *last.parts("overview"))
    report = next_report(Report(form, last.values | {"overview": parts}), form)
    assert [part.heading for part in report.parts("overview")] == [part.heading for part in parts]
    again = read_draft(draft_text(report).encode(), load_form, editions())
    assert again.parts("overview") == report.parts("overview")
    plain = next_report(last, form)
    assert [one.message for one in check(report, None).findings] == [one.message for one in check(plain, None).findings]
