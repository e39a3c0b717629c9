"""The main numbers over the years as small pictures, readable in black and white."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QContextMenuEvent, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QWidget

from model.years.main_numbers import Row, Years
from ui.basics.theme import colours

GAP, BARS_LINES = 12.0, 3.2  # pixels between pictures; the height of the highest bar in lines of text
COPIED_SCALE = 2.0  # so that it is sharp on paper
COPIED_WIDTH_PX = 620  # about the type area of a page
INK, PAPER = "#000000", "#ffffff"


class Look(NamedTuple):
    """How the pictures are drawn: letters, and the colours of lines and of what is behind them."""

    font: QFont
    ink: str
    paper: str

    @property
    def metrics(self) -> QFontMetricsF:
        """The measures of the letters."""
        return QFontMetricsF(self.font)


class YearsPicture(QWidget):
    """One small picture a number: a bar a year, that of this year filled, those before it hatched.

    `copied` is emitted once a picture of it is on the clipboard."""

    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._years = Years()
        self.setAccessibleName("历年主要数的图")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_years(self, years: Years) -> None:
        """Draw these numbers."""
        self._years = years
        self.setAccessibleDescription(years.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Reimplemented: as wide as three pictures."""
        cell = _cell(self._years, self._look)
        width = int(3 * (cell.width() + GAP))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Reimplemented: one picture is the least."""
        cell = _cell(self._years, self._look)
        return QSize(int(cell.width()) + 1, int(cell.height()) + 1)

    def hasHeightForWidth(self) -> bool:
        """Reimplemented: fewer pictures in a row need more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Reimplemented: as many rows as are needed."""
        return _height(self._years, self._look, width)

    @property
    def _look(self) -> Look:
        return Look(self.font(), colours().ink, colours().paper)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Reimplemented to draw all numbers."""
        painter = QPainter(self)
        _draw(painter, self._years, self._look, self.width())
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Reimplemented to offer a copy."""
        menu = QMenu(self)
        menu.addAction("复制图片", self.copy)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Put the picture on the clipboard, black on white whatever the screen looks like."""
        QApplication.clipboard().setImage(self.image())
        self.copied.emit()

    def image(self) -> QImage:
        """Return the picture as it is copied."""
        look = Look(self.font(), INK, PAPER)
        size = QSize(COPIED_WIDTH_PX, _height(self._years, look, COPIED_WIDTH_PX))
        image = QImage(size * COPIED_SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(COPIED_SCALE)
        image.fill(QColor(PAPER))
        painter = QPainter(image)
        _draw(painter, self._years, look, size.width())
        painter.end()
        return image


def _cell(years: Years, look: Look) -> QSizeF:
    """Return the size of one picture: all of the same, as wide as the widest words in it need."""
    metrics = look.metrics
    bar = _bar_width(years, look)
    titles = max((metrics.horizontalAdvance(row.title) for row in years.rows), default=0.0)
    return QSizeF(max(titles, bar * len(years.years)) + GAP, (BARS_LINES + 3.4) * metrics.height())


def _bar_width(years: Years, look: Look) -> float:
    """Return the room of one bar, with its number above and its year below."""
    words = [str(year) for year in years.years] + [shown for row in years.rows for shown in row.shown]
    return max((look.metrics.horizontalAdvance(word) for word in words), default=0.0) + GAP / 2


def _in_a_row(years: Years, look: Look, width: float) -> int:
    return max(1, int((width + GAP) // (_cell(years, look).width() + GAP)))


def _height(years: Years, look: Look, width: float) -> int:
    rows = -(-len(years.rows) // _in_a_row(years, look, width))
    return int(rows * (_cell(years, look).height() + GAP)) + 1


def _draw(painter: QPainter, years: Years, look: Look, width: float) -> None:
    painter.setFont(look.font)
    painter.setPen(QColor(look.ink))
    cell, count = _cell(years, look), _in_a_row(years, look, width)
    for place, row in enumerate(years.rows):
        corner = QPointF((place % count) * (cell.width() + GAP), (place // count) * (cell.height() + GAP))
        _draw_row(painter, row, years, look, QRectF(corner, cell))


def _draw_row(painter: QPainter, row: Row, years: Years, look: Look, place: QRectF) -> None:
    """Draw one number: its title, a bar a year on a line, the numbers above them, the years below."""
    line = look.metrics.height()
    middle = Qt.AlignmentFlag.AlignHCenter
    painter.drawText(QRectF(place.left(), place.top(), place.width(), line), Qt.AlignmentFlag.AlignLeft, row.title)
    ground = place.top() + (2.2 + BARS_LINES) * line
    bar, most = _bar_width(years, look), float(max((number or 0 for number in row.numbers), default=0))
    painter.drawLine(int(place.left()), int(ground), int(place.left() + bar * len(years.years)), int(ground))
    for index, (year, number, shown) in enumerate(zip(years.years, row.numbers, row.shown, strict=True)):
        left = place.left() + index * bar
        high = BARS_LINES * line * float(max(number or 0, 0)) / most if most > 0 else 0.0
        if high:
            _draw_bar(painter, QRectF(left + bar * 0.25, ground - high, bar * 0.5, high), look, year == years.years[-1])
        painter.drawText(QRectF(left, ground - high - line, bar, line), middle, shown)
        painter.drawText(QRectF(left, ground + 2, bar, line), middle, str(year))


def _draw_bar(painter: QPainter, place: QRectF, look: Look, is_latest: bool) -> None:
    painter.save()
    painter.setPen(QPen(QColor(look.ink), 1))
    pattern = Qt.BrushStyle.SolidPattern if is_latest else Qt.BrushStyle.BDiagPattern
    painter.setBrush(QBrush(QColor(look.ink), pattern))
    painter.drawRect(place)
    painter.restore()
