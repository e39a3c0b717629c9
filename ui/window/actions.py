"""The actions of the menus and the tool bar, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from ui.basics.shortcuts import OF_THE_FOCUS, SHORTCUTS, with_key
from ui.basics.theme import icon


class ActionData(NamedTuple):
    """An action's words, its icon, whether it needs an open document, and whether it is on or off.

    Its keys stand in `SHORTCUTS`."""

    words: str
    picture: str = ""
    needs_document: bool = False
    checkable: bool = False


ACTIONS = {
    "new": ActionData("新建(&N)", "new"),
    "next_year": ActionData("由上年报告新建(&Y)…", "next"),
    "open": ActionData("打开(&O)…", "open"),
    "paste_report": ActionData("从剪贴板读入报告(&V)…"),
    "save": ActionData("保存(&S)", "save", needs_document=True),
    "save_as": ActionData("另存为(&A)…", needs_document=True),
    "versions": ActionData("历史版本(&H)…", needs_document=True),
    "locate": ActionData("打开文件位置(&L)", needs_document=True),
    "export": ActionData("导出 Word(&E)…", "export", needs_document=True),
    "export_pdf": ActionData("导出 PDF(&P)…", needs_document=True),
    "export_page": ActionData("导出网页(&G)…", needs_document=True),
    "copy_page": ActionData("复制为网页(&B)", needs_document=True),
    "print": ActionData("打印(&I)…", needs_document=True),
    "print_blank": ActionData("打印空表(&K)…"),
    "template": ActionData("Word 模板(&M)…"),
    "close": ActionData("退出(&X)"),
    "undo": ActionData("撤销(&U)", "undo", needs_document=True),
    "redo": ActionData("重做(&R)", "redo", needs_document=True),
    "cut": ActionData("剪切(&T)", needs_document=True),
    "copy": ActionData("复制(&C)", needs_document=True),
    "paste": ActionData("粘贴(&V)", needs_document=True),
    "delete": ActionData("删除(&D)", needs_document=True),
    "fill_down": ActionData("向下填充(&L)", needs_document=True),
    "fill_zeros": ActionData("空格填 0(&Z)", needs_document=True),
    "select_all": ActionData("全选(&A)", needs_document=True),
    "quiet_year": ActionData("全年没有申请(&Q)…", needs_document=True),
    "sentences": ActionData("常用句(&J)…", needs_document=True),
    "keep_sentence": ActionData("收入常用句(&I)", needs_document=True),
    "search": ActionData("查找(&F)…", "find", needs_document=True),
    "find_next": ActionData("下一处(&G)", needs_document=True),
    "find_previous": ActionData("上一处(&P)", needs_document=True),
    "replace": ActionData("替换(&H)…", needs_document=True),
    "findings": ActionData("检查结果(&K)", "check", needs_document=True),
    "next_finding": ActionData("下一处问题(&D)", needs_document=True),
    "previous_finding": ActionData("上一处问题(&S)", needs_document=True),
    "export_sheet": ActionData("导出自查表(&Z)…", needs_document=True),
    "county": ActionData("县里的要求(&Q)…"),
    "compare": ActionData("上年对照(&C)", "compare", needs_document=True, checkable=True),
    "compare_with": ActionData("与另一份报告对照(&W)…", needs_document=True),
    "export_comparison": ActionData("导出对照表(&T)…", needs_document=True),
    "preview": ActionData("预览(&V)", "preview", needs_document=True, checkable=True),
    "next_tab": ActionData("下一个页签(&X)", needs_document=True),
    "previous_tab": ActionData("上一个页签(&B)", needs_document=True),
    "next_area": ActionData("到下一区域(&G)", needs_document=True),
    "previous_area": ActionData("到上一区域(&E)", needs_document=True),
    "help_line": ActionData("填报说明(&T)", needs_document=True, checkable=True),
    "larger": ActionData("放大(&I)"),
    "smaller": ActionData("缩小(&O)"),
    "normal": ActionData("原来大小(&N)"),
    "help": ActionData("这一处怎么填(&F)", needs_document=True),
    "guide": ActionData("归到哪一行(&R)…", needs_document=True),
    "manual": ActionData("使用说明(&M)"),
    "shortcuts": ActionData("快捷键(&K)"),
    "news": ActionData("新功能(&N)"),
    "faces": ActionData("字体(&T)…"),
    "where": ActionData("副本和历史版本在哪里(&W)…"),
    "transfer": ActionData("更换电脑(&D)…"),
    "about": ActionData("关于本程序(&A)…"),
    "show_example": ActionData("查看示例(&E)"),
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
        "locate",
        "",
        "export",
        "export_pdf",
        "export_page",
        "copy_page",
        "export_comparison",
        "template",
        "",
        "print",
        "print_blank",
        "",
        "transfer",
        "",
        "close",
    ],
    "编辑(&E)": [
        "undo",
        "redo",
        "",
        "cut",
        "copy",
        "paste",
        "delete",
        "",
        "fill_down",
        "fill_zeros",
        "select_all",
        "",
        "quiet_year",
        "sentences",
        "keep_sentence",
        "",
        "search",
        "find_next",
        "find_previous",
        "replace",
    ],
    "查看(&V)": [
        "preview",
        "",
        "compare",
        "compare_with",
        "",
        "help_line",
        "",
        "next_tab",
        "previous_tab",
        "next_area",
        "previous_area",
        "",
        "larger",
        "smaller",
        "normal",
    ],
    "检查(&J)": ["next_finding", "previous_finding", "findings", "", "export_sheet", "", "county"],
    "帮助(&H)": ["help", "guide", "", "manual", "shortcuts", "news", "", "show_example", "faces", "where", "", "about"],
}
TOOLS = ["new", "open", "save", "export", "preview", "", "undo", "redo", "search", "", "findings", "compare"]


def plain_words(words: str) -> str:
    """Return the words of an entry or a menu without the letter that opens it, and without dots."""
    return words.partition("(")[0]


class Actions:
    """The actions of a window; `acts` has the function that each of them calls."""

    def __init__(self, window: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
        self._made: dict[str, QAction] = {}
        for name, data in ACTIONS.items():
            action = QAction(data.words, window)
            action.setObjectName(name)
            action.setIconText(plain_words(data.words))
            action.setToolTip(with_key(action.iconText(), name))
            action.setCheckable(data.checkable)
            action.setIconVisibleInMenu(False)  # in a style sheet's menu the words with an icon would stand further in
            keys = [QKeySequence(key) for key in SHORTCUTS.get(name, ())]
            if name in OF_THE_FOCUS:
                action.setText(f"{data.words}\t{keys[0].toString(QKeySequence.SequenceFormat.NativeText)}")
            else:
                action.setShortcuts(keys)
            # `triggered` passes whether the action is checked; the default argument binds this action's function.
            action.triggered.connect(lambda _=False, act=acts[name]: act())
            self._made[name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def fill(self, place: QMenu | QToolBar, names: list[str]) -> None:
        """Add actions to a menu or tool bar; an empty name is a separator."""
        for name in names:
            if name:
                place.addAction(self._made[name])
            else:
                place.addSeparator()

    def enable(self, has_document: bool) -> None:
        """Enable the actions that are possible with or without a document."""
        for name, data in ACTIONS.items():
            self._made[name].setEnabled(has_document or not data.needs_document)

    def draw(self) -> None:
        """Draw the icons in the current colours."""
        for name, data in ACTIONS.items():
            if data.picture:
                self._made[name].setIcon(icon(data.picture))
