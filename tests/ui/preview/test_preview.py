"""The preview as a clerk uses it."""

from __future__ import annotations

import time
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontInfo, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from export.pdf.document import typesetter
from model.faults import Fault
from tests.clerk import KEYS, click, shortcut, type_number, write
from tests.ui.tabs import field, settle, table, write_fact
from ui.basics.theme import SCHEMES, apply_theme
from ui.preview import worker
from ui.preview.page_layout import Fit

LONGEST_HOLD_MS = 300  # ten times what is aimed at, for a machine that does other things too


@pytest.fixture
def wide(window):
    window.resize(1900, 1000)
    window.workspace.open_actions.show_example()
    settle()
    return window


@pytest.fixture
def previewed(wide, settled):
    shortcut(wide, "F10")
    return settled(wide)


def pages_seen(preview) -> list[int]:
    return preview.pages.seen_pages()


def click_on(preview, name: str) -> None:
    """Clicks on the first place that shows a field, which must be seen."""
    place = next(one for one in preview._places if one.name == name)
    pages = preview.pages
    point = pages._shown(place.page - 1).topLeft() + QPointF(place.x + 2, place.y + 4) * pages.scale
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())


def turn_wheel(preview, by: int, with_ctrl: bool = False) -> None:
    middle = QPointF(preview.pages.viewport().rect().center())
    keys = Qt.KeyboardModifier.ControlModifier if with_ctrl else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(preview.pages.viewport(), event)


def test_f10_shows_the_pages_beside_the_form_and_takes_them_away(wide, settled):
    field(wide, "unit").setFocus()
    shortcut(wide, "F10")
    preview = settled(wide)
    view = wide.workspace.session.view
    assert preview.isVisible() and view.editor.isVisible() and field(wide, "unit").hasFocus()
    assert preview.number.text() == "第 1 页，共 6 页" == preview.pages.accessibleDescription()
    assert wide.menu_actions["preview"].isChecked()
    shortcut(wide, "F10")
    assert not preview.isVisible() and not wide.menu_actions["preview"].isChecked()


def test_on_a_small_screen_the_pages_take_the_place_of_the_form(window, settled):
    window.workspace.open_actions.show_example()
    field(window, "contact.office").setFocus()
    view = window.workspace.session.view
    for leave in ("F10", "Esc"):
        shortcut(window, "F10")
        preview = settled(window)
        assert preview.isVisible() and not view.editor.isVisible()
        if leave == "F10":
            shortcut(window, "F10")
        else:
            QTest.keyClick(QApplication.focusWidget(), KEYS.Key_Escape)
        assert not preview.isVisible() and view.editor.isVisible()
        assert field(window, "contact.office").hasFocus()


@pytest.mark.parametrize("before", [False, True])
def test_in_the_place_of_the_form_the_keys_scroll_the_pages(window, settled, before):
    window.workspace.open_actions.show_example()
    field(window, "contact.office").setFocus()
    if before:  # it was set already
        shortcut(window, "F10")
        settled(window)
        shortcut(window, "F10")
    shortcut(window, "F10")
    bar = settled(window).pages.verticalScrollBar()
    bar.setValue(0)
    QTest.keyClick(QApplication.focusWidget(), KEYS.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(QApplication.focusWidget(), KEYS.Key_Escape)
    assert field(window, "contact.office").hasFocus()


def test_what_is_typed_into_a_cell_is_on_the_page_that_takes_the_forms_place(window, settled):
    window.workspace.open_actions.show_example()
    type_number(table(window, "requests"), "97", leave=None)
    shortcut(window, "F10")
    settled(window)
    assert window.workspace.session.document.report.values["requests.received.natural"] == 97


@pytest.mark.parametrize("keys", ["F8", "Ctrl+PgDown", "Ctrl+Z"])
def test_what_leads_to_the_form_shows_it_again(window, settled, keys):
    window.workspace.open_actions.show_example()
    window.workspace.session.document.edit({"signoff.date": None}, "清空")
    shortcut(window, "F10")
    preview = settled(window)
    shortcut(window, keys)
    assert window.workspace.session.view.editor.isVisible() and not preview.isVisible()


def test_the_window_may_become_small_and_wide_again(wide, previewed):
    view = wide.workspace.session.view
    wide.resize(1000, 600)
    settle()
    assert previewed.isVisible() and not view.editor.isVisible()
    wide.resize(1900, 1000)
    settle()
    assert previewed.isVisible() and view.editor.isVisible()


def test_pages_follow_typing_without_taking_the_focus_or_moving(wide, previewed, settled):
    turn_wheel(previewed, -240)
    unit, bar = field(wide, "unit"), previewed.pages.verticalScrollBar()
    unit.setFocus()
    settled(wide)
    turn_wheel(previewed, -240)
    at, before = bar.value(), previewed.pages.viewport().grab().toImage()
    bar.setValue(0)
    settled(wide)
    top = previewed.pages.viewport().grab().toImage()
    bar.setValue(at)
    settled(wide)
    write(unit, "新")
    settled(wide)
    assert unit.hasFocus() and bar.value() == at > 0
    bar.setValue(0)
    settled(wide)
    assert previewed.pages.viewport().grab().toImage() != top and before != top


def test_only_what_is_seen_is_drawn(previewed):
    assert len(previewed.pages._pictures) == len(pages_seen(previewed)) < 6


def test_a_click_goes_to_the_field_that_it_shows(wide, previewed, settled):
    view = wide.workspace.session.view
    for name in ("overview[0].text", "overview[1].heading"):
        click_on(previewed, name)
        assert view.editor.focused_place == name
    previewed.pages.verticalScrollBar().setValue(int(previewed.pages._boxes[3].top()))
    settled(wide)
    click_on(previewed, "requests.granted.business")
    assert view.editor.place == "requests.granted.business"


def test_another_field_is_scrolled_to_and_marked_but_not_while_the_clerk_scrolls(wide, previewed, settled):
    view, pages = wide.workspace.session.view, previewed.pages
    view.go_to("requests.granted.natural")
    settled(wide)
    assert 3 in pages_seen(previewed) and [mark.page for mark in pages._marks] == [3]
    for _ in range(30):
        turn_wheel(previewed, 1200)
    settled(wide)
    assert pages_seen(previewed)[0] == 0
    type_number(view.editor.tab(3).table, "5", leave=None)
    view.commit()
    settled(wide)
    assert pages_seen(previewed)[0] == 0
    view.go_to("disputes.review.upheld")
    settled(wide)
    assert pages._marks[0].page in pages_seen(previewed)


def test_opening_it_shows_the_current_field(wide, settled):
    wide.workspace.session.view.go_to("disputes.review.upheld")
    shortcut(wide, "F10")
    preview = settled(wide)
    assert preview.pages._marks[0].page in pages_seen(preview)


@pytest.mark.parametrize("fit", [Fit.WIDTH, Fit.WHOLE, Fit.TWO, Fit.FREE, None])
@pytest.mark.parametrize("size", [(1900, 1000), (1366, 740), (911, 480)])
def test_the_current_field_is_well_in_sight_at_every_opening(window, settings, settled, fit, size):
    settings.preview_size = "180" if fit is Fit.FREE else fit or ""
    window.resize(*size)
    window.workspace.open_actions.show_example()
    view = window.workspace.session.view
    for name in (
        "requests.granted.natural",
        "disputes.review.upheld",
        "improvement[1].text",
        "opening",
        "overview[1].text",
    ):
        view.go_to(name)
        shortcut(window, "F10")
        assert_well_seen(settled(window), name)
        shortcut(window, "F10")


def assert_well_seen(preview, name: str) -> None:
    """The first line of a field is seen and not at an edge, its page whole if it fits, and the label names it."""
    pages = preview.pages
    place = next(one for one in preview._places if one.name == name)
    page, view = pages._shown(place.page - 1), pages.viewport().rect()
    spot = page.topLeft() + QPointF(place.x + 2, place.y) * pages.scale
    assert view.adjusted(0, 20, 0, -20).contains(spot.toPoint())
    assert page.height() > view.height() or (page.top() >= 0 and page.bottom() <= view.height())
    assert str(place.page) in preview.number.text().partition("页")[0].removeprefix("第 ").strip().split("、")


def test_the_field_stays_in_sight_as_the_pages_change_size_until_the_clerk_scrolls(wide, previewed, settled):
    wide.workspace.session.view.go_to("disputes.review.upheld")
    for act in (previewed.fits[Fit.WIDTH].click, lambda: wide.resize(1500, 700), previewed.fits[Fit.TWO].click):
        act()
        settle()
        assert_well_seen(settled(wide), "disputes.review.upheld")
    previewed.fits[Fit.WIDTH].click()
    for _ in range(40):
        turn_wheel(previewed, 1200)
    wide.resize(1600, 800)
    settle()
    assert pages_seen(settled(wide))[0] == 0


def test_nothing_is_marked_where_no_field_is_current(wide, settled):
    view = wide.workspace.session.view
    view.go_to("requests.granted.natural")
    shortcut(wide, "F10")
    preview = settled(wide)
    view.editor.setCurrentIndex(0)
    preview.follow()
    page = preview.pages.page
    assert view.editor.place == "" and preview.pages._marks == []
    preview.fits[Fit.WIDTH].click()
    assert preview.pages.page == page


def test_before_a_size_is_chosen_it_suits_the_place_of_the_pages(wide, previewed, settings, settled):
    assert previewed.pages.fit is Fit.WHOLE and previewed.fits[Fit.WHOLE].isChecked()
    wide.resize(1300, 700)
    settle()
    pages = settled(wide).pages
    table_letter = 10.5 * pages.scale
    assert table_letter == pytest.approx(QFontInfo(pages.font()).pixelSize(), abs=0.5) and not settings.preview_size
    assert not any(made.isChecked() for made in previewed.fits.values())
    wide.resize(500, 600)
    settle()
    assert pages._boxes[0].right() <= pages.viewport().width()
    wide.resize(1900, 1000)
    settle()
    assert pages.fit is Fit.WHOLE
    click(previewed.fits[Fit.WIDTH])
    wide.resize(1300, 700)
    settle()
    assert pages.fit is Fit.WIDTH


def test_sizes_and_zoom(wide, previewed, settled):
    pages = previewed.pages
    previewed.fits[Fit.WHOLE].click()
    settled(wide)
    box = pages._boxes[0]
    assert box.height() <= pages.viewport().height() and previewed.fits[Fit.WHOLE].isChecked()
    previewed.fits[Fit.TWO].click()
    settled(wide)
    assert pages._boxes[0].top() == pages._boxes[1].top() and pages._boxes[1].right() <= pages.viewport().width()
    previewed.fits[Fit.WIDTH].click()
    settled(wide)
    before = pages.scale
    turn_wheel(previewed, 120, with_ctrl=True)
    assert pages.scale > before and not any(made.isChecked() for made in previewed.fits.values())
    previewed.smaller.click()
    assert pages.scale == pytest.approx(before)
    previewed.larger.click()
    settled(wide)
    assert pages.is_drawn()


def test_it_says_which_page_is_seen(wide, previewed, settled):
    previewed.pages.verticalScrollBar().setValue(int(previewed.pages._boxes[1].top()))
    assert previewed.number.text() == "第 2 页，共 6 页"
    previewed.fits[Fit.TWO].click()
    assert previewed.number.text() == "第 1、2 页，共 6 页"


def test_a_sentence_stands_in_place_of_pages_that_cannot_be_set(wide, previewed, settled, monkeypatch):
    write_fact(wide, "year", "22")
    settled(wide)
    assert "22" in previewed.message.text() and previewed.message.isVisible() and not previewed.number.text()
    write_fact(wide, "year", "2025")
    settled(wide)
    assert previewed.pages.isVisible() and not previewed.message.isVisible()

    def refuse(report):
        raise Fault("排不了。")

    monkeypatch.setattr(typesetter(), "pages", refuse)
    write_fact(wide, "unit", "某县某镇人民政府")
    settled(wide)
    assert previewed.message.text() == "排不了。" and previewed.message.isVisible()


def test_a_new_report_is_asked_for_its_year_and_unit(window, settled):
    window.workspace.open_actions.new()
    shortcut(window, "F10")
    assert "单位名称和报告年度" in settled(window).message.text()


@pytest.mark.parametrize("look", SCHEMES)
def test_pages_are_white_in_every_look(wide, previewed, settled, dressed, look):
    apply_theme(dressed, look, 100)
    try:
        settled(wide)
        picture = previewed.pages.viewport().grab().toImage()
    finally:
        apply_theme(dressed, "light", 100)
    corner = previewed.pages._shown(0).topLeft().toPoint() + QPoint(20, 20)
    assert picture.pixelColor(corner) == QColor("white")


def test_the_window_goes_on_while_pages_are_set(wide, previewed, settled):
    gaps, last = [], [time.perf_counter()]

    def beat() -> None:
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    pulse = QTimer()
    pulse.timeout.connect(beat)
    pulse.start(1)
    for letter in "公开工作年度报告":
        write(field(wide, "unit"), letter)
        settled(wide)
    pulse.stop()
    assert max(gaps) < LONGEST_HOLD_MS


def test_of_what_is_typed_while_pages_are_set_only_the_last_is_set(wide, previewed, settled, monkeypatch):
    real, begun, may_end, units = typesetter().pages, Event(), Event(), []

    def slow(report):
        units.append(report.unit)
        begun.set()
        assert may_end.wait(20)
        return real(report)

    monkeypatch.setattr(typesetter(), "pages", slow)
    write_fact(wide, "unit", "甲")
    for _ in range(200):
        QTest.qWait(5)
        if begun.is_set():
            break
    for letter in "乙丙丁":
        write(field(wide, "unit"), letter)
        QTest.qWait(10)
    may_end.set()
    settled(wide)
    assert units[0] == "甲" and units[-1] == "甲乙丙丁" and len(units) <= 3


def test_closing_the_report_while_its_pages_are_set_leaves_nothing_behind(wide, settled, monkeypatch):
    begun, may_end = Event(), Event()

    def slow(report):
        begun.set()
        assert may_end.wait(20)
        raise Fault("太晚了。")

    monkeypatch.setattr(typesetter(), "pages", slow)
    shortcut(wide, "F10")
    for _ in range(200):
        QTest.qWait(5)
        if begun.is_set():
            break
    wide.workspace.session.document.stack.setClean()
    wide.workspace.session.close()
    may_end.set()
    QTest.qWait(50)
    assert wide.start.isVisible()


def test_it_comes_back_as_wide_as_it_was(wide, previewed, settings, settled):
    pane = wide.workspace.session.view.pane
    pane.setSizes([900, 1000])
    pane.splitterMoved.emit(900, 1)
    assert 44 <= settings.preview_share <= 50
    share = settings.preview_share
    wide.workspace.open_actions.show_example()
    settle()
    pane = wide.workspace.session.view.pane
    assert pane.is_open and wide.menu_actions["preview"].isChecked()
    assert abs(100 * pane.sizes()[0] // sum(pane.sizes()) - share) <= 3
    settled(wide)


@pytest.mark.parametrize("fit", [Fit.WHOLE, Fit.TWO])
def test_the_pages_come_back_in_the_size_that_was_chosen(wide, previewed, settings, settled, fit):
    click(previewed.fits[fit])
    wide.workspace.open_actions.show_example()
    again = settled(wide)
    assert again is not previewed and again.pages.fit is fit and again.fits[fit].isChecked()


def test_the_pages_come_back_as_large_as_they_were_zoomed(wide, previewed, settings, settled):
    click(previewed.larger)
    turn_wheel(previewed, 240, with_ctrl=True)
    scale = previewed.pages.scale
    wide.workspace.open_actions.show_example()
    again = settled(wide)
    assert again.pages.fit is Fit.FREE and abs(again.pages.scale - scale) < 0.01
    assert not any(made.isChecked() for made in again.fits.values())


@pytest.mark.parametrize("stored", ["", "free", "-3", "1e9", "９９", "99999999999999999999", "整页", "0"])
def test_a_size_that_cannot_be_is_not_taken(wide, settings, settled, stored):
    settings.preview_size = stored
    shortcut(wide, "F10")
    preview = settled(wide)
    assert preview.pages.fit is Fit.WHOLE or stored == "0"
    assert 0.25 <= preview.pages.scale <= 5


def test_everything_in_it_has_a_name_and_is_reached_with_keys(wide, previewed):
    view = wide.workspace.session.view
    assert previewed.accessibleName() == "预览" and previewed.pages.accessibleName()
    assert all(made.accessibleName() for made in (*previewed.fits.values(), previewed.smaller, previewed.close_button))
    reached = set()
    for _ in range(10):
        view.go_to_area(1)
        reached.add(previewed.isAncestorOf(QApplication.focusWidget()))
    assert reached == {True, False}


def test_a_picture_that_cannot_be_drawn_is_white(qapp):
    assert worker.picture_of(b"<svg", QSize(10, 10)).isNull()
