"""The look of the program: light, dark and high-contrast colours, fonts for Chinese, icons."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from ui.basics.defaults import FONT_SIZE_POINTS, ICON_SIZE_PX
from ui.basics.system_contrast import wants_contrast

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
    """A colour scheme; `ink` is for text, `paper` for input fields, `background` for what surrounds them.

    `border` is for what one types into or presses, `line` for what only divides; `hint` for what stands in a blank field
    and for what cannot be pressed."""

    ink: str
    faint: str
    paper: str
    background: str
    label: str
    band: str
    total: str
    line: str
    border: str
    hint: str
    accent: str
    chosen: str
    wrong: str
    warn: str
    on_accent: str = "#ffffff"


LIGHT = Colours(
    ink="#1f2328", faint="#59636e", paper="#ffffff", background="#f3f4f1", label="#f8f8f4", band="#dce8f5",
    total="#eceee9", line="#b9bfb6", border="#767e74", hint="#6b747d", accent="#1d5f8a", chosen="#cfe3f2", wrong="#b3261e", warn="#8a5300",
)  # fmt: skip
DARK = Colours(
    ink="#e8e8e4", faint="#a9b1ba", paper="#24272b", background="#1b1d20", label="#2c3034", band="#2b4157",
    total="#34383c", line="#545b62", border="#8a9199", hint="#8b939b", accent="#6cb2e0", chosen="#1b4059", wrong="#ff8a80", warn="#f0b35a", on_accent="#10202c",
)  # fmt: skip
CONTRAST = Colours(
    ink="#ffffff", faint="#e0e0e0", paper="#000000", background="#0a0a0a", label="#141414", band="#1c1c3a",
    total="#202020", line="#ffffff", border="#ffffff", hint="#b4b4b4", accent="#ffe000", chosen="#002f5c",
    wrong="#ffb3ad", warn="#ffb84d", on_accent="#000000",
)  # fmt: skip
SCHEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def scheme_of(look: str) -> Colours:
    """Return the colours of a look, a key of `settings.LOOKS`, on this desktop."""
    if look == "system" and wants_contrast():
        return CONTRAST
    return SCHEMES.get(look) or (DARK if _is_dark() else LIGHT)


def _is_dark() -> bool:
    """Return whether the desktop has dark colours."""
    QApplication.setPalette(QPalette())  # the desktop's own, to ask for its colours
    return QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colours() -> Colours:
    """Return the current colour scheme: the one whose paper is the palette's base colour."""
    base = QApplication.palette().color(QPalette.ColorRole.Base).name()
    return next((scheme for scheme in SCHEMES.values() if scheme.paper == base), LIGHT)


def apply_theme(app: QApplication, look: str, scale: int) -> None:
    """Set the font, scaled to `scale` percent, and the colours of the whole application."""
    chosen = scheme_of(look)
    font = QFont(app.font())
    font.setFamilies(FONT_FAMILIES)
    font.setPointSizeF(FONT_SIZE_POINTS * scale / 100)
    app.setFont(font)
    app.setPalette(_palette(chosen))
    app.setStyleSheet(_style(chosen))
    for kind in CLASSES_WITH_OWN_FONT:  # after the style sheet: setting it resets them
        app.setFont(font, kind)  # type: ignore[arg-type]  # the stubs say bytes, which it refuses


def zoomed(size: int) -> int:
    """Return a size in pixels as large as the zoom makes it."""
    return round(size * QApplication.font().pointSizeF() / FONT_SIZE_POINTS)


def icon(name: str, size: int = ICON_SIZE_PX) -> QIcon:
    """Return the icon resources/icons/NAME.svg in the text colour, an empty one if the file has gone.

    `size` is in pixels at 100 %, and grows with the zoom."""
    factor = QApplication.primaryScreen().devicePixelRatio()
    try:
        drawing = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    except OSError:  # such as a program on a USB stick that was pulled out: what is open must still work
        return QIcon()
    drawing = drawing.replace("currentColor", colours().ink)
    sharp = round(zoomed(size) * factor)
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
        roles.ToolTipText: shades.ink, roles.PlaceholderText: shades.hint,
        roles.Highlight: shades.accent, roles.HighlightedText: shades.on_accent,
        roles.Link: shades.accent, roles.Accent: shades.accent,
    }.items():  # fmt: skip
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(shades.hint))
    return palette


def _style(shades: Colours) -> str:
    sheet = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    for name, ground in (("marks", shades.paper), ("chosen_marks", shades.accent)):
        folder = "on_dark" if QColor(ground).lightness() < 128 else "on_light"
        sheet = sheet.replace(f"@{name};", (RESOURCES / "icons" / folder).as_posix())
    for name, colour in shades._asdict().items():
        sheet = sheet.replace(f"@{name};", f"{colour};")
    return sheet
