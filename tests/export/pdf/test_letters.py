"""Letters that no face has: told with their place, and never a blank."""

from __future__ import annotations

from export.pdf.document import Typesetter
from export.pdf.faces import shipped_faces
from export.pdf.letters import MOST_NAMED, Missing, missing_letters, missing_note, pdf_notes
from model.draft.draft_file import load_draft
from model.report.report import Part, Report
from tests.export.pdf.pdf_reader import needs_poppler, words_of
from tests.samples import EXAMPLE

RARE = "\U00030ede"


def rare_report() -> Report:
    report = load_draft(EXAMPLE)[0]
    report.values["overview"] = (Part("", "没有问题。"), Part(f"人名{RARE}", f"张{RARE}和李{RARE}。"))
    report.values["unit"] = f"某{RARE}镇"
    return report


def test_each_is_told_once_for_every_place(form):
    report, faces = rare_report(), shipped_faces()
    missing = missing_letters(report, faces)
    assert missing == [
        Missing(RARE, name) for name in ("unit", "overview[1].heading", "overview[1].text", "signoff.date")
    ]
    note = missing_note(report, missing)
    assert f"“{RARE}”（单位名称）" in note and f"“{RARE}”（{form.section('overview').tab}）" in note and "〓" in note
    assert note in pdf_notes(report, faces, missing)


def test_the_example_has_none():
    report = load_draft(EXAMPLE)[0]
    assert missing_letters(report, shipped_faces()) == [] and missing_note(report, []) == ""


def test_many_are_told_in_one_short_sentence():
    missing = [Missing(chr(0x30EDE + place), "opening") for place in range(50)]
    assert missing_note(load_draft(EXAMPLE)[0], missing).count("（开头语）") == MOST_NAMED


@needs_poppler
def test_the_page_shows_the_printers_sign_for_them(tmp_path):
    words = words_of(Typesetter(shipped_faces()).pdf(rare_report()), tmp_path)
    assert "某〓镇" in words and "张〓和李〓。" in words and "人名〓" in words
