"""Settings in a file of one's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from ui.basics.settings import Settings
from ui.startup.user_settings import sound_store


def settings_at(path: Path) -> Settings:
    """The settings in a file, as the program starts with them."""
    return Settings(sound_store(QSettings(str(path), QSettings.Format.IniFormat)))
