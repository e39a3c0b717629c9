"""Where pages stand in a view: how large, how many side by side, and between what gaps. Lengths are in pixels, of pages in points."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSizeF

PAGE_POINTS = QSizeF(595.276, 841.89)  # A4
GAP_PX = 12
LEAST_SCALE, MOST_SCALE = 0.25, 5.0  # pixels to the point
ZOOM_STEP = 1.2


class Fit(StrEnum):
    """What the size of the pages follows: the view, or what was zoomed to."""

    WIDTH = "width"
    WHOLE = "whole"
    TWO = "two"
    FREE = "free"


def scale_for(fit: Fit, view: QSizeF, free: float) -> float:
    """Return the pixels to the point; `free` is what was zoomed to."""
    columns = 2 if fit is Fit.TWO else 1
    across = (view.width() - (columns + 1) * GAP_PX) / columns / PAGE_POINTS.width()
    down = (view.height() - 2 * GAP_PX) / PAGE_POINTS.height()
    scale = {Fit.WIDTH: across, Fit.TWO: across, Fit.WHOLE: min(across, down), Fit.FREE: free}[fit]
    return max(LEAST_SCALE, min(MOST_SCALE, scale))


def page_boxes(count: int, scale: float, columns: int, width: float) -> list[QRectF]:
    """Return where each page stands, in the middle of a view of that width."""
    page = PAGE_POINTS * scale
    row = columns * page.width() + (columns - 1) * GAP_PX
    left = max(float(GAP_PX), (width - row) / 2)
    return [
        QRectF(
            left + number % columns * (page.width() + GAP_PX),
            GAP_PX + number // columns * (page.height() + GAP_PX),
            page.width(),
            page.height(),
        )
        for number in range(count)
    ]


def page_at(boxes: Sequence[QRectF], point: QPointF) -> int | None:
    """Return the number of the page at a point, None if it is between the pages."""
    return next((number for number, box in enumerate(boxes) if box.contains(point)), None)


def page_seen(boxes: Sequence[QRectF], view: QRectF) -> int:
    """Return the number of the page of which most is seen, the first of several."""
    areas = [(box & view).width() * (box & view).height() for box in boxes]
    return areas.index(max(areas)) if areas else 0
