"""What may stand under a draft's keys: each value that cannot is refused with its key and what belongs there."""

from __future__ import annotations

import pytest

from model.faults import DraftFault
from tests.model.draft.written import HEAD, read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + "year = 21", "年度"),
        (HEAD + 'year = "二一"', "年度"),
        (HEAD + '[requests.received]\nnatural = ""', "自然人"),
        (HEAD + '[requests.received]\nnatural = "1,234"', "自然人"),
        (HEAD + '[requests.received]\nnatural = "+5"', "自然人"),
        (HEAD + "unit = 5", "unit"),
        (HEAD + '[signoff]\ndate = "2022-01-10"', "日期"),
        (HEAD + "[signoff]\ndate = 2022-01-10T00:00:00", "日期"),
        (HEAD + '[signoff]\nseal = "yes"', "盖章"),
        (HEAD + "[requests.received]\nnatural = -1", "自然人"),
        (HEAD + "[requests.received]\nnatural = 1.5", "自然人"),
        (HEAD + '[requests.received]\nnatural = "无"', "自然人"),
        (HEAD + "[requests.received]\nnatural = true", "自然人"),
        (HEAD + "[requests.received]\nnatural = 100000000", "自然人"),
        (HEAD + "[requests.received]\nnatural = 1e400", "自然人"),
        (HEAD + "[requests.received]\nnatural = nan", "自然人"),
        (HEAD + "[requests.received]\nnatural = []", "自然人"),
        (HEAD + "[requests.received]\nnatural = 1979-05-27", "自然人"),
    ],
)  # fmt: skip
def test_a_value_that_its_key_cannot_have_is_refused(text, words):
    with pytest.raises(DraftFault) as fault:
        read(text)
    assert words in str(fault.value)
    assert str(fault.value).endswith("。")


def test_a_year_in_quotes_is_taken():
    assert read(HEAD + 'year = "２０２１"').year == 2021


def test_the_sentence_names_the_cell_as_it_is_printed_and_as_the_file_calls_it():
    with pytest.raises(DraftFault) as fault:
        read(HEAD + '[requests.carried_out]\nlegal = "两件"')
    assert "四、结转下年度继续办理" in str(fault.value) and "法律服务机构" in str(fault.value)
    assert "（requests.carried_out.legal）" in str(fault.value) and "“两件”" in str(fault.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("year = true", "四位年份"),
        ("year = 2021.0", "四位年份"),
        ("signoff = 5", "“5”，要写成 [signoff] 开头的一组"),
        ("[signoff]\ndate = 07:32:00", "2022-01-10 这样的日期"),
        ("[signoff]\nseal = 1", "true 或 false"),
        ("unit = '" + "很长的名称" * 3 + "'\nlevel = 5", "“level”写的是“5”，要写成引号里的文字"),
    ],
)
def test_it_is_said_what_belongs_there(text, words):
    with pytest.raises(DraftFault) as fault:
        read(HEAD + text)
    assert words in str(fault.value)


def test_a_level_that_is_not_known_here_is_kept():
    assert read(HEAD + 'level = "village"').text("level") == "village"


def test_a_long_value_is_quoted_in_short():
    with pytest.raises(DraftFault) as fault:
        read(HEAD + f'year = "{"九" * 500}"')
    assert "九九…" in str(fault.value) and len(str(fault.value)) < 80


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("year = 0x" + "F" * 5000, "year"),
        ("x = 0x" + "F" * 5000, "“x”"),
        ("x = [1, {y = 0x" + "F" * 5000 + "}]", "“x.2.y”"),
        ("[[overview]]\nz = 0b" + "1" * 5000, "“overview.1.z”"),
        ("[[confirmed]]\nrule = 0o" + "7" * 5000, "“confirmed.1.rule”"),
        ("[last.requests.received]\nnatural = 0x" + "F" * 5000, "“last.requests.received.natural”"),
        ("[requests.received]\nnatural = 0x" + "F" * 5000, "自然人"),
        ("[requests.received]\nnatural = 1e999999999", "自然人"),
        ("[requests.received]\nnatural = -1e999999999", "自然人"),
        ("year = 1e999999999", "年度"),
        ("unit = " + "1" * 4000, "“unit”"),
    ],
)
def test_numbers_that_could_not_be_written_again_are_refused_with_their_place(text, place):
    with pytest.raises(DraftFault) as fault:
        read(HEAD + text)
    assert place in str(fault.value) and len(str(fault.value)) < 160
