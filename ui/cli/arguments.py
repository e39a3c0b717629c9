"""The argument parser of the commands."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from model.faults import Fault
from model.report.cell_numbers import Number

USAGE = (
    "用法：app.py [草稿.toml] 打开窗口；app.py export 草稿.toml -o 报告.docx [--template 模板.docx] 导出 Word 文档；"
    "app.py export 草稿.toml -o 报告.pdf 导出 PDF，-o 报告.html 导出网页；"
    "app.py read 文档 -o 草稿.toml [--year 年] [--unit 单位] [--json] 把文档读成草稿；"
    "app.py next 上年草稿或文档 -o 草稿.toml 开始下一年的草稿；"
    "app.py check 草稿、文档或文件夹… [--last 上年] [--county 县里的要求.toml] [--json] 检查。"
)


class Arguments(argparse.ArgumentParser):
    """An argument parser whose errors are the usage in Chinese."""

    def __init__(self, usage: str) -> None:
        super().__init__(add_help=False)
        self._said = usage

    def error(self, message: str) -> NoReturn:
        """Raise Fault with the usage."""
        raise Fault(self._said)


def file_named(name: str) -> Path:
    """Return the path of a file or folder that a command names. Raises Fault where it names none, or there is no place to look."""
    if not name.strip():
        raise Fault("命令里有一个文件名是空的，没有做。请写上文件名，再运行一次。")
    if not Path(name).is_absolute():
        try:
            Path.cwd()
        except OSError as error:
            raise Fault(
                f"找不到“{name}”：命令所在的文件夹已经不在了，可能被移走或删除了。请先换到别的文件夹，或者写出完整的路径，再运行一次。"
            ) from error
    return Path(name)


def json_number(number: Number) -> int | float:
    """Return a number as the type that JSON has for it."""
    return number if isinstance(number, int) else float(number)
