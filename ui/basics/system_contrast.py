"""Whether the desktop is set to high contrast, as far as it says so where a program may read it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

GTK_SETTINGS = ("gtk-4.0/settings.ini", "gtk-3.0/settings.ini")
GTK_THEME = "highcontrast"  # HighContrast, HighContrastInverse

if sys.platform == "win32":
    import ctypes

    SPI_GETHIGHCONTRAST, HCF_HIGHCONTRASTON = 0x0042, 0x0001

    class _Setting(ctypes.Structure):
        """HIGHCONTRASTW."""

        _fields_ = [("size", ctypes.c_uint), ("flags", ctypes.c_uint), ("scheme", ctypes.c_wchar_p)]

    def wants_contrast() -> bool:
        """Return whether high contrast is turned on in the settings of Windows."""
        asked = _Setting(ctypes.sizeof(_Setting))
        done = ctypes.windll.user32.SystemParametersInfoW(SPI_GETHIGHCONTRAST, asked.size, ctypes.byref(asked), 0)
        return bool(done and asked.flags & HCF_HIGHCONTRASTON)

else:

    def wants_contrast() -> bool:
        """Return whether the GTK theme is one of high contrast.

        Other desktops keep it where only their libraries read."""
        return GTK_THEME in _gtk_theme().lower()


def _gtk_theme() -> str:
    """Return the name of the GTK theme, "" if it is told nowhere."""
    if theme := os.environ.get("GTK_THEME"):
        return theme
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    stores = [QSettings(str(folder / name), QSettings.Format.IniFormat) for name in GTK_SETTINGS]
    names = (store.value("Settings/gtk-theme-name") for store in stores)
    return next((name for name in names if isinstance(name, str)), "")
