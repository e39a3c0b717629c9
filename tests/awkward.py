"""Gives awkward files to all that opens one: python -m tests.awkward

Huge, deep, binary, no files at all, links in circles, names that are markup: each is answered with a value or a sentence on
one line, within the time and the memory of an attack, and nothing is left beside it."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import tomli_w

from export.word.own_template import choose_template
from model.county.installed import choose_county
from model.draft.draft_file import load_draft
from model.draft.earlier_reports import earlier_reports
from model.faults import Fault
from model.files.data_archive import LIST
from model.files.glance import glance
from model.reading.document import read_document
from model.sentences.own import FILE_NAME, own_sentences
from model.transfer.unpack import unpack
from tests.damage.memory import forget_most_memory, most_memory
from tests.samples import EXAMPLE, main_report

LONGEST = 5  # seconds of the processor
LARGEST = 400 * 1024  # kilobytes above what the process began with
MEGABYTE = 1 << 20
NAMES = ("第一行\n第二行", "\u202e开公息信", "<img src=x>", "名" * 60, " 空格 ", "%s{0}$HOME")
Make = Callable[[Path], object]


def _sparse(size: int) -> Make:
    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


def _written(data: Callable[[], bytes]) -> Make:
    return lambda path: path.write_bytes(data())


def _linked(target: str) -> Make:
    return lambda path: path.symlink_to(target)


def _zip(entries: int, data: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(entries):
            package.writestr(f"{number}", data)
        package.writestr(LIST, tomli_w.dumps({"version": 1, "about": {}, "file": []}))
    return made.getvalue()


def _entries(count: int) -> bytes:
    """A zip whose directory names one empty file many times."""
    head = _zip(1)
    with zipfile.ZipFile(io.BytesIO(head)) as package:
        begin = package.start_dir
    size = 46 + 1
    entry = head[begin : begin + size]
    name = b"PK\x05\x06\0\0\0\0" + b"\xff\xff" * 2 + (size * count).to_bytes(4, "little")
    return head[:begin] + entry * count + name + begin.to_bytes(4, "little") + b"\0\0"


FILES: dict[str, Make] = {
    "nothing": _written(lambda: b""),
    "49 MB of zeros": _sparse(49 * MEGABYTE),
    "10 GB": _sparse(10 << 30),
    "random bytes": _written(lambda: os.urandom(4 * MEGABYTE)),
    "49 MB of one letter": _written(lambda: b"a" * 49 * MEGABYTE),
    "9 MB of one line": _written(lambda: "公".encode() * 3 * MEGABYTE),
    "9 MB of lines": _written(lambda: b"a\n" * (4 * MEGABYTE)),
    "9 MB of brackets": _written(lambda: b"[" * 9 * MEGABYTE),
    "9 MB of tags": _written(lambda: b"<html>" + b"<a>" * 3 * MEGABYTE),
    "4 MB of tables": _written(lambda: b"".join(b"[a%d]\n" % number for number in range(400_000))),
    "4 MB of a dotted key": _written(lambda: b"a." * 2 * MEGABYTE + b"b = 1"),
    "4 MB of a string": _written(lambda: b'draft = 1\nx = "' + b"\\n" * 2 * MEGABYTE + b'"'),
    "a million quotes": _written(lambda: b'draft = 1\nx = "' + b'""' * MEGABYTE),
    "digits": _written(lambda: b"draft = 1\nyear = " + b"9" * MEGABYTE),
    "a zip of a million entries": _written(lambda: _entries(1_000_000)),
    "a zip of zeros": _written(lambda: _zip(60, bytes(20 * MEGABYTE))),
    "a zip in a zip": _written(lambda: _zip(100, _zip(100, bytes(MEGABYTE)))),
    "a folder": lambda path: path.mkdir(),
    "a pipe": lambda path: os.mkfifo(path),
    "a device without end": _linked("/dev/zero"),
    "a device without begin": _linked("/dev/null"),
    "a file of the system without end": _linked("/proc/self/mem"),
    "a file of the system": _linked("/proc/self/environ"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to nothing": _linked("/nowhere/at/all"),
    "a link to a folder": _linked("/proc"),
    "nobody's": lambda path: None,
}


def _sentences(path: Path) -> None:
    place = path.parent / FILE_NAME
    path.rename(place) if path.exists() or path.is_symlink() else None
    own_sentences(path.parent)


def _beside(path: Path) -> None:
    earlier_reports(main_report(), path.with_name("今年.toml"), [path])


OPENERS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "draft": (".toml", load_draft),
    "document": (".docx", read_document),
    "page": (".html", read_document),
    "text": (".txt", read_document),
    "county": (".toml", lambda path: choose_county(path.parent / "own", path)),
    "template": (".docx", lambda path: choose_template(path.parent / "own", path)),
    "sentences": (".toml", _sentences),
    "archive": (".zip", unpack),
    "recent": (".toml", glance),
    "earlier years": (".toml", _beside),
}


def fault_of(opener: str, make: Make, name: str = "文件") -> str:
    """What went wrong where something opens a file, "" if nothing did."""
    suffix, open_it = OPENERS[opener]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name + suffix)
        make(path)
        before = forget_most_memory()
        began = time.process_time()
        said = ""
        try:
            open_it(path)
        except Fault as fault:
            said = str(fault)
        except Exception as error:
            return f"{type(error).__name__}: {str(error)[:200]}"
        took, used = time.process_time() - began, most_memory() - before
    if "\n" in said or (said and not said.endswith(("。", "）"))):
        return f"says {said!r}"
    if took > LONGEST:
        return f"{took:.1f} s"
    return f"{used // 1024} MB" if used > LARGEST else ""


def cases() -> Iterator[tuple[str, Make, str, str]]:
    """Each opener with each awkward file, and with each awkward name of a damaged one; the last is what it is called."""
    for opener in OPENERS:
        for kind, make in FILES.items():
            yield opener, make, "文件", f"{opener}: {kind}"
        for name in NAMES:
            yield opener, _written(lambda: b"\xff\xfe\x00 = ["), name, f"{opener}: {name!r}"
            yield opener, _written(EXAMPLE.read_bytes), name, f"{opener}: a draft as {name!r}"


def faults(every: int = 1) -> Iterator[str]:
    """What goes wrong, opening every so many-th of the awkward files."""
    for opener, make, name, called in islice(cases(), 0, None, every):
        if fault := fault_of(opener, make, name):
            yield f"{called}: {fault}"


def main() -> int:
    """Opens every awkward file; prints what was tried, held and failed."""
    found = []
    for fault in faults():
        found.append(fault)
        print(fault, flush=True)
    tried = sum(1 for _ in cases())
    print(f"tried {tried}, held {tried - len(found)}, failed {len(found)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
