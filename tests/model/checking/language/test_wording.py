"""The words that texts use, as data: each names something that a form has, and can be used."""

from __future__ import annotations

import tomllib

import pytest

from model.checking.language.wording import FILE, cores, spelled_out, wording_of
from model.form.form import editions, load_form
from model.form.roles import known_roles

DATA = tomllib.loads(FILE.read_text(encoding="utf-8"))
SAID = DATA["said"]
FORMS = [load_form(edition) for edition in editions()]


def named(entry: dict, keys: tuple[str, ...]) -> set[str]:
    return {role for key in keys for roles in entry.get(key, ()) for role in roles}


@pytest.mark.parametrize("entry", SAID, ids=[f"{n}-{entry['section']}" for n, entry in enumerate(SAID)])
def test_every_phrase_names_roles_that_there_are(entry):
    known = known_roles()[entry["section"]]
    assert named(entry, ("rows",)) <= known["rows"].keys()
    assert named(entry, ("columns", "default")) <= known["columns"].keys()
    assert entry.get("rows") or entry.get("columns")


def test_every_role_is_played_in_some_edition_and_spoken_of():
    for section, known in known_roles().items():
        played = {role for form in FORMS if (own := form.section_of_role(section)) for role in own.roles}
        entries = [entry for entry in SAID + DATA["topic"] if entry["section"] == section]
        spoken = set().union(*(named(entry, ("rows", "columns", "default", "first", "alone")) for entry in entries))
        assert known["rows"].keys() | known["columns"].keys() == played == spoken


def test_a_group_is_all_that_stands_under_its_label(form):
    requests = form.section_of_role("requests")
    refused = [key for key in requests.keys if key.startswith("denied_")]
    assert sorted(requests.roles["refused"]) == sorted(refused) and len(refused) == 8


@pytest.mark.parametrize("form", FORMS, ids=[form.edition for form in FORMS])
def test_every_edition_has_what_its_phrases_are_about(form):
    wording = wording_of(form, 2025)
    assert {topic.section for topic in wording.topics} <= {section.key for section in form.sections}
    for said in wording.said:
        assert wording.topic(said.section) and (said.rows or said.columns)
        rows, columns = ({n.split(".")[p] for n in form.cells if n.startswith(f"{said.section}.")} for p in (1, 2))
        assert {name for names in said.rows for name in names} <= rows
        assert {name for names in said.columns for name in names} <= columns


def test_words_with_a_year_follow_the_years_of_the_report(form):
    def named(text: str, year: int) -> set[str]:
        found = (said for said in wording_of(form, year).said if said.words.fullmatch(text))
        return {name for said in found for names in said.rows for name in names}

    assert named("2024年结转", 2025) == {"carried_in"} and "carried_in" not in named("2024年结转", 2026)
    assert named("结转2026年", 2025) == {"carried_out"}
    assert named("2024年结转", 0) == set() and named("上年结转", 0) == {"carried_in"}


def test_a_clause_is_about_what_it_names_and_a_part_about_what_its_heading_names(form):
    wording = wording_of(form, 2025)
    assert [wording.topic_of(text) for text in ("收到政府信息公开申请", "行政复议", "行政处罚", "开会")] == [
        "requests", "disputes", "disclosure", "",
    ]  # fmt: skip
    assert wording.topic_of_heading("二、依申请公开情况") == "requests" and wording.topic_of_heading("监督保障") == ""


@pytest.mark.parametrize(
    ("pattern", "same"),
    [
        ("(?:向|对)我", "向我|对我"),
        ("(?:从|自)?1月1日", "从1月1日|自1月1日|1月1日"),
        ("(?:上(?:一)?年|去年)结转", "上(?:一)?年结转|去年结转"),
        ("(?:已)?(?:办结|答复)", "已(?:办结|答复)|办结|答复"),
        ("(?:没有|无){1,2}", "(?:没有|无){1,2}"),
        ("收到(?:了)?", "收到(?:了)?"),
    ],
)
def test_a_choice_at_the_beginning_is_spelled_out(pattern, same):
    assert spelled_out(pattern) == same


def test_what_may_be_left_out_at_the_beginning_is_not_looked_for():
    assert cores(["《?(?:中华人民共和国)?条例", '[“"]?十三五', "(?:党的)?十九大"]) == ["条例", "十三五", "十九大"]
