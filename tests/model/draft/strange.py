"""A value that is none."""

from __future__ import annotations


class Strange:
    """A value that no draft can hold."""

    def __repr__(self) -> str:
        return "红花镇"
