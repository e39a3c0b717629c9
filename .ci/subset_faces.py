"""Cut the faces that the program ships out of whole ones: subset_faces.py UNPACKED_PACKAGES TARGET_FOLDER.

Each holds GB 2312 and the 8105 characters of 通用规范汉字表, where its source has them, under a name of its own, since
the licence keeps the original names for the originals. The same packages give the same bytes."""

from __future__ import annotations

import bz2
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

NOTO, KAI = "opentype/noto", "truetype/lxgw-wenkai"
SIMPLIFIED = 2  # the place of the simplified Chinese face in Noto's collections
KEPT_NAMES = (0, 13, 14)  # copyright, licence, and where to read it
HANZI_FROM = 0xB0  # the first row of GB 2312 that holds hanzi
# What reports hold besides: Latin letters with accents, units, numbers in circles, marks, the sign for a missing letter.
OTHERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2000, 0x2070),
    *range(0x2460, 0x2500),
    *range(0x3000, 0x3020),
]
UNITS = [*range(0x2100, 0x2150), *range(0x3200, 0x33FF), *range(0xFF00, 0xFFF0)]


QUOTATION_MARKS = frozenset(map(ord, "‘’“”"))


class Face(NamedTuple):
    """A face to make: its file, its name, its source below usr/share/fonts, its place there, and whether it is Chinese.

    `lacking` are letters that it is made without, so that another face sets them."""

    file: str
    name: str
    source: str
    place: int = -1
    chinese: bool = True
    lacking: frozenset[int] = frozenset()


FACES = (
    Face("biaosong.otf", "Nianbao Biaosong", f"{NOTO}/NotoSerifCJK-Bold.ttc", SIMPLIFIED),
    Face("song.otf", "Nianbao Song", f"{NOTO}/NotoSerifCJK-Regular.ttc", SIMPLIFIED),
    Face("hei.otf", "Nianbao Hei", f"{NOTO}/NotoSansCJK-Regular.ttc", SIMPLIFIED),
    # Its quotation marks are as narrow as in a Latin text; a Chinese text has them as wide as its characters.
    Face("kai.ttf", "Nianbao Kai", f"{KAI}/LXGWWenKai-Regular.ttf", lacking=QUOTATION_MARKS),
    Face("latin.ttf", "Nianbao Latin", "truetype/liberation2/LiberationSerif-Regular.ttf", chinese=False),
)


def main(packages: Path, target: Path) -> None:
    """Make every face."""
    target.mkdir(parents=True, exist_ok=True)
    hanzi = {*_gb2312(), *_standard(packages)}
    for face in FACES:
        font = TTFont(packages / "usr/share/fonts" / face.source, fontNumber=face.place, recalcTimestamp=False)
        _cut(font, {*OTHERS, *UNITS, *(hanzi if face.chinese else ())} - face.lacking)
        _rename(font, face.name)
        font.save(target / face.file)
        print(face.file, (target / face.file).stat().st_size)


def _gb2312() -> set[int]:
    pairs = (bytes((row, place)) for row in range(0xA1, 0xF8) for place in range(0xA1, 0xFF))
    return {ord(letter) for pair in pairs for letter in pair.decode("gb2312", "ignore")}


def _standard(packages: Path) -> set[int]:
    """Return the characters of 通用规范汉字表, as the Unicode database of Chinese characters lists them."""
    listed = bz2.decompress((packages / "usr/share/unicode/Unihan_OtherMappings.txt.bz2").read_bytes()).decode()
    return {int(code, 16) for code in re.findall(r"^U\+(\w+)\tkTGH\t", listed, re.MULTILINE)}


def _cut(font: TTFont, letters: set[int]) -> None:
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=list(KEPT_NAMES))
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG", "FFTM"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)


def _rename(font: Any, name: str) -> None:
    table, plain = font["name"], name.replace(" ", "")
    table.names = [one for one in table.names if one.nameID in KEPT_NAMES]
    for number, words in ((1, name), (2, "Regular"), (3, plain), (4, name), (6, plain)):
        table.setName(words, number, 3, 1, 0x409)
    font["OS/2"].fsType, font["OS/2"].usWeightClass = 0, 400
    font["head"].macStyle, font["OS/2"].fsSelection = 0, 0x40
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames = [plain]
        top.topDictIndex[0].FamilyName = top.topDictIndex[0].FullName = name


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
