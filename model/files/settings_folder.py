"""The folder in which the program keeps its own files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

MAKER = "zfxxgk"


def settings_folder() -> Path:
    """Return the user's folder of the program: settings, recovery copies, versions kept apart from their draft."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 (raises nothing where there is no home)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / MAKER
    named = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return (named if named.is_absolute() else home / ".config") / MAKER
