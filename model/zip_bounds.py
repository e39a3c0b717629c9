"""Zips of many files, told before Python reads them: it takes 500 bytes of memory for each."""

from __future__ import annotations

ENTRY = b"PK\x01\x02"  # what each entry of a zip's directory begins with


def most_entries(data: bytes) -> int:
    """Return how many files a zip may hold; it may be fewer, where the same bytes stand in one of them."""
    return data.count(ENTRY)
