"""The faces of the machine: showing them, and telling once which it lacks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from export.pdf.faces import Faces, machine_faces
from export.pdf.needed_faces import NeededFace, has_system_faces, lacking, needed_faces
from ui.basics.background import in_background
from ui.basics.settings import Settings
from ui.dialogs import export_boxes
from ui.dialogs.faces_dialog import FacesDialog, face_line


def show_faces(parent: QWidget, settings: Settings) -> None:
    """Show which faces the machine has, and keep which Word documents are to name."""
    faces, needed = _looked_for(settings)
    dialog = FacesDialog(needed, has_system_faces(faces), settings.system_faces, parent)
    dialog.exec()
    settings.system_faces = dialog.system_faces.isChecked()
    dialog.deleteLater()


def tell_faces_once(parent: QWidget, settings: Settings) -> None:
    """Tell before the first export which faces the machine lacks, and show them if wanted; never again."""
    if settings.faces_told:
        return
    found = lacking(_looked_for(settings)[1])
    settings.faces_told = True
    if found and export_boxes.tell_faces(parent, [face_line(one) for one in found]):
        show_faces(parent, settings)


def _looked_for(settings: Settings) -> tuple[Faces, list[NeededFace]]:
    """Return the faces of the machine, and what it has of those that are needed."""

    def look() -> tuple[Faces, list[NeededFace]]:
        faces = machine_faces()
        return faces, needed_faces(faces, settings.system_faces)

    return in_background(look)
