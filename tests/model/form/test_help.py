"""What the editions say of their places: nothing official is left out, and nothing that there is not is spoken of."""

from __future__ import annotations

import pytest

from model.form.form import FormFault, editions, load_form, read_form
from model.form.help import KINDS, places_of
from tests.model.form.test_form import change


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("kind", KINDS)
def test_the_official_editions_say_what_every_place_counts(edition, kind):
    form = load_form(edition)
    said = getattr(form.help, kind)
    assert [name for name in places_of(form.sections)[kind] if name not in said] == []
    assert all(entry.counts.endswith("。") for entry in said.values())


@pytest.mark.parametrize("edition", editions())
def test_what_is_refused_withheld_or_not_processed_rests_on_an_article(edition):
    form = load_form(edition)
    section = next(one for one in form.sections if one.role == "requests")
    rows = [key for role in ("refused", "unavailable", "unprocessed") for key in section.roles[role]]
    without = {"unprocessed_reissue"}  # which rests on the form itself
    assert [key for key in rows if not form.help.rows[f"{section.key}.{key}"].article] == [*without]


@pytest.mark.parametrize(
    ("row", "article"),
    [
        ("denied_state_secret", "第十四条"),
        ("denied_security_stability", "第十四条"),
        ("denied_third_party", "第十五条"),
        ("denied_internal_affairs", "第十六条"),
        ("denied_deliberative", "第十六条"),
        ("denied_registry_query", "第三十六条（七）"),
        ("unavailable_not_existing", "第三十八条"),
        ("unavailable_unclear", "第三十条"),
        ("unprocessed_petition", "第三十九条"),
        ("unprocessed_excessive", "第三十五条"),
        ("partly_granted", "第三十七条"),
        ("other_fee_unpaid", "109号"),
    ],
)
def test_rows_rest_on_their_articles(form, row, article):
    assert article in form.help.rows[f"requests.{row}"].article


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (["help"], [], "help"),
        (["help", "cells"], {}, "[help] 里的“cells”"),
        (["help", "rows", "requests.recieved"], {"counts": "x"}, "[help.rows] 里的“requests.recieved”"),
        (["help", "rows", "received"], {"counts": "x"}, "[help.rows] 里的“received”"),
        (["help", "columns", "requests.persons"], {"counts": "x"}, "[help.columns] 里的“requests.persons”"),
        (["help", "parts", "overview.平台"], {"counts": "x"}, "[help.parts] 里的“overview.平台”"),
        (["help", "sections", "letters"], {"counts": "x"}, "[help.sections] 里的“letters”"),
        (["help", "facts", "motto"], {"counts": "x"}, "[help.facts] 里的“motto”"),
        (["help", "rows", "requests.received"], {}, "“requests.received”的counts"),
        (["help", "rows", "requests.received", "articel"], "x", "“requests.received”的“articel”"),
        (["help", "rows", "requests.received", "article"], "", "“requests.received”的article"),
        (["help", "rows", "requests.received"], "x", "“requests.received”"),
    ],
)
def test_help_of_what_there_is_not_is_refused_with_file_and_place(path, value, place):
    with pytest.raises(FormFault) as fault:
        read_form(change(path, value), "2021.toml")
    assert "2021.toml" in str(fault.value) and place in str(fault.value)


def test_an_edition_may_say_nothing(form):
    data = change(["help"], {})
    data.pop("guide")
    data.pop("quiet_year")
    silent = read_form(data, "2021.toml")
    assert silent.help.of_cell("requests.received.natural") == (None, None)
    assert silent.guide.first is None and not silent.quiet_year.tables


@pytest.mark.parametrize("edition", editions())
def test_what_does_not_count_reads_well_behind_its_word(edition):
    told = load_form(edition).help
    entries = [
        *told.facts.values(),
        *told.parts.values(),
        *told.sections.values(),
        *told.rows.values(),
        *told.columns.values(),
    ]
    said = [entry.excludes for entry in entries if entry.excludes]
    assert len(said) > 15
    assert [
        one
        for one in said
        if one.startswith(("不写", "不按", "不填", "不加", "不算")) or "不算" in one or "不要" in one
    ] == []
