"""A function applied to many things by several processes. One that dies or never ends costs its own thing, nothing else."""

from __future__ import annotations

import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

TASK_TIMEOUT_S = 60.0
MOST_TRIES = 2  # a process may die by chance; what kills a second one is to blame
MOST_PROCESSES = 32  # Windows waits for no more than 63 processes at once
DIED, TOO_LONG = "died", "too long"
Thing = TypeVar("Thing")
Result = TypeVar("Result")


def results(
    act: Callable[[Thing], Result],
    things: Sequence[Thing],
    processes: int,
    lost: Callable[[Thing, str], Result],
    patience: float = TASK_TIMEOUT_S,
) -> Iterator[Result]:
    """Yield what `act` gives for each thing, in their order; where no process can be started, this one does it.

    `lost` gives the result for a thing whose process DIED or took TOO_LONG, more than `patience` seconds. No process
    is left when the iterator ends or is closed."""
    crew = _Crew(act, things, lost, patience)
    try:
        crew.start(min(processes, len(things), MOST_PROCESSES))
        for place in range(len(things)):
            while place not in crew.done:
                crew.step()
            yield crew.done.pop(place)
    finally:
        crew.stop()


class _Worker(Generic[Thing, Result]):
    """A process that does one thing after the other; `place` is the number of the one it is at."""

    def __init__(self, act: Callable[[Thing], Result]) -> None:
        self.pipe, theirs = Pipe()
        self.process = Process(target=_work, args=(act, theirs, self.pipe), daemon=True)
        self.place: int | None = None
        self.until = float("inf")
        try:
            self.process.start()
        except BaseException:
            self.pipe.close()
            raise
        finally:
            theirs.close()  # so that the pipe ends when the process does

    def give(self, place: int, thing: Thing, patience: float) -> bool:
        """Send it the next thing; return False where it has died meanwhile, idle."""
        try:
            self.pipe.send(thing)
        except OSError:
            return False
        self.place, self.until = place, time.monotonic() + patience
        return True

    def take(self) -> Result:
        """Return the result it has sent. Raises EOFError or OSError where it has died."""
        result: Result = self.pipe.recv()
        self.place, self.until = None, float("inf")
        return result

    def stop(self) -> None:
        """End the process at once: it only reads."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


class _Crew(Generic[Thing, Result]):
    """The processes, what is still to do, and what is done and not yet asked for."""

    def __init__(
        self,
        act: Callable[[Thing], Result],
        things: Sequence[Thing],
        lost: Callable[[Thing, str], Result],
        patience: float,
    ) -> None:
        self._act, self._things, self._lost, self._patience = act, things, lost, patience
        self._workers: list[_Worker[Thing, Result]] = []
        self._waiting = deque(range(len(things)))
        self._tries = [0] * len(things)
        self.done: dict[int, Result] = {}

    def start(self, count: int) -> None:
        """Start so many processes, or as many as the system allows."""
        while len(self._workers) < count:
            if not self._add():
                if self._workers:
                    self._workers.pop().stop()  # it was left no file handles to work with
                return

    def step(self) -> None:
        """Hand out what is to do and wait until something has come of it."""
        if not self._workers:
            self._do_here()
            return
        for worker in self._workers:
            if worker.place is None and self._waiting:
                place = self._waiting.popleft()
                if not worker.give(place, self._things[place], self._patience):
                    self._waiting.appendleft(place)  # not its fault: the end of the pipe will tell
        soonest = min(worker.until for worker in self._workers)
        ready = wait([worker.pipe for worker in self._workers], max(0, soonest - time.monotonic()))
        for worker in list(self._workers):
            if worker.pipe in ready:
                self._take(worker)
            elif worker.until <= time.monotonic():
                self._replace(worker, TOO_LONG)

    def stop(self) -> None:
        """End all processes."""
        with signals_held():
            for worker in self._workers:
                worker.stop()
            self._workers.clear()

    def _add(self) -> bool:
        """Start a process; return False where the system does not allow it."""
        with signals_held():
            try:
                self._workers.append(_Worker(self._act))
            except OSError:
                return False
        return True

    def _do_here(self) -> None:
        place = self._waiting.popleft()
        was_deadly = self._tries[place] > 0
        thing = self._things[place]
        self.done[place] = self._lost(thing, DIED) if was_deadly else self._act(thing)

    def _take(self, worker: _Worker[Thing, Result]) -> None:
        place = worker.place
        try:
            result = worker.take()
        except (EOFError, OSError):
            self._replace(worker, DIED)
            return
        if place is not None:
            self.done[place] = result

    def _replace(self, worker: _Worker[Thing, Result], why: str) -> None:
        """Put a new process in the place of one that is dead or too slow.

        What it was at is tried again, or given up."""
        place = worker.place
        with signals_held():
            self._workers.remove(worker)
            worker.stop()
        if place is not None:
            self._tries[place] += 1
            if why == DIED and self._tries[place] < MOST_TRIES:
                self._waiting.appendleft(place)
            else:
                self.done[place] = self._lost(self._things[place], why)
        if self._waiting:
            self._add()


@contextmanager
def signals_held() -> Iterator[None]:
    """Let Ctrl+C and the like wait: no process is lost between its start and its entry in the list.

    A process started meanwhile goes on holding them, so that it is this one that hears of them and ends the others."""
    if sys.platform == "win32":  # has no such call
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(act: Callable[[Thing], Result], pipe: Connection, parents: Connection) -> None:
    """What a process does until the pipe ends; why it ends is for the other side to tell, without a traceback."""
    parents.close()  # this process's copy: with it open, it would not see its parent go
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(Exception):
        while True:
            pipe.send(act(pipe.recv()))
