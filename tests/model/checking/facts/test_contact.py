"""Ways to ask: what cannot be right, and what the opening gives otherwise."""

from __future__ import annotations

import pytest

from model.findings.finding import WARNING
from tests.model.checking.reports import CLEAN, changed, found

OPENING = CLEAN.text("opening")


def told(**values: object) -> list[tuple[str, str, str]]:
    return [(one.rule, one.severity, one.cells[0]) for one in found(changed(**values))]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("email", "abc@"), ("email", "abc.gov.cn"), ("email", "a@b"), ("telephone", "0470-894"), ("telephone", "见官网"),
        ("postcode", "02100"), ("postcode", "0210000"), ("postcode", "邮编"),
    ],
)  # fmt: skip
def test_what_nobody_can_use_is_a_warning(name, value):
    assert told(opening="开头。", **{f"contact__{name}": value}) == [("contact", WARNING, f"contact.{name}")]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("telephone", "0470-8942932"), ("telephone", "（0470）8942932"), ("telephone", "8942932"), ("telephone", "0470—8942932转801"),
        ("telephone", "010-12345678、010-12345679"), ("telephone", "138 1234 5678"), ("telephone", "12345"), ("telephone", "０４７０－８９４２９３２"),
        ("telephone", "400-800-1234"), ("email", "dzb.2@qing-he.gov.cn"), ("email", "1234567@qq.com"), ("postcode", "021000"),
    ],
)  # fmt: skip
def test_what_can_be_used_is_none(name, value):
    assert told(opening="开头。", **{f"contact__{name}": value}) == []


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (OPENING.replace("0000-1234567", "0000-7654321"), "contact.telephone"),
        (OPENING.replace("qinghe@", "qinghe1@"), "contact.email"),
        (OPENING.replace("邮编：000000", "邮编：000001"), "contact.postcode"),
    ],
)
def test_an_opening_that_says_otherwise_is_a_warning(wrong, name):
    (one,) = found(changed(opening=wrong))
    assert (one.rule, one.severity, one.cells) == ("contact", WARNING, ("opening", name))
    assert one.length and wrong[one.start :][: one.length] in one.message


def test_an_opening_that_writes_the_same_otherwise_is_right():
    assert told(opening=OPENING.replace("0000-1234567", "（0000）1234567")) == []
    assert told(opening=OPENING.replace("0000-1234567", "1234567")) == []
    assert told(opening=OPENING.partition("如对")[0]) == []


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("青石镇人民政府", "青石镇人民政府青石镇人民政府党政办"),
        ("青石县青石镇人民政府", "青石县青石镇人民政府青石镇人民政府党政办"),
    ],
)
def test_a_body_that_the_opening_names_twice_on_end_is_told_and_mended(unit, said):
    report = changed(unit=unit, opening=f"如有疑问，请与{said}联系。")
    (one,) = [one for one in found(report) if "两次单位名称" in one.message]
    assert (one.rule, one.severity, one.cells) == ("contact", WARNING, ("opening",))
    (edit,) = one.edits
    assert edit.value == f"如有疑问，请与{unit}党政办联系。"
    assert not [one for one in found(changed(unit=unit, opening=edit.value)) if one.rule == "contact"]
