"""What a clerk does with the program in a year, in a real window with keys and clicks; what comes of it is looked at in the files.

Knows no module of the program, only what stands on the screen; places are those of a window that has just been opened."""

from __future__ import annotations

import signal
import subprocess
import time
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

from computer import Computer
from desktop import until

TITLE = "政府信息公开年报"
NEXT_TAB = "ctrl+Next"
SAVING = "保存草稿"
COPIED = 4  # seconds after which a copy of what was typed is on the disk
SHOWN = 2  # seconds after which a tab has been shown
DRAWN = 5  # seconds after which a window has been drawn, however slow the computer
FOLDER = "my drafts"
EXAMPLE = Path(__file__).parents[3] / "resources" / "example.toml"


def main_job(computer: Computer) -> list[str]:
    """Does everything once; gives a line for each thing that worked. Raises AssertionError at the first that does not."""
    computer.forget()
    computer.file(FOLDER).mkdir()
    return [
        f"{step.__doc__} {seconds:.1f} s"
        for step in (
            write_and_save,
            open_and_export,
            held_by_another,
            killed_and_recovered,
            zoomed,
            about,
            packed,
            without_a_window,
        )
        for seconds in [_timed(step, computer)]
    ]


def _timed(step: Callable[[Computer], None], computer: Computer) -> float:
    began = time.monotonic()
    step(computer)
    return time.monotonic() - began


def write_and_save(computer: Computer) -> None:
    """new report, typing, saving, closing"""
    desktop, process = computer.desktop, computer.start()
    drawn(computer)
    desktop.picture("start")
    desktop.press("ctrl+n")
    desktop.window("未命名")
    time.sleep(SHOWN)
    desktop.write("Qinghe")  # the first field has the keys
    desktop.press(NEXT_TAB, NEXT_TAB)
    time.sleep(SHOWN)
    desktop.write("12")
    desktop.press("Return", "ctrl+s")
    answer_file_dialog(computer, SAVING, f"{FOLDER}/2025.toml")
    draft = saved(computer, f"{FOLDER}/2025.toml")
    assert draft["unit"] == "Qinghe" and 12 in numbers(draft), draft
    desktop.picture("saved")
    leave(computer, process)


def open_and_export(computer: Computer) -> None:
    """opening, export"""
    desktop = computer.desktop
    computer.file("年报 草稿.toml").write_bytes(EXAMPLE.read_bytes())
    process = computer.start(computer.named("年报 草稿.toml"))
    desktop.window("年报 草稿.toml")
    desktop.press("ctrl+e")
    until("what is said once of the faces that are missing", lambda: len(desktop.windows(TITLE)) > 1)
    time.sleep(SHOWN)
    desktop.picture("faces")
    desktop.press("Return")
    answer_file_dialog(computer, "导出 Word", f"{FOLDER}/out.docx")
    document = computer.file(f"{FOLDER}/out.docx")
    until("the document", document.exists)
    desktop.picture("exported")
    unit = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))["unit"]
    with zipfile.ZipFile(document) as package:
        assert unit in package.read("word/document.xml").decode()
    previewed(computer)
    leave(computer, process)


def previewed(computer: Computer) -> None:
    """Shows the pages beside the form, and takes them away again."""
    desktop = computer.desktop
    desktop.window(TITLE)
    desktop.press("Escape", "F10")
    time.sleep(DRAWN)
    desktop.picture("preview")
    desktop.press("F10")


def held_by_another(computer: Computer) -> None:
    """lock between two windows"""
    desktop, draft = computer.desktop, computer.named(f"{FOLDER}/2025.toml")
    first = computer.start(draft)
    desktop.window("2025.toml")
    second = computer.start(draft)
    until("the second window and its question", lambda: len(desktop.windows(TITLE)) > 2)
    desktop.picture("held")
    for process in (second, first):
        process.send_signal(signal.SIGKILL)
        process.wait()
    desktop.no_window(TITLE)


def killed_and_recovered(computer: Computer) -> None:
    """kill and recovery"""
    desktop, draft = computer.desktop, computer.named(f"{FOLDER}/2025.toml")
    process = computer.start(draft)
    desktop.window("2025.toml")
    time.sleep(SHOWN)
    desktop.write("34")  # below the 12: it opens where it was left
    desktop.press("Return")
    time.sleep(COPIED)
    process.send_signal(signal.SIGKILL)
    process.wait()
    desktop.no_window("2025.toml")
    process = computer.start()
    desktop.window(TITLE)
    time.sleep(3)
    desktop.picture("recovery")
    desktop.press("Return")
    desktop.window("2025.toml")
    desktop.press("ctrl+s")
    until("what was recovered in the file", lambda: 34 in numbers(saved(computer, f"{FOLDER}/2025.toml")))
    leave(computer, process)


def zoomed(computer: Computer) -> None:
    """menus in the zoom's font"""
    desktop = computer.desktop
    process = computer.start(computer.named("年报 草稿.toml"))
    desktop.window("年报 草稿.toml")
    desktop.press("ctrl+equal", "ctrl+equal", "alt+f")
    desktop.picture("zoomed menu")
    desktop.press("Escape", "Escape", "ctrl+0")
    leave(computer, process)


def about(computer: Computer) -> None:
    """About, with the licences of the bundle"""
    desktop, process = computer.desktop, computer.start()
    drawn(computer)
    opened(computer, "关于本程序", "alt+h", "a")
    desktop.picture("about")
    desktop.press("Down")
    desktop.picture("licences")
    leave(computer, process)


def packed(computer: Computer) -> None:
    """everything packed for another computer"""
    desktop, process = computer.desktop, computer.start()
    drawn(computer)
    opened(computer, "更换电脑", "alt+f", "d")
    desktop.picture("another computer")
    desktop.press("Tab", "Tab", "Tab", "space")
    answer_file_dialog(computer, "存成一个文件", f"{FOLDER}/all.zip")
    archive = computer.file(f"{FOLDER}/all.zip")
    until("the archive", archive.exists)
    with zipfile.ZipFile(archive) as package:
        assert any(name.endswith("/2025.toml") for name in package.namelist()), package.namelist()
    leave(computer, process)


def without_a_window(computer: Computer) -> None:
    """command line, on all processors; a PDF, read back"""
    folder = computer.file("很多 草稿")
    folder.mkdir()
    for number in range(24):
        (folder / f"镇 {number}.toml").write_bytes(EXAMPLE.read_bytes())
    done = computer.ask("check", computer.named("很多 草稿"))
    assert done.returncode == 0 and "24" in done.stdout, done
    pages = computer.ask("export", computer.named("年报 草稿.toml"), "-o", computer.named("年报.pdf"))
    assert pages.returncode == 0 and "已核对" in pages.stdout, pages
    assert computer.file("年报.pdf").read_bytes().startswith(b"%PDF-")
    missing = computer.ask("check", computer.named("没有.toml"))
    assert missing.returncode == 2 and "没有.toml" in missing.stderr and "Traceback" not in missing.stderr, missing


def drawn(computer: Computer) -> None:
    """Waits until the start page can be typed at: Wine gives the keyboard only to a window that has been drawn."""
    computer.desktop.window(TITLE)
    time.sleep(DRAWN)
    computer.desktop.window(TITLE)


def answer_file_dialog(computer: Computer, title: str, name: str) -> None:
    """Types a file's name into the dialog that asks for it, over what is proposed there."""
    computer.desktop.window(title)
    time.sleep(DRAWN)
    computer.desktop.press("ctrl+a")
    computer.desktop.write(computer.named(name))
    computer.desktop.picture("dialog")
    computer.desktop.press("Return")


def saved(computer: Computer, name: str) -> dict[str, object]:
    path = computer.file(name)
    until(f"the file {path}", path.exists)
    return tomllib.loads(path.read_text(encoding="utf-8"))


def numbers(values: object) -> list[object]:
    """Every value in a draft, however deep."""
    if isinstance(values, dict):
        return [number for value in values.values() for number in numbers(value)]
    return [values]


def opened(computer: Computer, title: str, *keys: str) -> None:
    """Opens a window of the program by keys."""
    desktop = computer.desktop
    desktop.press_until(f"a window “{title}”", lambda: desktop.windows(title), TITLE, "Escape", *keys)
    desktop.window(title)


def leave(computer: Computer, process: subprocess.Popen[str]) -> None:
    """Closes the program, with nothing left to save."""
    computer.desktop.window(TITLE)  # Wine gives the keyboard to nobody when its file dialog has gone
    computer.desktop.press_until("the program's end", lambda: process.poll() is not None, TITLE, "Escape", "ctrl+q")
    assert process.returncode == 0, process.communicate()
    computer.desktop.no_window(TITLE)
