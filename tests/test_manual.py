"""README.zh-CN.md tells the truth: every menu entry, key and button that it names is in the program."""

from __future__ import annotations

import ast
import re

import pytest

from model.files import program
from tests.samples import ROOT
from ui.basics.settings import LOOKS
from ui.basics.shortcuts import SHORTCUTS
from ui.help.shortcut_list import OF_PLACES
from ui.window.actions import ACTIONS, MENUS, plain_words

TEXTS = {path.name: path.read_text(encoding="utf-8") for path in (program.MANUAL, program.NEWS)}
MENU_PATH = re.compile(r"“([^“”→]+) → ([^“”→]+)”")
QUOTED = re.compile(r"“([^“”]+)”")
PRESSED = re.compile(r"点“([^“”]+)”")
MODIFIERS = r"(?:(?:Ctrl|Shift|Alt)\+)"
KEY = re.compile(rf"(?<![\w+]){MODIFIERS}*(?:F\d+|(?<=\+)(?:[A-Z](?![a-z])|\d|\+|-|Tab|Page(?:Up|Down)))")
SPELLED = {"PageUp": "PgUp", "PageDown": "PgDown"}
# Menus of the systems and of other programs.
ELSEWHERE = {"设置", "安全中心", "控制中心"}
# Words on what is not the program's: Windows, UOS, Kylin, the installer, the file manager, an editor.
OF_OTHERS = {"安装", "更多信息", "仍要运行", "卸载"}


def bound() -> set[str]:
    """Every key that does something, as the manual spells it."""
    keys = {key for keys in SHORTCUTS.values() for key in keys}
    return keys | {key for place in OF_PLACES.values() for names in place for key in names.split("、")}


def entries() -> dict[str, set[str]]:
    """What each menu has, as it stands there; submenus too."""
    found = {
        plain_words(menu): {ACTIONS[name].words.replace(f"({letter(name)})", "") for name in names if name}
        for menu, names in MENUS.items()
    }
    found["查看"] |= {"外观"}
    found["文件"] |= {"最近打开"}
    return found


def letter(name: str) -> str:
    return ACTIONS[name].words.partition("(")[2].partition(")")[0]


@pytest.fixture(scope="module")
def said() -> str:
    """All texts in the program and in its forms, without the letters that open entries."""
    words = []
    for room in ("model", "export", "ui"):
        for path in sorted((ROOT / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            words += [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    words += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "resources" / "forms").glob("*.toml"))]
    return re.sub(r"\(&\w\)", "", "\n".join(words))


@pytest.mark.parametrize("name", TEXTS)
def test_every_menu_entry_it_names_is_in_that_menu(name):
    named = [(menu, entry) for menu, entry in MENU_PATH.findall(TEXTS[name]) if menu not in ELSEWHERE]
    assert len(named) > 5
    assert [f"{menu} → {entry}" for menu, entry in named if entry not in entries().get(menu, set())] == []


@pytest.mark.parametrize("name", TEXTS)
def test_every_key_it_names_is_bound(name):
    keys = {re.sub("Page(Up|Down)", lambda found: SPELLED[found[0]], key) for key in KEY.findall(TEXTS[name])}
    assert keys and keys - bound() == set()


def test_every_button_it_says_to_press_is_in_the_program(said):
    pressed = {words for words in PRESSED.findall(TEXTS["README.zh-CN.md"]) if " → " not in words}
    assert len(pressed) > 15
    assert {words for words in pressed - OF_OTHERS if words not in said} == set()


def test_it_tells_of_every_menu_entry_that_is_not_told_by_its_key_alone():
    """An entry that no chapter speaks of is one that nobody finds."""
    shown, silent = program.manual(), set()
    for names in MENUS.values():
        for name in filter(None, names):
            if name not in SHORTCUTS and plain_words(ACTIONS[name].words).rstrip("…") not in shown:
                silent.add(name)
    assert silent == set()


def test_every_look_is_named():
    assert [words for words in LOOKS.values() if f"“{words}”" not in program.manual()] == []


def test_quotes_and_headings_are_in_pairs():
    text = TEXTS["README.zh-CN.md"]
    assert [line for line in text.split("\n") if line.count("“") != line.count("”")] == []
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    assert len(headings) == len(set(headings))
    assert text.count("<!-- 给维护的人 -->") == text.count("<!-- 到此为止 -->") > 0


def test_its_chapters_are_short():
    chapters = re.split(r"^##+ ", program.manual(), flags=re.MULTILINE)[1:]
    long = {chapter.split("\n")[0]: len(chapter) for chapter in chapters if len(chapter) > 2_000}
    assert long == {}
