"""The stored settings: key, type and default of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QStandardPaths

from ui.basics.defaults import MOST_RECENT_FILES, PREVIEW_FORM_SHARE_PERCENT, ZOOM_STEPS_PERCENT
from ui.basics.theme import RESOURCES

LOOKS = {"system": "跟随系统", "light": "浅色", "dark": "深色", "contrast": "高对比度"}
ON, OFF = "on", "off"


class FileKind(StrEnum):
    """The kinds of files that the clerk keeps in places of their own; the value is the key of the folder used last."""

    DRAFTS = "folder_drafts"
    DOCUMENTS = "folder_documents"
    EXPORTS = "folder_exports"
    TEMPLATES = "folder_templates"
    ARCHIVES = "folder_archives"
    COUNTIES = "folder_counties"


KEYS_OF_THIS_COMPUTER = {"version", "recent", "places", "folders", "window", "system_faces", "faces_told", *FileKind}
SETTINGS_KEYS = {"scale", "look", "help_line", "preview", "preview_share", "preview_size", *KEYS_OF_THIS_COMPUTER}


class Settings:
    """What the program remembers for its user; an invalid value counts as not set."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def scale(self) -> int:
        """The zoom, in percent."""
        value = self._get("scale", "100")
        return int(value) if value.isdecimal() and int(value) in ZOOM_STEPS_PERCENT else 100

    @scale.setter
    def scale(self, percent: int) -> None:
        self._store.setValue("scale", str(percent))

    @property
    def look(self) -> str:
        """The colour scheme, a key of `LOOKS`."""
        value = self._get("look", "system")
        return value if value in LOOKS else "system"

    @look.setter
    def look(self, look: str) -> None:
        self._store.setValue("look", look)

    @property
    def help_line(self) -> bool:
        """Whether the line under the report says what is counted where the cursor is."""
        return self._get("help_line", ON) != OFF

    @help_line.setter
    def help_line(self, on: bool) -> None:
        self._store.setValue("help_line", ON if on else OFF)

    @property
    def system_faces(self) -> bool:
        """Whether Word documents name 仿宋 and 楷体 instead of 仿宋_GB2312 and 楷体_GB2312."""
        return self._get("system_faces", OFF) == ON

    @system_faces.setter
    def system_faces(self, on: bool) -> None:
        self._store.setValue("system_faces", ON if on else OFF)

    @property
    def faces_told(self) -> bool:
        """Whether it has been told, before the first export, which faces the machine lacks."""
        return self._get("faces_told", OFF) == ON

    @faces_told.setter
    def faces_told(self, on: bool) -> None:
        self._store.setValue("faces_told", ON if on else OFF)

    @property
    def preview(self) -> bool:
        """Whether the preview is open."""
        return self._get("preview", OFF) == ON

    @preview.setter
    def preview(self, on: bool) -> None:
        self._store.setValue("preview", ON if on else OFF)

    @property
    def preview_share(self) -> int:
        """How much of the width the form has beside the preview, in percent."""
        value = self._get("preview_share", "")
        return (
            int(value) if value.isascii() and value.isdecimal() and 0 < int(value) < 100 else PREVIEW_FORM_SHARE_PERCENT
        )

    @preview_share.setter
    def preview_share(self, percent: int) -> None:
        self._store.setValue("preview_share", str(percent))

    @property
    def preview_size(self) -> str:
        """What the size of the pages in the preview follows, in the words of `PageView.size_words`; "" if it was never chosen."""
        return self._get("preview_size", "")

    @preview_size.setter
    def preview_size(self, words: str) -> None:
        self._store.setValue("preview_size", words)

    @property
    def window(self) -> str:
        """The window's size, place and state, as Qt stores them, in base64; "" if it was never closed."""
        return self._get("window", "")

    @window.setter
    def window(self, geometry: str) -> None:
        self._store.setValue("window", geometry)

    @property
    def recent(self) -> list[Path]:
        """The drafts opened or saved most recently, newest first."""
        return self._paths("recent")

    def remember(self, path: Path) -> None:
        """Put a draft at the head of the recent ones."""
        self._put_first("recent", path)
        self.remember_folder(path.parent)
        self.keep_folder(FileKind.DRAFTS, path.parent)

    def forget(self, path: Path) -> None:
        """Take a draft out of the recent ones."""
        self._store.setValue("recent", "\n".join(str(other) for other in self.recent if other != path))

    def place_of(self, path: Path) -> str:
        """Return the name of the cell, fact or text that the user left a draft at, "" if it is not known."""
        return self._places().get(str(path), "")

    def keep_place(self, path: Path, place: str) -> None:
        """Keep the place that the user leaves a draft at, "" for none, for when it is opened again."""
        places = {str(path): place, **{other: at for other, at in self._places().items() if other != str(path)}}
        lines = [f"{at}\t{other}" for other, at in places.items() if "\n" not in other]
        self._store.setValue("places", "\n".join(lines[:MOST_RECENT_FILES]))

    def _places(self) -> dict[str, str]:
        """Return the places by the paths of their drafts, the one that was left last first."""
        parted = (line.partition("\t") for line in self._get("places", "").split("\n"))
        return {path: place for place, _, path in parted if path}

    def folder_for(self, kind: FileKind, near: Path | None = None) -> Path:
        """Return where file dialogs begin: in the folder used last for this kind, otherwise in `near`, the documents or on the desktop."""
        used = self._get(kind, "")
        asked = [*([Path(used)] if used else []), *([near] if near else []), *_usual_folders()]
        return next(filter(_is_usable, asked), Path.home())

    def keep_folder(self, kind: FileKind, folder: Path) -> None:
        """Keep the folder that was chosen for a kind of files, for the next dialog."""
        self._store.setValue(kind, str(folder.absolute()))

    @property
    def folders(self) -> list[Path]:
        """The folders written to most recently."""
        return self._paths("folders")

    def remember_folder(self, folder: Path) -> None:
        """Put a folder at the head of those written to."""
        self._put_first("folders", folder)

    @property
    def portable(self) -> dict[str, str]:
        """What another computer may take over, by key."""
        found = {key: self._get(key, "") for key in self._store.allKeys() if key not in KEYS_OF_THIS_COMPUTER}
        return {key: value for key, value in found.items() if value}

    def take_over(self, words: Mapping[str, str]) -> None:
        """Take over what is `portable` of another computer, but for keys that are not known here."""
        for key in words.keys() & (SETTINGS_KEYS - KEYS_OF_THIS_COMPUTER):
            self._store.setValue(key, words[key])

    @property
    def path(self) -> Path:
        """The file that the settings are in."""
        return Path(self._store.fileName())

    @property
    def data_folder(self) -> Path:
        """The program's own folder: where the settings are."""
        return self.path.parent

    @property
    def recovery_folder(self) -> Path:
        """The folder of the recovery copies."""
        return self.data_folder / "recovery"

    def _paths(self, key: str) -> list[Path]:
        return [Path(line) for line in self._get(key, "").split("\n") if line][:MOST_RECENT_FILES]

    def _put_first(self, key: str, path: Path) -> None:
        if "\n" in str(path):
            return  # Linux allows it; the list would come to name files that are not there
        rest = [other for other in self._paths(key) if other != path]
        self._store.setValue(key, "\n".join(map(str, [path, *rest][:MOST_RECENT_FILES])))

    def _get(self, key: str, default: str) -> str:
        value: Any = self._store.value(key, default)
        return value if isinstance(value, str) else default


def _usual_folders() -> Iterator[Path]:
    """Yield the documents and the desktop of the user."""
    places = QStandardPaths.StandardLocation
    for place in (places.DocumentsLocation, places.DesktopLocation):
        if found := QStandardPaths.writableLocation(place):
            yield Path(found)


def _is_usable(folder: Path) -> bool:
    """Return whether file dialogs may begin in a folder: it is there, and not the program's own."""
    try:
        return folder.is_dir() and not folder.resolve().is_relative_to(RESOURCES.parent)
    except OSError:  # such as a network drive that is not there
        return False
