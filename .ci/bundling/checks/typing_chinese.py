"""中国人民 typed by an input method, into a field, a long text and, in digits, a table."""

from __future__ import annotations

import time

from computer import HOME, Computer
from main_job import FOLDER, NEXT_TAB, SAVING, SHOWN, TITLE, answer_file_dialog, leave, numbers, saved

WORDS, KEYS = "中国人民", "zhongguorenmin"
DRAFT = f"{FOLDER}/2025.toml"
# How each input method is started in its own session, before the program.
DAEMONS = {
    "fcitx4": "fcitx -D & sleep 3",
    "fcitx5": "fcitx5 & sleep 3",
    "ibus": f"ibus-daemon --xim & sleep 3; (while [ ! -e '/{HOME}/{DRAFT}' ]; do sleep 1; done; ibus engine libpinyin) &",
}
SETTINGS = {
    "fcitx4": {".config/fcitx/profile": "[Profile]\nIMName=pinyin\nEnabledIMList=fcitx-keyboard-us:True,pinyin:True\n"},
    "fcitx5": {
        ".config/fcitx5/profile": "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n\n[Groups/0/Items/0]\nName=keyboard-us\nLayout=\n\n"
        "[Groups/0/Items/1]\nName=pinyin\nLayout=\n\n[GroupOrder]\n0=Default\n"
    },
    "ibus": {},
}
UNIT = (507, 189)  # the field of the unit's name, in the window
TEXT = (500, 260)  # the first long text of the first section


def type_chinese(computer: Computer) -> list[str]:
    """Types, saves, and looks into the draft. Raises AssertionError where other words came."""
    kind = computer.tree
    computer.forget()
    computer.file(FOLDER).mkdir()
    for name, text in SETTINGS[kind].items():
        computer.file(name).parent.mkdir(parents=True, exist_ok=True)
        computer.file(name).write_text(text)
    name = "ibus" if kind == "ibus" else "fcitx"
    computer.surroundings = {"XMODIFIERS": f"@im={name}", "QT_IM_MODULE": name}
    (computer.root / HOME / "session.sh").write_text(f'{DAEMONS[kind]}\n"$@" &\nwait $!\n')
    computer.before = ("dbus-run-session", "sh", f"/{HOME}/session.sh")
    desktop, process = computer.desktop, computer.start()
    desktop.window(TITLE)
    desktop.press("ctrl+n", "ctrl+s")
    answer_file_dialog(computer, SAVING, DRAFT)
    saved(computer, DRAFT)
    window = desktop.window("2025.toml")
    desktop.click(window, *UNIT)
    if kind != "ibus":  # which the session has switched on when the file was there
        desktop.press("ctrl+space")
    _type(computer, "field")
    desktop.press(NEXT_TAB)
    time.sleep(SHOWN)
    desktop.click(window, *TEXT)
    _type(computer, "text")
    desktop.press(NEXT_TAB)
    time.sleep(SHOWN)
    desktop.write("12")
    desktop.press("Return", "ctrl+s")
    desktop.picture("saved")
    draft = saved(computer, DRAFT)
    assert draft["unit"] == WORDS and 12 in numbers(draft) and WORDS in str(draft["overview"]), draft
    leave(computer, process)
    return [f"{WORDS} typed with {kind} into a field and a text, digits into a table"]


def _type(computer: Computer, where: str) -> None:
    computer.desktop.write(KEYS)
    time.sleep(1)
    computer.desktop.picture(f"candidates in a {where}")
    computer.desktop.press("space")
