"""Misspelt keys of a draft file are told; whatever else stands in it is somebody's own."""

from __future__ import annotations

import pytest

from model.checking.run import check
from model.draft.toml_format import read_draft
from model.form.form import editions, load_form
from tests.model.checking.reports import changed, found

HEAD = 'draft = 1\nedition = "2021"\nunit = "青山镇人民政府"\nyear = 2024\n'


def told(text: str) -> list[tuple[tuple[str, ...], str]]:
    report = read_draft((HEAD + text).encode(), load_form, editions())
    return [(f.cells, f.message) for f in check(report, None).findings if "没有用上" in f.message]


@pytest.mark.parametrize(
    ("text", "cell", "said"),
    [
        ("[requests.received]\nnatrual = 7\n", "requests.received.natural", "“requests.received.natrual”（7）"),
        ("[requests.recieved]\nnatural = 8\n", "requests.received.natural", "“requests.recieved.natural”（8）"),
        ('[contact]\ntelefone = "0470-1234567"\n', "contact.telephone", "“contact.telefone”（0470-1234567）"),
        ("[signoff]\ndates = 2025-01-10\n", "signoff.date", "“signoff.dates”（2025-01-10）"),
    ],
)
def test_a_key_that_is_nearly_one_of_the_forms_is_named_with_what_it_may_be_meant_for(text, cell, said):
    ((cells, message),) = told(text)
    assert cells == (cell,) and said in message and "没有用上" in message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "note = 3\n",
        "[requests.martian]\nx = 1\n",
        '[disclosure_sources]\nregulations = "台账"\n',
        'county = "某县"\n',
        "proposed = []\n",
    ],
)
def test_what_resembles_nothing_is_left_alone(text):
    assert told(text) == []


def test_thousands_of_keys_are_no_work():
    assert told("[x]\n" + "".join(f"k{number} = 1\n" for number in range(5000))) == []


@pytest.mark.parametrize(
    ("left", "words"),
    [
        ({"requests.received.natural": "三件"}, "自然人”写过“三件”，那里已经填了 10"),
        ({"requests": {"received": {"natural": 3}}}, "自然人”写过“3”"),
        ({"year": 5}, "“报告年度”写过“5”，那里已经填了 2025"),
        ({"x.y": "z"}, "“x.y”写过“z”"),
        ("甲", "写过“甲”"),
    ],
)
def test_what_was_typed_and_is_not_used_is_told(left, words):
    report = changed()
    report.kept = {"unfinished": left}
    (one,) = [one for one in found(report, None) if one.rule == "unfinished"]
    assert words in one.message and "没有用上" in one.message
