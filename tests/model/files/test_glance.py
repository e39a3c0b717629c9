"""What is told of a draft before it is opened."""

from __future__ import annotations

import os
from datetime import datetime

import pytest

from model.draft.draft_file import load_draft, save_draft
from model.files.glance import Glance, glance
from tests.samples import EXAMPLE


def test_a_draft_tells_its_year_and_when_it_was_saved(tmp_path):
    path, saved = tmp_path / "a.toml", datetime(2026, 1, 8, 9, 30)
    report = load_draft(EXAMPLE)[0]
    report.kept["last"] = {"year": 1999}
    save_draft(path, report)
    os.utime(path, (saved.timestamp(), saved.timestamp()))
    assert glance(path) == Glance(report.year, saved)


@pytest.mark.parametrize(
    "content", [b"", b"year = 22\n", b"[last]\nyear = 2024\n", b"\xff\xfe\x00y" * 9, b'year = "2024"\n']
)
def test_a_year_that_is_not_certain_is_not_told(tmp_path, content):
    path = tmp_path / "a.toml"
    path.write_bytes(content)
    assert glance(path).year is None and glance(path).fault == ""


def test_what_is_gone_says_why(tmp_path):
    assert "移走" in glance(tmp_path / "a.toml").fault
    assert "U 盘" in glance(tmp_path / "b" / "a.toml").fault
    assert glance(tmp_path).fault and glance(tmp_path / ("长" * 300)).fault and glance(tmp_path / "a\0b").fault
