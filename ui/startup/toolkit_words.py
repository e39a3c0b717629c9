"""Qt's own words that its Chinese translation lacks or calls by a name that nobody looks for."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

WORDS = {
    ("QFileSystemModel", "Size"): "大小",
    ("QFileSystemModel", "%1 bytes"): "%1 字节",
    ("QFileSystemModel", "Computer"): "这台电脑",
    ("QFileSystemModel", "My Computer"): "这台电脑",
    ("QFileDialog", "My Computer"): "这台电脑",
    ("QAbstractFileIconProvider", "Drive"): "磁盘",
    ("QAbstractFileIconProvider", "File"): "文件",
    ("QAbstractFileIconProvider", "%1 File"): "%1 文件",
    ("QAbstractFileIconProvider", "File Folder"): "文件夹",
    ("QAbstractFileIconProvider", "Folder"): "文件夹",
    ("QAbstractFileIconProvider", "Shortcut"): "快捷方式",
    ("QAbstractFileIconProvider", "Alias"): "快捷方式",
    ("QAbstractFileIconProvider", "Unknown"): "不明",
}


class ToolkitWords(QTranslator):
    """A translator that knows `WORDS`; to be installed after Qt's own translation."""

    def isEmpty(self) -> bool:
        """Reimplemented, or the translator would not be installed."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Reimplemented to look into `WORDS`; None leaves the words to the other translators."""
        return WORDS.get((context, source))  # type: ignore[return-value]  # the stubs know no null string
