"""What a screen reader gets of the window, through AT-SPI and a real X server."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest

from tests.samples import EXAMPLE, ROOT
from tests.ui.assistive_program import SYSTEM_PYTHON
from ui.document.open_document import OpenDocument

CLIENT_TRIES = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
FIELDS = ("text", "push button", "check box", "combo box", "table cell", "tree")
ASSERTIVE = 2
TRIES = 3  # between the two processes an event is lost once in some hundred runs, on a machine with much to do
NOT_OURS = ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS")


def lacking() -> str:
    """What this machine lacks to try it, "" if nothing."""
    for program in ("Xvfb", "dbus-run-session", SYSTEM_PYTHON):
        if not shutil.which(program):
            return f"{program} is not installed"
    tried = subprocess.run([SYSTEM_PYTHON, "-c", CLIENT_TRIES], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "gir1.2-atspi-2.0 and python3-gi are not installed"


@pytest.fixture(scope="module")
def display():
    """An X server of its own."""
    if why := lacking():
        pytest.skip(why)
    read, write = os.pipe()
    call = ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp", "-screen", "0", "1400x800x24"]
    server = subprocess.Popen(call, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        yield f":{told.readline().strip()}"
    server.kill()
    server.wait()


@pytest.fixture(scope="module")
def lines(display, tmp_path_factory):
    """What a client of assistive technology was told while somebody typed."""
    home: Path = tmp_path_factory.mktemp("home")
    home.chmod(0o700)
    names = ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    surroundings = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    surroundings |= dict.fromkeys(names, str(home)) | {"DISPLAY": display, "PYTHONPATH": str(ROOT)}
    surroundings |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    out = home / "told"
    call = ["dbus-run-session", "--", sys.executable, "-m", "tests.ui.assistive_program", str(EXAMPLE), str(out)]
    for _ in range(TRIES):
        done = subprocess.run(call, env=surroundings, cwd=ROOT, capture_output=True, text=True, timeout=180)
        if done.returncode == 0:
            break
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def objects(lines):
    """All objects that the client found, in the order of the tree."""
    return [line for line in lines if "depth" in line]


@pytest.fixture(scope="module")
def events(lines):
    """What the client was told afterwards."""
    return [line for line in lines if "event" in line]


def cells_of(objects, heading: str) -> list[dict]:
    """The cells of the table of that name: what is below it in the tree."""
    place = next(n for n, one in enumerate(objects) if (one["role"], one["name"]) == ("table", heading))
    depth = objects[place]["depth"]
    return list(takewhile(lambda one: one["depth"] > depth, objects[place + 1 :]))


@pytest.mark.parametrize("key", ["disclosure", "requests", "disputes"])
def test_every_cell_of_a_table_is_there_with_its_labels_its_value_and_whether_it_can_be_typed_into(objects, key):
    document = OpenDocument.opened(EXAMPLE)
    section = document.report.form.section(key)
    told = cells_of(objects, section.heading)
    assert len(told) == len(section.grid.cells)
    for cell, one in zip(section.grid.cells, told, strict=True):
        assert one["place"] == [cell.row, cell.column]
        if cell.name:
            assert one["role"] == "table cell" and one["text"] == document.cell_text(cell.name)
            assert one["name"] == "，".join(section.grid.labels_of(cell))
            assert ("EDITABLE" in one["states"], "READ_ONLY" in one["states"]) == (not cell.total, cell.total)
        else:
            assert one["name"] == cell.label


def test_cells_know_the_labels_beside_and_above_them(objects, form):
    told = cells_of(objects, form.section("requests").heading)
    cell = next(one for one in told if one["name"] == "三、本年度办理结果，（一）予以公开，自然人")
    assert (cell["row"], cell["column"]) == (["三、本年度办理结果", "（一）予以公开"], ["自然人"])


def test_whatever_takes_the_focus_has_a_name(objects):
    fields = [one for one in objects if one["role"] in FIELDS and "FOCUSABLE" in one["states"]]
    assert len(fields) > 250
    assert [one for one in fields if not one["name"]] == []


def test_a_part_is_named_by_its_heading(objects):
    texts = [one["name"] for one in objects if one["role"] == "text"]
    report = OpenDocument.opened(EXAMPLE).report
    assert {part.heading for part in report.parts("overview")} <= set(texts) and "正文" not in texts


def heard(events, kind: str) -> list[dict]:
    return [one for one in events if one["event"].startswith(kind)]


def test_the_current_cell_and_the_open_editor_tell_that_they_have_the_focus(events):
    told = [one for one in heard(events, "object:state-changed:focused") if one["detail"] and "role" in one]
    assert (told[0]["role"], told[0]["name"]) == ("table cell", "二、上年结转政府信息公开申请数量，自然人")
    assert "page tab list" not in {one["role"] for one in told}
    assert ("table cell", "三、本年度办理结果，（一）予以公开，自然人") in {(one["role"], one["name"]) for one in told}
    typed = [one for one in heard(events, "object:text-changed:insert") if one.get("role") == "text"]
    assert {"二、上年结转政府信息公开申请数量，自然人", "三、本年度办理结果，（一）予以公开，自然人"} == {
        one["name"] for one in typed
    }


def test_a_changed_value_is_told_with_its_total(events):
    told = {(one["name"], one["words"]) for one in heard(events, "object:text-changed:insert")}
    assert ("二、上年结转政府信息公开申请数量，自然人", "7") in told
    assert ("二、上年结转政府信息公开申请数量，总计", "7") in told


def test_what_a_check_finds_is_told_of_the_cell_and_announced(events):
    told = heard(events, "object:property-change:accessible-description")
    assert any("这一列不平" in one["words"] and one["role"] == "table cell" for one in told)
    assert any(one["words"].startswith("检查发现：") for one in heard(events, "object:announcement"))


def test_a_refusal_is_announced_at_once(events):
    told = [one for one in heard(events, "object:announcement") if "不是数字" in one["words"]]
    assert ASSERTIVE in {one["detail"] for one in told}
