"""What all threads share is made once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from export.pdf.once import once


def test_threads_that_ask_at_the_same_time_get_the_same_one():
    made, gate = [], Barrier(4)

    @once
    def thing() -> object:
        time.sleep(0.05)
        made.append(object())
        return made[-1]

    def ask(_: int) -> object:
        gate.wait(10)
        return thing()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(ask, range(4)))) == len(made) == 1
    assert thing() is made[0]


def test_what_could_not_be_made_is_made_at_the_next_call():
    tries = []

    @once
    def thing() -> int:
        tries.append(1)
        if len(tries) == 1:
            raise OSError
        return 7

    with pytest.raises(OSError):
        thing()
    assert thing() == 7 and thing() == 7 and len(tries) == 2
