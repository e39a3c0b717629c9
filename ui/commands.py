"""The same work without a window. Nothing here loads Qt."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from export.word import word_bytes
from model.draft_file import load_draft
from model.faults import Fault
from model.files import write_file
from model.outline import unprintable_count
from model.report import Report

DONE, UNUSABLE = 0, 2
HELP = ("-h", "--help")
USAGE = "用法：app.py [草稿.toml] 打开窗口；app.py export 草稿.toml -o 报告.docx 导出 Word 文档。"


class _Arguments(argparse.ArgumentParser):
    """Says in Chinese what is wrong with a call."""

    def error(self, message: str) -> NoReturn:
        raise Fault(USAGE)


def run_command(words: list[str]) -> int:
    """Runs one command, such as ["export", "a.toml", "-o", "a.docx"]; gives the exit code."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        if words[0] in HELP:
            print(USAGE)
            return DONE
        if words[0] not in COMMANDS:
            raise Fault(f"没有“{words[0]}”这个命令。{USAGE}")
        return COMMANDS[words[0]](words[1:])
    except Fault as error:
        print(error, file=sys.stderr)
        return UNUSABLE


def export(words: list[str]) -> int:
    """Writes a draft as a Word document: DRAFT -o OUT.docx."""
    arguments = _Arguments(add_help=False)
    arguments.add_argument("draft", type=Path)
    arguments.add_argument("-o", dest="out", type=Path, required=True)
    call = arguments.parse_args(words)
    report, _ = load_draft(call.draft)
    _refuse_unready(report, call.draft, call.out)
    write_file(call.out, word_bytes(report))
    _tell(report, call.draft)
    return DONE


def _refuse_unready(report: Report, draft: Path, out: Path) -> None:
    if out.suffix.lower() != ".docx":
        raise Fault(f"“{out.name}”的后缀不是 .docx，只能导出 Word 文档。请把输出文件的名称改成以 .docx 结尾。")
    if out.resolve() == draft.resolve():
        raise Fault(f"输出文件就是草稿“{draft.name}”自己，没有导出。请换一个输出文件名。")
    missing = [
        label for label, known in (("单位名称（unit）", report.unit), ("年度（year）", report.year)) if not known
    ]
    if missing:
        raise Fault(f"“{draft.name}”里还没有填{'和'.join(missing)}，没有导出。请先在“基本信息”里填好。")


def _tell(report: Report, draft: Path) -> None:
    """What the document does not show as the draft has it."""
    blanks, left_out = report.blanks(), unprintable_count(report)
    if blanks:
        print(f"“{draft.name}”有 {len(blanks)} 个格没有填，在文档里写作 0。", file=sys.stderr)
    if left_out:
        print(f"“{draft.name}”的文字里有 {left_out} 个控制字符，没有写进文档。", file=sys.stderr)


COMMANDS = {"export": export}
