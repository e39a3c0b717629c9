"""What a sentence tells of earlier years makes room for what it tells of this one."""

from __future__ import annotations

from model.checking.language.earlier_years import without_earlier


def told(text: str, year: int = 2024) -> str:
    """What is left of a text; it stays as long as it was."""
    left = without_earlier(text, year)
    assert len(left) == len(text)
    return left.replace(" ", "")


def test_an_amount_that_rose_counts_what_it_rose_to():
    assert told("收到申请由2023年的6件增至2024年的13件。") == "收到申请13件。"
    assert told("申请量由上年的9件增加到14件，增加5件。") == "申请量14件，增加5件。"
    assert told("收到申请由2021年的6件增至2022年的13件。") == "收到申请由2021年的6件增至2022年的13件。"


def test_of_years_one_by_one_the_last_is_the_reports():
    assert told("2022至2024年，收到申请分别为5件、8件、11件。") == "，收到申请11件。"
    assert told("2022年、2023年、2024年收到申请分别为5、8、11件。") == "收到申请11件。"
    for text in ("2022至2024年，收到申请分别为5件、8件。", "2021至2023年，收到申请分别为5件、8件、11件。"):
        assert told(text) == text


def test_a_text_without_a_year_is_left_as_it_is():
    assert told("收到申请由上年的6件增至13件。", 0) == "收到申请由上年的6件增至13件。"
