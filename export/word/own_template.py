"""The template that documents are made from instead of the official one: a copy of a county's own, kept by the program."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from export.word.document import check_template, official_template
from model.faults import Fault
from model.files.files import read_file
from model.files.kept_copy import KeptCopy

FOLDER = "Word 模板"
COPY = "模板.docx"
KEPT = KeptCopy(FOLDER, COPY)
REMEDY = "请在“文件 → Word 模板…”里重新选用，或者恢复官方版式，再导出。"


class InUse(NamedTuple):
    """A template and what it is called, "" for the official layout."""

    name: str
    data: bytes


def template_name(own: Path) -> str:
    """Return the name of the template in use, "" for the official layout; `own` is the program's folder.

    Raises Fault."""
    return KEPT.name(own)


def template_in_use(own: Path) -> InUse:
    """Return the template in use. Raises Fault if it can no longer be used, or if that cannot be told."""
    try:
        name = template_name(own)
    except Fault as fault:
        raise Fault(f"没有导出：看不到选用的是哪个 Word 模板。{fault}") from fault
    if not name:
        return InUse("", official_template())
    try:
        data = KEPT.read(own)
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
    KEPT.keep(own, path.name, read_template(path))


def drop_template(own: Path) -> None:
    """Return to the official layout. Raises Fault if the copy cannot be removed."""
    if left := KEPT.drop(own):
        raise Fault(f"没有恢复官方版式：“{left}”删不掉。请关闭打开着它的程序，再试一次。")
