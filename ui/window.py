"""The window: the start page or an open document, menus and tool bar. It knows no rules of the report.

What only an open document needs is imported when the first one is opened: that halves the time to the first paint."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget

from model.faults import Fault
from ui.actions import MENUS, TOOLS, Actions
from ui.look import RESOURCES, dress
from ui.settings import LOOKS, SCALES, Settings
from ui.start_page import StartPage
from ui.widgets import draw_icons

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from ui.desk import Desk
    from ui.document import OpenDocument
    from ui.recovery_keeper import Keeper

PROGRAM = "政府信息公开年报"
EXAMPLE = RESOURCES / "example.toml"
Result = TypeVar("Result")


class Window(QMainWindow):
    """The main window; `document` is the report that is open, if any, and `desk` what shows it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.document: OpenDocument | None = None
        self.desk: Desk | None = None
        self.keeper: Keeper | None = None
        self.setAcceptDrops(True)
        self.commands = Actions(self)
        self._add_menus()
        self.start = StartPage(year_reported(date.today()), self.new, self.next_year, self.open, self.show_example)
        self.start.recent.connect(self.open_path)
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

    # Opening and closing.

    def show_start(self) -> None:
        """Shows the start page."""
        self.close_document()
        self.start.show_recent(self.settings.recent)
        self._pages.setCurrentWidget(self.start)
        self._refresh()

    def set_document(self, document: OpenDocument) -> None:
        """Shows a document instead of what was shown."""
        from ui.desk import Desk
        from ui.recovery_keeper import Keeper

        desk = Desk(document)
        self.close_document()
        self.document, self.desk = document, desk
        self.keeper = Keeper(document, self.settings.recovery_folder)
        self.keeper.failed.connect(desk.say)
        document.setParent(self)
        if not hasattr(self, "_tools"):
            self._add_tools()
        self._pages.addWidget(desk)
        self._pages.setCurrentWidget(desk)
        document.changed.connect(self._refresh_name)
        document.stack.cleanChanged.connect(self._refresh)
        document.stack.indexChanged.connect(self._refresh_undo)
        document.file_changed.connect(self._refresh)
        self._refresh()

    def close_document(self) -> None:
        """Lets go of what is open, without asking."""
        if self.desk and self.document:
            if self.keeper:
                self.keeper.close()
            self._pages.removeWidget(self.desk)
            self.desk.hide()
            self.desk.deleteLater()
            self.document.deleteLater()
            self.desk = self.document = self.keeper = None

    def new(self) -> None:
        """Begins this year's report on the newest form."""
        from model.form import editions, load_form
        from model.report import new_report
        from ui.document import OpenDocument

        def act() -> None:
            report = new_report(load_form(editions()[-1]), year_reported(date.today()))
            if self.may_leave():
                self.set_document(OpenDocument(report))

        self._guarded(act)

    def open(self) -> None:
        """Asks for a draft and opens it."""
        from ui import messages

        path = messages.ask_report(self, "打开草稿或读入文档", self.settings.folder)
        if path:
            self.open_path(path)

    def next_year(self) -> None:
        """Asks for last year's report, a draft or a document, and begins this year's from it."""
        from ui import messages
        from ui.taking_in import start_from_last

        path = messages.ask_report(self, "选上年的草稿或文档", self.settings.folder)
        if path:
            self._guarded(lambda: self._show_new(start_from_last(self, path, self.may_leave)))

    def paste_report(self) -> None:
        """Reads the report that was copied from a web page or a document."""
        from ui.taking_in import take_in_clipboard

        data = QApplication.clipboard().mimeData()
        page, text = (data.html() if data.hasHtml() else "", data.text()) if data else ("", "")
        self._guarded(lambda: self._show_new(take_in_clipboard(self, page, text, self.document, self.may_leave)))

    def _show_new(self, document: OpenDocument | None) -> None:
        """Shows a document that has no file yet."""
        if document:
            self.set_document(document)

    def open_path(self, path: Path) -> None:
        """Opens a draft or reads a document; a file that cannot be used is named, and what is open stays."""
        from model.draft_file import is_draft
        from ui.document import OpenDocument

        def act() -> None:
            if not is_draft(path):
                self._take_in(path)
                return
            OpenDocument.opened(path.absolute())  # refused before the clerk is asked about what is open
            if self.may_leave():
                document = OpenDocument.opened(path.absolute())  # again: it may be the file that was saved just now
                self.settings.remember(path.absolute())
                self.set_document(document)

        self._guarded(act)

    def offer_recovery(self) -> None:
        """Offers what was typed and not saved before the program went away; the first that is wanted is opened."""
        from model.files import forget_file
        from ui.recovering import recovered

        def act() -> None:
            for document, copy in recovered(self, self.settings.recovery_folder):
                self.set_document(document)
                assert self.keeper
                self.keeper.write()
                if self.keeper.finish():  # otherwise the old copy is the only one
                    forget_file(copy.path)
                return

        if any(self.settings.recovery_folder.glob("*.toml")):
            self._guarded(act)

    def _take_in(self, path: Path) -> None:
        from ui.taking_in import take_in

        self._show_new(take_in(self, path, self.document, self.may_leave))

    def show_example(self) -> None:
        """Opens a copy of the example, which is nobody's file."""
        from ui.document import OpenDocument

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
        from ui import messages

        fault = self.desk.commit() if self.desk else ""
        if fault and self.desk:
            if not messages.ask_give_up(self, fault):
                return False
            self.desk.abandon()
        if not self.document.unsaved:
            return True
        answer = messages.ask_save(self, self._title())
        return answer == "discard" or (answer == "save" and self.save())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks before unsaved changes are lost."""
        event.ignore()  # stays open, should anything unexpected come up
        if self.may_leave():
            if self.keeper:
                self.keeper.close()
            event.accept()

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
        from ui.handing_over import save_document

        return self._hand_over(lambda document: save_document(self, self.settings, document))

    def save_as(self) -> bool:
        """Saves the draft under another name; True when it is on the disk."""
        from ui.handing_over import save_as

        return self._hand_over(lambda document: save_as(self, self.settings, document))

    def _hand_over(self, act: Callable[[OpenDocument], bool]) -> bool:
        document, desk = self.document, self.desk
        if not document or not desk or not self._committed() or not self._guarded(lambda: act(document)):
            return False
        desk.say(f"已保存：{document.path}")
        return True

    def export(self) -> None:
        """Writes the Word document, after telling what is still open."""
        from ui.handing_over import export_word

        document, desk = self.document, self.desk
        if document and desk and self._committed():
            desk.checker.finish()
            place = self._guarded(lambda: export_word(self, self.settings, document))
            if place:
                desk.go_to(*place)

    def export_sheet(self) -> None:
        """Writes the 自查表 for the deputy head."""
        from ui.handing_over import export_sheet

        document, desk = self.document, self.desk
        if document and desk and self._committed():
            desk.checker.finish()
            self._guarded(lambda: export_sheet(self, self.settings, document))

    # Comparing.

    def compare(self) -> None:
        """Switches the comparison with last year's report, or with the one chosen, on or off."""
        document = self.document
        if not document:
            return
        if not document.other:
            self.compare_with()
            return
        document.compare(not document.is_compared)
        self._say_compared()

    def compare_with(self) -> None:
        """Asks for another report and shows it beside the open one."""
        from ui.comparing import compare_with_chosen

        document = self.document
        if document and self._guarded(lambda: compare_with_chosen(self, self.settings, document)):
            self._say_compared()

    def _say_compared(self) -> None:
        from ui.comparing import said_of_comparison

        if self.desk and self.document:
            self.desk.say(said_of_comparison(self.document))

    def export_comparison(self) -> None:
        """Writes the two reports side by side as a Word document."""
        from ui.handing_over import export_comparison

        document = self.document
        if document and self._committed():
            if not document.other:
                self.compare_with()
            if document.other:
                self._guarded(lambda: export_comparison(self, self.settings, document))

    def _committed(self) -> bool:
        """Takes over what is being typed; where that cannot be done, says so and stays."""
        fault = self.desk.commit() if self.desk else ""
        if fault:
            self._tell(fault)
        return not fault

    def _guarded(self, act: Callable[[], Result]) -> Result | None:
        """Does something; a fault is told and leaves all as it was."""
        try:
            return act()
        except Fault as fault:
            self._tell(str(fault))
            return None

    def _tell(self, sentence: str) -> None:
        from ui import messages

        messages.tell(self, sentence)

    # What the window says of itself.

    def _title(self) -> str:
        from ui.handing_over import title_of

        return title_of(self.document) if self.document else ""

    def _refresh(self) -> None:
        document = self.document
        self.setWindowTitle(f"{self._title()}[*] — {PROGRAM}" if document else PROGRAM)
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
        if self.desk:
            self.desk.say(f"显示大小：{percent}%")

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


def year_reported(today: date) -> int:
    """The year that a report begun today is on: reports are written from late in the year into the next spring."""
    return today.year if today.month >= 7 else today.year - 1
