"""The form with the preview beside it where there is room for both, otherwise one in place of the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from ui.basics.defaults import PREVIEW_BESIDE_FROM_CHARACTERS, PREVIEW_FORM_SHARE_PERCENT
from ui.basics.settings import Settings
from ui.basics.widgets import timer
from ui.document.open_document import OpenDocument

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.preview.preview import Preview


class PreviewSplitter(QSplitter):
    """Holds the form and, once it was wanted, the preview. `switched` is emitted with whether it is open.

    `place` returns the name of the current field, `go_to` goes to a field by its name and a character of its text, `commit` takes
    over what is being typed."""

    switched = Signal(bool)

    def __init__(
        self,
        form: QWidget,
        document: OpenDocument,
        place: Callable[[], str],
        go_to: Callable[[str, int], object],
        commit: Callable[[], object],
    ) -> None:
        super().__init__()
        self._form, self._document = form, document
        self._place, self._go_to, self._commit = place, go_to, commit
        self._settings: Settings | None = None
        self.is_open = False
        self.setProperty("childrenCollapsible", False)
        self.addWidget(form)
        self._later = timer(self, 0, self.toggle)
        self._made = timer(self, 0, self._arrange)
        self._loaded = timer(self, 0, self._make)
        self.splitterMoved.connect(self._keep_share)

    @cached_property
    def preview(self) -> Preview:
        """The preview, loaded when it is first opened."""
        from ui.preview.preview import Preview

        made = Preview(self._document, self._place, self._go_to)
        made.hide()
        made.closed.connect(self.close_preview)
        if self._settings:
            made.pages.restore_size(self._settings.preview_size)
        made.pages.sized.connect(self._keep_size)
        self.addWidget(made)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(made.follow)
        return made

    @property
    def shown(self) -> list[QWidget]:
        """The preview if it is on the screen, for the way from area to area."""
        return [self.preview] if self.is_open else []

    def restore(self, settings: Settings) -> None:
        """Follow the settings: the preview comes back once the report is on the screen, where it stood beside it."""
        self._settings = settings
        if settings.preview and self.has_room:
            self._later.start()

    @property
    def has_room(self) -> bool:
        """Whether there is room for both side by side."""
        return self.width() >= PREVIEW_BESIDE_FROM_CHARACTERS * self.fontMetrics().horizontalAdvance("国")

    def room_of_form(self, width: int) -> int:
        """Return how much of a width is the form's."""
        return width * self._share // 100 if self.is_open and self.has_room else width

    @property
    def _share(self) -> int:
        return self._settings.preview_share if self._settings else PREVIEW_FORM_SHARE_PERCENT

    @Slot()
    def toggle(self) -> None:
        """Open or close the preview."""
        self.is_open = not self.is_open
        if self._settings:
            self._settings.preview = self.is_open
        if self.is_open and not self.has_room:
            self._commit()
        if self.is_open and "preview" not in vars(self):
            self._load()
        else:
            self._arrange()
        self.switched.emit(self.is_open)

    def _load(self) -> None:
        """Load the preview, make it and show it, each in a turn of its own: together they would hold up what is typed."""
        import ui.preview.preview  # noqa: F401

        self._loaded.start()

    @Slot()
    def _make(self) -> None:
        self.preview.ensurePolished()
        self._made.start()

    @Slot()
    def close_preview(self) -> None:
        """Close the preview if it is open."""
        if self.is_open:
            self.toggle()

    @Slot()
    def make_way(self) -> None:
        """Close the preview if it stands in the place of the form, of which something is to be shown."""
        if not self.has_room:
            self.close_preview()

    @Slot()
    def follow(self) -> None:
        """Mark the current field on its page."""
        if self.is_open:
            self.preview.follow()

    @Slot()
    def _arrange(self) -> None:
        """Show the form, the preview, or both; the keys go where something is left to press them for."""
        if not self.is_open and "preview" not in vars(self):
            return
        alone = self.is_open and not self.has_room
        self.preview.pages.suit_place(beside=not alone)
        if self.is_open and self.preview.isHidden():
            self.preview.show()
            self._take_share()
        if alone and not self._form.isHidden():
            self.preview.take_keys()
        elif not alone and self._form.isHidden():
            self._form.show()
            self._take_share()
            self._give_back_keys()
        elif not self.is_open:
            self._give_back_keys()
        self._form.setVisible(not alone)
        self.preview.setVisible(self.is_open)

    def _give_back_keys(self) -> None:
        """Give the focus back to the form if the preview has it."""
        focused, before = QApplication.focusWidget(), self._form.focusWidget()
        if before and focused and self.preview.isAncestorOf(focused):
            before.setFocus()

    def _take_share(self) -> None:
        width = self.width()
        self.setSizes([width * self._share // 100, width - width * self._share // 100])

    def _keep_share(self) -> None:
        sizes = self.sizes()
        if self._settings and all(sizes):
            self._settings.preview_share = 100 * sizes[0] // sum(sizes)

    @Slot()
    def _keep_size(self) -> None:
        if self._settings:
            self._settings.preview_size = self.preview.pages.size_words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to put the preview beside the form or in its place."""
        super().resizeEvent(event)
        if self.is_open:
            self._arrange()
