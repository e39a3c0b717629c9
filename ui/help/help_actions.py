"""What F1, the guide to a row and 全年没有申请 do in an open report."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QWidget

from model.report.help_texts import told_of
from ui.document.open_document import OpenDocument
from ui.help.guide_dialog import GuideDialog
from ui.help.help_dialog import HelpDialog
from ui.help.quiet_year_dialog import DONE, QuietYearDialog


class HelpActions:
    """The dialogs over one report; none of them stops the window."""

    def __init__(
        self,
        document: OpenDocument,
        place: Callable[[], str],
        go_to: Callable[[str], None],
        say: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        """Create them; `place` returns the name of the place with the cursor, `go_to` goes to a name, `say` tells what was done."""
        self._document, self._place, self._go_to, self._say, self._parent = document, place, go_to, say, parent
        self.dialog: HelpDialog | None = None
        self.guiding: GuideDialog | None = None
        self.quiet: QuietYearDialog | None = None

    def help(self) -> None:
        """Show all that is said of the place with the cursor."""
        if not self.dialog:
            guide = self.guide if self._document.report.form.guide.first else None
            self.dialog = HelpDialog(guide, self._parent)
        self._tell()
        self.dialog.take_place(self._spot())
        self.dialog.show()
        self.dialog.activateWindow()
        self.dialog.text.setFocus()

    def follow(self) -> None:
        """Show in the open dialog what is said of the place that has become the current one."""
        if self.dialog and self.dialog.isVisible():
            self._tell()
            self.dialog.keep_clear_of(self._spot())

    def close_help(self) -> bool:
        """Close the help on a place; return whether it was open."""
        was_open = self.dialog is not None and self.dialog.isVisible()
        if self.dialog:
            self.dialog.close()
        return was_open

    def _spot(self) -> QRect:
        """Return where on the screen the keys go to: the current cell, the line with the caret, or a field."""
        window = self._parent.window()
        field = window.focusWidget() or window
        rect = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        rect = QRectF(rect).toRect() if rect else field.rect()
        return QRect(field.mapToGlobal(rect.topLeft()), rect.size())

    def _tell(self) -> None:
        if self.dialog:
            self.dialog.show_told(told_of(self._document.report, self._place()))

    def guide(self) -> None:
        """Ask the questions that lead to a row."""
        self.guiding = GuideDialog(self._document.report.form, self._place().rpartition(".")[2], self._parent)
        self.guiding.chosen.connect(self._go_to_cell)
        self.guiding.finished.connect(self.guiding.deleteLater)
        self.guiding.open()

    def _go_to_cell(self, name: str) -> None:
        if self.dialog:
            self.dialog.close()
        self._go_to(name)

    def quiet_year(self) -> None:
        """Offer to fill in a year without any request, if that is not done; what is taken is one step to undo."""
        self.quiet = QuietYearDialog(self._document.report, self._parent)
        if self.quiet.is_done:
            self.quiet.deleteLater()
            self._say(DONE)
            return
        self.quiet.accepted.connect(self._fill)
        self.quiet.finished.connect(self.quiet.deleteLater)
        self.quiet.open()

    def _fill(self) -> None:
        if not self.quiet:
            return
        changes, told = self.quiet.changes, self.quiet.told
        if changes:
            self._document.edit(changes, "全年没有申请")
        if not self._document.read_only:
            self._say(told)
