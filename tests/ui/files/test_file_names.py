"""What a file is proposed to be called can be a file's name everywhere."""

from __future__ import annotations

import pytest

from model.files.refusals import is_device
from model.report.report import Report
from ui.files.file_names import FORBIDDEN_CHARACTERS, LONGEST_NAME_BYTES, file_name


@pytest.mark.parametrize(
    "unit", ["CON.", "nul. ", "com1.x", "a/b:c", "..", "镇" * 200, "", "\x00?", "𠮷" * 200, "镇" * 59 + " 乡"]
)
def test_a_proposal_is_no_device_no_path_and_not_too_long(form, unit):
    for values in ({"unit": unit}, {"unit": unit, "year": 2025}):
        name = file_name(Report(form, values))
        assert (
            name
            and not is_device(name)
            and not FORBIDDEN_CHARACTERS.search(name)
            and len(name.encode()) <= LONGEST_NAME_BYTES
        )
        assert name == name.strip(" .")


def test_a_proposal_holds_nothing_that_is_not_seen_or_turns_the_writing(form):
    unit = "某\u200b某\u202e镇\u2066人\u00ad民\ufeff政\U000e0041府\n\u3000办 \x85公室\u2028"
    assert file_name(Report(form, {"unit": unit, "year": 2025})).startswith("某某镇人民政府 办 公室2025年")


def test_rare_letters_stay_in_a_proposal(form):
    assert file_name(Report(form, {"unit": "𠮷林镇\ue863村", "year": 2025})).startswith("𠮷林镇\ue863村2025年")
