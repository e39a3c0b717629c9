"""The file dialogs: wide enough for the names of reports, whether they are the desktop's own or Qt's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHeaderView, QSplitter, QTreeView, QWidget

from ui.basics.defaults import DIALOG_SHARE

LONGEST_NAME_CHARACTERS = 34  # a town's full name, its year and 政府信息公开工作年度报告.docx
PLACE_CHARACTERS = 10  # the name of a user or a drive in the column of places
SIZE_IN_LINES = (80, 26)  # of Qt's own dialog, with the column of places


def chosen_file(parent: QWidget, title: str, folder: Path, kinds: list[str]) -> Path | None:
    """Return the file chosen among those of some kinds, each words with patterns in brackets; None if there is none."""
    dialog = _dialog(parent, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(_chosen(dialog)), None)


def chosen_files(parent: QWidget, title: str, folder: Path, kinds: list[str]) -> list[Path]:
    """Return the files chosen."""
    dialog = _dialog(parent, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def chosen_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Return the folder chosen, None if there is none."""
    dialog = _dialog(parent, title, folder, [])
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_chosen(dialog)), None)


def chosen_target(parent: QWidget, title: str, proposal: Path, kind: str) -> Path | None:
    """Return the file to write, None if there is none; whether one of the name may be replaced has been asked."""
    dialog = _dialog(parent, title, proposal.parent, [kind])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(proposal.name)
    return next(iter(_chosen(dialog)), None)


def _dialog(parent: QWidget, title: str, folder: Path, kinds: list[str]) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setNameFilters(kinds or ["*"])
    return dialog


def _chosen(dialog: QFileDialog) -> list[Path]:
    """Run a dialog; return what was chosen in it."""
    _widen(dialog)
    chosen = [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
    dialog.deleteLater()
    return chosen


def _widen(dialog: QFileDialog) -> None:
    """Make Qt's own dialog wide enough; of the desktop's nothing is known here, and it has its own ways."""
    list_ = dialog.findChild(QTreeView, "treeView")
    if not isinstance(list_, QTreeView):
        return
    parent = dialog.parentWidget()
    wide = dialog.fontMetrics().horizontalAdvance("国")
    room = parent.window().size() * DIALOG_SHARE if parent else dialog.screen().availableSize()
    columns, lines = SIZE_IN_LINES
    dialog.resize(min(room.width(), columns * wide), min(room.height(), lines * dialog.fontMetrics().height()))
    places = dialog.findChild(QSplitter, "splitter")
    if isinstance(places, QSplitter):
        places.setSizes([PLACE_CHARACTERS * wide, dialog.width()])
    header = list_.header()
    for section in range(1, header.count()):
        header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
    header.resizeSection(0, LONGEST_NAME_CHARACTERS * wide)
    header.setStretchLastSection(True)
