"""The file dialogs: wide enough for the names of reports, whether they are the desktop's own or Qt's."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtWidgets  # whose file dialog, with its enums, is loaded with the first one
from PySide6.QtWidgets import QWidget

from ui.basics.defaults import DIALOG_SHARE

LONGEST_NAME_CHARACTERS = 34  # a town's full name, its year and 政府信息公开工作年度报告.docx
PLACE_CHARACTERS = 10  # the name of a user or a drive in the column of places
SIZE_IN_LINES = (80, 26)  # of Qt's own dialog, with the column of places


def chosen_file(parent: QWidget, title: str, folder: Path, kinds: list[str]) -> Path | None:
    """Return the file chosen among those of some kinds, each words with patterns in brackets; None if there is none."""
    dialog = _dialog(parent, title, folder, kinds)
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
    return next(iter(_chosen(dialog)), None)


def chosen_files(parent: QWidget, title: str, folder: Path, kinds: list[str]) -> list[Path]:
    """Return the files chosen."""
    dialog = _dialog(parent, title, folder, kinds)
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def chosen_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Return the folder chosen, None if there is none."""
    dialog = _dialog(parent, title, folder, [])
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.Directory)
    dialog.setOption(QtWidgets.QFileDialog.Option.ShowDirsOnly)
    return next(iter(_chosen(dialog)), None)


def chosen_target(parent: QWidget, title: str, proposal: Path, kind: str) -> Path | None:
    """Return the file to write, None if there is none; whether one of the name may be replaced has been asked."""
    dialog = _dialog(parent, title, proposal.parent, [kind])
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(proposal.name)
    return next(iter(_chosen(dialog)), None)


def _dialog(parent: QWidget, title: str, folder: Path, kinds: list[str]) -> QtWidgets.QFileDialog:
    dialog = QtWidgets.QFileDialog(parent, title, str(folder))
    dialog.setNameFilters(kinds or ["*"])
    return dialog


def _chosen(dialog: QtWidgets.QFileDialog) -> list[Path]:
    """Run a dialog; return what was chosen in it."""
    _widen(dialog)
    chosen = [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
    dialog.deleteLater()
    return chosen


def _widen(dialog: QtWidgets.QFileDialog) -> None:
    """Make Qt's own dialog wide enough; of the desktop's nothing is known here, and it has its own ways."""
    list_ = dialog.findChild(QtWidgets.QTreeView, "treeView")
    if not isinstance(list_, QtWidgets.QTreeView):
        return
    parent = dialog.parentWidget()
    wide = dialog.fontMetrics().horizontalAdvance("国")
    room = parent.window().size() * DIALOG_SHARE if parent else dialog.screen().availableSize()
    columns, lines = SIZE_IN_LINES
    dialog.resize(min(room.width(), columns * wide), min(room.height(), lines * dialog.fontMetrics().height()))
    places = dialog.findChild(QtWidgets.QSplitter, "splitter")
    if isinstance(places, QtWidgets.QSplitter):
        places.setSizes([PLACE_CHARACTERS * wide, dialog.width()])
    header = list_.header()
    for section in range(1, header.count()):
        header.setSectionResizeMode(section, QtWidgets.QHeaderView.ResizeMode.ResizeToContents)
    header.resizeSection(0, LONGEST_NAME_CHARACTERS * wide)
    header.setStretchLastSection(True)
