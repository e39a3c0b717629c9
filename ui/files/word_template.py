"""Which template Word documents are made from: saying it, choosing one, and going back to the official layout."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from export.word.document import official_template
from export.word.own_template import choose_template, drop_template, template_name
from model.faults import Fault
from model.files.files import write_file
from ui.basics.settings import FileKind, Settings
from ui.dialogs import export_boxes, file_questions, message_boxes

PROPOSED = "年报模板.docx"


def manage_template(parent: QWidget, settings: Settings) -> None:
    """Say which template is in use, as often as something has been done about it, until that is enough. Raises Fault."""
    acts = {"choose": _choose, "save": _save_official, "official": _drop}
    while act := acts.get(export_boxes.ask_template(parent, template_name(settings.data_folder))):
        try:
            act(parent, settings)
        except Fault as fault:
            message_boxes.tell(parent, str(fault))


def _choose(parent: QWidget, settings: Settings) -> None:
    if path := file_questions.ask_word(parent, "选用 Word 模板", settings.folder_for(FileKind.TEMPLATES)):
        settings.keep_folder(FileKind.TEMPLATES, path.parent)
        choose_template(settings.data_folder, path)


def _drop(parent: QWidget, settings: Settings) -> None:
    if export_boxes.ask_drop_template(parent, template_name(settings.data_folder)):
        drop_template(settings.data_folder)


def _save_official(parent: QWidget, settings: Settings) -> None:
    proposal = settings.folder_for(FileKind.TEMPLATES) / PROPOSED
    path = file_questions.ask_target(parent, "另存官方版式", proposal, file_questions.WORD_FILTER)
    if path:
        settings.keep_folder(FileKind.TEMPLATES, path.parent)
        settings.remember_folder(path.absolute().parent)
        write_file(path, official_template())
        export_boxes.tell_saved_template(parent, path)
