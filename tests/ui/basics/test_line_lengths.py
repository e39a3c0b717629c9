"""Texts cut and folded to a width."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QTextEdit

from ui.basics.line_lengths import elided, folded, unbroken

LONG = "未填 — " + "　".join(f"{number}、依申请公开：{number} 格" for number in range(30))

SAID = (
    "“三、依申请公开 · 自然人”这一列不平：“一、本年新收政府信息公开申请数量”19＋“二、上年结转政府信息公开申请数量”2＝21，"
    "“三、本年度办理结果（七）总计”10＋“四、结转下年度继续办理”2＝12，差 9。请核对这几格。"
)


def test_a_text_is_cut_off_only_where_there_is_no_room(window):
    metrics = window.fontMetrics()
    assert elided("全部填好了。", metrics, 1000) == "全部填好了。"
    for room in (0, 10, 100, 333):
        shown = elided(LONG, metrics, room)
        assert shown.endswith("…") and LONG.startswith(shown[:-1])
        assert metrics.horizontalAdvance(shown) <= max(room, metrics.horizontalAdvance("…"))


@pytest.mark.parametrize("characters", range(10, 40))
def test_no_line_begins_with_a_mark_that_ends_something_nor_breaks_a_number(characters):
    lines = folded(SAID, characters).split("\n")
    assert all(0 < len(line) <= characters for line in lines)
    assert "".join(lines).replace(" ", "") == SAID.replace(" ", "")
    assert not any(line[0] in "，。”）：、＋＝ " for line in lines), lines
    assert not any(line[-1] in "“（" for line in lines), lines
    assert not any(one[-1].isdigit() and other[0].isdigit() for one, other in pairwise(lines)), lines


def test_lines_stay_lines_and_what_no_rule_can_break_is_broken_anyway():
    assert folded("甲\n\n乙", 5) == "甲\n\n乙"
    assert folded("，" * 7, 3) == "，，，\n，，，\n，"


@pytest.mark.parametrize("width", range(120, 420, 20))
def test_no_line_that_a_widget_wraps_begins_with_the_sign_of_a_sum(qtbot, dressed, width):
    shown = QTextEdit()
    qtbot.addWidget(shown)
    shown.setPlainText(unbroken(SAID))
    shown.resize(width, 400)
    shown.show()
    block = shown.document().firstBlock()
    lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
    words = [block.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines]
    assert len(words) > 2 and not any(line.lstrip("\u2060")[0] in "＋＝，。”" for line in words), words
