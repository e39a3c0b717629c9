"""A log that stays small and stands in nobody's way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import qInstallMessageHandler

from ui.startup.log_file import LARGEST_LOG_BYTES, LOG_FILE_NAME, begin_log


@pytest.fixture
def log(tmp_path):
    made = begin_log(tmp_path / "own")
    qInstallMessageHandler(None)
    yield made
    for handler in made.handlers:
        handler.close()


def test_the_log_cannot_fill_the_disk(tmp_path, log):
    for number in range(3000):
        log.error("%s %s", number, "x" * 10_000)
    files = list((tmp_path / "own").iterdir())
    assert len(files) == 2 and sum(path.stat().st_size for path in files) < 2 * LARGEST_LOG_BYTES
    assert f"{2999} x" in (tmp_path / "own" / LOG_FILE_NAME).read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_is_let_be(tmp_path, log, capsys):
    (tmp_path / "own").write_text("in the way")
    log.error("x")
    assert capsys.readouterr().err == ""
