"""What earlier runs left unsaved: their recovery copies, and each of them in a clerk's words."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TypeVar

from model.comparing.differences import differences, lines_of
from model.draft.draft_file import load_draft
from model.draft.next_year import last_of, next_report
from model.draft.recovery_copy import UNREADABLE, Copy, copy_paths, read_copy, refuse_taken
from model.draft.sound_copy import IN_WORDS
from model.faults import Fault
from model.files.files import forget_file
from model.files.locks.process_lock import is_in_use
from model.files.paths import saved_at
from model.form.form import editions, load_form
from model.report.outline import one_line
from model.report.report import Report, Value, new_report

MOST_VALUES_IN_WORDS = 8
LONGEST_ANSWER_S = 2.0  # of the disk with a draft
QUICKLY_READ_BYTES = 300_000  # a larger file would delay the start
LONGEST_UNIT_CHARACTERS = 40
BEING_CHECKED = "正在核对的报告“{}”"
AFTER_CHECKING = "读自“{}”。恢复以后，它和改正过的内容是一份草稿：请存好；要做下一年的报告，再由它新建。"
LONGEST_FAULT_CHARACTERS = 60  # of what is wrong with a file
LONGEST_VALUES_CHARACTERS = 60  # of what a copy holds in words only
Result = TypeVar("Result")


@dataclass(frozen=True)
class Unreadable:
    """A file among the copies that cannot be read: its path, when it was written, and what is wrong with it."""

    path: Path
    when: datetime | None
    why: str


class Unsaved:
    """The recovery copies that no window is writing, the newest first; `unreadable` lists the other files."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._paths = folder, deque(copy_paths(folder))
        self.unreadable: list[Unreadable] = []

    @property
    def unread(self) -> int:
        """The number of files that have not been looked at yet."""
        return len(self._paths)

    def next(self) -> Copy | None:
        """Read the next file and return the copy in it, None if there is nothing to ask about."""
        path = self._paths.popleft()
        try:
            return self._read(path)
        except Exception as error:  # whatever is wrong with a file, the next one is to be looked at
            why = str(error) if isinstance(error, Fault) else "读它的时候程序出了没有料到的错。"
            if os.path.lexists(path):  # or another window has taken it meanwhile
                self.unreadable.append(Unreadable(path, _written(path), one_line(why, LONGEST_FAULT_CHARACTERS)))
        return None

    def readable_again(self, until: float) -> list[Copy]:
        """Return the copies that can be read now and earlier could not, searching until a time of the clock."""
        found = []
        for path in copy_paths(self._folder / UNREADABLE):
            with suppress(Exception):  # it has been named once, and stays where it is
                if (
                    time.monotonic() < until
                    and path.lstat().st_size <= QUICKLY_READ_BYTES
                    and (copy := self._read(path))
                ):
                    found.append(copy)
        return found

    def _read(self, path: Path) -> Copy | None:
        if is_in_use(path):
            return None
        copy = read(path)
        saved = saved_of(copy)
        if saved == copy.report:
            forget_file(path)  # it was typed back, or saved right before the power went
            return None
        return copy


def read(path: Path) -> Copy:
    """Return the copy in a file. Raises Fault."""
    refuse_taken(path)
    return read_copy(path, load_form, editions())


def saved_of(copy: Copy) -> Report | None:
    """Return the saved draft that a copy belongs to, None if there is none or it cannot be read."""
    path = copy.of
    return _answer(lambda: load_draft(path)[0]) if path else None


def _answer(act: Callable[[], Result]) -> Result | None:
    """Return what `act` gives, None if it raises Fault or takes long: a network drive that is gone may never answer."""
    future: Future[Result] = Future()

    def do() -> None:
        try:
            future.set_result(act())
        except BaseException as error:  # raised again below
            future.set_exception(error)

    Thread(target=do, daemon=True).start()
    with suppress(Fault, TimeoutError):
        return future.result(LONGEST_ANSWER_S)
    return None


def name_of(copy: Copy) -> str:
    """Return the unit and the year of a copy, or another name for it; of a reading, the document it was read from."""
    if copy.read_from:
        return BEING_CHECKED.format(one_line(copy.read_from, LONGEST_UNIT_CHARACTERS))
    year = f"（{copy.report.year}年）" if copy.report.year else ""
    whose = copy.report.unit or (copy.of.name if copy.of else "还没有单位名称的新报告")
    return one_line(whose, LONGEST_UNIT_CHARACTERS) + year


def lines_about(copy: Copy, most: int) -> list[str]:
    """Return lines that name a copy's file and how the copy differs from it, at most so many differences."""
    saved = saved_of(copy)
    where = [f"文件：{copy.of}", *_later(copy)] if copy.of else []
    where += [AFTER_CHECKING.format(copy.read_from)] if copy.read_from else []
    found = differences(copy.report, saved)
    if not saved:
        given = _given_headings(copy.report)
        found = [one for one in found if one.now != given.get(one.name)]
    changed = [*lines_of(found, most), *_in_words(copy.report)]
    head, none = ("与保存的文件不同的：", "与保存的文件没有不同。") if saved else ("里面有：", "里面还没有写什么。")
    return [*where, head, *changed] if changed else [*where, none]


def _given_headings(report: Report) -> dict[str, Value]:
    """Return the texts that the program begins such a report with, headings only, by the names of their sections."""
    last = last_of(report, load_form, editions())
    begun = next_report(last, report.form) if last else new_report(report.form)
    return {section.key: begun.parts(section.key) for section in report.form.text_sections}


def _in_words(report: Report) -> list[str]:
    """Return lines on the invalid values, which the copy holds as words only."""
    words = report.kept.get(IN_WORDS)
    found = words.items() if isinstance(words, dict) else ()
    return [f"没能照原样存下的：{one_line(f'{name} {value}', LONGEST_VALUES_CHARACTERS)}" for name, value in found][
        :MOST_VALUES_IN_WORDS
    ]


def _later(copy: Copy) -> list[str]:
    """Return a line that warns if the draft was saved after the copy was written."""
    path = copy.of
    saved = _answer(lambda: saved_at(path)) if path else None
    if not saved:
        return []
    late = saved.replace(microsecond=0) > copy.when
    return [f"注意：这个文件在那以后又保存过（{saved:%m月%d日 %H:%M}），恢复的内容可能比它旧。"] if late else []


def _written(path: Path) -> datetime | None:
    try:
        return saved_at(path)
    except Fault:
        return None
