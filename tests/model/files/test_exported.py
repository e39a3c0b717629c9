"""Exported documents that are exported again."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from model.faults import Fault
from model.files import exported
from model.files.exported import EXPORTED_FOLDER, write_exported

NOW = datetime(2026, 1, 5, 10, 11, 12)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    folder = tmp_path / "文档"
    folder.mkdir()
    return folder / "年报.docx"


def export(document: Path, data: bytes) -> Path | None:
    return write_exported(document, data, NOW, document.parent.parent / "own")


def names(document: Path) -> list[str]:
    return sorted(path.name for path in document.parent.iterdir())


def test_what_was_not_changed_since_is_replaced(document):
    assert export(document, b"one") is None and export(document, b"two") is None
    assert export(document, b"three") is None
    assert names(document) == ["年报.docx"] and document.read_bytes() == b"three"


def test_what_was_changed_since_is_kept_beside_whatever_its_time_is(document):
    export(document, b"one")
    before = document.stat()
    document.write_bytes(b"by hand")
    os.utime(document, ns=(before.st_atime_ns, before.st_mtime_ns))
    kept = export(document, b"two")
    assert kept == document.with_name("年报 2026-01-05 10-11-12.docx") and kept.read_bytes() == b"by hand"
    document.write_bytes(b"by hand again")
    assert export(document, b"three").name == "年报 2026-01-05 10-11-12 (2).docx"
    assert document.read_bytes() == b"three"


def test_what_was_only_touched_is_not_kept(document):
    export(document, b"one")
    os.utime(document, (1, 1))
    assert export(document, b"two") is None


def test_what_was_never_exported_from_here_is_kept(document):
    document.write_bytes(b"somebody's")
    assert export(document, b"one").read_bytes() == b"somebody's"
    assert export(document, b"two") is None


def test_another_place_is_another_document(document):
    export(document, b"one")
    other = document.with_name("另一份.docx")
    other.write_bytes(b"one, changed")
    assert export(other, b"one") and names(document)[0].startswith("另一份 ")


def test_where_it_cannot_be_written_all_is_as_it_was(document, monkeypatch):
    export(document, b"one")
    document.write_bytes(b"by hand")
    write = exported.write_file

    def failing(path, data, rights=None):
        if path == document:
            raise Fault("满了")
        write(path, data, rights)

    monkeypatch.setattr(exported, "write_file", failing)
    with pytest.raises(Fault):
        export(document, b"two")
    assert names(document) == ["年报.docx"] and document.read_bytes() == b"by hand"
    monkeypatch.undo()
    assert export(document, b"two").read_bytes() == b"by hand"


def test_where_it_cannot_be_kept_nothing_is_written(document, monkeypatch):
    document.write_bytes(b"by hand")

    def failing(path, data, rights=None):
        raise Fault("满了")

    monkeypatch.setattr(exported, "write_file", failing)
    with pytest.raises(Fault):
        export(document, b"two")
    assert document.read_bytes() == b"by hand"


def test_an_export_is_none_the_worse_where_nothing_can_be_remembered(document):
    (document.parent.parent / "own").write_bytes(b"no folder")
    assert export(document, b"one") is None and export(document, b"two").read_bytes() == b"one"
    assert not (document.parent / EXPORTED_FOLDER).exists()


def test_what_an_earlier_version_of_the_program_noted_is_understood(document):
    export(document, b"one")
    note = next((document.parent.parent / "own" / EXPORTED_FOLDER).iterdir())
    assert len(note.read_bytes()) == 64
    note.write_bytes(note.read_bytes()[:8])
    assert export(document, b"two") is None
