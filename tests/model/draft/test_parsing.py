"""Bytes that are TOML, and those that are none: refused with the line, the column and what to do."""

from __future__ import annotations

from decimal import Decimal

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from model.draft.parsing import DoubledKey, parsed
from model.faults import DraftFault
from tests.model.draft.written import HEAD, read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "空的"),
        ("  \n", "空的"),
        ("单位 = \"x\"".encode("gbk"), "UTF-8"),
        ("草稿".encode("utf-16"), "UTF-16"),
        ('draft = 1\nunit = "没有引号\n', "第 2 行"),
        ("draft = 1\nx = [" + "[" * 2000, "写坏了"),
        ("draft = 1\nx = " + "9" * 5000, "写坏了"),
        ("draft = 1\nx = 007", "第 2 行"),
    ],
)  # fmt: skip
def test_what_is_no_toml_is_refused_with_a_sentence(text, words):
    with pytest.raises(DraftFault) as fault:
        parsed(text if isinstance(text, bytes) else text.encode())
    assert words in str(fault.value)
    assert str(fault.value).endswith("。")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"draft = 1\nunit = x", "第 2 行第 8 列写坏了"),
        (b'draft = 1\nunit = "', "文件末尾写坏了"),
        (b"draft = 1\nyear = 2021\nunit = '\xd6\xd0'", "第 3 行起"),
        (b"draft = 1\ndraft = 2", "写坏了"),
    ],
)
def test_it_is_said_where_to_look(data, place):
    with pytest.raises(DraftFault) as fault:
        parsed(data)
    assert place in str(fault.value)


def test_decimals_are_what_was_written():
    assert parsed(b"a = 0.1\nb = 1")["a"] == Decimal("0.1")


@pytest.mark.parametrize("nested", ["[" * 20 + "]" * 20, "{a = " * 19 + "1" + "}" * 19])
def test_as_deep_as_is_read_can_be_written_again(nested):
    data = parsed(f"x = {nested}".encode())
    assert parsed(tomli_w.dumps(data).encode()) == data
    with pytest.raises(DraftFault, match="太深"):
        parsed(f"x = [{nested}]".encode())


def test_what_could_be_read_but_not_written_again_is_refused():
    with pytest.raises(DraftFault, match="太深"):
        read('draft = 1\nedition = "2021"\nx = ' + "[" * 60 + "]" * 60)


def test_dots_are_counted_in_keys_only():
    with pytest.raises(DraftFault, match="太深"):
        read(HEAD + "a." * 30_000 + "a = 1")
    dots = "a." * 50
    texts = f'opening = """{dots}"\n{dots}""""\nunit = "\\"{dots}" # {dots}\n[contact]\noffice = \'{dots}\'\n'
    assert read(HEAD + texts + f"address = '''\n{dots}'{dots}'''").text("contact.address") == f"{dots}'{dots}"


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_bytes_bring_the_reader_down(data):
    with pytest.raises(DraftFault):
        read(data)


@pytest.mark.parametrize("entry", ["k{} = 1\n", "[t{}]\n", "[[overview]]\n", "a.b.c{} = [1, 2]\n"])
def test_a_draft_with_entries_without_end_is_refused(entry):
    with pytest.raises(DraftFault, match="多得不正常"):
        read(HEAD + "".join(entry.format(number) for number in range(201_000)))


def test_a_long_text_is_no_entries():
    assert len(read(HEAD + f'opening = "{"a = [1, {" * 100_000}"').text("opening")) == 900_000


WHOLE = 'draft = 1\nedition = "2021"\nunit = "某镇"\nopening = "甲"\n'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (WHOLE.encode()[:-4], "文件不完整，到第 4 行就断了"),
        (WHOLE.encode().replace("甲".encode(), b"\xe9\x95", 1), "第 4 行有坏掉的字"),
        (WHOLE.encode("gbk"), "第 3 行起，可能是 GBK"),
        (WHOLE.encode("utf-16-be"), "UTF-16"),
        (WHOLE.encode("utf-16-le"), "UTF-16"),
        (WHOLE.encode("utf-32"), "UTF-32"),
        (WHOLE.encode("utf-32-be"), "UTF-32"),
    ],
)
def test_what_is_wrong_with_the_bytes_is_told_as_it_is(data, words):
    with pytest.raises(DraftFault) as refused:
        parsed(data)
    assert words in str(refused.value) and ("GBK" in str(refused.value)) is ("GBK" in words)


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        ("year = 2025\nyear = 2026\n", "year", 2),
        ("[requests.received]\nnatural = 1\nnatural = 2\n", "requests.received.natural", 3),
        ("[contact]\n[requests]\n[contact]\n", "contact", 3),
        ("contact = {office = 'x', office = 'y'}\n", "contact", 1),
    ],
)
def test_what_is_written_twice_is_named(text, name, line):
    with pytest.raises(DoubledKey) as refused:
        parsed(text.encode())
    assert refused.value.name == name
    assert f"第 {line} 行" in str(refused.value) and "写过一次" in str(refused.value)
