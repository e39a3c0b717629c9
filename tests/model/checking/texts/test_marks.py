"""Half-width marks and needless blanks: what is told, and that a mend leaves nothing to mend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.checking.fixes import changes_of
from model.checking.texts.marks import WIDE, mark_findings
from model.checking.texts.passages import Text
from model.findings.finding import Finding
from model.report.report import Part
from tests.model.checking.reports import PHRASINGS, changed, found
from tests.samples import main_report

NARROW = {wide: narrow for narrow, wide in WIDE.items()} | {"。": ".", "“": '"', "”": '"', "‘": "'", "’": "'"}


def told(text: str) -> list[Finding]:
    return [one for one in mark_findings(Text("overview[0].text", "“一、总体情况”", "", text)) if one]


def mended(text: str) -> str:
    """The text with all mends; it has nothing to mend then."""
    for one in told(text):
        (edit,) = one.edits
        assert told(edit.value) == []
        return edit.value
    return text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("电话:0470-1234567,电子邮箱:a@b.cn,地址:某街1号", "电话：0470-1234567，电子邮箱：a@b.cn，地址：某街1号"),
        ("设在办公室, 由专人负责", "设在办公室，由专人负责"),
        ("设在办公室 ,由专人负责", "设在办公室，由专人负责"),
        ("设在办公室， 由专人负责", "设在办公室，由专人负责"),
        ("设在办公室,,由专人负责", "设在办公室，由专人负责"),
        ("由 专人负责日常工作，好", "由专人负责日常工作，好"),
        ("完成5件,3件在办;其余未办. 继续", "完成5件，3件在办；其余未办。继续"),
        ('落实"一窗受理"要求', "落实“一窗受理”要求"),
        ("他说:'好!'", "他说：‘好！’"),
        ("何时收到? 请答复", "何时收到？请答复"),
        ("(见《条例》(以下简称《条例》)第3条)", "（见《条例》（以下简称《条例》）第3条）"),
        ("扫描二维码(QR)查看", "扫描二维码（QR）查看"),
        ("支持Windows,统信", "支持Windows，统信"),
        ("见http://www.x.cn/a?b=1,2013年起", "见http://www.x.cn/a?b=1,2013年起"),
        ("见http://www.x.cn/a?名=1,好", "见http://www.x.cn/a?名=1，好"),
    ],
)
def test_all_marks_of_a_sentence_are_mended_at_once(text, right):
    assert mended(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "时间9:30至17:30，比例1:1，共1,234件。",
        "网址http://www.x.cn/a?b=1,c:2，邮箱a@b.cn。",
        "Hello, world! It's fine: yes (really).",
        "〔2024〕3号文件，电话(0470)8942932。",
        "用24\"显示器，长5'。",
        "一. 加强领导",
        "第一条 为了规范政府信息公开，制定本办法。",
        "镇纪委 镇派出所 镇司法所",
        "联系人：党政办 王丽，电话0470。",
        "　　今年的话。",
        "云溪县青禾镇人民政府 政府信息公开工作领导小组",
        "共 5 件，占 1.5%。",
        '“甲"和“乙"两种',
    ],
)
def test_what_is_right_as_it_is_stays(text):
    assert told(text) == []


def phrases() -> Iterator[str]:
    def strings(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from strings(one)

    yield from strings(PHRASINGS)
    yield from (text for _, text in main_report().texts())


TEXTS = list(phrases())


@settings(max_examples=400, deadline=None)
@given(text=st.sampled_from(TEXTS), chance=st.randoms(use_true_random=False))
def test_a_second_check_agrees_however_carelessly_a_text_was_typed(text, chance):
    careless = "".join(
        (NARROW.get(mark, mark) if chance.random() < 0.7 else mark)
        + chance.choice(["", "", " ", "  ", "\u3000"]) * (mark in NARROW or chance.random() < 0.05)
        for mark in text
    )
    assert told(mended(careless)) == []


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="字由2a ,.:;?!()\"'“”，。\n", max_size=40))
def test_a_mend_of_anything_is_whole(text):
    assert told(mended(text)) == []


@pytest.mark.parametrize(
    "text", PHRASINGS["badly_written"] + ["我镇我镇我镇的工作。", "群众的的的问题。", "标准化化化建设。"]
)
def test_nothing_of_the_rule_is_left_where_it_mended(text):
    report = changed(improvement=(Part("存在的主要问题", text),))
    for one in found(report, None):
        if one.rule == "writing" and one.mends:
            after = replace(report, values=report.values | changes_of(report, one.mends))
            again = [other for other in found(after, None) if other.rule == "writing" and other.mends]
            assert not any(one.start <= other.start <= one.start + one.length for other in again)
