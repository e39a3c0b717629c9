"""The program with a report open, a client of assistive technology beside it, and somebody who types.

python -m tests.ui.assistive_program DRAFT OUT writes what the client printed, one JSON object a line."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QProcess, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.application import STYLE_ARGUMENTS, prepare
from ui.basics.settings import Settings
from ui.basics.theme import apply_theme
from ui.window.main_window import MainWindow

CLIENT = Path(__file__).parent / "assistive_client.py"
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE_S = 20
NAME = "nianbao-under-test"


class Client:
    """The other process; `lines` is what it has printed."""

    def __init__(self) -> None:
        self.lines: list[dict[str, object]] = []
        self._process = QProcess()
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._clock = QTimer()  # lets `wait` look at the time
        self._clock.start(100)
        self._process.start(SYSTEM_PYTHON, [str(CLIENT), NAME])

    def _read(self) -> None:
        while self._process.canReadLine():
            self.lines.append(json.loads(bytes(self._process.readLine().data())))

    def wait(self, event: str, *words: str) -> None:
        """Lets the program go on until the client has heard an event of that kind with these words."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until and self._process.state() != QProcess.ProcessState.NotRunning:
            if any(_is(line, event, words) for line in self.lines):
                return
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.end()
        sys.exit(
            "\n".join(["heard:", *(str(line) for line in self.lines if "event" in line), f"but not {event} {words}"])
        )

    def end(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.waitForFinished()


def _is(line: dict[str, object], event: str, words: tuple[str, ...]) -> bool:
    told = f"{line.get('name')}{line.get('words')}"
    return str(line.get("event", "")).startswith(event) and all(word in told for word in words)


def main(draft: Path, out: Path) -> None:
    """Types into table 3 of a draft while the client listens."""
    app = QApplication([sys.argv[0], *STYLE_ARGUMENTS])
    prepare(app)
    app.setApplicationName(NAME)
    apply_theme(app, "light", 100)
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)))
        window.resize(1366, 700)
        window.show()
        window.activateWindow()
        window.workspace.open_actions.open_path(draft)
        view = window.workspace.session.view
        assert view
        for index in reversed(range(view.editor.count())):
            view.editor.setCurrentIndex(index)
        view.editor.show_tab_of("requests")
        QTest.qWaitForWindowActive(window)
        view.live_checks.finish()
        client = Client()
        client.wait("ready")
        type_numbers(view.editor.tab_of("requests").table, client)  # type: ignore[union-attr]
        client.end()
    out.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in client.lines), encoding="utf-8")


def type_numbers(table, client: Client) -> None:  # type: ignore[no-untyped-def]
    """Moves, types a number that breaks a sum, and one that is refused."""
    QTest.keyClick(table, Qt.Key.Key_Down)
    client.wait("object:state-changed:focused", "二、上年结转")
    QTest.keyClicks(table, "7")
    client.wait("object:text-changed:insert", "7")
    QTest.keyClick(table.editor, Qt.Key.Key_Return)
    client.wait("object:text-changed:insert", "总计7")
    client.wait("object:property-change:accessible-description", "这一列不平")
    client.wait("object:announcement", "检查发现")
    QTest.keyClicks(table, "-")
    client.wait("object:state-changed:focused", "（一）予以公开，自然人")
    QTest.keyClick(table.editor, Qt.Key.Key_Return)
    client.wait("object:announcement", "（一）予以公开 · 自然人”：“-”不是数字")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
