"""Comparing the open report with another one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.reading.open_report import open_report
from ui.basics.settings import FileKind, Settings
from ui.dialogs import file_questions, message_boxes
from ui.document.open_document import OpenDocument


def compare_with_chosen(parent: QWidget, settings: Settings, document: OpenDocument) -> bool:
    """Ask for a draft or document and compare with it; return False if none was chosen. Raises Fault."""
    path = file_questions.ask_report(parent, "选要对照的草稿或文档", settings.folder_for(FileKind.DOCUMENTS))
    if not path:
        return False
    settings.keep_folder(FileKind.DOCUMENTS, path.parent)
    other, reading = open_report(path)
    document.compare(True, other)
    if reading and reading.open:
        message_boxes.tell(parent, f"那份文档里有 {len(reading.open)} 处没有认出来，对照时那里是空的，请对着原文看。")
    return True


def comparison_message(document: OpenDocument) -> str:
    """Return the status message of the comparison: what its small numbers mean, or that it is off."""
    if not document.is_compared:
        return "已关闭对照"
    other = document.other
    whose = f"{other.unit}{f'{other.year}年' if other.year else ''}" if other else ""
    shown = "上年" if other is document.last else whose or "对照"
    return f"小字是{shown}的数；左边的记号：本年多△、少▽，差三倍以上（或从 0、到 0）▲▼"
