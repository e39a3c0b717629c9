"""Every setting once: its key, type and default."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QStandardPaths

from model.files.settings_folder import settings_folder

SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
LOOKS = {"system": "跟随系统", "light": "浅色", "dark": "深色"}
MOST_RECENT = 8
VERSION = 1  # of what the settings mean
KEYS = {"version", "scale", "look", "recent", "folders"}
OF_THIS_COMPUTER = {"version", "recent", "folders"}
SET_ASIDE = "-读不懂的.ini"


class Settings:
    """What the program remembers of its user; a value that is broken counts as not set."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def scale(self) -> int:
        """The size of everything, in percent."""
        value = self._get("scale", "100")
        return int(value) if value.isdecimal() and int(value) in SCALES else 100

    @scale.setter
    def scale(self, percent: int) -> None:
        self._store.setValue("scale", str(percent))

    @property
    def look(self) -> str:
        """A key of LOOKS."""
        value = self._get("look", "system")
        return value if value in LOOKS else "system"

    @look.setter
    def look(self, look: str) -> None:
        self._store.setValue("look", look)

    @property
    def recent(self) -> list[Path]:
        """The drafts opened or saved last, newest first."""
        return self._paths("recent")

    def remember(self, path: Path) -> None:
        """Puts a draft at the head of the recent ones."""
        self._put_first("recent", path)
        self.remember_folder(path.parent)

    @property
    def folder(self) -> Path:
        """Where file dialogs begin: the folder used last, otherwise the user's documents."""
        recent = self.recent
        if recent and recent[0].parent.is_dir():
            return recent[0].parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())

    @property
    def folders(self) -> list[Path]:
        """The folders that were written to last."""
        return self._paths("folders")

    def remember_folder(self, folder: Path) -> None:
        """Puts a folder at the head of those that were written to."""
        self._put_first("folders", folder)

    @property
    def portable(self) -> dict[str, str]:
        """What another computer may take over, by key."""
        found = {key: self._get(key, "") for key in self._store.allKeys() if key not in OF_THIS_COMPUTER}
        return {key: value for key, value in found.items() if value}

    def take_over(self, words: Mapping[str, str]) -> None:
        """Takes over what is `portable` of another computer; keys that are not known here are let be."""
        for key in words.keys() & (KEYS - OF_THIS_COMPUTER):
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
        """Where recovery copies are kept."""
        return self.data_folder / "recovery"

    def _paths(self, key: str) -> list[Path]:
        return [Path(line) for line in self._get(key, "").splitlines() if line]

    def _put_first(self, key: str, path: Path) -> None:
        rest = [other for other in self._paths(key) if other != path]
        self._store.setValue(key, "\n".join(map(str, [path, *rest][:MOST_RECENT])))

    def _get(self, key: str, default: str) -> str:
        value: Any = self._store.value(key, default)
        return value if isinstance(value, str) else default


def user_settings() -> Settings:
    """The settings of whoever is logged in, in a file of the user's own."""
    return Settings(sound_store(QSettings(str(settings_folder() / "nianbao.ini"), QSettings.Format.IniFormat)))


def sound_store(store: QSettings) -> QSettings:
    """The store, emptied where its file was broken or written by a newer version; that file is set aside."""
    path = Path(store.fileName())
    if store.allKeys() and store.value("version", str(VERSION)) == str(VERSION) and not _is_broken(store):
        return store
    if path.is_file() and path.stat().st_size:
        from model.faults import Fault
        from model.files.files import move_file  # delayed: hardly ever needed

        try:
            move_file(path, path.with_name(f"{path.stem}-{datetime.now():%Y%m%d-%H%M%S}{SET_ASIDE}"))
        except Fault:
            return store  # what cannot be set aside is not overwritten; a value that is broken counts as not set
        store.sync()
    store.clear()
    store.setValue("version", str(VERSION))
    return store


def _is_broken(store: QSettings) -> bool:
    return store.status() == QSettings.Status.FormatError or not KEYS.issuperset(store.allKeys())
