"""The guide to a row, with the keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from tests.clerk import KEYS, click
from tests.ui.table.cells import at
from tests.ui.tabs import table


@pytest.fixture
def cells(window):
    window.workspace.open_actions.show_example()
    return at(table(window, "requests"), "requests.received.business")


@pytest.fixture
def guide(window, cells):
    click(window.workspace.session.view.editor.tab_of("requests").guide)
    return window.workspace.session.view.help_actions.guiding


def answer(guide, number: int) -> None:
    for _ in range(number):
        QTest.keyClick(guide.answers, KEYS.Key_Down)
    QTest.keyClick(guide.answers, KEYS.Key_Return)


def test_answers_by_keys_lead_to_the_row_say_why_and_go_there(cells, guide):
    for number in (0, 3, 0, 2):
        answer(guide, number)
    assert guide.question.text().startswith("计入：三、依申请公开 · （三）不予公开 · 3.危及")
    assert "三安全一稳定" in guide.why.text() and "没有给" in guide.why.text()
    QTest.keyClick(guide.next, KEYS.Key_Return)
    assert not guide.isVisible()
    assert cells.current.name == "requests.denied_security_stability.business"  # in the column the clerk was in


def test_back_asks_again_with_the_answer_given(guide):
    first = guide.question.text()
    assert not guide.back.isEnabled()
    answer(guide, 0)
    answer(guide, 3)
    guide.back.click()
    assert guide.answers.currentRow() == 3
    QTest.keyClick(guide.answers, KEYS.Key_Backspace)
    assert guide.question.text() == first and not guide.back.isEnabled()
    answer(guide, 1)
    QTest.keyClick(guide.next, KEYS.Key_Backspace)
    assert guide.question.text() == first and guide.answers.isVisible()


def test_esc_leaves_all_as_it_was(cells, guide):
    answer(guide, 1)
    QTest.keyClick(guide, KEYS.Key_Escape)
    assert not guide.isVisible() and cells.current.name == "requests.received.business"


def test_from_another_tab_it_goes_to_the_first_cell_of_the_row(window):
    window.workspace.open_actions.show_example()
    window.menu_actions["guide"].trigger()
    view = window.workspace.session.view
    answer(view.help_actions.guiding, 1)
    view.help_actions.guiding.next.click()
    assert view.editor.place == "requests.carried_out.natural"


def test_only_the_table_it_leads_into_has_the_button(window, cells):
    table(window, "disclosure")
    assert window.workspace.session.view.editor.tab_of("disclosure").guide is None


def test_at_a_row_it_asks_who_applied_and_says_where_the_request_counts_too(cells, guide):
    answer(guide, 1)
    assert "一、本年新收" in guide.why.text() and "二、上年结转" in guide.why.text()
    assert guide.who.isVisible() and guide.answers.hasFocus()
    words = [guide.answers.item(place).text() for place in range(guide.answers.count())]
    assert [word.partition("：")[0] for word in words] == [
        "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他",
    ]  # fmt: skip
    assert guide.answers.currentRow() == 1  # the column the clerk was in
    answer(guide, 2)
    assert cells.current.name == "requests.carried_out.nonprofit"


def test_who_is_not_sure_is_told_whom_to_ask_and_nothing_is_gone_to(cells, guide):
    answer(guide, 0)
    answer(guide, guide.answers.count() - 1)
    assert "答复书" in guide.why.text() and "问" in guide.why.text()
    assert not guide.answers.isVisible() and not guide.who.isVisible()
    QTest.keyClick(guide.next, KEYS.Key_Return)
    assert not guide.isVisible() and cells.current.name == "requests.received.business"
