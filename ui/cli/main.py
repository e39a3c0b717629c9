"""Running one command without loading Qt."""

from __future__ import annotations

from collections.abc import Callable

from model.faults import Fault
from ui.cli.console import DONE, UNUSABLE, finish, note, put, take_over

HELP_OPTIONS = ("-h", "--help")
STOPPED = "已经中断，没有做完。需要的话，请再运行一次。"


def run_command(words: list[str]) -> int:
    """Run one command, such as ["export", "a.toml", "-o", "a.docx"]; return the exit code for the process.

    If something fails or the command is stopped, one sentence on standard error says so."""
    take_over()
    code = _told(lambda: _run(words))
    return max(code, _told(finish))


def _told(act: Callable[[], int | None]) -> int:
    """Return the exit code of `act`, with its errors reported."""
    try:
        return act() or DONE
    except Fault as fault:
        note(str(fault))
    except KeyboardInterrupt:
        note(STOPPED)
    except Exception as error:  # a traceback would help no user
        note(_report(error))
    return UNUSABLE


def _run(words: list[str]) -> int:
    try:
        # Imported here: loading takes a moment, in which the user may already press Ctrl+C.
        from ui.cli.arguments import USAGE
        from ui.cli.check import check
        from ui.cli.draft_commands import export, next_year, read
    except KeyboardInterrupt:
        if words[0] == "check" and "--json" in words:
            put("[]")  # valid JSON all the same
        raise
    if words[0] in HELP_OPTIONS:
        put(USAGE)
        return DONE
    commands = {"export": export, "read": read, "next": next_year, "check": check}
    if words[0] not in commands:
        raise Fault(f"没有“{words[0]}”这个命令。{USAGE}")
    return commands[words[0]](words[1:])


def _report(error: Exception) -> str:
    """Write an error report; return the sentence about it."""
    from datetime import datetime

    from model.files.error_report import report_path, report_text, trace_of, write_report
    from model.files.settings_folder import settings_folder

    now = datetime.now()
    path = report_path(settings_folder(), now)
    try:
        write_report(path, report_text(trace_of(error), "命令行", now))
    except Fault:
        return "程序出了没有料到的错，没有做成。请告诉维护程序的人：做的是什么，用的是哪个文件。"
    return f"程序出了没有料到的错，没有做成。请把“{path}”发给维护程序的人，里面没有填报的内容。"
