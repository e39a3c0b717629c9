"""A file from another computer: whole, or refused with a sentence."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from model.files import data_archive
from model.files.data_archive import (
    LIST,
    LONGEST_NAME_CHARACTERS,
    MOST_FILES,
    MOST_NAME_PARTS,
    read_archive,
    safe_name,
    write_archive,
)
from model.files.file_errors import FileFault

FILES = {"草稿/1/青禾镇.toml": b"draft = 1\n" * 500, "草稿/2/a.toml": b""}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "年报数据.zip"


def zipped(
    files: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED, listed: dict[str, bytes] | None = None
) -> bytes:
    """A zip as somebody else would make it, with a list that is right unless another is given."""
    names = [{"name": n, "sha256": hashlib.sha256(d).hexdigest()} for n, d in (listed or files).items()]
    head = tomli_w.dumps({"version": 1, "about": {}, "file": names}).encode()
    return bare({LIST: head, **files}, packing)


def bare(files: dict[str, bytes], packing: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(name), data, packing)
    return out.getvalue()


def link() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(LIST, b"version = 1\nfile = []\n[about]\n")
        info = zipfile.ZipInfo("草稿/1/a.toml")
        info.external_attr = 0o120777 << 16
        packed.writestr(info, "/etc/passwd")
    return out.getvalue()


def bomb() -> bytes:
    """Zeros that say they are few: the length of the last entry is changed in both places where it stands."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(LIST, b"version = 1\nfile = []\n[about]\n")
        packed.writestr("a.toml", bytes(300_000_000))
    return out.getvalue().replace(struct.pack("<L", 300_000_000), struct.pack("<L", 100))


def changed(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


def twice() -> bytes:
    data = zipped({"a.toml": b"1", "b.toml": b"2"})
    return data.replace(b"b.toml", b"a.toml")


NAMES = {
    "up": "../a.toml", "up inside": "草稿/../../a.toml", "absolute": "/etc/a.toml", "drive": "C:/a.toml", "backslash": "..\\a.toml",
    "share": "\\\\server\\a.toml", "device": "CON.toml", "stream": "a.toml:b", "dot": "草稿/./a.toml", "folder": "草稿/",
    "empty": "草稿//a.toml", "end": "a.toml.", "long": "x" * (LONGEST_NAME_CHARACTERS + 1), "deep": "a/" * MOST_NAME_PARTS + "a.toml", "line": "a\nb.toml",
}  # fmt: skip
HOSTILE = {
    **{f"name: {kind}": zipped({name: b"x"}) for kind, name in NAMES.items()},
    "nothing": b"", "text": "年报".encode(), "half": zipped(FILES)[:-40], "no list": zipped(FILES).replace(LIST.encode(), "清号.toml".encode()),
    "one byte": zipped({"a.toml": b"123456789"}, zipfile.ZIP_STORED).replace(b"123456789", b"123456780"),
    "not as listed": zipped({"a.toml": b"1"}, listed={"a.toml": b"2"}), "more than listed": zipped({"a": b"1", "b": b"2"}, listed={"a": b"1"}),
    "less than listed": zipped({"a": b"1"}, listed={"a": b"1", "b": b"2"}), "twice": twice(), "link": link(), "bomb": bomb,
    "other packing": zipped(FILES, zipfile.ZIP_BZIP2), "bad list": bare({LIST: b"version ="}),
    "list of something else": bare({LIST: b"version = 1\nfile = 3\nabout = 3"}), "deep list": bare({LIST: b"[" * 100_000}),
    "dotted list": bare({LIST: b"a." * 30_000 + b"a = 1\n"}), "list without end": bare({LIST: b"a = 1\n" * 300_000}), "binary list": bare({LIST: b"\xff"}),
    "entries by the million": lambda: b"PK\x03\x04" + b"PK\x01\x02" * 20_000,
    "many": lambda: zipped({f"{number}.toml": b"" for number in range(MOST_FILES + 1)}),
    "large": lambda: zipped({f"{number}.toml": bytes(60_000_000) for number in range(5)}),
    "encrypted": changed(changed(zipped({}, zipfile.ZIP_STORED), 6), zipped({}, zipfile.ZIP_STORED).rindex(b"PK\x01\x02") + 8),
}  # fmt: skip


def test_what_was_written_is_read_again(path):
    write_archive(path, FILES, {"settings": {"scale": "150"}})
    found = read_archive(path)
    assert (found.files, found.about) == (FILES, {"settings": {"scale": "150"}})


@pytest.mark.parametrize("kind", HOSTILE)
def test_anything_else_is_refused_with_a_sentence(path, kind):
    data = HOSTILE[kind]
    path.write_bytes(data() if callable(data) else data)
    with pytest.raises(FileFault, match=r"没有放进来，这台电脑上什么都没有变。.*。$"):
        read_archive(path)
    assert list(path.parent.iterdir()) == [path]


def test_any_byte_may_be_damaged(path):
    write_archive(path, FILES, {})
    data = path.read_bytes()
    for place in range(len(data)):
        path.write_bytes(changed(data, place))
        try:
            assert read_archive(path).files == FILES
        except FileFault as fault:
            assert "没有放进来" in str(fault)


def test_a_newer_programs_file_asks_for_the_newer_program(path, monkeypatch):
    monkeypatch.setattr(data_archive, "VERSION", 2)
    write_archive(path, FILES, {})
    monkeypatch.undo()
    with pytest.raises(FileFault, match="换上新版本"):
        read_archive(path)


def test_more_than_can_be_read_again_is_not_written(path, monkeypatch):
    monkeypatch.setattr(data_archive, "LARGEST_UNPACKED_BYTES", 1000)
    with pytest.raises(FileFault, match="分两次"):
        write_archive(path, FILES, {})
    assert not path.exists()


@given(st.text(max_size=200))
def test_a_safe_name_is_one_that_every_system_takes(name):
    safe = safe_name(name)
    assert safe_name(safe) == safe and 0 < len(safe) <= LONGEST_NAME_CHARACTERS and len(safe.encode()) <= 255


def test_a_safe_name_keeps_its_ending():
    assert safe_name("x" * 300 + ".toml").endswith("x.toml") and safe_name("甲:乙.toml") == "甲_乙.toml"
    assert safe_name("con.toml") == "_con.toml" and safe_name("青禾镇 2025.toml") == "青禾镇 2025.toml"
