"""The command that makes the guide's pictures works."""

from __future__ import annotations

import subprocess
import sys

from tests.samples import ROOT


def test_every_state_of_the_window_is_grabbed(tmp_path):
    subprocess.run([sys.executable, "-m", "tests.pictures", str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    names = {path.name for path in tmp_path.glob("*.png")}
    for shown in (ROOT / "resources" / "pictures").glob("*.png"):
        assert any(f"light-{shown.stem}" in name for name in names)
    assert {name.replace("-100.", "-150.") for name in names if "-100." in name} <= names
