"""What a command without a window has to do with its process: standard output, standard error, its exit code, being stopped.

Both may be closed, full, or a pipe that nobody reads any more; Python would tell of that in its own words, or not at all."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn, TextIO

from model.faults import Fault

DONE, FOUND_ERRORS, UNUSABLE = 0, 1, 2  # exit codes
STOP_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # Ctrl+C, the end of the session; not every system has all


class OutputFault(Fault):
    """Standard output takes no more; what could not be written is given up."""


def take_over() -> None:
    """Readies the streams, and lets what stops a program raise KeyboardInterrupt, once. The process is to end with the command."""
    sys.stdout = sys.stdout or _stream(1, os.O_RDONLY)  # where it was closed: to be told if something is put there
    sys.stderr = sys.stderr or _stream(2, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    for number in stopping():
        if signal.getsignal(number) != signal.SIG_IGN:  # as nohup has it
            signal.signal(number, _interrupt)


def put(text: str, end: str = "\n") -> None:
    """Writes to standard output. Raises OutputFault."""
    try:
        print(text, end=end)
    except (OSError, ValueError) as error:
        raise _given_up(error) from error


def note(text: str, end: str = "\n") -> None:
    """Writes to standard error, if that can be."""
    try:
        print(text, end=end, file=sys.stderr, flush=True)
    except (OSError, ValueError):
        _give_up(sys.stderr)


def finish() -> None:
    """Writes out what still waits; from here on nothing stops the process. Raises OutputFault."""
    _stop_listening()
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        raise _given_up(error) from error


def _stream(number: int, mode: int) -> TextIO:
    """A stream to nowhere under the number of a closed one, lest a file that is opened later get that number."""
    _lead_nowhere(number, mode)
    return open(number, "w", encoding="utf-8", closefd=False)


def _lead_nowhere(number: int, mode: int) -> None:
    handle = os.open(os.devnull, mode)
    if handle != number:
        os.dup2(handle, number)
        os.close(handle)


def _given_up(error: Exception) -> OutputFault:
    _give_up(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return OutputFault(
            "接收结果的程序已经关闭，后面的结果没有写出来。请把结果存到文件里再看，例如在命令后面加上 > 结果.txt。"
        )
    return OutputFault(f"结果没有写完，写不出去（{error}）。请看看存结果的磁盘是不是满了，换一个地方再来一次。")


def _give_up(stream: TextIO) -> None:
    """Lets what the stream still holds go nowhere: Python would write it when it ends, and fail once more."""
    with suppress(OSError, ValueError):
        _lead_nowhere(stream.fileno(), os.O_WRONLY)


def stopping() -> list[signal.Signals]:
    """The signals that stop a command on this system."""
    return [getattr(signal, name) for name in STOP_SIGNALS if hasattr(signal, name)]


def _stop_listening() -> None:
    for number in stopping():
        signal.signal(number, signal.SIG_IGN)


def _interrupt(number: int, frame: object) -> NoReturn:
    _stop_listening()  # a second one would interrupt the clearing up
    raise KeyboardInterrupt
