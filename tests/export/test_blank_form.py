"""The form to be filled in by hand."""

from __future__ import annotations

import pytest

from export.blank_form import blank_form
from model.form.form import editions, load_form
from model.report.blocks import Heading, Table, Title


@pytest.mark.parametrize("edition", editions())
def test_it_has_all_sections_and_not_one_number(edition):
    form = load_form(edition)
    blocks = [one.block for one in blank_form(form)]
    headings = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    assert headings == [section.heading for section in form.sections]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [table.grid for table in tables] == [section.grid for section in form.sections if section.grid]
    assert all(table.words(cell) == "" for table in tables for cell in table.grid.numbers)
    title = next(block for block in blocks if isinstance(block, Title))
    assert "{" not in "".join(title.lines) and not any(letter.isdigit() for letter in "".join(title.lines))
