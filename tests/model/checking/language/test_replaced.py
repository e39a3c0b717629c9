"""Where the letters of a text stood before some of them were replaced."""

from __future__ import annotations

import re

import pytest

from model.checking.language.replaced import replaced


def of(written: str, said: str):
    return replaced(written, re.finditer("-+", written), lambda _: said)


@pytest.mark.parametrize("said", ["", "+", "+++", "+++++"])
@pytest.mark.parametrize("written", ["甲--乙丙---丁", "--甲乙-丙--", "甲-乙-丙-丁"])
def test_each_letter_is_found_where_it_was_written(written, said):
    read = of(written, said)
    assert read and read.text == re.sub("-+", said, written)
    for place, letter in enumerate(read.text):
        if letter != "+":
            assert written[read.origin(place)] == letter


def test_a_stretch_holds_what_was_left_out_in_it_and_nothing_around_it():
    read = of("甲-乙--丙-丁", "")
    assert read
    assert [read.written[slice(*read.span(*span))] for span in ((1, 3), (0, 4), (2, 2))] == [
        "乙--丙",
        "甲-乙--丙-丁",
        "",
    ]


def test_a_text_in_which_nothing_changes_is_itself():
    assert of("甲乙", "") is None and of("甲-乙", "-") is None
