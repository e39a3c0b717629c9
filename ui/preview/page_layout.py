"""Where pages stand in a view: how large, how many side by side, and between what gaps. Lengths are in pixels, of pages in points."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSizeF

PAGE_POINTS = QSizeF(595.276, 841.89)  # A4
GAP_PX = 12
LEAST_SCALE, MOST_SCALE = 0.25, 5.0  # pixels to the point
ZOOM_STEP = 1.2
AROUND_MARK_PX = 48


class Fit(StrEnum):
    """What the size of the pages follows: the view, what was zoomed to, or what is easy to read as far as it has room."""

    WIDTH = "width"
    WHOLE = "whole"
    TWO = "two"
    FREE = "free"
    READABLE = "readable"


def scale_for(fit: Fit, view: QSizeF, free: float) -> float:
    """Return the pixels to the point; `free` is what was zoomed to, or what is easy to read."""
    columns = 2 if fit is Fit.TWO else 1
    across = (view.width() - (columns + 1) * GAP_PX) / columns / PAGE_POINTS.width()
    down = (view.height() - 2 * GAP_PX) / PAGE_POINTS.height()
    whole, readable = min(across, down), min(across, free)
    scale = {Fit.WIDTH: across, Fit.TWO: across, Fit.WHOLE: whole, Fit.FREE: free, Fit.READABLE: readable}[fit]
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


def pages_seen(boxes: Sequence[QRectF], view: QRectF) -> list[int]:
    """Return the number of the page of which most is seen, or of all those of which as much is seen."""
    areas = [round((box & view).width() * (box & view).height()) for box in boxes]
    return [page for page, area in enumerate(areas) if area == max(areas)] if any(areas) else []


def top_showing(page: QRectF, mark: QRectF, view: QRectF) -> float:
    """Return the upper edge of a view that shows a mark well: the view's own if it does so already.

    A page that fits is shown whole; of a higher one the mark stands in the middle, unless the page ends before."""
    if page.height() <= view.height():
        seen, top = page, page.center().y() - view.height() / 2
    else:
        seen, top = mark.adjusted(0, -AROUND_MARK_PX, 0, AROUND_MARK_PX), mark.center().y() - view.height() / 2
        top = min(max(top, page.top() - GAP_PX), page.bottom() + GAP_PX - view.height())
    return view.top() if view.top() <= seen.top() and seen.bottom() <= view.bottom() else top


def left_showing(mark: QRectF, view: QRectF) -> float:
    """Return the left edge of a view that shows a mark: the view's own if it does so already."""
    is_seen = view.left() <= mark.left() and mark.right() <= view.right()
    return view.left() if is_seen else mark.center().x() - view.width() / 2
