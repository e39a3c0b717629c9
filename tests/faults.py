"""Kills the real program at random moments of typing and saving, and reads the disk afterwards: python -m tests.faults COUNT

After each kill the draft is one of the saved ones, and draft and recovery copy together lack at most the last 2.5 seconds."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from model.draft.draft_file import load_draft, save_draft
from model.files.history import VERSIONS_FOLDER
from model.form.form import editions, load_form
from model.report.report import Report
from tests.recovery_copies import copies_in
from tests.samples import EXAMPLE, ROOT

NAME = "requests.received.natural"
LOST_AT_MOST = 2.5  # seconds of typing
EVERY = 13  # numbers typed between two saves
LONGEST = 6  # seconds until a session is killed
AT_ONCE = 3  # sessions
# A clerk who types a number into table 3 and it again at the end of a text, key by key, and saves now and then.
SESSION = f"""
import sys, time
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from tests.clerk import type_number, write
from ui.basics.settings import Settings
from ui.application import prepare
from ui.window.main_window import MainWindow
app = QApplication([])
prepare(app)
window = MainWindow(Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
window.show()
window.workspace.open_actions.open_path(Path(sys.argv[2]))
editor = window.workspace.session.view.editor
number = 0
while True:
    number += 1
    editor.go_to("{NAME}")
    type_number(editor.tab(editor.currentIndex()).table, str(number))
    editor.go_to("remarks[0].text")
    text = editor.tab(editor.currentIndex()).cards[0].text
    text.moveCursor(QTextCursor.MoveOperation.End)
    write(text, f"第{{number}}句。")
    print("typed", number, time.time(), flush=True)
    if number % {EVERY} == 0:
        window.workspace.session.save()
        print("saved", number, time.time(), flush=True)
    until = time.monotonic() + 0.02
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.002)
"""


@dataclass(frozen=True)
class Session:
    """What a session that was killed had said: when each number was typed, which were saved, and when it ended."""

    typed: dict[int, float]
    saved: set[int]
    killed: float


def numbers_of(report: Report) -> tuple[int, int]:
    """The last number in the table and the last at the end of the text."""
    value = report.values.get(NAME, 0)
    text = report.parts("remarks")[0].text
    last = text.rpartition("第")[2].removesuffix("句。")
    return int(value) if isinstance(value, int) else 0, int(last) if last.isdecimal() else 0


def killed(folder: Path, after: float) -> Session:
    """Runs a session on a draft in the folder and kills it `after` seconds from its first number."""
    log = folder / "log"
    with log.open("w") as out:
        session = subprocess.Popen(
            [sys.executable, "-c", SESSION, str(folder / "settings.ini"), str(folder / "草稿.toml")],
            stdout=out,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        )
        while not log.read_text() and session.poll() is None:
            time.sleep(0.01)
        time.sleep(after)
        session.kill()
        when = time.time()
        session.wait()
    lines = [line.split() for line in log.read_text().splitlines() if line.count(" ") == 2]
    typed = {int(number): float(at) for word, number, at in lines if word == "typed"}
    return Session(typed, {int(number) for word, number, _ in lines if word == "saved"}, when)


def killed_once(folder: Path, after: float) -> str:
    """Kills one session; what is wrong on the disk then, "" if nothing."""
    draft = folder / "草稿.toml"
    save_draft(draft, load_draft(EXAMPLE)[0])
    session = killed(folder, after)
    if not session.typed:
        return "nothing was typed"
    faults = [*_draft_faults(draft, session), *_lost(folder, draft, session), *_left(folder)]
    return "; ".join(faults)


def _draft_faults(draft: Path, session: Session) -> Iterator[str]:
    value, sentence = numbers_of(load_draft(draft)[0])
    # A save may have reached the disk before it could say so.
    may_be = {10, *session.saved, max(session.saved, default=0) + EVERY}
    if value not in may_be:
        yield f"the draft holds {value}, which was never saved"
    if value != 10 and value != sentence:
        yield f"the draft holds {value} in the table and {sentence} in the text"
    for version in (draft.parent / VERSIONS_FOLDER).rglob("*.toml"):
        if numbers_of(load_draft(version)[0])[0] not in may_be:
            yield f"the version {version.name} was never saved"


def _lost(folder: Path, draft: Path, session: Session) -> Iterator[str]:
    reports = [load_draft(draft)[0], *(copy.report for copy in copies_in(folder / "recovery", load_form, editions()))]
    best = max(sentence for _, sentence in map(numbers_of, reports))
    due = max((number for number, at in session.typed.items() if at < session.killed - LOST_AT_MOST), default=0)
    if best < due:
        yield f"{best} is the last that is left of {due} typed {LOST_AT_MOST} s before the end"


def _left(folder: Path) -> Iterator[str]:
    left = [path.name for path in folder.rglob(".*.tmp")]
    if len(left) > 1:  # the one that was being written goes at the next start
        yield f"left behind: {left}"


def tried(moment: float) -> str:
    """Kills one session in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return killed_once(Path(folder), moment)


def main(count: int) -> int:
    """Kills `count` sessions at random moments; prints what was tried, survived and lost."""
    moments = [random.uniform(0.1, LONGEST) for _ in range(count)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        faults = [
            f"{moment:.3f}: {fault}" for moment, fault in zip(moments, pool.map(tried, moments), strict=True) if fault
        ]
    print(*faults, f"tried {count}, survived {count - len(faults)}, lost {len(faults)}", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
