"""How a page is painted on the screen, and the field on it that the keys are in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

CELL_MARK_ALPHA = 70
MARK_COLOUR = "#1d5f8a"  # on white paper in every look


def paint_page(painter: QPainter, box: QRectF, picture: QImage | None, ratio: float) -> None:
    """Paint a picture to the pixel, or stretched until it is drawn in the size that is needed now; white where there is none.

    `ratio` is that of the screen's pixels to Qt's."""
    if picture is None:
        painter.fillRect(box, Qt.GlobalColor.white)
        return
    exact = round(box.width() * ratio) == picture.width()
    painter.drawImage(QRectF(box.topLeft().toPoint(), QSizeF(picture.size()) * (1 / ratio)) if exact else box, picture)


def paint_mark(painter: QPainter, box: QRectF, is_cell: bool) -> None:
    """Paint a cell with a frame around it, the line beside a text filled."""
    colour = QColor(MARK_COLOUR)
    if is_cell:
        painter.setPen(QPen(colour, 2))
        colour.setAlpha(CELL_MARK_ALPHA)
        painter.fillRect(box, colour)
        painter.drawRect(box)
    else:
        painter.fillRect(box, colour)
