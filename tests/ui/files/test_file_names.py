"""What a file is proposed to be called can be a file's name everywhere."""

from __future__ import annotations

import pytest

from model.files.files import is_device
from model.report.report import Report
from ui.files.file_names import FORBIDDEN_CHARACTERS, LONGEST_NAME_CHARACTERS, file_name


@pytest.mark.parametrize("unit", ["CON.", "nul. ", "com1.x", "a/b:c", "..", "镇" * 200, "", "\x00?"])
def test_a_proposal_is_no_device_no_path_and_not_too_long(form, unit):
    for values in ({"unit": unit}, {"unit": unit, "year": 2025}):
        name = file_name(Report(form, values))
        assert (
            name
            and not is_device(name)
            and not FORBIDDEN_CHARACTERS.search(name)
            and len(name) <= LONGEST_NAME_CHARACTERS
        )
        assert name == name.strip(" .")
