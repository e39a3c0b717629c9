"""The program itself in a process of its own, told line by line what its clerk does, so that others can be told too."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.samples import ROOT

NAME = "requests.received.natural"
# A process that has a draft open and does nothing with it.
HOLD = f"""
import sys, time
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from model.files.locks.draft_lock import acquire_lock
lock = acquire_lock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


class Clerk:
    """A clerk at a program of her own; each call gives what the program said and what it shows then."""

    def __init__(self, settings: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.driven", str(settings)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        )

    def does(self, what: str, *words: object) -> dict[str, Any]:
        """Has her do something: open, type, save, save_as, close, export, answer, no_locks, limit."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps([what, *map(str, words)]) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"the program went away at {what}"
        return json.loads(line)

    def dies(self) -> None:
        """Ends the program as a power cut does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(BrokenPipeError):
                pipe.close()  # type: ignore[union-attr]


def main(ini: str) -> None:
    """Runs the program and does what it is told on standard input."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from tests.clerk import type_number
    from ui.application import prepare
    from ui.basics.settings import Settings
    from ui.dialogs import export_boxes, file_questions, message_boxes
    from ui.versions.merge_dialog import MergeDialog
    from ui.window.main_window import MainWindow

    app = QApplication([])
    prepare(app)
    window = MainWindow(Settings(QSettings(ini, QSettings.Format.IniFormat)))
    window.show()
    said: list[str] = []
    answers = {"held": "copy", "merge": "save", "target": "", "elsewhere": ""}

    def answered(key: str, words: str) -> str:
        said.append(f"{key}: {words}")
        return answers[key]

    message_boxes.tell = lambda parent, sentence: said.append(sentence)
    message_boxes.ask_held = lambda parent, sentence, more: answered("held", sentence)
    message_boxes.ask_elsewhere = lambda parent, sentence: bool(answered("elsewhere", sentence))
    message_boxes.ask_save = lambda parent, title, was_saved: "discard"
    file_questions.ask_target = lambda parent, title, proposal, kind: (
        Path(answers["target"]) if answers["target"] else None
    )
    export_boxes.ask_export_unfinished = lambda *_: True
    export_boxes.tell_faces = lambda parent, lines: False
    export_boxes.tell_exported = lambda parent, path, *_: said.append(f"exported: {path}")
    MergeDialog.asked = lambda dialog: answered("merge", ",".join(one.name for one in dialog._found))

    def type_in(number: str) -> None:
        window.workspace.session.view.editor.go_to(NAME)
        type_number(
            window.workspace.session.view.editor.tab(window.workspace.session.view.editor.currentIndex()).table, number
        )

    def no_locks() -> None:
        """As on a network drive that knows no locks and whose clock tells nothing."""
        from ui.files import open_draft

        open_draft.acquire_lock = lambda draft: None

    def limit(size: str) -> None:
        """No file may grow beyond so many bytes from now on."""
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), resource.getrlimit(resource.RLIMIT_FSIZE)[1]))

    acts = {
        "open": lambda path: window.workspace.open_actions.open_path(Path(path)), "type": type_in, "save": window.workspace.session.save,
        "save_as": lambda path: answers.update(target=path) or window.workspace.session.save_as(), "close": window.workspace.session.close,
        "export": lambda path: answers.update(target=path) or window.workspace.document_actions.export(),
        "answer": lambda key, word: answers.update({key: word}), "no_locks": no_locks,
        "limit": limit,
    }  # fmt: skip
    for line in sys.stdin:
        what, *words = json.loads(line)
        said.clear()
        done = acts[what](*words)
        app.processEvents()
        document = window.workspace.session.document
        shown = {
            "path": str(document.path) if document and document.path else "",
            "read_only": bool(document and document.read_only),
            "value": document.report.values.get(NAME) if document else None,
            "unsaved": bool(document and document.unsaved),
        }
        print(json.dumps({"done": bool(done), "said": said, **shown}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
