"""What message boxes are made of: their words as they are, their buttons, and which was pressed."""

from __future__ import annotations

from PySide6 import QtCore  # whose Qt, with all its enums, is loaded with the first box
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QPushButton, QWidget

from model.faults import readable
from ui.basics.defaults import PROGRAM_NAME
from ui.basics.line_lengths import unbroken
from ui.dialogs.scrolling_box import ScrollingBox


def answer(box: QMessageBox, accept: tuple[str, str], destroy: tuple[str, str], reject: tuple[str, str]) -> str:
    """Run a box with three buttons, given as words and answers; closing the box gives the last answer."""
    roles = QMessageBox.ButtonRole
    found = zip((accept, destroy, reject), (roles.AcceptRole, roles.DestructiveRole, roles.RejectRole), strict=True)
    answers: dict[object, str] = {add_button(box, words, role): meant for (words, meant), role in found}
    return answers.get(pressed(box), reject[1])


def agrees(box: QMessageBox, yes: str, no: str, role: QMessageBox.ButtonRole) -> bool:
    """Run a box with two buttons; return whether the first was pressed. Enter presses the other."""
    agree = add_button(box, yes, role)
    box.setDefaultButton(add_button(box, no, QMessageBox.ButtonRole.RejectRole))
    return pressed(box) is agree


def pressed(box: QMessageBox) -> object:
    """Run a box and return the button that was pressed. Then it goes: it would stay as long as the window under it."""
    box.exec()
    box.deleteLater()
    return box.clickedButton()


def box_of(parent: QWidget, icon: QMessageBox.Icon, text: str, more: str = "") -> ScrollingBox:
    """Return a box that is not shown yet, with its words and no buttons."""
    box = ScrollingBox(icon, PROGRAM_NAME, unbroken(readable(text)), parent=parent)
    box.setInformativeText(unbroken(readable(more)))
    as_it_is(box)
    return box


def as_it_is(dialog: QDialog) -> None:
    """Show all words of a dialog as they are: a name of a file may look like HTML."""
    words: list[QLabel] = list(dialog.findChildren(QLabel))
    for one in words:
        one.setTextFormat(QtCore.Qt.TextFormat.PlainText)


def add_button(box: QMessageBox, words: str, role: QMessageBox.ButtonRole) -> QPushButton:
    """Add a button to a box and return it."""
    return box.addButton(words, role)
