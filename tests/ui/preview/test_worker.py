"""Drawing pages beside a window that paints."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize

from tests.samples import ROOT
from ui.preview import worker

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 30" width="20pt" height="30pt"><rect width="20" height="30" fill="#f00"/>%s</svg>'
# A window that paints pictures of its style sheet while it keeps Python to itself, and pages drawn meanwhile.
PAINTING = """
import sys
from threading import Thread
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from ui.preview.worker import picture_of
app = QApplication([])
arrow = sys.argv[1]
page = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">' + b'<path d="M0 0h9v9z"/>' * 20_000 + b"</svg>"
drawing = Thread(target=lambda: [picture_of(page, QSize(90, 90)) for _ in range(20)], daemon=True)
drawing.start()
while drawing.is_alive():
    box = QCheckBox()  # a new one: the picture of an old one has been read
    box.setStyleSheet(f"QCheckBox::indicator {{ width: 14px; height: 14px; image: url('{arrow}') }}")
    box.show()
    QTest.qWait(1)
print("drawn")
"""


def test_pages_are_drawn_while_the_window_paints_pictures_of_its_look():
    """Each thread waited for a lock that the other held, and the window stood still for good."""
    words = [sys.executable, "-c", PAINTING, str(ROOT / "resources" / "icons" / "on_light" / "up.svg")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout == "drawn\n", done.stderr


@pytest.mark.parametrize("is_full", [False, True])
def test_a_page_is_drawn_also_where_the_disk_is_full(monkeypatch, is_full):
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    if is_full:
        monkeypatch.setattr(worker, "TemporaryDirectory", refuse)
    picture = worker.picture_of(SVG % b"", QSize(40, 60))
    assert picture.size() == QSize(40, 60) and picture.pixelColor(20, 30).red() == 255
