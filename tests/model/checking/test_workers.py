"""Many files checked by several processes, some of which die, hang, or cannot be started."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import pytest

from model.draft.draft_file import save_draft
from tests.command_line import ended, outcome, processes_of, started, wait_for
from tests.ui.cli.test_check import BROKEN, CLEAN

pytestmark = pytest.mark.skipif(os.name != "posix", reason="what goes wrong is passed on to the processes by fork")

# Files that take their time, or kill the process that checks them: at every try, or at the first one.
HOSTILE = """
from pathlib import Path
import model.checking.batch as many
open_report = many.open_report
def hostile(path):
    began = path.with_suffix(".began")
    is_first = not began.exists()
    began.touch()
    if "慢" in path.name or "慢一次" in path.name and is_first:
        time.sleep(100)
    if "死" in path.name:
        os.kill(os.getpid(), signal.SIGKILL)
    return open_report(path)
many.open_report = hostile
"""
FIRST_SLOW = HOSTILE.replace('"慢" in path.name or ', "")
IMPATIENT = HOSTILE + "many.check_files.__defaults__ = (3.0,)\n"
UNSTARTABLE = """
from multiprocessing.process import BaseProcess
def start(process):
    raise BlockingIOError(11, "no more processes")
BaseProcess.start = start
"""
SPAWNED = "import multiprocessing; multiprocessing.set_start_method('spawn')"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(20):
        save_draft(tmp_path / f"{number:02}.toml", BROKEN if number % 10 == 3 else CLEAN)
    return tmp_path


def found_in(out: str) -> list[str]:
    """The files in which something was found."""
    return [Path(item["file"]).stem for item in json.loads(out)]


def has_begun(folder: Path) -> bool:
    return next(folder.glob("*慢*.began"), None) is not None


def test_a_file_that_kills_its_process_is_named_and_the_others_are_checked(folder):
    save_draft(folder / "05死.toml", CLEAN)
    done = outcome("check", "--json", folder, before=HOSTILE)
    assert done.returncode == 2 and found_in(done.stdout) == ["03", "13"]
    assert done.stderr.count("\n") == 1 and "05死.toml" in done.stderr and "内存" in done.stderr


def test_when_every_process_dies_every_file_is_named(folder):
    for path in list(folder.iterdir()):
        path.rename(path.with_name(f"死{path.name}"))
    done = outcome("check", "--json", folder, before=HOSTILE)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "[]\n", 20)


def test_a_process_that_was_killed_by_chance_costs_nothing(folder):
    save_draft(folder / "05慢一次.toml", BROKEN)
    command = started("check", "--json", folder, before=FIRST_SLOW)
    wait_for(lambda: has_begun(folder))
    for process in processes_of(command):
        process.kill()
    done = ended(command)
    assert (done.returncode, done.stderr) == (1, "") and found_in(done.stdout) == ["03", "05慢一次", "13"]


def test_a_file_that_takes_for_ever_is_given_up(folder):
    save_draft(folder / "05慢.toml", CLEAN)
    done = outcome("check", "--json", folder, before=IMPATIENT)
    assert done.returncode == 2 and found_in(done.stdout) == ["03", "13"]
    assert done.stderr.count("\n") == 1 and "05慢.toml" in done.stderr and "太久" in done.stderr


@pytest.mark.parametrize("everybody", [True, False], ids=["to all", "to one"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("many", [True, False], ids=["many", "few"])
def test_what_stops_it_stops_it_at_once_and_ends_the_list(folder, number, everybody, many):
    save_draft(folder / "19慢.toml", BROKEN)
    files = [folder] if many else [folder / "03.toml", folder / "19慢.toml"]
    command = started("check", "--json", *files, before=HOSTILE)
    wait_for(lambda: has_begun(folder))
    began = time.monotonic()
    (os.killpg if everybody else os.kill)(command.pid, number)
    done = ended(command)
    assert time.monotonic() - began < 20
    assert done.returncode == 2 and found_in(done.stdout) in ([], ["03"], ["03", "13"])  # whole, however far it came
    assert done.stderr.count("\n") == 1 and "中断" in done.stderr


def test_processes_whose_parent_is_killed_go_too(folder):
    save_draft(folder / "05慢一次.toml", BROKEN)
    slow = FIRST_SLOW.replace("sleep(100)", "sleep(2)")
    command = started("check", folder, before=slow)
    wait_for(lambda: has_begun(folder))
    command.kill()
    command.communicate()
    wait_for(lambda: not processes_of(command))


def test_where_no_process_can_be_started_it_is_done_here(folder):
    done = outcome("check", "--json", folder, before=UNSTARTABLE)
    assert (done.returncode, done.stderr) == (1, "") and found_in(done.stdout) == ["03", "13"]


def test_processes_that_begin_anew_as_on_windows_do_the_same(folder):
    command = started("check", "--json", folder, before=SPAWNED)
    out, err = command.communicate(timeout=60)
    assert (command.returncode, err) == (1, "") and found_in(out) == ["03", "13"]
    wait_for(lambda: not processes_of(command))  # one more that Python starts sees the others off


@pytest.mark.parametrize("handles", [20, 12, 9, 6])
def test_a_few_file_handles_are_enough(folder, handles):
    resource = pytest.importorskip("resource")  # Windows sets no limit to a process's handles

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (handles, handles))

    done = outcome("check", "--json", folder, preexec_fn=limit)
    assert (done.returncode, done.stderr) == (1, "") and found_in(done.stdout) == ["03", "13"]
