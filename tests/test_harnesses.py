"""The harnesses that kill, fill up and damage, each for a short while; their commands run for as long as one likes."""

from __future__ import annotations

import random
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests import awkward, faults, full_disk, fuzz, two_windows

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


@posix
def test_killed_at_twenty_moments_the_draft_is_whole_and_little_is_lost():
    moments = [random.Random(number).uniform(0.1, faults.LONGEST) for number in range(20)]
    with ThreadPoolExecutor(faults.AT_ONCE) as pool:
        assert [fault for fault in pool.map(faults.tried, moments) if fault] == []


@posix
def test_two_windows_on_one_draft_lose_nothing():
    found = list(two_windows.faults(every=9))
    assert len(found) >= 15 and [fault for _, fault in found if fault] == []


@posix
def test_a_full_disk_and_a_read_only_one_cost_nothing():
    assert full_disk.faults() == []


@posix
@pytest.mark.parametrize(
    ("kind", "count"), [("drafts", 3000), ("documents", 500), ("large-drafts", 12), ("large-documents", 25)]
)
def test_damaged_and_overgrown_files_are_read_or_refused(kind, count):
    assert list(fuzz.faults(kind, range(count))) == []


@posix
def test_whatever_is_opened_has_an_answer():
    assert list(awkward.faults(every=13)) == []
