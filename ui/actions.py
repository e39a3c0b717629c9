"""The commands of the menus and the tool bar, as data."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from ui.look import icon


@dataclass(frozen=True)
class Command:
    """What a command is called, its keys, its icon, and whether it needs an open document."""

    words: str
    keys: tuple[str, ...]
    picture: str = ""
    needs_document: bool = True


COMMANDS = {
    "new": Command("新建(&N)", ("Ctrl+N",), "new", False),
    "open": Command("打开(&O)…", ("Ctrl+O",), "open", False),
    "save": Command("保存(&S)", ("Ctrl+S",), "save"),
    "save_as": Command("另存为(&A)…", ("Ctrl+Shift+S", "F12")),
    "export": Command("导出 Word(&E)…", ("Ctrl+E",), "export"),
    "close": Command("退出(&X)", ("Ctrl+Q",), "", False),
    "undo": Command("撤销(&U)", ("Ctrl+Z",), "undo"),
    "redo": Command("重做(&R)", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
    "search": Command("查找(&F)…", ("Ctrl+F",), "find"),
    "replace": Command("替换(&H)…", ("Ctrl+H",)),
    "find_next": Command("下一处(&G)", ("F3",)),
    "find_previous": Command("上一处(&P)", ("Shift+F3",)),
    "larger": Command("放大(&I)", ("Ctrl++", "Ctrl+="), "", False),
    "smaller": Command("缩小(&O)", ("Ctrl+-",), "", False),
    "normal": Command("原来大小(&N)", ("Ctrl+0",), "", False),
    "show_example": Command("查看示例(&E)", (), "", False),
}
MENUS = {
    "文件(&F)": ["new", "open", "save", "save_as", "", "export", "", "close"],
    "编辑(&E)": ["undo", "redo", "", "search", "find_next", "find_previous", "replace"],
    "查看(&V)": ["larger", "smaller", "normal"],
    "帮助(&H)": ["show_example"],
}
TOOLS = ["new", "open", "save", "", "undo", "redo", "search", "", "export"]


class Actions:
    """The commands as actions of a window; each calls the method of its name on `target`."""

    def __init__(self, parent: QWidget, target: QObject) -> None:
        self._made: dict[str, QAction] = {}
        for name, command in COMMANDS.items():
            action = QAction(command.words, parent)
            action.setIconText(command.words.partition("(")[0])
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.triggered.connect(lambda _=False, name=name: getattr(target, name)())
            self._made[name] = action
        self.draw()

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

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
