"""A line that is longer than its place."""

from __future__ import annotations

from ui.basics.elided_button import ElidedButton, elided

LONG = "未填 — " + "　".join(f"{number}、依申请公开：{number} 格" for number in range(30))


def test_a_text_is_cut_off_only_where_there_is_no_room(window):
    metrics = window.fontMetrics()
    assert elided("全部填好了。", metrics, 1000) == "全部填好了。"
    for room in (0, 10, 100, 333):
        shown = elided(LONG, metrics, room)
        assert shown.endswith("…") and LONG.startswith(shown[:-1])
        assert metrics.horizontalAdvance(shown) <= max(room, metrics.horizontalAdvance("…"))


def test_a_name_with_an_ampersand_is_shown_as_it_is(window):
    made = ElidedButton()
    made.resize(500, 30)
    made.show_text("甲&乙 <b>")
    assert made.text() == "甲&&乙 <b>" and made.whole == "甲&乙 <b>" and "&amp;乙 &lt;b>" in made.toolTip()
