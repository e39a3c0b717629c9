"""The view of an open document: its tabs, find bar and findings, and the line with what is still blank."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore  # whose Qt, with all its enums, is loaded with the first key
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from model.findings.marks import counts_of
from model.form.relation import SEVERITIES
from model.report.report import text_place
from ui.basics.announcing import announce
from ui.basics.defaults import REFUSAL_MESSAGE_MS
from ui.basics.fields import PLACE_PROPERTY
from ui.basics.shortcuts import with_key
from ui.basics.text_field import TextField
from ui.basics.widgets import button, label, row, timer
from ui.document.open_document import OpenDocument
from ui.findings.finding_announcer import FindingAnnouncer
from ui.preview.preview_splitter import PreviewSplitter
from ui.view.findings_splitter import FindingsSplitter
from ui.view.help_lines import HelpLines
from ui.view.notice_bars import NoticeBars
from ui.view.open_places import OpenPlaces
from ui.view.passing_message import PassingMessage, cursor_in
from ui.view.section_tabs import OwnTab, SectionTabs
from ui.view.status_message import StatusMessage
from ui.view.tab import Tab

GLANCE_TAB = "总览"
# Of the line at the lower edge, beside 2 of what is still blank: what is wrong has most of it, a message all it needs.
SHARE_OF_FINDINGS, SHARE_OF_MESSAGE = 12, 48

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from model.search.search import Match
    from ui.basics.settings import Settings
    from ui.document.live_checks import LiveChecks
    from ui.findings.findings_panel import FindingsPanel
    from ui.help.help_actions import HelpActions
    from ui.help.help_line import HelpLine
    from ui.search.find_bar import FindBar
    from ui.sentences.sentence_actions import SentenceActions


class DocumentView(QFrame):
    """The widget that shows one document. The report comes first: it is checked as soon as it is on the screen."""

    def __init__(self, document: OpenDocument, parent: QWidget | None = None, settings: Settings | None = None) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self.editor = SectionTabs(document, before=[OwnTab(GLANCE_TAB, self._glance)], guided=True)
        self._help = HelpLines(document, self.editor, self.help, self._follow_help)
        self.notices = NoticeBars()
        self.found = button("", self.findings, name="quiet")
        self.open_places = OpenPlaces(document, self.editor.go_to)
        self._said, self.selected = StatusMessage(), label("", "faint")
        self._announcer = FindingAnnouncer(self)
        self._line = row(self.open_places, self._said, self.selected, self.found)
        self._line.setStretch(0, 2)
        self._line.setStretch(1, SHARE_OF_MESSAGE)
        self._line.setContentsMargins(16, 2, 16, 2)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._splitter = FindingsSplitter(document, self.editor, lambda: self.live_checks.finish())
        self.pane = PreviewSplitter(
            self._splitter, document, lambda: self.editor.place, lambda *spot: self.go_to(*spot), self.commit
        )
        self._share_room()
        self._layout.addWidget(self.pane, 1)
        self._long_message = PassingMessage(self.pane, REFUSAL_MESSAGE_MS)
        self._layout.addWidget(self.notices)  # below: a notice that comes by itself must not move what is clicked on
        self._layout.addLayout(self._line)
        self._painted = timer(self, 0, lambda: self.live_checks)
        self._connect(document)
        # Last: what stands in it would be styled anew with each widget that is put around it.
        self._show_first()

    def _connect(self, document: OpenDocument) -> None:
        document.findings_changed.connect(self._show_found)
        document.refused.connect(self.show_message)
        self._splitter.built.connect(lambda line: self._line.insertWidget(1, line, SHARE_OF_FINDINGS))
        self.editor.guide_requested.connect(self.guide)
        self.editor.sentences_requested.connect(lambda: self.sentence_actions.offer())
        self.editor.selected.connect(self.selected.setText)
        self.editor.told.connect(self.show_message)
        self.editor.moved.connect(self.pane.follow)
        self.editor.currentChanged.connect(self.pane.follow)
        self.editor.wanted.connect(self.pane.make_way)
        for moved in (document.touched, self.editor.moved):
            moved.connect(self._note_place)
        self.editor.currentChanged.connect(self._note_page)
        self.pane.switched.connect(self._share_room)

    def _show_first(self) -> None:
        """Begin where the user was; a new report with its facts, one that was saved and is not known with how far it is."""
        document, settings = self._document, self._settings
        place = document.place or (settings.place_of(document.path) if settings and document.path else "")
        if self.editor.shows(place):
            self.editor.go_to(place, document.cursor)
        elif document.path is None:
            self.editor.focus_first()
        else:
            self.editor.tab(0).enter()

    def _note_place(self) -> None:
        """Note where the user is, for the recovery copy."""
        self._document.place = self.editor.place
        self._document.cursor = self.editor.cursor_place

    def _note_page(self) -> None:
        """Note to which page the user has gone, and have the recovery copy know it where there is one."""
        self._note_place()
        if self._document.unsaved:
            self._document.touched.emit()

    def keep_place(self) -> None:
        """Remember where the user is, for when the draft is opened again."""
        if self._settings and self._document.path:
            self._settings.keep_place(self._document.path, self.editor.place)

    def _glance(self) -> Tab:
        """Build the page that says how far the report is."""
        from ui.files.file_names import file_name
        from ui.year.year_tab import YearTab

        endings = (".docx", ".pdf", ".html")
        page = YearTab(
            self._document,
            self._settings,
            lambda: [f"{file_name(self._document.report)}{ending}" for ending in endings],
        )
        page.place_requested.connect(self._splitter.go_to)
        page.action_requested.connect(self._press)
        return page

    def _press(self, action: str) -> None:
        """Do what an action of the window does."""
        found = self.window().findChild(QAction, action)
        if isinstance(found, QAction):
            found.trigger()

    @cached_property
    def live_checks(self) -> LiveChecks:
        """The checks, loaded once the report is on the screen, for they take as long as all that is on it."""
        from ui.document.live_checks import LiveChecks

        live_checks = LiveChecks(self._document)
        self._show_found()
        return live_checks

    @cached_property
    def help_actions(self) -> HelpActions:
        """Help, the guide to a row and a year without requests, loaded when the first of them is wanted."""
        from ui.help.help_actions import HelpActions

        return HelpActions(self._document, lambda: self.editor.place, self.editor.go_to, self.show_message, self)

    @cached_property
    def sentence_actions(self) -> SentenceActions:
        """Sentences for the texts, loaded when the first is wanted."""
        from ui.sentences.sentence_actions import SentenceActions

        folder = self._settings.data_folder if self._settings else None
        return SentenceActions(self._document, folder, self._text_field, self.show_message, self)

    def _text_field(self) -> tuple[str, TextField | None]:
        """Return the name and the field of the section's text with the cursor, None for the field if there is none."""
        name = self.editor.place
        fields: list[TextField] = (
            list(self.editor.currentWidget().findChildren(TextField)) if text_place(name)[0] else []
        )
        return name, next((field for field in fields if field.property(PLACE_PROPERTY) == name), None)

    @property
    def panel(self) -> FindingsPanel:
        """The panel of findings, loaded when it is first opened."""
        return self._splitter.panel

    @property
    def help_lines(self) -> list[HelpLine]:
        """The lines of help, one a tab that was built."""
        return self._help.lines

    @cached_property
    def find_bar(self) -> FindBar:
        """The bar that finds, loaded when it is first opened."""
        from ui.search.find_bar import FindBar

        bar = FindBar(self._document)
        bar.found.connect(self._show_match)
        bar.left.connect(self.editor.take_focus)  # which has what was found
        self._layout.insertWidget(self._layout.count() - 1, bar)
        return bar

    def paintEvent(self, event: QPaintEvent) -> None:
        """Have the report checked after its first paint."""
        super().paintEvent(event)
        if "live_checks" not in vars(self):
            self._painted.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented: Esc closes the help that lies over the report; without it, the keys return to the report."""
        if event.key() != QtCore.Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not ("help_actions" in vars(self) and self.help_actions.close_help()):
            self._return_keys()

    def _return_keys(self) -> None:
        """Give the focus to the field of the page that had it last, unless it is on the page."""
        if not self.editor.currentWidget().isAncestorOf(self.window().focusWidget()):
            self.editor.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reimplemented to put the findings beside the report where there is room for both, or to fold them where there is little."""
        super().resizeEvent(event)
        self._share_room()
        if self.shows_findings:
            self._splitter.show_panel(True)

    def _share_room(self) -> None:
        self._splitter.take_room(self.pane.room_of_form(self.width()), self.height())

    def show_help_line(self, on: bool) -> None:
        """Show or hide the line of help in all tabs."""
        self._help.show_all(on)

    def _follow_help(self) -> None:
        if "help_actions" in vars(self):
            self.help_actions.follow()

    def help(self) -> None:
        """Show all that is said of the place with the cursor."""
        self.help_actions.help()

    def guide(self) -> None:
        """Ask the questions that lead to the row of a request."""
        self.commit()
        self.help_actions.guide()

    def quiet_year(self) -> None:
        """Offer to fill in a year without any request."""
        self.commit()
        self.help_actions.quiet_year()

    @property
    def shows_findings(self) -> bool:
        """Whether the panel of findings is shown, or folded to its line."""
        return self._splitter.shows_findings

    def show_message(self, words: str, path: str = "") -> None:
        """Show a message at the lower edge for a while; where there is little room, a `path` in it is shortened.

        One that is too long for a line is laid over the lower edge of the page, beside the cursor."""
        self._long_message.clear()
        if not self._said.say(words, path):
            self._said.clear()
            self._long_message.say(words, cursor_in(self.pane))

    def commit(self) -> None:
        """Write what is being typed to the document."""
        self.editor.commit()

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Show a fact, cell or stretch of a text, by name."""
        self.editor.go_to(name, start, length)

    def go_to_area(self, by: int) -> None:
        """Give the focus to the next area, or to the one before where `by` is -1."""
        from ui.view.areas import go_on

        # In the order on the screen.
        areas = (
            self.editor.tabBar(),
            self.editor.currentWidget(),
            self._splitter.shown,
            *self.pane.shown,
            self.notices,
            vars(self).get("find_bar"),
            self.open_places,
            self._splitter.line,
            self.found,
        )
        go_on([area for area in areas if area], by)

    def undo(self) -> None:
        """Commit what is being typed, undo the last change and show its place."""
        self.editor.commit(asking=False)  # it is taken back at once
        self.editor.show_changes_of(self._document.stack.undo)

    def redo(self) -> None:
        """Commit what is being typed, redo the change undone last and show its place."""
        self.commit()
        self.editor.show_changes_of(self._document.stack.redo)

    def search(self) -> None:
        """Open the find bar."""
        self.find_bar.open_bar(replacing=False)

    def replace(self) -> None:
        """Open the find bar with the field for the replacement."""
        self.find_bar.open_bar(replacing=True)

    def find_next(self) -> None:
        """Go to the next match."""
        self.find_bar.go(1)

    def find_previous(self) -> None:
        """Go to the previous match."""
        self.find_bar.go(-1)

    def findings(self) -> None:
        """Show the findings panel, which then has the keys; hide it where it is shown already, not only its line."""
        self.pane.make_way()
        self._splitter.toggle()

    def next_finding(self) -> None:
        """Go to the next finding."""
        self._step(1)

    def previous_finding(self) -> None:
        """Go to the previous finding."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self.pane.make_way()
        self._said.clear()  # what was said before would leave the finding no room
        self._splitter.step(by)
        if not self._document.checked.findings:
            announce(self, "没有发现问题。")  # what is shown says so itself

    def _show_found(self) -> None:
        findings = self._document.checked.findings
        self.found.setText(f"检查：{counts_of(findings, SEVERITIES) or '没有问题'}")
        self.found.setToolTip(f"{with_key('打开或收起检查结果', 'findings')}；{with_key('到下一处', 'next_finding')}")
        self.editor.show_counts(findings)
        if "live_checks" in vars(self):
            self._announcer.tell(findings)

    def _show_match(self, match: Match) -> None:
        self.editor.go_to(match.name, match.start, match.length)
