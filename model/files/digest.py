"""A short name for a long one."""

from __future__ import annotations


def checksum(data: bytes) -> str:
    """Return the 64 hexadecimal digits that no other bytes have."""
    from hashlib import sha256  # delayed: it loads all of OpenSSL

    return sha256(data).hexdigest()


def digest(data: bytes) -> str:
    """Return the first eight of them, for a name."""
    return checksum(data)[:8]
