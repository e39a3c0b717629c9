"""What mends several findings at once."""

from __future__ import annotations

from model.checking.fixes import changes_of
from model.findings.finding import HINT, Edit, Finding, Mend, Rewording
from model.findings.mends import mends_of_all
from model.report.report import Part
from tests.model.checking.reports import changed


def found(*mends: Mend) -> Finding:
    return Finding("writing", HINT, ("overview[0].text",), "", mends)


def wording(part: int, text: str, start: int) -> Rewording:
    return Rewording(f"overview[{part}].text", text, ((start, start + 1, "新"),))


def test_all_places_of_all_texts_are_mended():
    mends = mends_of_all(
        found(wording(part, text, at)) for part, text, at in ((0, "旧的旧", 2), (0, "旧的旧", 0), (1, "旧", 0))
    )
    report = changed(overview=(Part("", "旧的旧"), Part("", "旧")))
    assert [part.text for part in changes_of(report, mends)["overview"]] == ["新的新", "新"]


def test_nothing_is_mended_where_one_is_not_certain():
    sure = wording(0, "旧的旧", 0)
    assert mends_of_all([found(sure), found()]) == ()
    assert mends_of_all([found(sure), found(Edit("year", 2025))]) == ()
    assert mends_of_all([found(sure), found(Rewording(sure.cell, sure.text, ((0, 2, ""),)))]) == ()
    assert mends_of_all([found(sure), found(wording(0, "后来的", 1))]) == ()
