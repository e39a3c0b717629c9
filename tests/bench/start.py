"""The start, beside a bare window of Qt's: the processor's time from the first line of Python to the first paint, and memory.

Each start is a process of its own, in turns; the least of all rounds counts, which other programs disturb least. As in a
bundle, everything has been compiled: the first round does that."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.bench.line import ROUNDS, beside
from tests.samples import EXAMPLE, ROOT


class StartLine(NamedTuple):
    """What is started and what it stands beside, by their names in `SCRIPTS`; "ms" to the first paint, or "MB" at the peak."""

    name: str
    what: str
    floor: str
    reach: float
    unit: str


LINES = (
    StartLine("start to first paint", "start page", "bare window", 1.5, "ms"),
    StartLine("start with a draft open", "draft open", "bare window", 2.3, "ms"),
    StartLine("peak memory, a draft open", "draft open", "bare table", 1.4, "MB"),
)

BEGIN = "import sys, time; began = time.process_time(); "
PAINTED = "spent = time.process_time() - began"
END = """
try:
    from resource import RUSAGE_SELF, getrusage
    print(spent, getrusage(RUSAGE_SELF).ru_maxrss)
except ImportError:
    print(spent, 0)
"""
BARE = f"""{BEGIN}
from PySide6.QtWidgets import QApplication, QMainWindow
class Bare(QMainWindow):
    painted = False
    def paintEvent(self, event):
        Bare.painted = True
app = QApplication([])
window = Bare(); window.resize(1180, 760)
TABLE
window.show()
while not Bare.painted: app.processEvents()
{PAINTED}
{END}"""
TABLE = """
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
model = QStandardItemModel(20, 10)
for place in range(200): model.setItem(place // 10, place % 10, QStandardItem("依申请公开"))
table = QTableView(); table.setModel(model); window.setCentralWidget(table)
"""
OURS = f"""{BEGIN}sys.path.insert(0, {str(ROOT)!r})
from PySide6.QtWidgets import QApplication
from ui.basics.theme import apply_theme
from ui.startup.user_settings import user_settings
from ui.application import STYLE_ARGUMENTS, prepare
from ui.window.main_window import MainWindow
class Shown(MainWindow):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event); Shown.painted = True
app = QApplication(["app.py", *STYLE_ARGUMENTS]); prepare(app); settings = user_settings(); apply_theme(app, "light", 100)
window = Shown(settings); window.resize(1180, 760)
OPEN
window.show()
while not Shown.painted: app.processEvents()
{PAINTED}
CHECK
{END}"""
OPENED = f"from pathlib import Path; window.workspace.open_actions.open_path(Path({str(EXAMPLE)!r}))"
CHECKED = """
view = window.workspace.session.view
while "live_checks" not in vars(view) or view.live_checks.is_busy: app.processEvents()
"""
SCRIPTS = {
    "bare window": BARE.replace("TABLE", ""),
    "bare table": BARE.replace("TABLE", TABLE),
    "start page": OURS.replace("OPEN", "").replace("CHECK", ""),
    "draft open": OURS.replace("OPEN", OPENED).replace("CHECK", CHECKED),
}


def measured(folder: Path) -> Iterator[str]:
    """Yield the lines; a folder is the home of the programs that are started."""
    home = str(folder)
    surroundings = os.environ | {"HOME": home, "XDG_CONFIG_HOME": home, "PYTHONPYCACHEPREFIX": home}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    rounds = [{name: figures(script, surroundings) for name, script in SCRIPTS.items()} for _ in range(ROUNDS + 1)]
    for line in LINES:
        what, floor = (min(one[name][line.unit] for one in rounds[1:]) for name in (line.what, line.floor))
        if what:
            yield beside(line.name, what, floor, line.reach, line.unit)
        else:
            yield f"{line.name:32} not measured: Python on {sys.platform} does not tell it"


def figures(script: str, surroundings: dict[str, str]) -> dict[str, float]:
    """Return what a script prints at its end, by unit; the memory is 0 where the system does not tell it."""
    done = subprocess.run([sys.executable, "-c", script], env=surroundings, capture_output=True, text=True, check=True)
    seconds, kilobytes = map(float, done.stdout.split())
    return {"ms": seconds * 1000, "MB": kilobytes / 1024}
