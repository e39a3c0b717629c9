"""A report with findings in the window, and what its panel shows of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPushButton

from model.draft.draft_file import load_draft
from model.draft.next_year import LAST
from model.report.report import Notes, Part
from tests.model.checking.reports import QUIET_TEXT
from tests.samples import EXAMPLE
from ui.document.open_document import OpenDocument
from ui.findings.findings_panel import FindingsPanel

CARRIED = "requests.carried_in.natural"
REST = Part("其余", QUIET_TEXT)  # all that a report must speak of
LAST_DATA = {"edition": "2021", "year": 2024, "requests": {"carried_out": {"natural": 2}}}


def opened(window, qtbot, notes: Notes | None = None, **values: object):
    """The window with the example changed, last year's 结转 beside it, everything checked."""
    report = load_draft(EXAMPLE)[0]
    new = report.values | {name.replace("__", "."): value for name, value in values.items()}
    values = {name: value for name, value in new.items() if value is not None}
    report = replace(report, values=values, kept={LAST: LAST_DATA}, notes=notes or report.notes)
    window.workspace.session.show(OpenDocument(report))
    window.workspace.session.view.live_checks.finish()
    return window.workspace.session.view


def lines(panel: FindingsPanel) -> list[str]:
    groups = [panel.tree.topLevelItem(place) for place in range(panel.tree.topLevelItemCount())]
    return [
        line
        for group in groups
        for line in (group.text(0), *(group.child(i).text(0) for i in range(group.childCount())))
    ]


def item_of(panel: FindingsPanel, words: str):
    return next(item for item in panel.tree.items.values() if words in item.text(0))


def buttons(panel: FindingsPanel) -> dict[str, QPushButton]:
    found = [panel.details.buttons.itemAt(place).widget() for place in range(panel.details.buttons.count())]
    return {button.text(): button for button in found if button}


def places(view) -> list[tuple[str, int, int]]:
    """Where the panel leads from now on, added to as it does."""
    gone: list[tuple[str, int, int]] = []
    view.panel.place_requested.connect(lambda *place: gone.append(place))
    return gone
