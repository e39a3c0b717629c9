"""Many files in one, a .zip with a list of checksums, to be carried to another computer.

Such a file comes by USB stick or by mail, so it is read as if a stranger had made it: nothing of it is unpacked to the
disk here, and what is not to the byte what the list says is refused as a whole."""

from __future__ import annotations

import io
import re
import stat
import struct
import tomllib
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from model.files.digest import checksum
from model.files.file_errors import FileFault
from model.files.files import LARGEST_FILE_BYTES, is_device, read_file, write_file
from model.toml_bounds import boundless
from model.zip_bounds import most_entries, zip_entry

LIST = "清单.toml"
VERSION = 1
MOST_FILES = 5000  # many times what a clerk of ten years has: 50 drafts with 60 versions each are 3,000
MOST_ENTRIES = 2 * MOST_FILES  # as the bytes tell, by which the drafts in it may look like more
LARGEST_UNPACKED_BYTES = 200 * 1024 * 1024  # of all files together: all are held in memory while they are checked
LONGEST_NAME_CHARACTERS = 60  # at most 240 bytes in UTF-8: the limit of most file systems is 255
KEPT_ENDING_CHARACTERS = 5  # at the end of a name that is shortened, such as .toml
MOST_NAME_PARTS = 4  # the folders and the file's own name: 草稿/1/历史版本/….toml
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]')
KNOWN_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
NAME_IN_ENTRY = 30  # the byte of an entry's header at which its name begins
ENCRYPTED_FLAG = 0x1  # bit 0 of an entry's general purpose flags
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, OverflowError, KeyError, TypeError,
)  # fmt: skip
ZIP_HEAD = b"PK\x03\x04"
OTHERS = (".toml", ".html", ".htm", ".txt")  # of files that may be taken for it
OTHER_KIND = "它不是“年报数据”（.zip）。请选在原来的电脑上点“更换电脑…”存出来的那个文件；一份草稿、一个文档，请点“文件 → 打开…”。"
TOO_MUCH = "东西太多，装不进一个文件。请少选几份草稿，分两次来。"
DAMAGED = "它不是本程序存的“年报数据”，或者拷贝的时候坏了。请到原来的电脑上重新存一份，再拷一次。"
TOO_LARGE = "它比本程序存的任何“年报数据”都大，不可信。请到原来的电脑上重新存一份。"
STRANGE = "里面有不该有的内容（{name}），不可信。请到原来的电脑上重新存一份。"
NEWER = "它是用新版本的程序存的。请先在这台电脑上换上新版本，再来一次。"


@dataclass(frozen=True)
class Archive:
    """The content of an archive: the bytes by name, with slashes, and the data about them."""

    files: dict[str, bytes]
    about: dict[str, Any]


def safe_name(name: str) -> str:
    """Return a file's name in a form that every system accepts; the name itself if it is one already."""
    name = FORBIDDEN.sub("_", name).strip(" .") or "_"
    if is_device(name):
        name = f"_{name}"
    return (
        name
        if len(name) <= LONGEST_NAME_CHARACTERS
        else name[: LONGEST_NAME_CHARACTERS - KEPT_ENDING_CHARACTERS].rstrip(" .") + name[-KEPT_ENDING_CHARACTERS:]
    )


def write_archive(path: Path, files: Mapping[str, bytes], about: Mapping[str, Any]) -> None:
    """Write the files and the data about them into one file. Raises FileFault; then nothing is written."""
    if len(files) > MOST_FILES or sum(map(len, files.values())) > LARGEST_UNPACKED_BYTES:
        raise FileFault(TOO_MUCH)
    data = _zipped(files, about)
    if len(data) > LARGEST_FILE_BYTES:
        raise FileFault(TOO_MUCH)
    write_file(path, data)


def is_data_archive(data: bytes) -> bool:
    """Return whether a file's bytes begin as `write_archive` begins them: a zip whose first entry is the list."""
    name = LIST.encode()
    return data.startswith(ZIP_HEAD) and data[NAME_IN_ENTRY : NAME_IN_ENTRY + len(name)] == name


def read_archive(path: Path) -> Archive:
    """Return what `write_archive` wrote, verified by its checksums. Raises FileFault for everything else."""
    data = read_file(path)
    if path.suffix.lower() in OTHERS and not data.startswith(ZIP_HEAD):
        raise refused(path, OTHER_KIND)
    if most_entries(data) > MOST_ENTRIES:
        raise refused(path, TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _read(packed)
    except FileFault as fault:
        raise refused(path, str(fault)) from fault
    except BROKEN as error:
        raise refused(path, DAMAGED) from error


def refused(path: Path, why: str) -> FileFault:
    """Return the fault of a file of which nothing is used."""
    return FileFault(f"“{path.name}”没有放进来，这台电脑上什么都没有变。{why}")


def _zipped(files: Mapping[str, bytes], about: Mapping[str, Any]) -> bytes:
    listed = [{"name": name, "sha256": checksum(data)} for name, data in files.items()]
    head = tomli_w.dumps({"version": VERSION, "about": dict(about), "file": listed}).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in {LIST: head, **files}.items():
            packed.writestr(zip_entry(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _read(packed: zipfile.ZipFile) -> Archive:
    entries = packed.infolist()
    _refuse_large(entries)
    for entry in entries:
        _refuse_strange(entry)
    found = {entry.orig_filename: _unpacked(packed, entry) for entry in entries}
    if len(found) < len(entries):
        raise FileFault(DAMAGED)
    listed = found.pop(LIST).decode()
    if boundless(listed):
        raise FileFault(DAMAGED)
    head = tomllib.loads(listed)
    if head["version"] != VERSION:
        raise FileFault(NEWER)
    checksums = {one["name"]: one["sha256"] for one in head["file"]}
    if checksums != {name: checksum(data) for name, data in found.items()}:
        raise FileFault(DAMAGED)
    return Archive(found, dict(head["about"]))


def _refuse_large(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse more files or bytes than are ever packed, before anything is unpacked. Raises FileFault."""
    if (
        len(entries) > MOST_FILES + 1
        or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED_BYTES + LARGEST_FILE_BYTES
    ):
        raise FileFault(TOO_LARGE)


def _refuse_strange(entry: zipfile.ZipInfo) -> None:
    """Refuse links, folders, encrypted entries, other compressions and unsafe names. Raises FileFault."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    parts = entry.orig_filename.split("/")
    is_plain = (
        kind in (0, stat.S_IFREG) and entry.compress_type in KNOWN_COMPRESSIONS and not entry.flag_bits & ENCRYPTED_FLAG
    )
    if not is_plain or len(parts) > MOST_NAME_PARTS or any(safe_name(part) != part for part in parts):
        raise FileFault(STRANGE.format(name=FORBIDDEN.sub("_", entry.filename)[:40]))


def _unpacked(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return the bytes of an entry, at most one more than its declared size."""
    with packed.open(entry) as file:
        return file.read(entry.file_size + 1)
