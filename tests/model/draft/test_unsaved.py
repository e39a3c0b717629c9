"""What earlier runs left unsaved, in a clerk's words: whose it is, and how it differs from the file."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from model.draft.draft_file import load_draft, save_draft
from model.draft.next_year import next_report
from model.draft.recovery_copy import UNREADABLE, Copy, copy_bytes, write_copy
from model.draft.unsaved import Unsaved, lines_about, name_of, read
from model.files.locks.process_lock import hold
from model.report.report import Confirmed, Notes, Part, Report, new_report
from tests.samples import EXAMPLE

NAME = "requests.received.natural"
NOW = datetime(2026, 1, 20, 9, 30)


def example(number: int = 10) -> Report:
    report = load_draft(EXAMPLE)[0]
    report.values[NAME] = number
    return report


def write(path: Path, report: Report, of: Path | None = None, when: datetime = NOW) -> Copy:
    """A copy of the report, written at that time."""
    write_copy(path, copy_bytes(report, of, when))
    os.utime(path, (when.timestamp(),) * 2)
    return read(path)


def all_of(unsaved: Unsaved) -> list[int]:
    """The numbers in the copies that are offered, in order."""
    found = [unsaved.next() for _ in range(unsaved.unread)]
    return [copy.report.number(NAME) for copy in found if copy]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.toml"
    save_draft(path, example())
    os.utime(path, ((NOW - timedelta(hours=1)).timestamp(),) * 2)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    return made


def test_the_newest_comes_first(folder):
    for number in (2, 3, 1):
        write(folder / f"{number}.toml", example(number), when=NOW + timedelta(minutes=number))
    assert all_of(Unsaved(folder)) == [3, 2, 1]


def test_what_the_file_holds_already_is_not_asked_about_and_goes(folder, draft):
    write(folder / "same.toml", example(), draft)
    write(folder / "other.toml", example(77), draft)
    assert all_of(Unsaved(folder)) == [77]
    assert [path.name for path in folder.glob("*.toml")] == ["other.toml"]


def test_what_another_window_is_writing_is_left_to_it(folder):
    write(folder / "a.toml", example(1))
    lock = hold(folder / "a.toml")
    assert lock and all_of(Unsaved(folder)) == []
    lock.release()
    assert all_of(Unsaved(folder)) == [1]


def test_a_file_that_is_no_copy_is_named_with_the_reason_and_stops_nothing(folder):
    write(folder / "a.toml", example(1))
    (folder / "b.toml").write_bytes(b"x")
    unsaved = Unsaved(folder)
    assert all_of(unsaved) == [1]
    (strange,) = unsaved.unreadable
    assert strange.path.name == "b.toml" and "写坏了" in strange.why and strange.when is not None


def test_what_could_not_be_read_is_looked_at_again_while_there_is_time(folder):
    write(folder / UNREADABLE / "a.toml", example(5))
    (folder / UNREADABLE / "b.toml").write_bytes(b"x")
    found = Unsaved(folder).readable_again(time.monotonic() + 60)
    assert [copy.report.number(NAME) for copy in found] == [5]
    assert Unsaved(folder).readable_again(time.monotonic() - 1) == []


def test_a_copy_is_called_by_its_unit_and_year_or_by_its_file(folder, draft, form):
    assert name_of(write(folder / "a.toml", example())) == f"{example().unit}（{example().year}年）"
    assert name_of(write(folder / "b.toml", Report(form), draft)) == "草稿.toml"
    assert name_of(write(folder / "c.toml", Report(form))) == "还没有单位名称的新报告"
    assert len(name_of(write(folder / "d.toml", Report(form, {"unit": "长" * 500})))) < 50
    assert name_of(write(folder / "e.toml", Report(form, {"unit": "某\u202e镇\n人民\x1b政府"}))) == "某 镇 人民 政府"


def test_it_is_said_how_it_differs_from_the_file(folder, draft):
    (file, head, line) = lines_about(write(folder / "a.toml", example(77), draft), 5)
    assert (file, head) == (f"文件：{draft}", "与保存的文件不同的：")
    assert "自然人" in line and "10" in line and "77" in line
    assert lines_about(write(folder / "b.toml", example(), draft), 5)[-1] == "与保存的文件没有不同。"


def test_of_what_was_never_saved_or_is_gone_it_is_said_what_is_in_it(folder, draft, form):
    new = write(folder / "a.toml", Report(form, {"unit": "某镇"}))
    assert lines_about(new, 5)[0] == "里面有：" and "某镇" in lines_about(new, 5)[1]
    copy = write(folder / "b.toml", example(77), draft)
    draft.unlink()
    assert lines_about(copy, 2)[:2] == [f"文件：{draft}", "里面有："]
    assert lines_about(copy, 2)[-1].startswith("…还有")


def test_a_file_that_was_saved_after_the_copy_is_a_warning(folder, draft):
    copy = write(folder / "a.toml", example(77), draft)
    assert not any("又保存过" in line for line in lines_about(copy, 5))
    os.utime(draft, ((NOW + timedelta(minutes=5)).timestamp(),) * 2)
    assert "01月20日 09:35" in lines_about(copy, 5)[1]


NAME = "requests.received.natural"


@pytest.fixture
def saved() -> Report:
    return replace(load_draft(EXAMPLE)[0], notes=Notes((NAME,), {"requests.handled.natural": 61}))


def offered(tmp_path: Path, saved: Report, copied: Report) -> bool:
    """Whether the copy of a report is offered beside the draft as it was saved; it is still there if it is."""
    draft, copy = tmp_path / "a.toml", tmp_path / "copies" / "b.toml"
    data = save_draft(draft, saved)
    write_copy(copy, copy_bytes(copied, draft, datetime.now(), data))
    found = Unsaved(copy.parent).next()
    assert copy.exists() is (found is not None)
    return found is not None


def test_a_copy_that_is_as_the_draft_goes(tmp_path, saved):
    assert not offered(tmp_path, saved, saved)


CONFIRMED = (Confirmed("in-force", (NAME,), "说明"),)


@pytest.mark.parametrize(
    "change", [{"confirmed": CONFIRMED}, {"proposed": ()}, {"printed": {}}], ids=lambda one: next(iter(one))
)
def test_a_copy_that_differs_in_its_notes_only_is_offered(tmp_path, saved, change):
    assert offered(tmp_path, saved, replace(saved, notes=replace(saved.notes, **change)))


def test_a_copy_that_differs_in_keys_that_are_not_known_here_is_offered(tmp_path, saved):
    assert offered(tmp_path, saved, replace(saved, kept=saved.kept | {"later": 1}))


def test_headings_that_the_program_begins_with_are_not_what_was_written(folder, form):
    begun = write(folder / "a.toml", new_report(form, 2025))
    assert not any("文字" in line for line in lines_about(begun, 50))
    followed = write(folder / "b.toml", next_report(example(), form))
    assert not any("文字" in line for line in lines_about(followed, 50))
    report = new_report(form, 2025)
    report.values["overview"] = (Part("主动公开", "写了一句。"),)
    assert any("写了一句" in line for line in lines_about(write(folder / "c.toml", report), 50))
    report.values["overview"] = (Part("自己的标题"),)
    assert any("自己的标题" in line for line in lines_about(write(folder / "d.toml", report), 50))
