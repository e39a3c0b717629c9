"""Reports of one folder that say the same."""

from __future__ import annotations

from model.checking.batch import check_files
from model.draft.draft_file import save_draft
from model.report.report import Part
from tests.model.checking.reports import changed

OTHER = "云溪县白石乡人民政府"


def copied_in(folder, **reports) -> dict[str, list[str]]:
    """What is told of each report that says the same as one before it, by its file's name."""
    for name, report in reports.items():
        save_draft(folder / f"{name}.toml", report)
    done = check_files(sorted(folder.glob("*.toml")), None)
    return {
        one.file.rpartition("/")[2]: told
        for one in done
        if (told := [finding.message for finding in one.checked.findings if finding.rule == "same-text"])
    }


def test_another_bodys_report_with_other_numbers_is_named_with_the_share(tmp_path):
    own = changed()
    parts = tuple(Part(part.heading, part.text.replace("318", "205")) for part in own.parts("overview"))
    told = copied_in(tmp_path, a=own, b=changed(unit=OTHER, overview=parts))
    assert list(told) == ["b.toml"]
    assert "100%" in told["b.toml"][0] and "a.toml" in told["b.toml"][0] and own.unit in told["b.toml"][0]


def test_the_same_body_another_year_and_other_texts_are_none(tmp_path):
    different = (Part("主动公开", "我们把公开栏搬到了集市旁边，赶集的人一抬头就看得到，问的人也多了起来。" * 3),)
    rest = (Part("问题", "公开栏夜里看不清，明年装灯；讲解员只有一个，轮不过来，准备再培养两个年轻人。"),)
    told = copied_in(
        tmp_path,
        a=changed(),
        b=changed(),
        c=changed(unit=OTHER, year=2023),
        d=changed(unit=OTHER, overview=different, improvement=rest),
    )
    assert told == {}
