"""What an edition says of a year without requests."""

from __future__ import annotations

import pytest

from model.form.form import FormFault, editions, load_form, read_form
from tests.model.form.test_form import change


@pytest.mark.parametrize("edition", editions())
def test_the_official_editions_have_zeros_and_sentences_for_it(edition):
    quiet = load_form(edition).quiet_year
    assert quiet.tables == ("requests", "disputes")
    assert [sentence.part for sentence in quiet.sentences] == ["依申请公开", "依申请公开", "信息处理费收取情况"]


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (["quiet_year"], 5, "quiet_year"),
        (["quiet_year", "tables"], ["overview"], "“overview”"),
        (["quiet_year", "table"], ["requests"], "“table”"),
        (["quiet_year", "sentence", 0, "part"], "依申请", "“依申请”"),
        (["quiet_year", "sentence", 0, "section"], "letters", "“letters”"),
        (["quiet_year", "sentence", 0, "text"], "", "text"),
    ],
)
def test_what_does_not_fit_is_refused_with_file_and_place(path, value, place):
    with pytest.raises(FormFault) as fault:
        read_form(change(path, value), "2021.toml")
    assert "2021.toml" in str(fault.value) and place in str(fault.value)
