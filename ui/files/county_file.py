"""The county's file: taking one, showing what it demands, and going by none again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.county.installed import choose_county, county_in_use, drop_county
from model.county.kept import COUNTY_FILE
from model.faults import Fault
from ui.basics.settings import FileKind, Settings
from ui.dialogs import file_questions, message_boxes
from ui.dialogs.county_dialog import asked_about
from ui.document.open_document import OpenDocument


def manage_county(parent: QWidget, settings: Settings, document: OpenDocument | None) -> None:
    """Ask for the county's file if there is none yet; show what it demands, as often as something is done about it.

    `document` is the open report, which names the county that it follows. Raises Fault."""
    acts = {"choose": _choose, "drop": _drop}
    if not COUNTY_FILE.name(settings.data_folder):
        _choose(parent, settings, document)
    while COUNTY_FILE.name(settings.data_folder) and (act := acts.get(_asked(parent, settings))):
        try:
            act(parent, settings, document)
        except Fault as fault:
            message_boxes.tell(parent, str(fault))


def _asked(parent: QWidget, settings: Settings) -> str:
    """Show the file in use, or why it cannot be used; return what to do."""
    try:
        return asked_about(county_in_use(settings.data_folder), "", parent)
    except Fault as fault:
        return asked_about(None, str(fault), parent)


def _choose(parent: QWidget, settings: Settings, document: OpenDocument | None) -> None:
    if path := file_questions.ask_county(parent, settings.folder_for(FileKind.COUNTIES)):
        settings.keep_folder(FileKind.COUNTIES, path.parent)
        county = choose_county(settings.data_folder, path)
        if document:
            document.follow_county(county)  # at once: what is done next goes by its name
            if document.report.text("county") not in ("", county.name):
                _name(document, county.name)


def _drop(parent: QWidget, settings: Settings, document: OpenDocument | None) -> None:
    if message_boxes.ask_drop_county(parent, COUNTY_FILE.name(settings.data_folder)):
        drop_county(settings.data_folder)
        if document and document.report.text("county") == document.county.name:
            _name(document, None)


def _name(document: OpenDocument, name: str | None) -> None:
    """Let the open report name another county, or none."""
    if not document.read_only:
        document.edit({"county": name}, "按哪个县的要求", exactly=True)
