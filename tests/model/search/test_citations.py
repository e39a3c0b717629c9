"""Places where a word is part of what names another document, and those where it is not."""

from __future__ import annotations

import pytest

from model.report.report import Part, Report
from model.search.citations import ADDRESS, LONGER, NAMED, NUMBERED, citations
from model.search.search import find


def kinds(form, text: str, words: str = "2021") -> list[str]:
    """What each of the places of the words is part of, "" for running text."""
    report = Report(form, {"overview": (Part("主动公开", text),)})
    matches = find(report, words)
    cited = citations(report, matches)
    return [cited.get(match, "") for match in matches]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("根据国办公开办函〔2021〕30号文件", NUMBERED),
        ("青政发[2021]15号", NUMBERED),
        ("青政发（2021）15号", NUMBERED),
        ("青政〔2021〕", NUMBERED),
        ("（国务院令第2021号）", NUMBERED),
        ("《青禾镇政务公开工作制度》（青政发〔2021〕14号）", NUMBERED),
        ("《青禾镇政务公开事项目录（2021年版）》", NAMED),
        ("《青禾镇政务公开事项目录》（2021年版）", NAMED),
        ("《关于印发〈2021年政务公开要点〉的通知》", NAMED),
        ("网址https://www.qinghe.gov.cn/2021/zfxxgk", ADDRESS),
        ("邮箱qinghe2021@example.gov.cn", ADDRESS),
        ("电话0470-2021990", LONGER),
        ("编号1202133", LONGER),
        ("2021年，本镇", ""),
        ("较2021年多3件，（2021年）共9件。", ""),
        ("截至2021年12月31日", ""),
    ],
)
def test_a_year_is_told_from_a_part_of_a_name(form, text, kind):
    expected = [kind] * text.count("2021")
    assert kinds(form, text) == expected


def test_any_words_within_a_name_are_told(form):
    text = "青禾镇印发《青禾镇村务公开办法》，青禾镇做得好。"
    assert kinds(form, text, "青禾镇") == ["", NAMED, ""]


def test_who_looks_for_the_name_itself_means_it(form):
    text = "《甲办法》（青政〔2021〕3号）"
    assert kinds(form, text, "《甲办法》") == kinds(form, text, "〔2021〕3号") == [""]


def test_many_places_take_no_longer_each(form):
    text = "《甲2021》，2021年；" * 3000
    assert kinds(form, text) == [NAMED, ""] * 3000
