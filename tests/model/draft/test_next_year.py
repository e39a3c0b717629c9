"""This year's report started from last year's."""

from __future__ import annotations

import json
import tomllib

import pytest

from export.word.document import word_bytes
from model.comparing.comparison import change_of, taken_over, unchanged_share
from model.draft.draft_file import load_draft, save_draft
from model.draft.next_year import following, last_of, next_report, sources_of
from model.draft.toml_format import draft_text, read_draft
from model.form.form import editions, load_form
from model.report.report import Part, Report
from tests.samples import EXAMPLE, SHARED
from tests.ui.cli.test_main import run

IN_FORCE = "disclosure.normative_documents.in_force"
ISSUED, REPEALED = "disclosure.normative_documents.issued", "disclosure.normative_documents.repealed"


@pytest.fixture
def last() -> Report:
    return load_draft(EXAMPLE)[0]


def test_who_reports_the_headings_and_what_is_carried_stay_and_all_else_is_empty(last, form):
    report = next_report(last, form)
    assert report.year == last.year + 1
    assert (report.unit, report.text("level")) == (last.unit, last.text("level"))
    assert report.text("contact.telephone") == last.text("contact.telephone")
    assert [part.heading for part in report.parts("overview")] == [part.heading for part in last.parts("overview")]
    assert not any(part.text for section in form.text_sections for part in report.parts(section.key))
    before = last.numbers()
    for column in ("natural", "business", "research", "nonprofit", "legal", "other"):
        assert report.values[f"requests.carried_in.{column}"] == before[f"requests.carried_out.{column}"]
    filled = {name for name in form.inputs if name in report.values}
    assert filled == {n for n in form.inputs if n.startswith("requests.carried_in.") or n.endswith(".in_force")}
    assert "opening" not in report.values and report.signed_on is None


def test_what_is_in_force_follows_until_somebody_types_over_it(last, form):
    report = next_report(last, form)
    assert report.values[IN_FORCE] == 8 and IN_FORCE in report.proposed
    for changes, expected in (({ISSUED: 3}, 11), ({REPEALED: 5}, 6), ({ISSUED: None}, 3)):
        report.values = {
            n: v for n, v in (report.values | following(report, last.numbers(), changes)).items() if v is not None
        }
        assert report.values[IN_FORCE] == expected
    report.values |= following(report, last.numbers(), {IN_FORCE: 40})
    assert IN_FORCE not in report.proposed
    assert following(report, last.numbers(), {ISSUED: 9}) == {ISSUED: 9}
    assert IN_FORCE not in sources_of(report, last.numbers())


def test_a_number_that_comes_with_others_stands_even_where_it_is_the_proposal(last, form):
    report = next_report(last, form)
    taken = following(report, last.numbers(), {ISSUED: 3, REPEALED: 0, IN_FORCE: 8})
    assert taken.get(IN_FORCE, 8) == 8 and IN_FORCE not in taken["proposed"]


def test_nothing_is_proposed_where_more_was_repealed_than_there_was(last, form):
    report = next_report(last, form)
    before = last.numbers()
    report.values |= following(report, before, {REPEALED: 9})
    assert report.values[IN_FORCE] is None
    assert following(report, before, {REPEALED: 2})[IN_FORCE] == 6


def test_a_carried_cell_knows_its_source_until_it_is_changed(last, form):
    report = next_report(last, form)
    name = "requests.carried_in.natural"
    assert sources_of(report, last.numbers())[name] == "requests.carried_out.natural"
    report.values[name] = 5
    assert name not in sources_of(report, last.numbers())


def test_the_draft_keeps_last_years_values_and_proposals(last, form):
    report = next_report(last, form)
    again = read_draft(draft_text(report).encode(), load_form, editions())
    assert again.values == report.values and again.kept == report.kept
    copy = last_of(again, load_form, editions())
    assert copy.values == last.values
    assert last_of(Report(form), load_form, editions()) is None


def test_a_copy_of_last_year_that_is_broken_is_left_alone(form):
    report = Report(form, kept={"last": {"year": "x"}})
    assert last_of(report, load_form, editions()) is None
    assert 'year = "x"' in draft_text(report)


def test_the_older_edition_carries_what_has_the_same_meaning():
    old = load_form("2019")
    last = Report(old, {"year": 2020, "requests.carried_out.natural": 4, "disclosure.regulations.public_total": 9})
    last.values["overview"] = (Part("平台建设", "x"),)
    report = next_report(last, load_form("2021"))
    assert report.form.edition == "2021" and report.values["requests.carried_in.natural"] == 4
    assert report.proposed == () and report.parts("overview") == (Part("平台建设"),)


def test_next_on_the_command_line_from_a_draft_and_from_a_document(tmp_path, last):
    draft, document, out = tmp_path / "a.toml", tmp_path / "a.docx", tmp_path / "b.toml"
    save_draft(draft, last)
    document.write_bytes(word_bytes(last))
    for source in (draft, document):
        before = source.read_bytes()
        done = run("next", source, "-o", out)
        assert done.returncode == 0, done.stderr
        data = tomllib.loads(out.read_text(encoding="utf-8"))
        assert data["year"] == last.year + 1 and data["last"]["year"] == last.year
        assert data["requests"]["carried_in"]["natural"] == 2
        assert data["proposed"] == ["disclosure.regulations.in_force", IN_FORCE]
        assert source.read_bytes() == before
    assert run("next", draft, "-o", draft).returncode == 2
    assert run("next", tmp_path / "no.toml", "-o", out).returncode == 2


@pytest.mark.skipif(not SHARED.exists(), reason="the samples are not here")
def test_a_city_report_and_a_web_page_lead_to_the_next_year(tmp_path):
    for folder, carried in (("003-suqian-shi-2023/source.txt", 118), ("006-hangzhou-like-2025/source.html", 783)):
        out = tmp_path / "b.toml"
        done = run("next", SHARED / "samples" / folder, "-o", out)
        assert done.returncode == 0 and "年度请自己填" in done.stderr
        data = tomllib.loads(out.read_text(encoding="utf-8"))
        assert data["requests"]["carried_in"]["natural"] == carried and "year" not in data


def test_read_on_the_command_line_says_what_it_read(tmp_path, last):
    document, out = tmp_path / "a.docx", tmp_path / "b.toml"
    document.write_bytes(word_bytes(last))
    done = run("read", document, "-o", out, "--json", "--year", 2024, "--unit", "甲镇")
    found = json.loads(done.stdout)
    assert set(found) >= {"cells", "open", "unrecognised", "disagreements", "sources"}
    assert found["cells"]["requests.received.total"] == 14 and found["open"] == []
    assert "一、本年新收" in found["sources"]["requests.received.total"]
    data = tomllib.loads(out.read_text(encoding="utf-8"))
    assert (data["year"], data["unit"]) == (2024, "甲镇")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "另存为 .docx"),
        ("a.pdf", b"%PDF-1.7 ...", "PDF"),
        ("a.png", b"\x89PNG\r\n", "图片"),
        ("a.docx", b"PK\x03\x04 broken", "损坏"),
        ("a.txt", "今天天气很好。".encode(), "没有认出年度报告"),
        ("a.html", b"<p>nothing</p>", "没有认出年度报告"),
        ("a.html", b"<div>" * 3000 + b"x", "没有读入"),
        ("a.txt", b"", "空的"),
        ("a.txt", bytes(range(256)) * 40, "读不了"),
    ],
)
def test_what_is_no_report_is_refused_with_a_sentence(tmp_path, name, data, words):
    source, out = tmp_path / name, tmp_path / "b.toml"
    source.write_bytes(data)
    done = run("read", source, "-o", out)
    assert done.returncode == 2 and words in done.stderr and "Traceback" not in done.stderr
    assert name in done.stderr
    assert not out.exists()


def test_numbers_that_stand_among_last_years_words_are_found_and_others_are_not():
    last = "全年公开信息318条，其中财政预决算4条。"
    assert list(taken_over("今年全年公开信息318条，其中财政预决算6条。", last)) == [(8, 3)]
    assert list(taken_over("收到申请318件。", last)) == []
    assert list(taken_over("318", last)) == []


def test_two_reports_are_compared_number_by_number_and_by_their_sentences(form):
    assert change_of(3, 1) == change_of(0, 5) == change_of(4, 0) == "jumped"
    assert change_of(-5, 4) == "jumped" and change_of(-5, -4) == "changed"
    assert change_of(5, 4) == "changed" and change_of(4, 4) == change_of(None, 4) == "same"
    this, last = (
        Report(form, {"overview": (Part("", "甲。乙。"),)}),
        Report(form, {"overview": (Part("", "甲。丙。"),)}),
    )
    assert unchanged_share(this, last, "overview") == 0.5
