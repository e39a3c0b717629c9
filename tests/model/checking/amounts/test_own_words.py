"""How a body speaks of itself."""

from __future__ import annotations

import pytest

from model.checking.amounts.own_words import own_words


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["青石镇人民政府", "青石镇"], "青石镇人民政府我镇全镇本镇"),
        (["桃李街道办事处", "桃李街道"], "我街全街本街道"),
        (["某县财政局"], "某县财政局我局本局本单位"),
        (["青石镇"], "2025年度1月1日至12月31日镇政府"),
    ],
)
def test_its_names_and_what_it_calls_itself_say_nothing_of_what_is_counted(names, text):
    assert own_words(names, 2025).sub("", text) == ""


def test_the_names_and_years_of_others_stay():
    left = "红星镇人民政府全县全街2024年"
    assert own_words(["青石镇"], 2025).sub("", left) == left
