"""A short name for a long one."""

from __future__ import annotations


def digest(data: bytes) -> str:
    """Return eight hexadecimal digits that stand for these bytes, the same on every machine."""
    from hashlib import sha256  # delayed: it loads all of OpenSSL

    return sha256(data).hexdigest()[:8]
