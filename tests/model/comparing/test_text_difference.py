"""Two texts beside each other, and how the work grows with them."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from itertools import pairwise

import pytest

from model.comparing.comparison import taken_over
from model.comparing.text_difference import GONE, NEW, SAME, stretches

SENTENCE = "全年公开政府信息318条，其中财政预决算6条，受理依申请公开12件，均已按期答复。"


def told(this: str, last: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in stretches(this, last)]


def both(found: list[tuple[str, str]]) -> tuple[str, str]:
    """The two texts that a comparison was made of."""
    return "".join(text for kind, text in found if kind != GONE), "".join(text for kind, text in found if kind != NEW)


def numbered(count: int) -> list[str]:
    """Sentences that are all different."""
    letters = [chr(0x4E00 + place) for place in range(count)]
    return [f"第{letter}项工作已经完成。" for letter in letters]


def test_an_ordinary_text_is_compared_word_by_word():
    assert told("公开12条。", "公开10条。") == [(SAME, "公开"), (GONE, "10"), (NEW, "12"), (SAME, "条。")]
    assert told("", "旧") == [(GONE, "旧")]
    assert told("新", "") == [(NEW, "新")]
    assert told("", "") == []


def test_in_a_long_text_what_came_what_went_and_what_is_another_number_is_still_told():
    last = numbered(5000)
    this = [*last[:100], "新来的一句。", *last[100:2000], *last[2001:]]
    this[3000] = this[3000].replace("工作", "任务")
    found = told("".join(this), "".join(last))
    assert [one for one in found if one[0] != SAME] == [
        (NEW, "新来的一句。"), (GONE, last[2000]), (GONE, "工作"), (NEW, "任务"),
    ]  # fmt: skip
    assert both(found) == ("".join(this), "".join(last))


def test_a_long_text_with_other_numbers_differs_in_the_numbers_only():
    found = told(SENTENCE.replace("6", "7") * 3000, SENTENCE * 3000)
    assert {one for one in found if one[0] != SAME} == {(GONE, "6"), (NEW, "7")}
    assert sum(kind == NEW for kind, _ in found) == 3000


@pytest.mark.parametrize("seed", range(40))
def test_whatever_the_texts_are_the_comparison_is_made_of_them(seed):
    chance = random.Random(seed)
    signs = "一二。；\n1.5 a，"
    one, other = ("".join(chance.choice(signs) for _ in range(chance.choice((3, 40, 2000)))) for _ in range(2))
    other = chance.choice((other, one[: len(one) // 2] + other + one[len(one) // 2 :]))
    found = told(one, other)
    assert both(found) == (one, other)
    assert all(text for _, text in found)
    assert all(first[0] != second[0] for first, second in pairwise(found))


HOSTILE: dict[str, Callable[[int], tuple[str, str]]] = {
    "one character": lambda size: ("一" * size, "二" + "一" * size + "三"),
    "two alternating": lambda size: ("一二" * (size // 2), "二一" * (size // 2) + "三"),
    "the same sentence": lambda size: (SENTENCE * (size // 40), "新。" + SENTENCE * (size // 40)),
    "punctuation": lambda size: ("，。；" * (size // 3), "。；，、" * (size // 4)),
    "sentences in another order": lambda size: ("".join(numbered(size // 10)), "".join(numbered(size // 10)[::-1])),
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize(
    "compare", [told, lambda this, last: [one for one in taken_over(this, last) if one]], ids=["stretches", "taken"]
)
def test_the_work_grows_with_the_texts_and_not_with_their_square(kind, compare):
    def spent(size: int) -> float:
        this, last = HOSTILE[kind](size)
        times = []
        for _ in range(3):
            began = time.thread_time()
            compare(this, last)
            times.append(time.thread_time() - began)
        return min(times)

    assert spent(160_000) <= 10 * max(spent(40_000), 0.005)
