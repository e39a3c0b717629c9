"""The list of all keys, made from the menus and from the keys that each action has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtGui import QKeySequence

from ui.basics.shortcuts import SHORTCUTS

# What tables, fields and windows do with keys that are no action's: by where, the key and what it does.
OF_PLACES: Mapping[str, Mapping[str, str]] = {
    "表格里": {
        "回车、Shift+回车": "到下面一格、上面一格",
        "Tab、Shift+Tab": "到右边一格、左边一格",
        "方向键、Home、End": "到旁边的格、这一行的第一格和最后一格",
        "Ctrl+Home、Ctrl+End": "到表的第一格、最后一格",
        "Shift+方向键": "选一块",
        "Delete、退格": "清空选住的格",
        "Esc": "放弃正在填的这一格，还是原来的数",
    },
    "别处": {
        "回车": "“基本信息”里到下一项；按钮上就是按下它",
        "Tab、Shift+Tab": "到下一个、上一个能填能按的地方",
        "Ctrl+Tab、Ctrl+Shift+Tab": "下一个、上一个页签",
        "Alt+字母": "打开菜单，字母写在菜单名称后面的括号里",
        "Esc": "关闭小窗口、查找栏；从检查结果、页签回填报处",
    },
}
IN_TABLES: Mapping[str, str] = {"edit_cell": "改这一格里原来的数", "show_tip": "说明这一格：查出的问题、数是从哪里来的"}


def shortcut_list(menus: Mapping[str, Iterable[str]], words: Mapping[str, str]) -> str:
    """Return all keys in Markdown, a chapter a menu; `menus` has names of actions, `words` what each is called."""
    chapters = {title: _of_menu(names, words) for title, names in menus.items()}
    for place, keys in OF_PLACES.items():
        chapters[place] = dict(keys)
    for name, does in IN_TABLES.items():
        chapters[next(iter(OF_PLACES))][_keys(name)] = does
    return "\n".join(line for title, keys in chapters.items() for line in _chapter(title, keys))


def _of_menu(names: Iterable[str], words: Mapping[str, str]) -> dict[str, str]:
    return {_keys(name): words[name] for name in names if name in SHORTCUTS}


def _keys(action: str) -> str:
    shown = QKeySequence.SequenceFormat.NativeText
    return "、".join(QKeySequence(key).toString(shown) for key in SHORTCUTS[action])


def _chapter(title: str, keys: Mapping[str, str]) -> Iterator[str]:
    yield from (f"## {title}", "", "| 按键 | 作用 |", "| --- | --- |")
    yield from (f"| {key} | {does} |" for key, does in keys.items())
    yield ""
