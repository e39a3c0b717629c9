"""The window: the start page or an open document, menus and tool bar. It knows no rules of the report.

What only an open document needs is imported when the first one is opened: that halves the time to the first paint."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget

from ui.basics.settings import LOOKS, SCALES, Settings
from ui.basics.theme import dress
from ui.basics.widgets import draw_icons
from ui.window.actions import MENUS, TOOLS, Actions
from ui.window.document_actions import DocumentActions
from ui.window.open_actions import OpenActions, year_reported
from ui.window.session import DocumentSession
from ui.window.start_page import StartPage

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from ui.view.document_view import DocumentView

PROGRAM = "政府信息公开年报"


class Window(DocumentSession):
    """The main window: what opens reports, `opening`, and what goes out of it, `output`, around the document of its host."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.opening, self.output = OpenActions(self), DocumentActions(self)
        self.setAcceptDrops(True)
        self.commands = Actions(self)
        self._add_menus()
        opening = self.opening
        self.start = StartPage(
            year_reported(date.today()), opening.new, opening.next_year, opening.open, opening.show_example
        )
        self.start.recent.connect(opening.open_path)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self.setCentralWidget(self._pages)
        self.show_start()

    def _add_menus(self) -> None:
        for title, names in MENUS.items():
            menu = self.menuBar().addMenu(title)
            self.commands.fill(menu, names)
            if "open" in names:
                self._recent_menu = QMenu("最近打开(&R)", self)
                self._recent_menu.aboutToShow.connect(self._list_recent)
                menu.insertMenu(self.commands["paste_report"], self._recent_menu)
            if "larger" in names:
                looks = menu.addMenu("外观(&A)")
                for look, words in LOOKS.items():
                    looks.addAction(words, lambda look=look: self.choose_look(look))

    def _add_tools(self) -> None:
        """The tool bar comes with the first document; the start page says the same in larger letters."""
        tools = self.addToolBar("工具栏")
        tools.setMovable(False)
        tools.toggleViewAction().setVisible(False)
        tools.setToolButtonStyle(tools.toolButtonStyle().ToolButtonTextBesideIcon)
        self.commands.draw()
        self.commands.fill(tools, TOOLS)
        self._tools = tools

    # What is open.

    def show_start(self) -> None:
        """Shows the start page."""
        self.close_document()
        self.start.show_recent(self.settings.recent)
        self._pages.setCurrentWidget(self.start)
        self._refresh()

    def show_view(self, view: DocumentView) -> None:
        """Shows what has been opened instead of what was shown."""
        document = self.document
        assert document
        if not hasattr(self, "_tools"):
            self._add_tools()
        self._pages.addWidget(view)
        self._pages.setCurrentWidget(view)
        document.changed.connect(self._refresh_name)
        document.stack.cleanChanged.connect(self._refresh)
        document.stack.indexChanged.connect(self._refresh_undo)
        document.file_changed.connect(self._refresh)
        self._refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes a draft file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the draft that was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.opening.open_path(paths[0])

    # What the window says of itself.

    def _refresh(self) -> None:
        document = self.document
        file = f"（{document.path.name if document.path else '还没有存成文件'}）" if document else ""
        read_only = "（只读）" if document and document.read_only else ""
        self.setWindowTitle(f"{document.title}{file}{read_only}[*] — {PROGRAM}" if document else PROGRAM)
        self.setWindowModified(bool(document and document.unsaved))
        self.commands.enable(bool(document))
        self._refresh_undo()

    def _refresh_name(self, names: set[str]) -> None:
        if names & {"unit", "year"}:
            self._refresh()

    def _refresh_undo(self) -> None:
        """What stands in an open field can be undone too, so the commands stay enabled; they say what they would do."""
        if self.document:
            stack = self.document.stack
            self.commands["undo"].setToolTip(f"撤销：{stack.undoText()}" if stack.canUndo() else "没有可以撤销的")
            self.commands["redo"].setToolTip(f"重做：{stack.redoText()}" if stack.canRedo() else "没有可以重做的")

    def _list_recent(self) -> None:
        self._recent_menu.clear()
        for path in self.settings.recent:
            self._recent_menu.addAction(str(path), lambda path=path: self.opening.open_path(path))
        if self._recent_menu.isEmpty():
            self._recent_menu.addAction("（还没有）").setEnabled(False)

    def larger(self) -> None:
        """Makes everything a step larger."""
        self._scale(next((step for step in SCALES if step > self.settings.scale), SCALES[-1]))

    def smaller(self) -> None:
        """Makes everything a step smaller."""
        self._scale(next((step for step in reversed(SCALES) if step < self.settings.scale), SCALES[0]))

    def normal(self) -> None:
        """Gives everything its own size again."""
        self._scale(100)

    def _scale(self, percent: int) -> None:
        self.settings.scale = percent
        self._dress()
        if self.view:
            self.view.say(f"显示大小：{percent}%")

    def choose_look(self, look: str) -> None:
        """Takes the light or the dark colours, or those of the desktop; `look` is a key of settings.LOOKS."""
        self.settings.look = look
        self._dress()

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dress(app, self.settings.look, self.settings.scale)
        if hasattr(self, "_tools"):
            self.commands.draw()
        draw_icons(self)
