"""The county's file in use: checked, copied into the program's own folder, and dropped again."""

from __future__ import annotations

from pathlib import Path

from model.county.county import NO_COUNTY, County
from model.county.kept import COUNTY_FILE
from model.county.reader import CountyFault, read_county
from model.faults import Fault
from model.files.files import read_file

REMEDY = "请在“检查 → 县里的要求…”里重新打开县里发的文件，或者不再用它。"


def county_in(path: Path) -> County:
    """Return what a county's file demands. Raises Fault with its name."""
    return _read(read_file(path), path.name)


def _read(data: bytes, name: str) -> County:
    try:
        return read_county(data)
    except CountyFault as fault:
        raise Fault(f"“{name}”不能用作县里的要求。{fault}") from fault


def county_in_use(own: Path) -> County:
    """Return what the county's file in use demands, NO_COUNTY if there is none; `own` is the program's folder.

    Raises Fault if it can no longer be used, or if that cannot be told."""
    name = COUNTY_FILE.name(own)
    if not name:
        return NO_COUNTY
    try:
        return _read(COUNTY_FILE.read(own), name)
    except Fault as fault:
        raise Fault(f"没有按县里的要求检查。{fault}{REMEDY}") from fault


def choose_county(own: Path, path: Path) -> County:
    """Use a copy of a county's file from now on, and return what it demands. Raises Fault; then nothing has changed."""
    data = read_file(path)
    county = _read(data, path.name)
    COUNTY_FILE.keep(own, path.name, data)
    return county


def drop_county(own: Path) -> None:
    """Go by no county's file any more. Raises Fault if the copy cannot be removed."""
    if left := COUNTY_FILE.drop(own):
        raise Fault(f"还在按县里的要求检查：“{left}”删不掉。请关闭打开着它的程序，再试一次。")
