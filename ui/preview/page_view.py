"""The pages on the screen: drawn as far as they are seen, scrolled, zoomed and clicked on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.basics.theme import colours
from ui.preview.page_layout import (
    LEAST_SCALE,
    MOST_SCALE,
    PAGE_POINTS,
    ZOOM_STEP,
    Fit,
    left_showing,
    page_at,
    page_boxes,
    pages_seen,
    scale_for,
    top_showing,
)
from ui.preview.page_painter import paint_mark, paint_page
from ui.preview.places import LINE, Mark
from ui.preview.worker import Drawn, Wanted

WIDEST_PICTURE_PX = 2600  # of a page; one that is zoomed larger is stretched
STEP_PX = 40
TABLE_POINTS = 10.5  # the size of the words in tables
FOLLOWED = {Fit.WIDTH, Fit.WHOLE, Fit.TWO}
LONGEST_PERCENTAGE = 4  # digits


class PageView(QAbstractScrollArea):
    """Shows pages. `wanted` is emitted with those that are to be drawn, `clicked` with a page counted from 0 and a point of it
    in points, `seen` with the pages that most is seen of, `sized` when the user has chosen another size."""

    wanted = Signal(list)
    clicked = Signal(int, QPointF)
    seen = Signal(list)
    sized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fit, self._free = Fit.WHOLE, 1.0
        self._is_chosen = False  # whether the user wanted the pages in a size
        self._drawings: list[bytes] = []
        self._pictures: dict[int, Drawn] = {}
        self._marks: list[Mark] = []
        self._due = False  # whether the marks are to be scrolled to as soon as there are any
        self._stays = False  # whether what is seen is what was scrolled to for the marks
        self._boxes: list[QRectF] = []
        self._asked: list[Wanted] = []
        self.page = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("预览的页面")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(STEP_PX)
            bar.valueChanged.connect(self._look)
            bar.actionTriggered.connect(self._stay)

    # What is shown.

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._drawings)

    def show_pages(self, drawings: Sequence[bytes]) -> None:
        """Show pages, SVG each; what is seen of the former stays until the new ones are drawn."""
        self._drawings = list(drawings)
        self._pictures = {page: one for page, one in self._pictures.items() if page < len(drawings)}
        self._lay_out()

    def show_picture(self, drawn: Drawn) -> None:
        """Show a page that was drawn."""
        if drawn.wanted.page < len(self._drawings):
            self._pictures[drawn.wanted.page] = drawn
            self.viewport().update(self._shown(drawn.wanted.page).toAlignedRect())

    def show_marks(self, marks: Sequence[Mark], reveal: bool) -> None:
        """Mark the current field; with `reveal`, scroll there as soon as it is on a page, unless the user scrolls before.

        There it stays in sight, also where the pages change or the view does, until the user scrolls, zooms or clicks."""
        self._stays = self._stays and bool(marks)
        self._due = self._due or reveal or self._stays
        self._marks = list(marks)
        self.viewport().update()
        self._reveal()

    def _reveal(self) -> None:
        if self._due and self._marks and self._marks[0].page < len(self._boxes):
            self._due, self._stays = False, True
            box, view = self._mark_box(self._marks[0]), self._view()
            box.setHeight(min(box.height(), LINE * self.scale))
            self.verticalScrollBar().setValue(round(top_showing(self._boxes[self._marks[0].page], box, view)))
            self.horizontalScrollBar().setValue(round(left_showing(box, view)))

    def _stay(self) -> None:
        self._due = self._stays = False

    # Size.

    def set_fit(self, fit: Fit) -> None:
        """Have the size of the pages follow the view in a way."""
        self._rescale(fit, self.scale)
        self._note_choice()

    def zoom(self, steps: float) -> None:
        """Zoom in by steps, or out where they are negative."""
        self._stay()
        self._rescale(Fit.FREE, self.scale * ZOOM_STEP**steps)
        self._note_choice()

    def _note_choice(self) -> None:
        self._is_chosen = True
        self.sized.emit()

    def suit_place(self, beside: bool) -> None:
        """Have a size that suits the place of the pages, until the user chooses one: beside the form whole pages, in its place
        pages whose tables are as easy to read as the window."""
        fit = Fit.WHOLE if beside else Fit.READABLE
        if not self._is_chosen and fit is not self.fit:
            self._rescale(fit, QFontInfo(self.font()).pixelSize() / TABLE_POINTS)

    @property
    def size_words(self) -> str:
        """The size in words to be stored: what it follows, or the percentage that was zoomed to."""
        return str(round(100 * self.scale)) if self.fit is Fit.FREE else self.fit

    def restore_size(self, words: str) -> None:
        """Follow what was stored; other words change nothing."""
        if words.isascii() and words.isdecimal() and len(words) <= LONGEST_PERCENTAGE:
            self._rescale(Fit.FREE, int(words) / 100)
        elif words in FOLLOWED:
            self._rescale(Fit(words), self.scale)
        else:
            return
        self._is_chosen = True

    @property
    def scale(self) -> float:
        """The pixels to the point."""
        return scale_for(self.fit, QSizeF(self.viewport().size()), self._free)

    def _rescale(self, fit: Fit, free: float) -> None:
        """Change the size; the marks stay in sight, or the middle of what is seen where it is."""
        middle, page = self._view().center(), self.page
        before = self._boxes[page] if self._boxes else QRectF()
        self.fit, self._free = fit, max(LEAST_SCALE, min(MOST_SCALE, free))
        self._lay_out()
        if self._boxes and before.height() and not self._stays:
            box, half = self._boxes[page], self.viewport().height() / 2
            share = (middle - before.topLeft()).y() / before.height()
            self.verticalScrollBar().setValue(int(box.top() + share * box.height() - half))
            across = (middle - before.topLeft()).x() / before.width()
            self.horizontalScrollBar().setValue(int(box.left() + across * box.width() - self.viewport().width() / 2))

    def _lay_out(self) -> None:
        columns = 2 if self.fit is Fit.TWO else 1
        view = self.viewport().size()
        self._boxes = page_boxes(len(self._drawings), self.scale, columns, view.width())
        whole = self._boxes[-1].bottomRight() if self._boxes else QPointF()
        right = max((box.right() for box in self._boxes), default=0.0)
        gap = self._boxes[0].top() if self._boxes else 0
        for bar, size, room in (
            (self.verticalScrollBar(), whole.y() + gap, view.height()),
            (self.horizontalScrollBar(), right, view.width()),
        ):
            bar.setPageStep(room)
            bar.setRange(0, max(0, int(size) - room))
        self._look()
        self._due = self._due or self._stays
        self._reveal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to fit the pages again, with the marks in sight or the same place of them at the upper edge."""
        box = self._boxes[self.page] if self._boxes else QRectF()
        share = (self._view().top() - box.top()) / box.height() if box.height() else 0.0
        super().resizeEvent(event)
        self._lay_out()
        if self._boxes and not self._stays:
            box = self._boxes[self.page]
            self.verticalScrollBar().setValue(int(box.top() + share * box.height()))

    # What is seen.

    def _view(self) -> QRectF:
        """What of all the pages is seen."""
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QRectF(left, top, self.viewport().width(), self.viewport().height())

    def _shown(self, page: int) -> QRectF:
        return self._boxes[page].translated(-self._view().topLeft())

    def _mark_box(self, mark: Mark) -> QRectF:
        """Where a mark stands among all the pages."""
        page, scale = self._boxes[mark.page], self.scale
        box = QRectF(mark.box.topLeft() * scale, mark.box.size() * scale)
        return box.translated(page.topLeft())

    def seen_pages(self) -> list[int]:
        """Return the pages that anything is seen of."""
        view = self._view()
        return [page for page, box in enumerate(self._boxes) if box.intersects(view)]

    def _look(self) -> None:
        """Ask for the pages that are seen and not drawn, forget those far off, and tell which page is seen."""
        self.viewport().update()
        near = self.seen_pages()
        keep = range(near[0] - 1, near[-1] + 2) if near else range(0)
        self._pictures = {page: one for page, one in self._pictures.items() if page in keep}
        asked = [one for page in near if not self._has(one := self._wish(page))]
        if asked and asked != self._asked and self.isVisible():
            self.wanted.emit(asked)
        self._asked = asked
        seen = pages_seen(self._boxes, self._view())
        self.page = seen[0] if seen else 0
        self.seen.emit(seen)

    def showEvent(self, event: QShowEvent) -> None:
        """Reimplemented to ask for what was not needed so far."""
        super().showEvent(event)
        self._asked = []
        self._look()

    def _wish(self, page: int) -> Wanted:
        scale = self.scale * self.devicePixelRatioF()
        width = min(round(PAGE_POINTS.width() * scale), WIDEST_PICTURE_PX)
        height = round(width * PAGE_POINTS.height() / PAGE_POINTS.width())
        return Wanted(page, self._drawings[page], QSize(width, height))

    def _has(self, wanted: Wanted) -> bool:
        drawn = self._pictures.get(wanted.page)
        return drawn is not None and drawn.wanted == wanted

    def is_drawn(self) -> bool:
        """Return whether all that is seen is up to date."""
        return all(self._has(self._wish(page)) for page in self.seen_pages())

    # Events.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Reimplemented to paint the pages; they are white in every look."""
        painter, shades = QPainter(self.viewport()), colours()
        painter.fillRect(event.rect(), QColor(shades.total))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self.seen_pages():
            box = self._shown(page)
            drawn = self._pictures.get(page)
            paint_page(painter, box, drawn.picture if drawn else None, self.devicePixelRatioF())
            painter.setPen(QPen(QColor(shades.line)))
            painter.drawRect(box)
        for mark in self._marks:
            if mark.page < len(self._boxes):
                paint_mark(painter, self._mark_box(mark).translated(-self._view().topLeft()), mark.is_cell)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Reimplemented to tell where a page was clicked on."""
        point = event.position() + self._view().topLeft()
        page = page_at(self._boxes, point)
        if event.button() == Qt.MouseButton.LeftButton and page is not None:
            self._stay()
            self.clicked.emit(page, (point - self._boxes[page].topLeft()) * (1 / self.scale))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Reimplemented to zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(event.angleDelta().y() / 120)
            event.accept()
        else:
            self._stay()
            super().wheelEvent(event)
