"""A line: what is measured, beside its floor or the most it may be, and how it reads."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 15
Act = Callable[[], object]


def timed(act: Act) -> float:
    """Return the time of one call in milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def median(act: Act, rounds: int = ROUNDS) -> float:
    """Return the median time of one call in milliseconds."""
    return statistics.median(timed(act) for _ in range(rounds))


def medians(what: Act, floor: Act, rounds: int = ROUNDS) -> tuple[float, float]:
    """Return the median time of one call of each in milliseconds."""
    return median(what, rounds), median(floor, rounds)


def least(what: Act, floor: Act, rounds: int = 20 * ROUNDS) -> tuple[float, float]:
    """Return the least processor's time of one call of each in milliseconds, taken in turns: other programs disturb it least."""
    best = [math.inf, math.inf]
    for _ in range(rounds):
        for place, act in enumerate((what, floor)):
            began = time.process_time()
            act()
            best[place] = min(best[place], (time.process_time() - began) * 1000)
    return best[0], best[1]


@dataclass(frozen=True)
class Line:
    """What is measured beside a floor, by `times` in milliseconds; `reach` is how many times the floor it may be."""

    name: str
    what: Act
    floor: Act
    reach: float
    times: Callable[[Act, Act], tuple[float, float]] = medians

    def measured(self) -> str:
        """Return the line in words, with its figures."""
        return beside(self.name, *self.times(self.what, self.floor), self.reach)


@dataclass(frozen=True)
class Limit:
    """What is measured, its median of some rounds, and the most it may be in milliseconds."""

    name: str
    what: Act
    most: float
    rounds: int = ROUNDS

    def measured(self) -> str:
        """Return the line in words, with its figures."""
        return at_most(self.name, median(self.what, self.rounds), self.most)


def beside(name: str, figure: float, floor: float, reach: float, unit: str = "ms") -> str:
    """Return a figure beside its floor, in words."""
    ratio = figure / floor
    said = f"{name:32} {figure:9.2f} {unit:3} floor {floor:8.2f}  {ratio:5.2f} x  (reach {reach} x)"
    return f"{said} {verdict(ratio <= reach)}"


def at_most(name: str, figure: float, most: float) -> str:
    """Return a figure in milliseconds beside the most it may be, in words."""
    return f"{name:32} {figure:9.2f} ms  (at most {most} ms) {verdict(figure <= most)}"


def verdict(is_reached: bool) -> str:
    """Return how a line ends."""
    return "ok" if is_reached else "MISSED"
