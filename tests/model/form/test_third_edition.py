"""A third edition, made of 2021's by a few changes, goes everywhere without a line of code and does not disturb the others."""

from __future__ import annotations

import re

import pytest

import model.form.form as editions_there
from export.word.document import blocks_bytes, word_bytes
from model.checking.run import check
from model.checking.sheet.self_check_sheet import sheet_outline
from model.comparing.differences import differences
from model.comparing.merge import conflicts, merged
from model.comparing.outline import comparison_outline
from model.draft.draft_file import load_draft, save_draft
from model.draft.next_year import last_of, next_report
from model.form.form import Form, FormFault, editions, load_form
from model.reading.document import read_bytes, read_document
from model.report.on_form import cells_left_out, on_form
from model.report.report import Part, Report
from tests.clerk import shortcut
from tests.document_reader import WordFile, assert_is_whole
from tests.model.reading.pages import page_of
from tests.samples import EXAMPLE, SOURCES, name_of
from tests.third_edition import EDITION, edition_text, forms_with_it
from tests.ui.window.test_main_window import fill_in

FORMS = editions_there.FORMS
YEAR = 2026


@pytest.fixture
def third(tmp_path_factory, monkeypatch) -> Form:
    """The third edition, there beside the others."""
    monkeypatch.setattr(editions_there, "FORMS", forms_with_it(tmp_path_factory.mktemp("resources") / "forms"))
    assert editions() == ["2019", "2021", EDITION]
    return load_form(EDITION)


@pytest.fixture
def old() -> Report:
    """The example, which is on the edition of 2021."""
    return load_draft(EXAMPLE)[0]


def report_on(form: Form, **values: object) -> Report:
    """The example on the third edition, with everything filled in; __ stands for a dot."""
    brought = on_form(load_draft(EXAMPLE)[0], form)
    own = {name: value for name, value in brought.values.items() if name not in cells_left_out(brought)}
    whole = dict.fromkeys(form.inputs, 0) | own | {"year": YEAR}
    return Report(form, whole | {name.replace("__", "."): value for name, value in values.items()})


def with_text(report: Report, text: str, heading: str = "依申请公开") -> Report:
    return Report(report.form, report.values | {"overview": (Part(heading, text),)})


def rules(report: Report, last: Report | None = None) -> dict[str, str]:
    return {one.rule: one.message for one in check(report, last).findings}


def test_a_report_on_it_goes_through_the_window_to_the_word_file(third, window, clerk, tmp_path):
    report = report_on(third, applications__denied_research_results__media=1, applications__incoming__media=1)
    window.workspace.open_actions.new()
    editor = window.workspace.session.view.editor
    assert [editor.tabText(place) for place in range(editor.index_of("unit") + 1, editor.count())] == [
        section.tab for section in third.sections
    ]
    fill_in(window, report)
    clerk.target = tmp_path / "草稿.toml"
    shortcut(window, "Ctrl+S")
    assert clerk.told == []
    window.workspace.open_actions.open_path(clerk.target)
    assert window.workspace.session.document.report.form is third
    assert window.workspace.session.document.report.values == report.values
    clerk.target = tmp_path / "报告.docx"
    shortcut(window, "Ctrl+E")
    assert_is_whole(WordFile(clerk.target.read_bytes()), report)


def test_documents_on_it_are_read_as_such(third):
    report = report_on(third, applications__open_at_end__media=2, applications__incoming__media=2)
    written = read_bytes(word_bytes(report), ".docx")
    page = read_bytes(page_of(report).encode(), ".html")
    for reading in (written, page):
        assert reading.report.form is third
        assert reading.cells == report.numbers() and reading.open == []
        assert [reading.report.values[name] for name in third.inputs] == [report.values[name] for name in third.inputs]
    assert all(written.report.parts(section.key) == report.parts(section.key) for section in third.text_sections)


def test_documents_on_the_others_are_read_as_before(third, old):
    reading = read_bytes(word_bytes(old), ".docx")
    assert reading.report.form is old.form and reading.cells == old.numbers()
    without_year = page_of(Report(old.form, {name: value for name, value in old.values.items() if name != "year"}))
    assert read_bytes(without_year.encode(), ".html").report.form is old.form


@pytest.mark.skipif(not SOURCES, reason="the samples are not here")
@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_no_sample_is_read_otherwise_beside_it(source, third, monkeypatch):
    beside = read_document(source)
    monkeypatch.setattr(editions_there, "FORMS", FORMS)
    alone = read_document(source)
    assert beside.report.form is alone.report.form
    assert (beside.report.values, beside.cells, beside.open, beside.unrecognised) == (
        alone.report.values, alone.cells, alone.open, alone.unrecognised,
    )  # fmt: skip


def test_a_group_is_all_that_stands_under_its_label(third):
    report = report_on(third, applications__denied_research_results__media=1, applications__incoming__media=1)
    numbers = report.numbers()
    refused = sum(
        numbers[name] for name in third.cells if name.startswith("applications.denied_") and name.endswith(".total")
    )
    incoming = numbers["applications.incoming.total"]
    organisations = incoming - numbers["applications.incoming.persons"]
    true = (
        f"{YEAR}年收到政府信息公开申请{incoming}件，其中法人或其他组织{organisations}件。"
        f"予以公开{numbers['applications.granted.total']}件，不予公开{refused}件，"
        f"结转下年度继续办理{numbers['applications.open_at_end.total']}件。"
    )
    assert refused and not [rule for rule in rules(with_text(report, true)) if rule.startswith("text")]
    wrong = rules(with_text(report, f"不予公开{refused + 1}件。"))["text-number"]
    assert "9 格相加" in wrong and f"是 {refused}。" in wrong


def test_its_relations_bring_their_own_words(third, old):
    report = report_on(
        third, applications__other_fee_unpaid__media=7, disclosure__coercions__decisions=3, disclosure__licences__decisions=2,
        disclosure__fees__amount=0, unit="青禾镇人民政府",
    )  # fmt: skip
    last = report_on(third, year=YEAR - 1, disclosure__fees__amount=5)
    found, texts = check(report, last), rules(report, last)
    new = [one for one in edition_text().split("[[") if 'title = "' in one][-4:]
    for entry in new:
        rule, title, advice = (entry.split(f'{key} = "')[1].split('"')[0] for key in ("id", "title", "advice"))
        assert advice in texts[rule]
        assert not any(word in texts[rule].replace(advice, "") for word in ("案件", "审结", "信息处理费", "件数"))
        (table,) = WordFile(blocks_bytes(sheet_outline(report, last, found), report)).tables
        (row,) = [row for row in table if row[0] == title]
        assert row[2].startswith("不符") and row[3]
    assert "多 7" in texts["fee-unpaid"]
    (table,) = WordFile(blocks_bytes(sheet_outline(report, last, found), report)).tables
    assert {one.title for one in third.relations} <= {row[0] for row in table}


def test_the_next_year_of_an_older_draft_starts_on_it_with_what_was_carried_out(third, old, tmp_path):
    old.values |= {"requests.carried_out.natural": 5, "requests.carried_out.other": 1}
    started = next_report(old, load_form(editions()[-1]))
    assert started.form is third
    carried = {name: value for name, value in started.values.items() if name.startswith("applications.carried_in.")}
    assert carried["applications.carried_in.persons"] == 5 and carried["applications.carried_in.other"] == 1
    assert (
        started.values["disclosure.normative_documents.in_force"]
        == old.values["disclosure.normative_documents.in_force"]
    )
    path = tmp_path / "a.toml"
    save_draft(path, started)
    again = load_draft(path)[0]
    last = last_of(again, load_form, editions())
    assert last.numbers()["applications.open_at_end.total"] == old.numbers()["requests.carried_out.total"]
    assert last.numbers()["applications.handled.total"] == old.numbers()["requests.handled.total"]
    again.values["applications.carried_in.persons"] = 4
    assert "是 4；" in rules(again, last)["carried-in"] and "是 5" in rules(again, old)["carried-in"]


def test_an_older_report_is_compared_with_under_the_new_names(third, old, window):
    report = report_on(third)
    rows = {
        row[0]: row[1:] for block in comparison_outline(report, old) if hasattr(block, "rows") for row in block.rows
    }
    own, before = report.numbers(), old.numbers()
    label = third.label_within("applications.incoming.persons")
    assert rows[label][:2] == (str(before["requests.received.natural"]), str(own["applications.incoming.persons"]))
    assert differences(report, old)[0].name == "year" and not [
        one for one in differences(report, old) if one.name.startswith("requests.") and "other_remaining" not in one.name
    ]  # fmt: skip
    window.workspace.open_actions.new()
    document = window.workspace.session.document
    document.compare(True, old)
    assert document.other.numbers()["applications.incoming.persons"] == before["requests.received.natural"]
    assert document.other.parts("overview") == old.parts("overview")


def test_what_was_parted_is_told_not_guessed(third, old):
    old.values |= {"requests.other_remaining.natural": 3, "requests.other_remaining.other": 0}
    brought = on_form(old, third)
    assert (
        not {"applications.other_remaining.persons", "applications.other_withdrawn.persons"} & brought.numbers().keys()
    )
    said = " ".join(block.text for block in comparison_outline(report_on(third), old) if hasattr(block, "text"))
    assert "另有 2 个数" in said  # the cell and its total
    back = on_form(
        report_on(third, applications__other_withdrawn__persons=2, applications__other_remaining__persons=1), old.form
    )
    assert back.numbers()["requests.other_remaining.natural"] == 3


def test_two_drafts_are_merged_on_it_and_with_an_older_one(third, old):
    base, mine = report_on(third), report_on(third, applications__incoming__media=1)
    theirs = report_on(third, applications__open_at_end__media=2)
    found = conflicts(base, mine, theirs)
    assert [one.name for one in found] == ["applications.incoming.media", "applications.open_at_end.media"]
    assert merged(found, {}, base, mine, theirs)[0] == {"applications.open_at_end.media": 2}
    old.values |= {"requests.received.natural": 88, "year": mine.year}
    (one,) = [one for one in conflicts(None, mine, old) if one.name == "applications.incoming.persons"]
    assert one.theirs == 88


def test_what_no_older_edition_has_was_not_renamed(third, tmp_path):
    folder = forms_with_it(tmp_path / "forms")
    path = folder / f"{EDITION}.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('incoming = "received"', 'incoming = "recieved"'), "utf-8")
    with pytest.raises(FormFault, match=rf"{EDITION}\.toml.*“applications”的 was 里，“incoming”的旧名“recieved”"):
        load_form(EDITION, folder)


def test_a_key_stays_with_a_text_or_with_a_table(tmp_path):
    folder = forms_with_it(tmp_path / "forms")
    path = folder / f"{EDITION}.toml"
    text = path.read_text(encoding="utf-8").replace(
        'parts = ["存在的主要问题", "改进情况"]', 'grid = [["问题", "=found.now"]]'
    )
    text = re.sub(r'\[help\.parts\."improvement\.[^[]*', "", text)
    path.write_text(text.replace('section = "improvement"', 'section = "overview"'), "utf-8")
    with pytest.raises(FormFault, match=rf"{EDITION}\.toml.*“improvement”在更早的版本里"):
        load_form(EDITION, folder)
