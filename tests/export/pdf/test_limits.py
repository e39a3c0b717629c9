"""Texts that would take a PDF minutes are refused with a sentence; awkward ones are set, or refused with one."""

from __future__ import annotations

import os
import re
import time
from dataclasses import replace

import pytest

from export.pdf.document import Typesetter
from export.pdf.faces import machine_faces, shipped_faces
from export.pdf.letters import missing_letters
from export.proof.proof import proof
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


class Failing:
    """A compiler that fails as Typst does, over one word."""

    def __init__(self, raised: type[BaseException]) -> None:
        self.raised = raised

    def compile(self, sys_inputs: dict[str, str], **how: object) -> bytes:
        if "甲乙" not in sys_inputs["report"]:
            return b"%PDF"
        os.write(2, b"thread '<unnamed>' panicked\nstack backtrace:\n")
        raise self.raised("byte range starts at 2 but ends at 0")


PanicException = type("PanicException", (BaseException,), {})


@pytest.mark.parametrize("raised", [RuntimeError, PanicException])
@pytest.mark.parametrize("act", [Typesetter.pdf, Typesetter.pages])
def test_what_fails_is_named_with_its_place_and_nothing_of_the_library_is_seen(raised, act, monkeypatch, capfd):
    typesetter = Typesetter(shipped_faces())
    monkeypatch.setattr(typesetter, "_compiler", Failing(raised))
    with pytest.raises(Fault) as fault:
        act(typesetter, report_of(f"{'我们认真学习。' * 20}甲乙{'我们认真学习。' * 20}"))
    assert str(fault.value).startswith("没有排成 PDF：“一、总体情况”里的“甲乙”排不了。")
    assert re.search("[A-Za-z]{4}", str(fault.value).replace("Word", "")) is None
    assert capfd.readouterr().err == ""
    os.write(2, b"seen again")
    assert capfd.readouterr().err == "seen again"


FROM_RIGHT = {
    "Uyghur": "本镇（ئۇيغۇر تىلى）有 12 人。",
    "Arabic": "مرحبا 12 السلام عليكم ١٢٣ 件",
    "Hebrew": "中שלום עולםabc",
    "marks": "שָׁלוֹם",
    "turned": "文\u202eabc\u202c字",
    "dashes between": "שלום ---- שלום",
}


@pytest.mark.parametrize("kind", FROM_RIGHT)
@pytest.mark.parametrize("name", ["text", "heading"])
def test_words_from_right_to_left_are_set_and_read_back_as_they_are(kind, name, tmp_path, capfd):
    report, path, words = load_draft(EXAMPLE)[0], tmp_path / "a.pdf", FROM_RIGHT[kind]
    part = Part("", words) if name == "text" else Part(words, "有文字。")
    report = replace(report, values=report.values | {"overview": (part,)})
    faces = machine_faces()
    path.write_bytes(Typesetter(faces).pdf(report))
    assert capfd.readouterr().err == ""
    if kind != "turned":
        assert proof(report, path, {one.letter for one in missing_letters(report, faces)}).sentence.startswith("已核对")


def test_invisible_letters_without_end_are_refused_with_their_place(typesetter):
    with pytest.raises(Fault, match="没有排成 PDF：一、总体情况里有一长串看不见的字符，太长了"):
        typesetter.pdf(report_of("\u200b" * 66_000 + "中"))
