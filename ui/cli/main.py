"""The same work without a window: runs one command, whatever becomes of it. Nothing here loads Qt."""

from __future__ import annotations

from collections.abc import Callable

from model.faults import Fault
from ui.cli.arguments import DONE, UNUSABLE, USAGE
from ui.cli.console import finish, note, put, take_over

HELP = ("-h", "--help")
STOPPED = "已经中断，没有做完。需要的话，请再运行一次。"


def run_command(words: list[str]) -> int:
    """Runs one command, such as ["export", "a.toml", "-o", "a.docx"]; gives the exit code, with which the process is to end.

    Where something fails, or the command is stopped, one sentence on standard error says so."""
    take_over()
    code = _told(lambda: _run(words))
    return max(code, _told(finish))


def _told(act: Callable[[], int | None]) -> int:
    """The exit code of what is done; what stops it is told."""
    try:
        return act() or DONE
    except Fault as fault:
        note(str(fault))
    except KeyboardInterrupt:
        note(STOPPED)
    except Exception as error:  # nobody foresaw it; a traceback helps nobody here
        note(f"没有做成（{type(error).__name__}：{error}）。请把这句话发给维护程序的人。")
    return UNUSABLE


def _run(words: list[str]) -> int:
    if words[0] in HELP:
        put(USAGE)
        return DONE
    from ui.cli.check import check  # delayed: what they load takes a moment, in which one may want to stop
    from ui.cli.draft_commands import export, next_year, read

    commands = {"export": export, "read": read, "next": next_year, "check": check}
    if words[0] not in commands:
        raise Fault(f"没有“{words[0]}”这个命令。{USAGE}")
    return commands[words[0]](words[1:])
