"""A copy of somebody's file, such as a county's template, that the program keeps and goes by from then on.

The file with its name alone tells whether there is one, so that a lost copy is noticed, and never silently passed over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from model.faults import Fault, on_one_line
from model.files.files import forget_file, make_folder, read_file, write_file
from model.files.paths import is_there
from model.files.rights import PRIVATE

LONGEST_NAME_BYTES = 1024  # no system has a longer one
NAMED = "名称.txt"  # what the file was called that was copied


@dataclass(frozen=True)
class KeptCopy:
    """Where a copy is kept: the name of its folder in the program's own, which all functions are given, and its name in it."""

    folder: str
    copy: str

    def name(self, own: Path) -> str:
        """Return what the file was called that was copied, "" if none is kept. Raises Fault if that cannot be told."""
        named = own / self.folder / NAMED
        if not is_there(named):
            return ""
        try:
            name = read_file(named)[:LONGEST_NAME_BYTES].decode("utf-8", "replace")
            return on_one_line(name).strip() or self.copy
        except Fault:
            return self.copy

    def read(self, own: Path) -> bytes:
        """Return the copy. Raises Fault."""
        return read_file(own / self.folder / self.copy)

    def files(self, own: Path) -> tuple[Path, Path]:
        """Return the files that hold the copy and its name, whether they are there or not."""
        return own / self.folder / self.copy, own / self.folder / NAMED

    def keep(self, own: Path, name: str, data: bytes) -> None:
        """Keep a file of that name in place of the one before. Raises Fault; then nothing has changed."""
        folder = own / self.folder
        make_folder(folder)
        before = self._earlier(own)
        write_file(folder / self.copy, data, PRIVATE)
        try:
            write_file(folder / NAMED, name.encode("utf-8", "replace"), PRIVATE)
        except Fault:
            _put_back(folder / self.copy, before)  # it would be used under the other's name
            raise

    def _earlier(self, own: Path) -> bytes | None:
        """Return the copy kept until now, None if there is none, or none that can be read."""
        try:
            return self.read(own)
        except Fault:
            return None

    def drop(self, own: Path) -> Path | None:
        """Keep the copy no longer; return the file that could not be removed, if so: then it is kept still."""
        named = own / self.folder / NAMED
        forget_file(named)
        if is_there(named):
            return named
        forget_file(own / self.folder / self.copy)
        return None


def _put_back(copy: Path, before: bytes | None) -> None:
    if before is None:
        forget_file(copy)
    else:
        write_file(copy, before, PRIVATE)
