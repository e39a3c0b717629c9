"""The process of a command: standard streams, exit codes, signals.

A stream may be closed, on a full disk, or a pipe without a reader; Python would report that in its own words, or not at all."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn, TextIO

from model.faults import Fault, readable

DONE, FOUND_ERRORS, UNUSABLE = 0, 1, 2  # exit codes
STOP_SIGNALS = (
    "SIGINT",
    "SIGTERM",
    "SIGHUP",
    "SIGBREAK",
)  # Ctrl+C and the end of the session; no system has all of them


class OutputFault(Fault):
    """Raised when standard output accepts no more."""


def take_over() -> None:
    """Prepare the streams, and make signals that stop a program raise KeyboardInterrupt, once."""
    sys.stdout = sys.stdout or _stream(1, os.O_RDONLY)  # a closed one: opened for reading, so that writing to it fails
    sys.stderr = sys.stderr or _stream(2, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    for number in stopping():
        if signal.getsignal(number) != signal.SIG_IGN:  # set by nohup
            signal.signal(number, _interrupt)


def put(text: str, end: str = "\n") -> None:
    """Write to standard output. Raises OutputFault."""
    try:
        print(text, end=end)
    except (OSError, ValueError) as error:
        raise _given_up(error) from error


def remark(text: str) -> None:
    """Write to standard output, if possible: what is good to know, but no result that somebody waits for."""
    _write_if_possible(readable(text), "\n", sys.stdout)


def note(text: str) -> None:
    """Write to standard error, if possible."""
    _write_if_possible(readable(text), "\n", sys.stderr)


def show_progress(text: str) -> None:
    """Write over the last line on standard error, if possible."""
    _write_if_possible(f"\r{text}", "", sys.stderr)


def _write_if_possible(text: str, end: str, stream: TextIO) -> None:
    try:
        print(text, end=end, file=stream, flush=True)
    except (OSError, ValueError):
        _give_up(stream)


def finish() -> None:
    """Flush standard output; from here on signals are ignored. Raises OutputFault."""
    _stop_listening()
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        raise _given_up(error) from error


def _stream(number: int, mode: int) -> TextIO:
    """Return a null stream with the number of a closed one, so that no file opened later gets that number."""
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
    return OutputFault("结果没有写完，写不出去。请看看存结果的磁盘是不是满了，换一个地方再来一次。")


def _give_up(stream: TextIO) -> None:
    """Redirect a stream to nowhere: Python would flush it at exit, and fail again."""
    with suppress(OSError, ValueError):
        _lead_nowhere(stream.fileno(), os.O_WRONLY)


def stopping() -> list[signal.Signals]:
    """Return the signals that stop a command on this system."""
    return [getattr(signal, name) for name in STOP_SIGNALS if hasattr(signal, name)]


def _stop_listening() -> None:
    for number in stopping():
        signal.signal(number, signal.SIG_IGN)


def _interrupt(number: int, frame: object) -> NoReturn:
    _stop_listening()  # a second one would interrupt the clean-up
    raise KeyboardInterrupt
