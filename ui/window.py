"""The window: start page or tabs, menus and tool bar. It knows no rules of the report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from model.faults import Fault
from model.form import editions, load_form
from model.report import Report, new_report
from model.search import Match
from ui import messages
from ui.actions import MENUS, TOOLS, Actions
from ui.document import OpenDocument
from ui.editor import Editor
from ui.find_bar import FindBar
from ui.handing_over import export_word, save_as, save_document, title_of
from ui.look import RESOURCES, dress, icon
from ui.settings import LOOKS, SCALES, Settings
from ui.start_page import StartPage
from ui.still_open import still_open

PROGRAM = "政府信息公开年报"
EXAMPLE = RESOURCES / "example.toml"
SHOWN_FOR = 6000  # milliseconds


class Window(QMainWindow):
    """The main window; `document` is the report that is open, if any."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.document: OpenDocument | None = None
        self.editor: Editor | None = None
        self.setWindowIcon(icon("app", 64))
        self.setAcceptDrops(True)
        self._add_actions()
        self._add_pages()
        self._add_status()
        self.show_start()

    # Building.

    def _add_actions(self) -> None:
        self.actions_ = Actions(self, self)
        for title, names in MENUS.items():
            menu = self.menuBar().addMenu(title)
            self.actions_.fill(menu, names)
            if "open" in names:
                self._recent_menu = menu.addMenu("最近打开(&R)")
                menu.insertMenu(self.actions_["save"], self._recent_menu)
                self._recent_menu.aboutToShow.connect(self._list_recent)
            if "larger" in names:
                self._add_looks(menu)
        self._tools = self.addToolBar("工具栏")
        self._tools.setMovable(False)
        self._tools.setContextMenuPolicy(self._tools.contextMenuPolicy().PreventContextMenu)
        self._tools.setToolButtonStyle(self._tools.toolButtonStyle().ToolButtonTextBesideIcon)
        self.actions_.fill(self._tools, TOOLS)

    def _add_looks(self, menu: QMenu) -> None:
        looks, group = menu.addMenu("外观(&A)"), QActionGroup(self)
        for look, words in LOOKS.items():
            action = QAction(words, self)
            action.setCheckable(True)
            action.setChecked(look == self.settings.look)
            action.triggered.connect(lambda _=False, look=look: self._choose_look(look))
            group.addAction(action)
            looks.addAction(action)

    def _add_pages(self) -> None:
        self.start = StartPage(year_reported(date.today()), self.new, self.open, self.show_example)
        self.start.recent.connect(self.open_path)
        self.find_bar = FindBar()
        self.find_bar.found.connect(self._show_match)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.find_bar)
        self.setCentralWidget(middle)

    def _add_status(self) -> None:
        self.open_places = QPushButton()
        self.open_places.setObjectName("quiet")
        self.open_places.clicked.connect(self._go_to_open)
        self.statusBar().addWidget(self.open_places, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._next_open = ""
        # Counting what is empty is put off until the clerk pauses, so that it is never in the way of typing.
        self._status_timer = QTimer(self)
        self._status_timer.setSingleShot(True)
        self._status_timer.setInterval(150)
        self._status_timer.timeout.connect(self._show_open)

    # Opening and closing.

    def show_start(self) -> None:
        """Shows the start page."""
        self._close_editor()
        self.start.show_recent(self.settings.recent)
        self._pages.setCurrentWidget(self.start)
        self._refresh()

    def set_document(self, document: OpenDocument) -> None:
        """Shows a document in the tabs."""
        self._close_editor()
        self.document, self.editor = document, Editor(document)
        document.setParent(self)
        self._pages.addWidget(self.editor)
        self._pages.setCurrentWidget(self.editor)
        self.find_bar.set_document(document)
        document.changed.connect(lambda names: self._status_timer.start())
        document.changed.connect(self._refresh_name)
        document.stack.cleanChanged.connect(self._refresh)
        document.stack.indexChanged.connect(self._refresh_undo)
        document.file_changed.connect(self._refresh)
        self._refresh()
        self._show_open()

    def _close_editor(self) -> None:
        if self.editor and self.document:
            self.find_bar.set_document(None)
            self._pages.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.document.deleteLater()
            self.editor = self.document = None

    def new(self) -> None:
        """Begins this year's report on the newest form."""
        if self.may_leave():
            self._guarded(lambda: self.set_document(OpenDocument(self._new_report())))

    def _new_report(self) -> Report:
        return new_report(load_form(editions()[-1]), year_reported(date.today()))

    def open(self) -> None:
        """Asks for a draft and opens it."""
        path = messages.ask_draft(self, self.settings.folder)
        if path:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Opens a draft; a file that cannot be used is named, and what is open stays."""

        def act() -> None:
            document = OpenDocument.opened(path.absolute())
            if self.may_leave():
                self.settings.remember(path.absolute())
                self.set_document(document)

        self._guarded(act)

    def show_example(self) -> None:
        """Opens a copy of the example, which is nobody's file."""

        def act() -> None:
            document = OpenDocument.opened(EXAMPLE)
            document.path = None
            if self.may_leave():
                self.set_document(document)

        self._guarded(act)

    def may_leave(self) -> bool:
        """Whether what is open may be closed: nothing unsaved, or the clerk has decided."""
        if not self.document:
            return True
        if not self._committed():
            return False
        if not self.document.unsaved:
            return True
        answer = messages.ask_save(self, title_of(self.document))
        return answer == "discard" or (answer == "save" and self.save())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks before unsaved changes are lost."""
        event.setAccepted(self.may_leave())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes a draft file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the draft that was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_path(paths[0])

    # Saving and exporting.

    def save(self) -> bool:
        """Saves the draft; True when it is on the disk."""
        return self._saved(save_document)

    def save_as(self) -> bool:
        """Saves the draft under another name; True when it is on the disk."""
        return self._saved(save_as)

    def _saved(self, way: Callable[[QWidget, Settings, OpenDocument], bool]) -> bool:
        document = self.document
        if not document or not self._committed():
            return False
        done = self._guarded(lambda: way(self, self.settings, document))
        if done:
            self.statusBar().showMessage(f"已保存：{document.path}", SHOWN_FOR)
        return bool(done)

    def export(self) -> None:
        """Writes the Word document, after telling what is still open."""
        document = self.document
        if not document or not self._committed():
            return
        place = self._guarded(lambda: export_word(self, self.settings, document))
        if isinstance(place, str) and place and self.editor:
            self.editor.go_to(place)

    def _committed(self) -> bool:
        """Takes over what is being typed; where that cannot be done, says so and stays."""
        fault = self.editor.commit() if self.editor else ""
        if fault:
            messages.tell(self, fault)
        return not fault

    def _guarded(self, act: Callable[[], object]) -> object:
        """Does something; a fault is told and leaves all as it was."""
        try:
            return act()
        except Fault as fault:
            messages.tell(self, str(fault))
            return None

    # Editing.

    def undo(self) -> None:
        """Takes back the last thing done, wherever it was; what is being typed comes first."""
        if self.document and self.editor and self.editor.settle():
            self.editor.following(self.document.stack.undo)

    def redo(self) -> None:
        """Does again what was taken back."""
        if self.document and self.editor and self.editor.settle():
            self.editor.following(self.document.stack.redo)

    def search(self) -> None:
        """Opens the bar that finds."""
        self.find_bar.open_bar(replacing=False)

    def replace(self) -> None:
        """Opens the bar that finds and replaces."""
        self.find_bar.open_bar(replacing=True)

    def find_next(self) -> None:
        """Shows the next place of the words looked for."""
        self.find_bar.go(1)

    def find_previous(self) -> None:
        """Shows the place before."""
        self.find_bar.go(-1)

    def _show_match(self, match: Match) -> None:
        if self.editor:
            self.editor.go_to(match.name, match.start, match.length)

    def _go_to_open(self) -> None:
        if self.editor and self._next_open:
            self.editor.go_to(self._next_open)

    # What the window says of itself.

    def _refresh(self) -> None:
        document = self.document
        self.setWindowTitle(f"{title_of(document)}[*] — {PROGRAM}" if document else PROGRAM)
        self.setWindowModified(bool(document and document.unsaved))
        self.actions_.enable(bool(document))
        self.open_places.setVisible(bool(document))
        self._refresh_undo()

    def _refresh_undo(self) -> None:
        stack = self.document.stack if self.document else None
        for name, can, text in (
            ("undo", stack and stack.canUndo(), stack and stack.undoText()),
            ("redo", stack and stack.canRedo(), stack and stack.redoText()),
        ):
            # An open field can be undone before anything is on the stack.
            self.actions_[name].setEnabled(bool(self.document))
            words = "撤销" if name == "undo" else "重做"
            self.actions_[name].setToolTip(f"{words}：{text}" if can else f"没有可以{words}的")

    def _show_open(self) -> None:
        places = still_open(self.document.report) if self.document else []
        self._next_open = places[0].first if places else ""
        words = "　".join(f"{place.place}：{place.words}" for place in places)
        self.open_places.setText(f"未填 — {words}" if places else "全部填好了。")
        self.open_places.setToolTip("点一下，到第一个没填的地方" if places else "")

    def _refresh_name(self, names: set[str]) -> None:
        if names & {"unit", "year"}:
            self._refresh()

    def _list_recent(self) -> None:
        self._recent_menu.clear()
        for path in self.settings.recent:
            self._recent_menu.addAction(str(path), lambda path=path: self.open_path(path))
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
        self.statusBar().showMessage(f"显示大小：{percent}%", SHOWN_FOR)

    def _choose_look(self, look: str) -> None:
        self.settings.look = look
        self._dress()

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dress(app, self.settings.look, self.settings.scale)
        self.actions_.draw()


def year_reported(today: date) -> int:
    """The year that a report begun today is on: reports are written from late in the year into the next spring."""
    return today.year if today.month >= 7 else today.year - 1
