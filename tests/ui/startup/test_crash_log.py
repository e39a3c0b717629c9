"""What a crash leaves, told once at the next start."""

from __future__ import annotations

import faulthandler
import os
from datetime import datetime

from model.files.error_report import REPORTS_FOLDER
from ui.startup.crash_log import CrashLog


def test_a_crash_is_told_with_its_own_time(tmp_path):
    (tmp_path / REPORTS_FOLDER).mkdir()
    trace = tmp_path / REPORTS_FOLDER / "崩溃-abc.txt"
    trace.write_bytes(b"Fatal Python error")
    os.utime(trace, (datetime(2025, 12, 3, 8, 15).timestamp(),) * 2)
    log = CrashLog(tmp_path)
    assert "12月03日 08:15" in log.earlier()
    log.close()


def test_a_run_that_ended_well_leaves_no_trace_and_one_that_goes_on_is_let_be(tmp_path):
    one = CrashLog(tmp_path)
    other = CrashLog(tmp_path)
    assert other.earlier() == "" and len(list((tmp_path / REPORTS_FOLDER).glob("*.txt"))) == 2
    other.close()
    one.close()
    assert list((tmp_path / REPORTS_FOLDER).iterdir()) == []


def test_a_run_that_was_killed_leaves_an_empty_trace_that_says_nothing(tmp_path):
    (tmp_path / REPORTS_FOLDER).mkdir()
    (tmp_path / REPORTS_FOLDER / "崩溃-123.txt").write_bytes(b"")
    log = CrashLog(tmp_path)
    assert log.earlier() == ""
    log.close()
    assert list((tmp_path / REPORTS_FOLDER).iterdir()) == []


def test_an_error_that_the_run_survived_is_no_crash(tmp_path):
    killed = CrashLog(tmp_path)
    faulthandler.dump_traceback(killed._file)
    killed.survive()
    faulthandler.disable()
    killed._file.close()
    killed._lock.release()
    log = CrashLog(tmp_path)
    assert log.earlier() == ""
    log.close()
    log.survive()  # the timer may fire once more


def test_where_no_trace_can_be_kept_the_program_runs_all_the_same(tmp_path):
    (tmp_path / REPORTS_FOLDER).write_text("in the way")
    log = CrashLog(tmp_path)
    assert log.earlier() == ""
    log.close()
