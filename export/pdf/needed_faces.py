"""The faces that GB/T 9704 asks for: which of them a machine has, and what stands in for the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from export.pdf.faces import NAMES, Faces
from export.word.faces import SYSTEM_FACES

# By what is set in it: the face's name and how many of its kind's names are its own, the others stand in.
NEEDED = {
    "title": ("方正小标宋简体", 2, "标题"),
    "body": ("仿宋_GB2312", 2, "正文"),
    "hei": ("黑体", 2, "一级标题"),
    "kai": ("楷体_GB2312", 2, "二级标题"),
    "song": ("宋体", 2, "表格、页码"),
    "latin": ("Times New Roman", 1, "数字、字母"),
}
SHIPPED_SHOWN = {
    "Nianbao Biaosong": "程序自带的粗宋体", "Nianbao Song": "程序自带的宋体", "Nianbao Hei": "程序自带的黑体",
    "Nianbao Kai": "程序自带的楷体", "Nianbao Latin": "程序自带的罗马体",
}  # fmt: skip
BY_WORD = "Word、WPS 自己换一种"


class NeededFace(NamedTuple):
    """A face, what is set in it, whether the machine has it, and what is seen in Word on this machine and in a PDF."""

    name: str
    use: str
    is_here: bool
    in_word: str
    in_pdf: str


def needed_faces(faces: Faces, system_faces: bool) -> list[NeededFace]:
    """Return what a machine has of each face; `system_faces` is whether Word documents name those of the system."""
    return [_needed(faces, kind, system_faces) for kind in NEEDED]


def lacking(needed: Sequence[NeededFace]) -> list[NeededFace]:
    """Return those that the machine does not have, nor Word another one for."""
    return [one for one in needed if not one.is_here and one.in_word == BY_WORD]


def _needed(faces: Faces, kind: str, system_faces: bool) -> NeededFace:
    name, own, use = NEEDED[kind]
    is_here = any(map(faces.has, NAMES[kind][:own]))
    best = faces.chain(kind)[0]
    in_pdf = name if best in NAMES[kind][:own] else SHIPPED_SHOWN.get(best) or _chinese(kind, best)
    named = SYSTEM_FACES.get(name, name) if system_faces else name
    in_word = named if (is_here if named == name else _has_named(faces, kind, named)) else BY_WORD
    return NeededFace(name, use, is_here, in_word, in_pdf)


def _chinese(kind: str, name: str) -> str:
    """Return a face's name in Chinese: it stands before the English one."""
    names = NAMES[kind]
    before = names[max(0, names.index(name) - 1)]
    return before if name.isascii() and not before.isascii() else name


def _has_named(faces: Faces, kind: str, name: str) -> bool:
    """Return whether the machine has a face of the system, by its Chinese or its English name."""
    at = NAMES[kind].index(name)
    return any(map(faces.has, NAMES[kind][at : at + 2]))


def has_system_faces(faces: Faces) -> bool:
    """Return whether a machine has the faces of the system that may stand for those of the standard."""
    return all(_has_named(faces, kind, SYSTEM_FACES[NEEDED[kind][0]]) for kind in ("body", "kai"))
