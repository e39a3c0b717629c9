"""The colours: what can be told apart, and which look a desktop gets."""

from __future__ import annotations

import sys
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QScrollBar,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui.basics import system_contrast, theme
from ui.basics.settings import LOOKS
from ui.basics.theme import CONTRAST, SCHEMES, Colours, apply_theme, icon, scheme_of, zoomed
from ui.basics.widgets import button, draw_icons

TEXTS = ("ink", "faint", "wrong", "warn", "accent")
GROUNDS = ("paper", "background", "label", "total", "chosen")
EDGES = ("border", "accent", "wrong")


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(colour).getRgbF()[:3]
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: str, other: str) -> float:
    """How many times as light the lighter of two colours is, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_close(scheme: Colours, colours: tuple[str, ...], grounds: tuple[str, ...], least: float) -> list[tuple]:
    pairs = [
        (one, ground, contrast(getattr(scheme, one), getattr(scheme, ground))) for one in colours for ground in grounds
    ]
    return [pair for pair in pairs if pair[2] < least]


@pytest.fixture(params=SCHEMES)
def scheme(request) -> Colours:
    return SCHEMES[request.param]


def test_texts_can_be_read_on_every_ground(scheme):
    assert too_close(scheme, TEXTS, GROUNDS, 4.5) == []
    assert too_close(scheme, ("ink", "faint"), ("band",), 4.5) == []
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5


def test_borders_of_fields_and_the_ring_of_the_focus_stand_out_from_what_is_beside_them(scheme):
    assert too_close(scheme, EDGES, (*GROUNDS, "band"), 3) == []


def test_what_stands_in_a_blank_field_can_be_read_and_does_not_look_typed(scheme):
    assert contrast(scheme.hint, scheme.paper) >= 4.5
    assert contrast(scheme.hint, scheme.ink) >= 2


def test_high_contrast_is_higher():
    assert too_close(CONTRAST, (*TEXTS, "border"), (*GROUNDS, "band"), 7) == []


def test_every_look_can_be_chosen_and_has_colours_of_its_own(dressed):
    assert {*SCHEMES, "system"} == set(LOOKS)
    for look, scheme in SCHEMES.items():
        apply_theme(dressed, look, 100)
        assert theme.colours() is scheme
    apply_theme(dressed, "light", 100)


def test_a_desktop_of_high_contrast_gets_it_unless_another_look_is_chosen(monkeypatch):
    monkeypatch.setattr(theme, "wants_contrast", lambda: True)
    assert scheme_of("system") is CONTRAST
    assert scheme_of("light") is SCHEMES["light"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a setting of its own")
@pytest.mark.parametrize(("name", "wanted"), [("HighContrastInverse", True), ("ukui-light", False), (None, False)])
def test_the_name_of_the_gtk_theme_tells(monkeypatch, tmp_path, name, wanted):
    monkeypatch.delenv("GTK_THEME", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    if name:
        (tmp_path / "gtk-3.0").mkdir()
        (tmp_path / "gtk-3.0" / "settings.ini").write_text(f"[Settings]\ngtk-theme-name={name}\n", encoding="utf-8")
    assert system_contrast.wants_contrast() is wanted
    monkeypatch.setenv("GTK_THEME", "HighContrast")
    assert system_contrast.wants_contrast()


@pytest.fixture(params=SCHEMES)
def look(request, dressed):
    """Each look in turn, worn by the application."""
    apply_theme(dressed, request.param, 100)
    yield SCHEMES[request.param]
    apply_theme(dressed, "light", 100)


def colours_in(widget: QWidget, part: QRect | None = None) -> Counter[str]:
    """How often each colour is on a widget, or on a part of it."""
    picture = widget.grab(part or widget.rect()).toImage()
    return Counter(picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height()))


def strongest(found: Counter[str], ground: str) -> float:
    """How much the colour that stands out most does so from a ground."""
    return max(contrast(colour, ground) for colour in found)


@pytest.mark.parametrize("way", [Qt.Orientation.Vertical, Qt.Orientation.Horizontal])
def test_the_handle_of_a_scroll_bar_stands_out_from_its_track_and_its_arrows_can_be_seen(look, qtbot, way):
    bar = QScrollBar(way)
    qtbot.addWidget(bar)
    bar.setRange(0, 100)
    bar.setPageStep(30)
    bar.resize(*((14, 300) if way == Qt.Orientation.Vertical else (300, 14)))
    usual = colours_in(bar).most_common(2)
    assert {usual[0][0], usual[1][0]} == {look.background, look.border} and usual[1][1] > 300
    assert contrast(look.border, look.background) >= 3
    for corner in (QRect(0, 0, 14, 14), QRect(bar.rect().bottomRight() - QPoint(13, 13), QSize(14, 14))):
        assert strongest(colours_in(bar, corner), look.background) >= 4.5


def test_the_arrows_of_fields_and_trees_can_be_seen(look, qtbot):
    choice, tree = QComboBox(), QTreeWidget()
    for made in (choice, tree):
        qtbot.addWidget(made)
    choice.resize(200, 34)
    assert strongest(colours_in(choice, QRect(174, 6, 22, 22)), look.paper) >= 7
    tree.setHeaderHidden(True)
    tree.addTopLevelItem(QTreeWidgetItem(["总"]))
    tree.topLevelItem(0).addChild(QTreeWidgetItem(["分"]))
    for is_open in (False, True):
        tree.topLevelItem(0).setExpanded(is_open)
        text = tree.visualItemRect(tree.topLevelItem(0))
        arrow = QRect(1, text.top(), text.left() - 1, text.height()).translated(tree.viewport().pos())
        assert strongest(colours_in(tree, arrow), look.paper) >= 7


def test_the_current_entry_of_a_drop_down_list_can_be_read_and_the_last_is_whole(look, qtbot):
    choice = QComboBox()
    qtbot.addWidget(choice)
    choice.addItems(["按单位名称判断", "乡、镇", "街道", "县（市、区、旗）", "设区的市（州、盟）", "省", "政府部门"])
    choice.show()
    choice.showPopup()
    entries = choice.view()
    for number in (0, 3, 6):
        entries.setCurrentIndex(entries.model().index(number, 0))
        row = entries.visualRect(entries.currentIndex())
        found = colours_in(entries.viewport(), row)
        ground = found.most_common(1)[0][0]
        assert contrast(ground, look.paper) >= 3 and strongest(found, ground) >= 4.5
    assert row.bottom() < entries.viewport().height() and entries.verticalScrollBar().maximum() == 0
    choice.hidePopup()


@pytest.mark.parametrize("kind", [QListWidget, QTreeWidget])
def test_tick_boxes_in_lists_can_be_seen_ticked_and_not(look, qtbot, kind):
    made = kind()
    qtbot.addWidget(made)
    made.resize(200, 100)
    edges, ticks = [], []
    for state in (Qt.CheckState.Unchecked, Qt.CheckState.Checked):
        made.clear()
        if isinstance(made, QListWidget):
            item = QListWidgetItem("", made)
            item.setCheckState(state)
            row = made.visualItemRect(item)
        else:
            item = QTreeWidgetItem(made, [""])
            item.setCheckState(0, state)
            row = made.visualItemRect(item)
        found = colours_in(made.viewport(), row)
        edges.append(found[look.border])
        ticks.append(sum(count for colour, count in found.items() if contrast(colour, look.paper) >= 4.5))
    assert min(edges) > 30 and contrast(look.border, look.paper) >= 3
    assert ticks[1] > ticks[0] + 10


@pytest.mark.parametrize("is_current", [False, True])
def test_what_is_chosen_in_a_menu_has_a_tick(look, qtbot, is_current):
    menu = QMenu()
    qtbot.addWidget(menu)
    entry = menu.addAction("帮助行")
    entry.setCheckable(True)
    menu.resize(menu.sizeHint())
    if is_current:
        menu.setActiveAction(entry)
    box = QRect(6, 4, 20, menu.height() - 8)
    assert set(colours_in(menu, box)) == {look.accent if is_current else look.paper}, "nothing is chosen yet"
    entry.setChecked(True)
    inside = colours_in(menu, box.adjusted(4, 4, -4, -4))
    tick = sum(count for colour, count in inside.items() if contrast(colour, look.paper) >= 4.5)
    assert tick > 10 and inside[look.paper] > 60, "a tick, and no square"


def test_what_leads_to_another_menu_can_be_seen_also_where_it_is_chosen(look, qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    entry = menu.addMenu("外观").menuAction()
    menu.resize(menu.sizeHint())
    arrow = QRect(menu.width() - 22, 4, 18, menu.height() - 8)
    assert strongest(colours_in(menu, arrow), look.paper) >= 7
    menu.setActiveAction(entry)
    assert strongest(colours_in(menu, arrow), look.accent) >= 4.5


def test_buttons_of_dialogs_have_words_and_no_pictures(dressed, qtbot):
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Save | kinds.Open)
    qtbot.addWidget(box)
    box.show()
    assert all(made.text() and made.icon().isNull() for made in box.buttons())


@pytest.fixture
def large(dressed):
    """The zoom at 200 %."""
    yield lambda: apply_theme(dressed, "light", 200)
    apply_theme(dressed, "light", 100)


def test_icons_grow_with_the_zoom(large):
    made, small = button("新建", lambda: None, "new"), zoomed(16)
    large()
    draw_icons_of(made)
    assert made.iconSize().width() == 2 * small == 32
    assert icon("new").availableSizes()[0].width() == 40 * QApplication.primaryScreen().devicePixelRatio()


def draw_icons_of(made) -> None:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    around = QWidget()
    QVBoxLayout(around).addWidget(made)
    draw_icons(around)
    made.setParent(None)
