"""The look of the program: light and dark colours, fonts for Chinese, icons."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from ui.basics.defaults import FONT_SIZE_POINTS

RESOURCES = Path(__file__).parents[2] / "resources"
# By priority: Windows, then UOS and Kylin, then Debian.
FONT_FAMILIES = [
    "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN",
    "WenQuanYi Micro Hei", "SimSun",
]  # fmt: skip
# On Windows these classes have fonts of their own, which the application's font, and so the zoom, does not reach.
CLASSES_WITH_OWN_FONT = (
    "QMenuBar", "QMenu", "QMessageBox", "QTipLabel", "QStatusBar", "QAbstractItemView", "QDockWidgetTitle", "QMdiSubWindowTitleBar",
)  # fmt: skip


class Colours(NamedTuple):
    """A colour scheme; `ink` is for text, `paper` for input fields, `background` for what surrounds them."""

    ink: str
    faint: str
    paper: str
    background: str
    label: str
    band: str
    total: str
    line: str
    accent: str
    chosen: str
    wrong: str
    warn: str
    on_accent: str = "#ffffff"


LIGHT = Colours(
    ink="#1f2328", faint="#59636e", paper="#ffffff", background="#f3f4f1", label="#f8f8f4", band="#dce8f5",
    total="#eceee9", line="#b9bfb6", accent="#1d5f8a", chosen="#cfe3f2", wrong="#b3261e", warn="#8a5300",
)  # fmt: skip
DARK = Colours(
    ink="#e8e8e4", faint="#a9b1ba", paper="#24272b", background="#1b1d20", label="#2c3034", band="#2b4157",
    total="#34383c", line="#545b62", accent="#6cb2e0", chosen="#24506e", wrong="#ff8a80", warn="#f0b35a", on_accent="#10202c",
)  # fmt: skip


def is_dark(look: str) -> bool:
    """Return whether a look (a key of `settings.LOOKS`) means dark colours on this desktop."""
    QApplication.setPalette(QPalette())  # the desktop's own, to ask for its colours
    desktop = QApplication.palette().color(QPalette.ColorRole.Window)
    return look == "dark" or (look == "system" and desktop.lightness() < 128)


def colours() -> Colours:
    """Return the current colour scheme: the one whose paper is the palette's base colour."""
    base = QApplication.palette().color(QPalette.ColorRole.Base).name()
    return DARK if base == DARK.paper else LIGHT


def apply_theme(app: QApplication, look: str, scale: int) -> None:
    """Set the font, scaled to `scale` percent, and the colours of the whole application."""
    chosen = DARK if is_dark(look) else LIGHT
    font = QFont(app.font())
    font.setFamilies(FONT_FAMILIES)
    font.setPointSizeF(FONT_SIZE_POINTS * scale / 100)
    app.setFont(font)
    app.setPalette(_palette(chosen))
    app.setStyleSheet(_style(chosen))
    for kind in CLASSES_WITH_OWN_FONT:  # after the style sheet: setting it resets them
        app.setFont(font, kind)  # type: ignore[arg-type]  # the stubs say bytes, which it refuses


def icon(name: str, size: int = 20) -> QIcon:
    """Return the icon resources/icons/NAME.svg in the text colour, an empty one if the file has gone; `size` is in pixels at 100 %."""
    factor = QApplication.primaryScreen().devicePixelRatio()
    try:
        drawing = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    except OSError:  # such as a program on a USB stick that was pulled out: what is open must still work
        return QIcon()
    drawing = drawing.replace("currentColor", colours().ink)
    sharp = round(size * factor)
    drawing = drawing.replace('width="24" height="24"', f'width="{sharp}" height="{sharp}"', 1)
    picture = QPixmap.fromImage(QImage.fromData(drawing.encode()))
    picture.setDevicePixelRatio(factor)
    return QIcon(picture)


def _palette(shades: Colours) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in {
        roles.Window: shades.background, roles.Base: shades.paper, roles.AlternateBase: shades.label,
        roles.Button: shades.paper, roles.ToolTipBase: shades.paper,
        roles.WindowText: shades.ink, roles.Text: shades.ink, roles.ButtonText: shades.ink,
        roles.ToolTipText: shades.ink, roles.PlaceholderText: shades.faint,
        roles.Highlight: shades.accent, roles.HighlightedText: shades.on_accent,
        roles.Link: shades.accent, roles.Accent: shades.accent,
    }.items():  # fmt: skip
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(shades.line))
    return palette


def _style(shades: Colours) -> str:
    sheet = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    sheet = sheet.replace("@icons;", (RESOURCES / "icons").as_posix())
    for name, colour in shades._asdict().items():
        sheet = sheet.replace(f"@{name};", f"{colour};")
    return sheet
