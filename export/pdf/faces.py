"""The faces that a PDF is set in: the machine's own by their names, then those that the program brings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from export.pdf.font_file import FontFile, letter_widths, read_font
from export.pdf.once import once

if TYPE_CHECKING:
    from typst import FontInfo, Fonts

SHIPPED_FOLDER = Path(__file__).parents[2] / "resources" / "faces"
# By what is set in it, in the order of preference; systems name faces in Chinese or in English. The last is shipped.
SONG = ("宋体", "SimSun", "NSimSun", "华文宋体", "STSong", "Nianbao Song")
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": (
        "方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong", "Nianbao Biaosong",
    ),
    "body": (
        "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "FZFangSong-Z02", "华文仿宋", "STFangsong", "Nianbao Kai",
    ),
    "kai": ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "FZKai-Z03", "华文楷体", "STKaiti", "Nianbao Kai"),
    "hei": ("黑体", "SimHei", "方正黑体_GBK", "FZHei-B01", "华文黑体", "STHeiti", "Nianbao Hei"),
    "song": SONG,
    "latin": ("Times New Roman", "Liberation Serif", "Nianbao Latin"),
}  # fmt: skip
SHIPPED = "Nianbao "  # what the names of the shipped faces begin with
STAND_IN = "这台电脑上没有仿宋体，PDF 的正文用楷体代替。"
# What such a letter looks like differs from face to face, and PDF/A refuses it.
PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
# What stands in the Latin face if that has it: all but marks that both have and that are wider in Chinese ("latin-in-cjk").
LATIN = re.compile("[^·–—‘’“”‥…‧⸺]")
# No face need have these.
INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]")


@dataclass(frozen=True)
class Faces:
    """The faces of a machine, as the typesetter found them."""

    fonts: Fonts
    # The families of the letters asked for so far; kept, because a machine may have hundreds to be read for one.
    _found: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _widths: dict[str, float] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def _by_name(self) -> dict[str, FontInfo]:
        """The upright face of each family that is nearest to the usual weight."""
        upright = [one for one in self.fonts.fonts() if one.path and one.style == "normal"]
        upright.sort(key=lambda one: (abs(one.weight - 400), one.path or "", one.index))
        found: dict[str, FontInfo] = {}
        for one in upright:
            found.setdefault(one.family, one)
        return found

    def has(self, name: str) -> bool:
        """Return whether there is a face of that name, whether documents may carry it or not."""
        return name in self._by_name

    def chain(self, kind: str) -> list[str]:
        """Return the families for one kind of text: the best first, then those that have letters which it lacks."""
        best = next((name for name in NAMES[kind] if self._usable(name)), "")
        return list(dict.fromkeys(name for name in (best, NAMES[kind][-1], SONG[-1]) if name))

    def chains(self, letters: Iterable[str]) -> dict[str, list[str]]:
        """Return the families of every kind of text, with more of the machine's own for the letters they all lack."""
        more = sorted(set(self._others(self._lacking(letters)).values()) - {""})
        found = {kind: self.chain(kind) + more for kind in NAMES}
        return found | {"latin": found["latin"][:1]}

    def missing(self, letters: Iterable[str]) -> set[str]:
        """Return those of the letters that no face of the machine has."""
        others = self._others(self._lacking(letters))
        return {letter for letter, family in others.items() if PRIVATE_USE.match(letter) or not family}

    def width(self, letter: str) -> float:
        """Return how wide a letter of the running text is, in em; 1 if no face says so."""
        if letter not in self._widths:
            names = [*self.chain("latin")[:1], *self.chain("body")] if LATIN.match(letter) else self.chain("body")
            found = (width for name in names if (width := self._widths_of(name).get(ord(letter))) is not None)
            self._widths[letter] = 0.0 if INVISIBLE.match(letter) and not letter.isspace() else next(found, 1.0)
        return self._widths[letter]

    @property
    def notes(self) -> list[str]:
        """What is to be said about the faces: that another one stands in for 仿宋."""
        return [STAND_IN] if self.chain("body")[0].startswith(SHIPPED) else []

    def _lacking(self, letters: Iterable[str]) -> set[str]:
        """Return the visible letters that not every kind of text has a face for without the machine's other ones."""
        visible = {letter for letter in letters if not INVISIBLE.match(letter)}
        return {letter for letter in visible if PRIVATE_USE.match(letter) or ord(letter) not in self._common}

    @cached_property
    def _common(self) -> frozenset[int]:
        """The letters that every kind of text has a face for; kept, because every page that is set asks for them."""
        known = [self._letters(self.chain(kind)) for kind in NAMES if kind != "latin"]
        return known[0].intersection(*known[1:])

    def _letters(self, names: Sequence[str]) -> frozenset[int]:
        return frozenset().union(*(self._font(name).letters for name in names))

    def _others(self, letters: Collection[str]) -> dict[str, str]:
        """Return for each letter the first family by name that has it, so that equal machines choose alike; "" if none has."""
        if new := set(letters) - self._found.keys():
            self._found.update(self._searched(new))
        return {letter: self._found[letter] for letter in letters}

    def _searched(self, letters: Collection[str]) -> dict[str, str]:
        found = dict.fromkeys(letters, "")
        for name in sorted(self._by_name):
            left = [letter for letter in found if not found[letter]]
            if left and self._usable(name):
                own = self._font(name).letters
                found |= {letter: name for letter in left if ord(letter) in own}
        return found

    def _usable(self, name: str) -> bool:
        return name in self._by_name and self._font(name).embeddable

    def _widths_of(self, name: str) -> Mapping[int, float]:
        one = self._by_name.get(name)
        return letter_widths(one.path, one.index) if one and one.path else {}

    def _font(self, name: str) -> FontFile:
        one = self._by_name.get(name)
        return read_font(one.path, one.index) if one and one.path else FontFile(False, frozenset())


def doubtful_letters(text: str) -> set[str]:
    """Return the letters of a text that the shipped faces lack: whether they can be set, the machine's own decide.

    Nothing but Python's own codec is asked about the letters of GB 2312, so that a usual text costs next to nothing."""
    rare = {letter for letter in set(text) if not is_common(letter) and not INVISIBLE.match(letter)}
    return {letter for letter in rare if ord(letter) not in _shipped_letters()} if rare else rare


def is_common(letter: str) -> bool:
    """Return whether every Chinese face has a letter: it stands in GB 2312."""
    return letter.isascii() or bool(letter.encode("gb2312", "ignore"))


def _shipped_letters() -> frozenset[int]:
    """Return the letters of the face that stands behind those of every kind of text."""
    return read_font(str(SHIPPED_FOLDER / "song.otf"), 0).letters


@once
def machine_faces() -> Faces:
    """Return the faces of this machine and of the program, looked for once."""
    return _found(True)


def shipped_faces() -> Faces:
    """Return the faces of the program alone."""
    return _found(False)


def _found(with_system: bool) -> Faces:
    from typst import Fonts

    return Faces(
        Fonts(include_system_fonts=with_system, include_embedded_fonts=False, font_paths=[str(SHIPPED_FOLDER)])
    )
