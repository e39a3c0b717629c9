"""Texts that would take a PDF minutes are refused with a sentence; awkward ones are set, or refused with one."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from export.pdf.document import Typesetter
from export.pdf.faces import shipped_faces
from model.draft.draft_file import load_draft
from model.faults import Fault
from model.report.report import Part, Report
from tests.samples import EXAMPLE

BOUNDLESS = {
    "a word": ("x" * 100_000, "xxxxxxxxxxxx…"),
    "digits": ("1" * 100_000, "111111111111…"),
    "words": (f"{'x' * 90} " * 1_000, "xxxxxxxxxxxx…"),
    "dashes": ("—" * 11_000, "————————————…"),
    "marks over Chinese letters": ("甲\u0301" * 11_000, "太长了"),
    "letters": ("我们认真学习了有关文件的要求。" * 20_000, "字，太多了"),
    "lines": ("甲\n" * 5_000, "行，太多了"),
}
AWKWARD = {
    "from right to left": "שלום עולם مرحبا" * 100,
    "turned": "\u202e中文abc\u202c" * 1_000 + "\u202b" * 1_000,
    "private use": "".join(map(chr, range(0xE000, 0xF000))),
    "control": "".join(map(chr, (*range(32), *range(0x7F, 0xA0)))) * 100,
    "marks alone": "\u0301" * 9_900,
    "marks": "a" + "\u0301" * 5_000 + "中" + "\u0301" * 5_000,
    "emoji": "😀👨‍👩‍👧‍👦🏳️‍🌈" * 500,
    "joiners": "\u200d" * 10_000 + "a\u200b\u00ad" * 5_000,
    "no letters": "\uffff\ufffe" * 500,
    "a half": "\ud800甲",
    "unbroken": "é" * 40_000,
}


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(shipped_faces())


def report_of(text: str) -> Report:
    report = load_draft(EXAMPLE)[0]
    return replace(report, values=report.values | {"overview": (Part("", text),)})


@pytest.mark.parametrize("kind", BOUNDLESS)
def test_what_would_take_minutes_is_refused(typesetter, kind):
    text, words = BOUNDLESS[kind]
    with pytest.raises(Fault, match=f"没有排成 PDF：.*{words}.*导出 Word 文档"):
        typesetter.pdf(report_of(text))


@pytest.mark.parametrize("values", [{"overview": (Part("甲" * 9_000, "文字"),)}, {"unit": "甲" * 9_000}])
def test_a_heading_longer_than_a_bookmark_is_refused(typesetter, values):
    report = load_draft(EXAMPLE)[0]
    with pytest.raises(Fault, match=r"没有排成 PDF：标题“.*甲…”有 90.. 字，太长了.*导出 Word 文档"):
        typesetter.pdf(replace(report, values=report.values | values))


@pytest.mark.parametrize("kind", AWKWARD)
def test_an_awkward_text_has_an_answer(typesetter, kind):
    began = time.monotonic()
    try:
        assert typesetter.pdf(report_of(AWKWARD[kind])).startswith(b"%PDF")
    except Fault as fault:
        assert "没有排成 PDF" in str(fault) and "Word" in str(fault)
    assert time.monotonic() - began < 50


def test_long_addresses_are_set(typesetter):
    assert typesetter.pdf(report_of(f"见 https://www.example.gov.cn/{'a' * 70}。" * 50)).startswith(b"%PDF")
