"""Work beside the window."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from ui.basics.background import in_background


def test_the_result_comes_from_another_thread_while_the_window_goes_on(qapp):
    painted = threading.Event()
    QTimer.singleShot(0, qapp, painted.set)
    assert in_background(lambda: painted.wait(30) and threading.current_thread()) is not threading.current_thread()
    assert painted.is_set() and QGuiApplication.overrideCursor() is None


def test_what_goes_wrong_is_raised_where_the_result_is_asked_for(qapp):
    with pytest.raises(ZeroDivisionError):
        in_background(lambda: 1 / 0)
    assert QGuiApplication.overrideCursor() is None
