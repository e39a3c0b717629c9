"""Kills the real program at random moments of typing and saving, and reads the disk afterwards: python -m tests.faults COUNT

After each kill the draft is one of the saved ones, and draft and recovery copy together lack at most the last 2.5 seconds."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from model.draft_file import load_draft, save_draft
from model.form import editions, load_form
from model.recovery import copies_in
from tests.samples import EXAMPLE, ROOT

NAME = "requests.received.natural"
LOST_AT_MOST = 2.5  # seconds of typing
SESSION = f"""
import sys, time
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from ui.settings import Settings
from ui.start import prepare
from ui.window import Window
app = QApplication([])
prepare(app)
window = Window(Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
window.show()
window.opening.open_path(Path(sys.argv[2]))
number = 0
while True:
    number += 1
    window.document.edit({{"{NAME}": number}}, "x")
    print("typed", number, time.time(), flush=True)
    if number % 97 == 0:
        window.save()
        print("saved", number, time.time(), flush=True)
    until = time.monotonic() + 0.02
    while time.monotonic() < until:
        app.processEvents()
"""


def killed_once(folder: Path, after: float) -> str:
    """Kills a session `after` seconds from its first key; what is wrong on the disk then, "" if nothing."""
    draft, ini = folder / "草稿.toml", folder / "settings.ini"
    save_draft(draft, load_draft(EXAMPLE)[0])
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with (folder / "log").open("w") as log:
        session = subprocess.Popen(
            [sys.executable, "-c", SESSION, str(ini), str(draft)],
            stdout=log,
            stderr=subprocess.DEVNULL,
            env=surroundings,
        )
        while not (folder / "log").read_text():
            time.sleep(0.01)
        time.sleep(after)
        session.kill()
        when = time.time()
        session.wait()
    lines = [line.split() for line in (folder / "log").read_text().splitlines() if line.count(" ") == 2]
    typed = {int(number): float(at) for word, number, at in lines if word == "typed"}
    saved = {10, *(int(number) for word, number, _ in lines if word == "saved")}
    value = load_draft(draft)[0].values[NAME]
    # A save may have reached the disk before it could say so.
    if value not in saved | {number for number in typed if number % 97 == 0}:
        return f"the draft holds {value}, which was never saved"
    copies = [copy.report.values[NAME] for copy in copies_in(folder / "recovery", load_form, editions())]
    best = max([value if value in typed else 0, *copies])
    due = max((number for number, at in typed.items() if at < when - LOST_AT_MOST), default=0)
    left = [path.name for path in folder.iterdir() if path.suffix == ".tmp"]
    if best < due:
        return f"{best} is the last that is left of {due} typed {LOST_AT_MOST} s before the end"
    return f"left behind: {left}" if len(left) > 1 else ""


def main(count: int) -> int:
    """Kills `count` sessions; prints what was tried, survived and lost."""
    faults = []
    for number in range(count):
        with tempfile.TemporaryDirectory() as folder:
            fault = killed_once(Path(folder), random.uniform(0.1, 6))
            if fault:
                faults.append(f"{number}: {fault}")
    print(f"tried {count}, survived {count - len(faults)}, lost {len(faults)}", *faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
