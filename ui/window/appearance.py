"""How large all is drawn and in which colours: chosen in the menu, kept for the next start."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from ui.basics.defaults import ZOOM_STEPS_PERCENT
from ui.basics.settings import LOOKS, Settings
from ui.basics.theme import apply_theme


class Appearance(QObject):
    """The zoom and the colour scheme. `changed` is emitted when icons must be drawn anew, `scaled` with another zoom in percent."""

    changed = Signal()
    scaled = Signal(int)

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.looks: dict[str, QAction] = {}

    def add_looks(self, menu: QMenu) -> None:
        """Add the colour schemes, of which the chosen one is checked."""
        group = QActionGroup(self)
        for look, words in LOOKS.items():
            action = QAction(words, group)
            action.setCheckable(True)
            action.setChecked(look == self._settings.look)
            action.triggered.connect(lambda _=False, look=look: self.choose_look(look))
            menu.addAction(action)
            self.looks[look] = action

    def larger(self) -> None:
        """Zoom in by one step."""
        self._scale(next((step for step in ZOOM_STEPS_PERCENT if step > self._settings.scale), ZOOM_STEPS_PERCENT[-1]))

    def smaller(self) -> None:
        """Zoom out by one step."""
        self._scale(
            next((step for step in reversed(ZOOM_STEPS_PERCENT) if step < self._settings.scale), ZOOM_STEPS_PERCENT[0])
        )

    def normal(self) -> None:
        """Reset the zoom."""
        self._scale(100)

    def choose_look(self, look: str) -> None:
        """Set the colour scheme; `look` is a key of `settings.LOOKS`."""
        self._settings.look = look
        self.apply()

    def _scale(self, percent: int) -> None:
        self._settings.scale = percent
        self.apply()
        self.scaled.emit(percent)

    def apply(self) -> None:
        """Draw all as the settings say."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, self._settings.look, self._settings.scale)
        self.looks[self._settings.look].setChecked(True)
        self.changed.emit()
