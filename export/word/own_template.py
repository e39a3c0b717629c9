"""The template that documents are made from instead of the official one: a copy of a county's own, kept by the program.

NAMED alone tells whether there is one, so that a lost copy is noticed, and never silently replaced."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from export.word.document import check_template, official_template
from model.faults import Fault
from model.files.files import forget_file, is_there, make_folder, read_file, write_file
from model.files.rights import PRIVATE

FOLDER = "Word 模板"
COPY = "模板.docx"
NAMED = "名称.txt"  # what the file was called that was copied
REMEDY = "请在“文件 → Word 模板…”里重新选用，或者恢复官方版式，再导出。"


class InUse(NamedTuple):
    """A template and what it is called, "" for the official layout."""

    name: str
    data: bytes


def template_name(own: Path) -> str:
    """Return the name of the template in use, "" for the official layout; `own` is the program's folder.

    Raises Fault."""
    named = own / FOLDER / NAMED
    if not is_there(named):
        return ""
    try:
        return read_file(named).decode("utf-8", "replace").strip() or COPY
    except Fault:
        return COPY


def template_in_use(own: Path) -> InUse:
    """Return the template in use. Raises Fault if it can no longer be used, or if that cannot be told."""
    try:
        name = template_name(own)
    except Fault as fault:
        raise Fault(f"没有导出：看不到选用的是哪个 Word 模板。{fault}") from fault
    if not name:
        return InUse("", official_template())
    try:
        data = read_file(own / FOLDER / COPY)
        check_template(data)
    except Fault as fault:
        raise Fault(f"没有导出：选用的 Word 模板“{name}”不能用了。{fault}{REMEDY}") from fault
    return InUse(name, data)


def read_template(path: Path) -> bytes:
    """Return the template in a file. Raises Fault."""
    data = read_file(path)
    try:
        check_template(data)
    except Fault as fault:
        raise Fault(f"“{path.name}”不能用作模板。{fault}") from fault
    return data


def choose_template(own: Path, path: Path) -> None:
    """Use a copy of a template from now on; its file is no longer needed. Raises Fault; then nothing has changed."""
    data, folder = read_template(path), own / FOLDER
    make_folder(folder)
    write_file(folder / COPY, data, PRIVATE)
    write_file(folder / NAMED, path.name.encode("utf-8", "replace"), PRIVATE)


def drop_template(own: Path) -> None:
    """Return to the official layout. Raises Fault if the copy cannot be removed."""
    folder = own / FOLDER
    forget_file(folder / NAMED)
    if is_there(folder / NAMED):
        raise Fault(f"没有恢复官方版式：“{folder / NAMED}”删不掉。请关闭打开着它的程序，再试一次。")
    forget_file(folder / COPY)
