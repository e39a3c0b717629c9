"""The main window: start page or open document, menus and tool bar; it knows no rules of the report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from model.faults import on_one_line
from model.report.years import year_reported
from ui.basics.defaults import ICON_SIZE_PX, PROGRAM_NAME
from ui.basics.edit_actions import press
from ui.basics.settings import Settings
from ui.basics.shortcuts import OF_THE_FOCUS, with_key
from ui.basics.theme import zoomed
from ui.basics.widgets import draw_icons, plain_tip
from ui.window.actions import MENUS, TOOLS, Actions
from ui.window.appearance import Appearance
from ui.window.county_deadline import CountyDeadline
from ui.window.pages import Pages
from ui.window.recent_list import RecentMenu
from ui.window.start_page import StartPage
from ui.window.window_place import remember_place

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from ui.document.open_document import OpenDocument
    from ui.view.document_view import DocumentView
    from ui.window.session import DocumentSession
    from ui.window.workspace import Workspace


class MainWindow(QMainWindow):
    """The main window; `workspace` holds the session and the actions on reports."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.setAcceptDrops(True)
        self.appearance = Appearance(settings, self)
        self.appearance.changed.connect(self._draw_icons)
        self.appearance.scaled.connect(self._tell_scale)
        acts = self._acts()
        self.menu_actions = Actions(self, acts)
        self._add_menus()
        self.start = StartPage(
            year_reported(date.today()), acts["new"], acts["next_year"], acts["open"], acts["show_example"]
        )
        self.start.recent.opened.connect(self.open_path)
        self.start.recent.located.connect(lambda path: self.workspace.program_actions.locate(path))
        self.start.recent.removed.connect(self._forget)
        self._deadline = CountyDeadline(settings.data_folder)
        self._pages = Pages()
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._pages, 1)
        self.setCentralWidget(whole)
        self._show_start()

    @cached_property
    def workspace(self) -> Workspace:
        """What only an open report needs; imported with the first one, as it takes half of the start-up time."""
        from ui.window.workspace import Workspace

        made = Workspace(self, self._pages.room, self.settings)
        made.session.opened.connect(self._show_view)
        made.session.closed.connect(self._show_start)
        return made

    @property
    def session(self) -> DocumentSession | None:
        """The session, or None if nothing has been opened yet."""
        return self.workspace.session if "workspace" in vars(self) else None

    @property
    def _document(self) -> OpenDocument | None:
        return self.session.document if self.session else None

    @property
    def _view(self) -> DocumentView | None:
        return self.session.view if self.session else None

    def _in_view(self, act: Callable[[DocumentView], object]) -> Callable[[], object]:
        """Return a function that calls `act` with the view of the open document, if there is one."""
        return lambda: act(self._view) if self._view else None

    def open_path(self, path: Path) -> None:
        """Open a draft or read a document."""
        self.workspace.open_actions.open_path(path)

    def _acts(self) -> dict[str, Callable[[], object]]:
        """Return the function of each action in `actions.ACTIONS`."""
        return {
            "new": lambda: self.workspace.open_actions.new(),
            "next_year": lambda: self.workspace.open_actions.next_year(),
            "open": lambda: self.workspace.open_actions.open(),
            "paste_report": lambda: self.workspace.open_actions.paste_report(),
            "show_example": lambda: self.workspace.open_actions.show_example(),
            "save": lambda: self.workspace.session.save(),
            "save_as": lambda: self.workspace.session.save_as(),
            "locate": lambda: self.workspace.document_actions.locate(),
            "versions": lambda: self.workspace.document_actions.versions(),
            "export": lambda: self.workspace.document_actions.export(),
            "export_pdf": lambda: self.workspace.document_actions.export("pdf"),
            "export_page": lambda: self.workspace.document_actions.export("page"),
            "copy_page": lambda: self.workspace.document_actions.copy_page(),
            "export_sheet": lambda: self.workspace.document_actions.export_sheet(),
            "export_comparison": lambda: self.workspace.document_actions.export_comparison(),
            "print": lambda: self.workspace.document_actions.print_report(),
            "print_blank": lambda: self.workspace.document_actions.print_blank(),
            "template": lambda: self.workspace.document_actions.template(),
            "compare": self._compare,
            "compare_with": lambda: self.workspace.document_actions.compare_with(),
            "where": lambda: self.workspace.document_actions.where(),
            "faces": lambda: self.workspace.program_actions.faces(),
            "about": lambda: self.workspace.program_actions.about(),
            "manual": lambda: self.workspace.program_actions.manual(),
            "shortcuts": lambda: self.workspace.program_actions.shortcuts(),
            "news": lambda: self.workspace.program_actions.news(),
            "transfer": self._transfer,
            "county": self._choose_county,
            "undo": self._in_view(lambda view: view.undo()),
            "redo": self._in_view(lambda view: view.redo()),
            "search": self._in_view(lambda view: view.search()),
            "replace": self._in_view(lambda view: view.replace()),
            "find_next": self._in_view(lambda view: view.find_next()),
            "find_previous": self._in_view(lambda view: view.find_previous()),
            "findings": self._in_view(lambda view: view.findings()),
            "next_finding": self._in_view(lambda view: view.next_finding()),
            "previous_finding": self._in_view(lambda view: view.previous_finding()),
            "preview": self._in_view(lambda view: view.pane.toggle()),
            "next_area": self._in_view(lambda view: view.go_to_area(1)),
            "previous_area": self._in_view(lambda view: view.go_to_area(-1)),
            "next_tab": self._in_view(lambda view: view.editor.step(1)),
            "previous_tab": self._in_view(lambda view: view.editor.step(-1)),
            **{name: partial(self._press, name) for name in OF_THE_FOCUS},
            "help": self._in_view(lambda view: view.help()),
            "guide": self._in_view(lambda view: view.guide()),
            "quiet_year": self._in_view(lambda view: view.quiet_year()),
            "sentences": self._in_view(lambda view: view.sentence_actions.offer()),
            "keep_sentence": self._in_view(lambda view: view.sentence_actions.keep()),
            "help_line": self._switch_help_line,
            "larger": self.appearance.larger,
            "smaller": self.appearance.smaller,
            "normal": self.appearance.normal,
            "close": self.close,
        }

    def _add_menus(self) -> None:
        for title, names in MENUS.items():
            menu = self.menuBar().addMenu(title)
            self.menu_actions.fill(menu, names)
            if "open" in names:
                self._recent_menu = RecentMenu(lambda: self.settings.recent, self)
                self._recent_menu.opened.connect(self.open_path)
                menu.insertMenu(self.menu_actions["paste_report"], self._recent_menu)
            if "larger" in names:
                self.appearance.add_looks(menu.addMenu("外观(&A)"))

    def _add_tools(self) -> None:
        """Add the tool bar; it comes with the first document, as the start page has the same actions."""
        from ui.window.tool_bar import ToolBar

        self._tools = ToolBar()
        self._column.insertWidget(0, self._tools)
        self._draw_tools()
        self.menu_actions.fill(self._tools, TOOLS)

    def _draw_tools(self) -> None:
        """Draw the icons of the tool bar and the menus in the current colours and size."""
        self.menu_actions.draw()
        self._tools.setIconSize(QSize(zoomed(ICON_SIZE_PX), zoomed(ICON_SIZE_PX)))

    # The open document.

    def _show_start(self) -> None:
        self.start.recent.show_paths(self.settings.recent)
        self.start.show_deadline(self._deadline.words)
        self._pages.show_page(self.start)
        self._refresh()

    def _show_view(self) -> None:
        """Show the view of the document just opened."""
        document, view = self._document, self._view
        assert document and view
        if not hasattr(self, "_tools"):
            self._add_tools()
        self._pages.show_page(view)
        self._show_help_line()
        self.menu_actions["preview"].setChecked(False)
        view.pane.switched.connect(self.menu_actions["preview"].setChecked)
        view.pane.restore(self.settings)
        document.changed.connect(self._refresh_name)
        document.stack.cleanChanged.connect(self._refresh)
        document.stack.indexChanged.connect(self._refresh_undo)
        document.file_changed.connect(self._refresh)
        document.compared.connect(self._refresh_compared)
        self._refresh()
        self._refresh_compared()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Reimplemented to ask before unsaved changes are lost."""
        event.ignore()  # first: an unexpected error must leave the window open
        if not self._document:
            event.accept()
        elif self.workspace.session.confirm_close():
            self.workspace.session.end()
            event.accept()
        if event.isAccepted():
            remember_place(self, self.settings)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Reimplemented to accept files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Reimplemented to open the dropped file."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            # Afterwards: until the drop is done, the window that the file was dragged from stands still.
            QTimer.singleShot(0, lambda: self._open_dropped(paths))

    def _open_dropped(self, paths: list[Path]) -> None:
        self.open_path(paths[0])
        if len(paths) > 1 and self._view:
            name = on_one_line(paths[0].name)
            self._view.show_message(
                f"一次只能打开一个文件：除“{name}”以外，另外 {len(paths) - 1} 个都没有打开。别的请以后再拖进来。"
            )

    # Title and menus.

    def _refresh(self) -> None:
        document = self._document
        file = f"（{document.path.name if document.path else '还没有存成文件'}）" if document else ""
        read_only = "（只读）" if document and document.read_only else ""
        due = self._deadline.title_words(document.report.year if document else None)
        name = f"{PROGRAM_NAME}{due}"
        self.setWindowTitle(on_one_line(f"{document.title}{file}{read_only}[*] — {name}") if document else name)
        self.setWindowModified(bool(document and document.unsaved))
        self.menu_actions.enable(bool(document))
        self._refresh_undo()

    def _refresh_name(self, names: set[str]) -> None:
        if names & {"unit", "year"}:
            self._refresh()

    def _refresh_undo(self) -> None:
        """Update the tooltips of undo and redo; both stay enabled, because an open cell editor can be undone too."""
        if self._document:
            stack = self._document.stack
            undo = f"撤销：{stack.undoText()}" if stack.canUndo() else "没有可以撤销的"
            redo = f"重做：{stack.redoText()}" if stack.canRedo() else "没有可以重做的"
            self.menu_actions["undo"].setToolTip(plain_tip(with_key(undo, "undo")))
            self.menu_actions["redo"].setToolTip(plain_tip(with_key(redo, "redo")))

    def _compare(self) -> None:
        """Switch the comparison on or off; where that was given up, the action is as it was."""
        self.workspace.document_actions.compare()
        self._refresh_compared()

    def _refresh_compared(self) -> None:
        self.menu_actions["compare"].setChecked(bool(self._document and self._document.is_compared))

    def _switch_help_line(self) -> None:
        """Show or hide the line of help, in this window and the next."""
        self.settings.help_line = not self.settings.help_line
        self._show_help_line()

    def _show_help_line(self) -> None:
        self.menu_actions["help_line"].setChecked(self.settings.help_line)
        if self._view:
            self._view.show_help_line(self.settings.help_line)

    def _press(self, name: str) -> None:
        """Do to what has the focus what an entry of 编辑 says."""
        widget = self.focusWidget()
        if self._view and not (widget and press(widget, name)):
            self._view.show_message("请先点一下表格里的格或者文字。")

    def _forget(self, path: Path) -> None:
        """Take a draft out of the recent ones; its file stays."""
        self.settings.forget(path)
        self.start.recent.show_paths(self.settings.recent)

    def _transfer(self) -> None:
        """Carry the clerk's things to another computer; what came from there shows at once."""
        if self.workspace.program_actions.transfer():
            self.start.recent.show_paths(self.settings.recent)
            self.appearance.apply()

    def _choose_county(self) -> None:
        """Go by another county's file, or by none; its deadline shows at once."""
        self.workspace.document_actions.county()
        self._deadline = CountyDeadline(self.settings.data_folder)
        self.start.show_deadline(self._deadline.words)
        self._refresh()

    def _tell_scale(self, percent: int) -> None:
        if self._view:
            self._view.show_message(f"显示大小：{percent}%")

    def _draw_icons(self) -> None:
        if hasattr(self, "_tools"):
            self._draw_tools()
        draw_icons(self)
