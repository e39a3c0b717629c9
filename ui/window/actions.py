"""The commands of the menus and the tool bar, as data."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from ui.basics.theme import icon


class Command(NamedTuple):
    """What a command is called, its keys, its icon, and who does it: the window, its `opening` or `output`, or its `view`."""

    words: str
    keys: tuple[str, ...] = ()
    picture: str = ""
    by: str = "window"
    needs_document: bool = False


COMMANDS = {
    "new": Command("新建(&N)", ("Ctrl+N",), "new", "opening"),
    "next_year": Command("由上年报告新建(&Y)…", ("Ctrl+Shift+N",), "next", "opening"),
    "open": Command("打开(&O)…", ("Ctrl+O",), "open", "opening"),
    "paste_report": Command("从剪贴板读入报告(&V)…", ("Ctrl+Shift+V",), "", "opening"),
    "save": Command("保存(&S)", ("Ctrl+S",), "save", needs_document=True),
    "save_as": Command("另存为(&A)…", ("Ctrl+Shift+S", "F12"), needs_document=True),
    "versions": Command("历史版本(&H)…", (), "", "output", True),
    "export": Command("导出 Word(&E)…", ("Ctrl+E",), "export", "output", True),
    "close": Command("退出(&X)", ("Ctrl+Q",)),
    "undo": Command("撤销(&U)", ("Ctrl+Z",), "undo", "view", True),
    "redo": Command("重做(&R)", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", "view", True),
    "search": Command("查找(&F)…", ("Ctrl+F",), "find", "view", True),
    "find_next": Command("下一处(&G)", ("F3",), "", "view", True),
    "find_previous": Command("上一处(&P)", ("Shift+F3",), "", "view", True),
    "replace": Command("替换(&H)…", ("Ctrl+H",), "", "view", True),
    "findings": Command("检查结果(&K)", ("Ctrl+F8",), "check", "view", True),
    "next_finding": Command("下一处问题(&D)", ("F8",), "", "view", True),
    "previous_finding": Command("上一处问题(&S)", ("Shift+F8",), "", "view", True),
    "export_sheet": Command("导出自查表(&Z)…", (), "", "output", True),
    "compare": Command("上年对照(&C)", ("F9",), "compare", "output", True),
    "compare_with": Command("与另一份报告对照(&W)…", (), "", "output", True),
    "export_comparison": Command("导出对照表(&T)…", (), "", "output", True),
    "larger": Command("放大(&I)", ("Ctrl++", "Ctrl+=")),
    "smaller": Command("缩小(&O)", ("Ctrl+-",)),
    "normal": Command("原来大小(&N)", ("Ctrl+0",)),
    "where": Command("副本和历史版本在哪里(&W)…", (), "", "output"),
    "show_example": Command("查看示例(&E)", (), "", "opening"),
}
MENUS = {
    "文件(&F)": [
        "new",
        "next_year",
        "open",
        "paste_report",
        "",
        "save",
        "save_as",
        "versions",
        "",
        "export",
        "export_comparison",
        "",
        "close",
    ],
    "编辑(&E)": ["undo", "redo", "", "search", "find_next", "find_previous", "replace"],
    "查看(&V)": ["compare", "compare_with", "", "larger", "smaller", "normal"],
    "检查(&J)": ["next_finding", "previous_finding", "findings", "", "export_sheet"],
    "帮助(&H)": ["show_example", "where"],
}
TOOLS = ["new", "open", "save", "export", "", "undo", "redo", "search", "", "findings", "compare"]


class Actions:
    """The commands as actions of a window; each calls the method of its name on whom it is done by."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._made: dict[str, QAction] = {}
        for name, command in COMMANDS.items():
            action = QAction(command.words, window)
            action.setIconText(command.words.partition("(")[0])
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.triggered.connect(lambda _=False, name=name: self._do(name))
            self._made[name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def _do(self, name: str) -> None:
        by = COMMANDS[name].by
        target = self._window if by == "window" else getattr(self._window, by, None)
        if target:
            getattr(target, name)()

    def fill(self, place: QMenu | QToolBar, names: list[str]) -> None:
        """Puts commands into a menu or a tool bar; an empty name is a separator."""
        for name in names:
            if name:
                place.addAction(self._made[name])
            else:
                place.addSeparator()

    def enable(self, has_document: bool) -> None:
        """Lets the commands be chosen that make sense."""
        for name, command in COMMANDS.items():
            self._made[name].setEnabled(has_document or not command.needs_document)

    def draw(self) -> None:
        """Draws the icons in the colours in use."""
        for name, command in COMMANDS.items():
            if command.picture:
                self._made[name].setIcon(icon(command.picture))
