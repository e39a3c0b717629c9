"""A draft on the disk: written whole or not at all, and what has become of it since."""

from __future__ import annotations

import copy
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.draft.draft_file import (
    CHANGED,
    GONE,
    NO_FOLDER,
    READ_ONLY,
    SAME,
    UNREADABLE,
    alike,
    changed_on_disk,
    disk_state,
    is_draft,
    load_draft,
    save_draft,
)
from model.faults import DraftFault
from model.files.file_errors import FileFault
from model.form.form import load_form
from model.report.report import Report, new_report
from tests.model.draft.written import HEAD, read


def test_what_reads_back_otherwise_is_not_saved(tmp_path, monkeypatch):
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    monkeypatch.setattr("model.draft.draft_file.text_of_data", lambda data: HEAD + "year = 1999")
    with pytest.raises(DraftFault, match="读回来不一样"):
        save_draft(path, read(HEAD + "year = 2021"))
    assert path.read_bytes() == b"old"


def test_half_a_character_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(DraftFault, match="坏掉的字"):
        save_draft(tmp_path / "a.toml", Report(load_form("2021"), {"opening": "\ud800"}))


def test_a_new_report_of_a_form_without_proposed_parts_can_be_saved(tmp_path):
    form = load_form("2021")
    sections = tuple(replace(section, parts=()) for section in form.sections)
    save_draft(tmp_path / "a.toml", new_report(replace(form, sections=sections), 2025))


def test_what_is_unknown_is_saved_again_even_if_it_is_no_number(tmp_path):
    report = read(HEAD + "x = nan")
    save_draft(tmp_path / "a.toml", report)
    assert "x = nan" in (tmp_path / "a.toml").read_text()


def test_not_a_number_in_what_is_not_known_here_keeps_nothing_from_being_saved(tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(b'draft = 1\nedition = "2021"\nx = nan\n[[overview]]\nheading = ""\ntext = "x"\ny = nan\n')
    report, _ = load_draft(path)
    save_draft(path, report)
    assert path.read_text(encoding="utf-8").count("nan") == 2


def test_a_file_that_is_no_draft_is_refused_by_its_name(tmp_path):
    path = tmp_path / "某镇2021.toml"
    path.write_bytes(b"year = ")
    with pytest.raises(DraftFault, match=r"“某镇2021\.toml”不能作为草稿打开。文件末尾"):
        load_draft(path)


@pytest.fixture
def saved(tmp_path: Path) -> tuple[Path, bytes]:
    folder = tmp_path / "年报"
    folder.mkdir()
    return folder / "a.toml", save_draft(folder / "a.toml", Report(load_form("2021"), {"unit": "某镇"}))


def renamed(path: Path) -> None:
    path.rename(path.with_name("b.toml"))


def renamed_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("去年"))


def made_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("act", "state"),
    [
        (lambda path: None, SAME),
        (lambda path: path.write_bytes(path.read_bytes()), SAME),
        (lambda path: path.write_bytes(b"x"), CHANGED),
        (renamed, GONE),
        (renamed_folder, NO_FOLDER),
        (made_folder, UNREADABLE),
    ],
)
def test_what_has_become_of_a_draft_is_told_apart(saved, act, state):
    path, data = saved
    act(path)
    assert disk_state(path, data) == state
    assert changed_on_disk(path, data) == (state in (CHANGED, UNREADABLE))


def test_a_draft_that_can_only_be_read_is_told_before_it_is_saved(saved, monkeypatch):
    path, data = saved
    monkeypatch.setattr("os.access", lambda path, mode, **how: not mode & os.W_OK)  # root may write everywhere
    assert disk_state(path, data) == READ_ONLY and not changed_on_disk(path, data)
    assert disk_state(path, b"x") == CHANGED


def test_a_folder_of_that_name_is_not_written_over(saved):
    path, _ = saved
    made_folder(path)
    with pytest.raises(FileFault, match="文件夹"):
        save_draft(path, Report(load_form("2021")))
    assert path.is_dir()


VALUES = st.recursive(
    st.none() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
)


@given(VALUES)
def test_whatever_a_draft_holds_is_like_its_copy_and_unlike_something_else(value):
    assert alike(value, copy.deepcopy(value))
    assert not alike([value], [value, value]) and not alike({"a": value}, {"b": value})
    assert not alike([value], [[value]])


@pytest.mark.parametrize(
    ("name", "ours"), [("a.toml", True), ("A.TOML", True), ("a.toml.docx", False), ("toml", False)]
)
def test_a_draft_is_told_by_its_name(name, ours):
    assert is_draft(Path(name)) == ours
