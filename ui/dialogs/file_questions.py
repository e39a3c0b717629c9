"""What file dialogs are asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from model.reading.formats.file_types import DRAFT, REPORTS
from ui.dialogs.boxes import agrees, box_of
from ui.dialogs.file_dialog import chosen_file, chosen_files, chosen_folder, chosen_target

DRAFT_FILTER = f"年报草稿 (*{DRAFT})"
REPORT_FILTER = f"草稿和文档 ({' '.join(f'*{ending}' for ending in REPORTS)})"
WORD_FILTER = "Word 文档 (*.docx)"
PAGE_FILTER = "网页 (*.html)"
COUNTY_FILTER = "县里的要求 (*.toml)"
PDF_FILTER = "PDF 文档 (*.pdf)"
ARCHIVE_FILTER = "年报数据 (*.zip)"
ALL_FILES = "所有文件 (*)"


def ask_drafts(parent: QWidget, folder: Path) -> list[Path]:
    """Ask which drafts to add."""
    return chosen_files(parent, "添加草稿", folder, [DRAFT_FILTER])


def ask_archive(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the file from another computer."""
    return chosen_file(parent, "选带来的文件", folder, [ARCHIVE_FILTER, ALL_FILES])


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder to put something into."""
    return chosen_folder(parent, title, folder)


def ask_county(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the county's file with its demands."""
    return chosen_file(parent, "打开县里发的要求", folder, [COUNTY_FILTER, ALL_FILES])


def ask_word(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a Word document; other files are shown too, and are refused with a reason."""
    return chosen_file(parent, title, folder, [WORD_FILTER, ALL_FILES])


def ask_report(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a draft or document to open."""
    return chosen_file(parent, title, folder, [REPORT_FILTER, DRAFT_FILTER, ALL_FILES])


def ask_target(parent: QWidget, title: str, proposal: Path, kind: str) -> Path | None:
    """Ask for a file to write; the suffix of `proposal` is added if there is none."""
    path = chosen_target(parent, title, proposal, kind)
    if not path or path.suffix.lower() == proposal.suffix:
        return path
    path = path.with_name(path.name + proposal.suffix)
    # The file dialog has asked only about the name without the suffix.
    return path if not path.exists() or _ask_replace(parent, path.name) else None


def _ask_replace(parent: QWidget, name: str) -> bool:
    box = box_of(parent, QMessageBox.Icon.Question, f"“{name}”已经有了，要替换它吗？")
    return agrees(box, "替换", "取消", QMessageBox.ButtonRole.DestructiveRole)
