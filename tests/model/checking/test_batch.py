"""Which files a folder of reports holds, and what comes of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from export.word.document import word_bytes
from model.checking.batch import check_file, check_files, files_in
from model.draft.draft_file import save_draft
from model.files.history import VERSIONS_FOLDER
from tests.model.checking.reports import CLEAN, LAST, changed


def touched(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_reports_are_found_in_order_and_those_that_cannot_be_read_are_named(tmp_path):
    touched(tmp_path, "b.docx", "a.toml", "c/d.HTML", "e.pdf", "f.wps")
    assert [path.name for path in files_in([tmp_path])] == ["a.toml", "b.docx", "d.HTML", "e.pdf", "f.wps"]


def test_what_is_no_report_or_was_made_from_one_is_passed_over(tmp_path):
    others = ("a.xlsx", ".a.toml", "~$a.docx", "某镇自查表.docx", "某镇对照表.docx", f"{VERSIONS_FOLDER}/a/2026.toml")
    touched(tmp_path, "a.toml", *others)
    assert [path.name for path in files_in([tmp_path])] == ["a.toml"]


def test_a_file_that_is_named_is_checked_whatever_it_is_called(tmp_path):
    touched(tmp_path, "a.xlsx")
    assert files_in([tmp_path / "a.xlsx", tmp_path / "none"]) == [tmp_path / "a.xlsx", tmp_path / "none"]


def test_an_empty_folder_is_told(tmp_path):
    (tmp_path / "某镇").mkdir()
    assert files_in([tmp_path / "某镇"]) == [tmp_path / "某镇"]
    assert "某镇”里没有草稿" in check_file(tmp_path / "某镇", None).fault


def test_a_draft_and_a_document_are_checked_alike(tmp_path):
    wrong = changed(requests__received__natural=11)
    save_draft(tmp_path / "a.toml", wrong)
    (tmp_path / "b.docx").write_bytes(word_bytes(wrong))
    rules = [{one.rule for one in done.checked.findings} for done in check_files(files_in([tmp_path]), LAST)]
    assert "balance" in rules[0] and "balance" in rules[1]


def test_one_that_cannot_be_used_stops_no_other(tmp_path, monkeypatch):
    save_draft(tmp_path / "a.toml", CLEAN)
    (tmp_path / "b.toml").write_bytes(b"x")
    (tmp_path / "c.docx").write_bytes(b"x")
    monkeypatch.setattr("model.reading.open_report.read_document", lambda path: 1 / 0)
    done = list(check_files(files_in([tmp_path]), None))
    assert [Path(one.file).name for one in done] == ["a.toml", "b.toml", "c.docx"]
    assert done[0].fault == "" and "b.toml" in done[1].fault and "没有料到" in done[2].fault


@pytest.mark.parametrize("of_draft", [True, False])
def test_last_year_is_what_was_named_or_what_the_draft_brings(tmp_path, form, of_draft):
    from model.draft.next_year import next_report

    report = next_report(LAST, form)
    report.values["requests.carried_in.natural"] = 99
    if not of_draft:
        report.kept.pop("last")
    save_draft(tmp_path / "a.toml", report)
    found = check_file(tmp_path / "a.toml", None if of_draft else LAST).checked.findings
    assert "carried-in" in {one.rule for one in found}
