"""A report from whatever holds one."""

from __future__ import annotations

import pytest

from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from model.faults import Fault
from model.reading.open_report import open_report
from tests.samples import EXAMPLE


def test_a_draft_and_a_document_give_the_same_numbers_and_only_the_document_an_account(tmp_path):
    (tmp_path / "a.docx").write_bytes(word_bytes(load_draft(EXAMPLE)[0]))
    (draft, none), (document, account) = open_report(EXAMPLE), open_report(tmp_path / "a.docx")
    assert draft.numbers() == document.numbers()
    assert none is None and account is not None and account.open == []


@pytest.mark.parametrize("name", ["a.toml", "a.docx", "a.html"])
def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path, name):
    with pytest.raises(Fault, match=name):
        open_report(tmp_path / name)
