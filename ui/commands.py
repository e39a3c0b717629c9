"""The same work without a window. Nothing here loads Qt."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from export.word import word_bytes
from model.draft_file import is_draft, load_draft, save_draft
from model.faults import Fault
from model.files import write_file
from model.form import editions, load_form
from model.next_year import next_report
from model.outline import unprintable_count
from model.reading.any_file import report_in
from model.reading.document import read_document
from model.report import Report
from model.unfinished import unfinished_note, year_fault
from model.years import reportable_years
from ui.arguments import DONE, UNUSABLE, Arguments
from ui.check_command import check
from ui.reading_account import account, as_json

HELP = ("-h", "--help")
USAGE = (
    "用法：app.py [草稿.toml] 打开窗口；app.py export 草稿.toml -o 报告.docx 导出 Word 文档；"
    "app.py read 文档 -o 草稿.toml [--year 年] [--unit 单位] [--json] 把文档读成草稿；"
    "app.py next 上年草稿或文档 -o 草稿.toml 开始下一年的草稿；"
    "app.py check 草稿、文档或文件夹… [--last 上年] [--json] 检查。"
)


def _source_and_target() -> Arguments:
    """What most commands take: a file and, after -o, where to write."""
    arguments = Arguments(USAGE)
    arguments.add_argument("source", type=Path)
    arguments.add_argument("-o", dest="out", type=Path, required=True)
    return arguments


def run_command(words: list[str]) -> int:
    """Runs one command, such as ["export", "a.toml", "-o", "a.docx"]; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
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
    call = _source_and_target().parse_args(words)
    report, _ = load_draft(call.source)
    _refuse_unready(report, call.source, call.out)
    write_file(call.out, word_bytes(report))
    _tell(report, call.source)
    return DONE


def _refuse_unready(report: Report, draft: Path, out: Path) -> None:
    if out.suffix.lower() != ".docx":
        raise Fault(f"“{out.name}”的后缀不是 .docx，只能导出 Word 文档。请把输出文件的名称改成以 .docx 结尾。")
    if out.resolve() == draft.resolve():
        raise Fault(f"输出文件就是草稿“{draft.name}”自己，没有导出。请换一个输出文件名。")
    if fault := year_fault(report):
        raise Fault(f"“{draft.name}”没有导出：{fault}")
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
    if note := unfinished_note(report):
        print(f"“{draft.name}”里{note}", file=sys.stderr)
    if left_out:
        print(f"“{draft.name}”的文字里有 {left_out} 个控制字符，没有写进文档。", file=sys.stderr)


def read(words: list[str]) -> int:
    """Makes a draft of a document and tells what was not recognised: SOURCE -o DRAFT [--year Y] [--unit U] [--json]."""
    arguments = _source_and_target()
    arguments.add_argument("--year", type=int)
    arguments.add_argument("--unit", default="")
    arguments.add_argument("--json", action="store_true")
    call = arguments.parse_args(words)
    years = reportable_years(date.today())
    if call.year is not None and call.year not in years:
        raise Fault(f"年度“{call.year}”不对。请写成 2021 这样的四位年份，从 {years[0]} 到 {years[-1]}。")
    _refuse_same(call.source, call.out)
    reading = read_document(call.source, call.year, call.unit)
    save_draft(call.out, reading.report)
    print(json.dumps(as_json(reading), ensure_ascii=False, indent=1) if call.json else account(reading))
    return DONE


def next_year(words: list[str]) -> int:
    """Makes next year's draft from a draft or a document: LAST -o DRAFT."""
    call = _source_and_target().parse_args(words)
    _refuse_same(call.source, call.out)
    last, reading = report_in(call.source)
    report = next_report(last, load_form(editions()[-1]))
    save_draft(call.out, report)
    if report.year is None:
        print(f"“{call.source.name}”里没有认出年度，新草稿的年度请自己填。", file=sys.stderr)
    if reading:
        print(account(reading))
    return DONE


def _refuse_same(source: Path, out: Path) -> None:
    if not is_draft(out):
        raise Fault(f"“{out.name}”的后缀不是 .toml。请把草稿的名称改成以 .toml 结尾。")
    if out.resolve() == source.resolve():
        raise Fault(f"输出文件就是“{source.name}”自己，没有写。请换一个输出文件名。")


COMMANDS = {"export": export, "read": read, "next": next_year, "check": check}
