"""Last year's report in, this year's started from it, the two side by side: in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from export.word.document import word_bytes
from model.draft.draft_file import load_draft, save_draft
from model.draft.next_year import next_report
from model.reading.document import read_bytes, read_document
from model.report.report import Part, Report
from tests.clerk import paste, type_number, write
from tests.document_reader import WordFile
from tests.model.reading.pages import page_of, table_of
from tests.samples import EXAMPLE
from ui.basics.theme import colours
from ui.dialogs.import_dialog import NAME, PLACE, SAID, VALUE, ImportDialog
from ui.document.open_document import OpenDocument
from ui.window import import_actions

KEYS = Qt.Key
CARRIED, IN_FORCE = "requests.carried_in.natural", "disclosure.normative_documents.in_force"


class Decided(ImportDialog):
    """An import card on which the clerk has decided beforehand."""

    decision = "next"
    corrections: dict[str, str] = {}  # noqa: RUF012

    def exec(self) -> int:
        for name, text in self.corrections.items():
            item_of(self, name).setText(VALUE, text)
        if self.decision and not self.choice:
            self.buttons[self.decision].click()
            return True
        return False  # shown a second time, it is given up


def items_of(card: ImportDialog, name: str):
    groups = [card.tree.topLevelItem(number) for number in range(card.tree.topLevelItemCount())]
    items = [group.child(place) for group in groups for place in range(group.childCount())]
    return [item for item in items if item.data(PLACE, NAME) == name]


def item_of(card: ImportDialog, name: str):
    return items_of(card, name)[0]


@pytest.fixture
def card(monkeypatch):
    monkeypatch.setattr(import_actions, "ImportDialog", Decided)
    monkeypatch.setattr(Decided, "decision", "next")
    monkeypatch.setattr(Decided, "corrections", {})
    return Decided


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "上年.docx"
    path.write_bytes(word_bytes(load_draft(EXAMPLE)[0]))
    return path


def shown(window, section: str):
    window.workspace.session.view.editor.go_to(
        next(n for n in window.workspace.session.document.report.form.inputs if n.startswith(section))
    )
    return window.workspace.session.view.editor.tab(window.workspace.session.view.editor.currentIndex()).table


def test_this_year_starts_from_last_years_document(window, clerk, card, document):
    before = document.read_bytes()
    clerk.draft = document
    QTest.mouseClick(window.start.next_year, Qt.MouseButton.LeftButton)
    report = window.workspace.session.document.report
    assert report.year == 2026 and report.values[CARRIED] == 2 and report.values[IN_FORCE] == 8
    assert window.workspace.session.document.path is None and not clerk.told
    assert document.read_bytes() == before


def test_a_cancelled_card_opens_nothing(window, clerk, card, document, monkeypatch):
    monkeypatch.setattr(Decided, "decision", "")
    clerk.draft = document
    window.workspace.open_actions.next_year()
    window.workspace.open_actions.open_path(document)
    assert window.workspace.session.document is None


def test_a_document_is_read_into_the_open_report_as_one_step(window, clerk, card, document, monkeypatch):
    monkeypatch.setattr(Decided, "decision", "fill")
    window.workspace.open_actions.new()
    before = dict(window.workspace.session.document.report.values)
    window.workspace.open_actions.open_path(document)
    assert window.workspace.session.document.numbers["requests.received.total"] == 14
    assert window.workspace.session.document.report.parts("overview")[0].text.startswith("全年通过")
    window.workspace.session.view.undo()
    assert window.workspace.session.document.report.values == before


def test_a_correction_on_the_card_counts_and_a_wrong_one_does_not(window, clerk, card, document, monkeypatch):
    monkeypatch.setattr(Decided, "decision", "open")
    monkeypatch.setattr(Decided, "corrections", {"requests.carried_out.natural": "７"})
    window.workspace.open_actions.open_path(document)
    assert window.workspace.session.document.report.values["requests.carried_out.natural"] == 7
    clerk.target = document.with_suffix(".toml")
    assert window.workspace.session.save()
    assert load_draft(clerk.target)[0].values["requests.carried_out.natural"] == 7


def doubtful_page(**numbers: object) -> bytes:
    report = load_draft(EXAMPLE)[0]
    shown = report.numbers() | {f"requests.{name.replace('__', '.')}": number for name, number in numbers.items()}
    return page_of(report, lambda grid, _: table_of(grid, shown)).encode()


def test_an_open_total_is_told_and_not_asked_for(window, clerk, card, tmp_path, monkeypatch):
    page = tmp_path / "a.html"
    page.write_bytes(doubtful_page(received__total="约14", received__natural="约10"))
    shown_card = ImportDialog(read_document(page), "a", False)
    assert items_of(shown_card, "requests.received.total") == []
    assert "各项相加" in shown_card.tree.topLevelItem(0).child(1).text(SAID)
    monkeypatch.setattr(Decided, "decision", "open")
    monkeypatch.setattr(Decided, "corrections", {"requests.received.natural": "10"})
    window.workspace.open_actions.open_path(page)
    clerk.target = tmp_path / "a.toml"
    assert window.workspace.session.save() and load_draft(clerk.target)[0].numbers()["requests.received.total"] == 14


def test_every_refused_number_keeps_the_card_open_until_it_is_mended(window, clerk, document):
    shown_card = ImportDialog(read_document(document), "a", False, window)
    item_of(shown_card, "requests.carried_out.business").setText(VALUE, "1O")
    item_of(shown_card, "requests.carried_out.natural").setText(VALUE, "5")
    shown_card.buttons["next"].click()
    assert shown_card.choice == ""
    item_of(shown_card, "requests.carried_out.business").setText(VALUE, "10")
    shown_card.buttons["next"].click()
    assert shown_card.choice == "next"


def test_a_correction_shows_everywhere_and_settles_a_total_that_disagreed(window):
    reading = read_bytes(doubtful_page(carried_in__natural="约5", handled__natural=61))
    shown_card = ImportDialog(reading, "a.html", False)
    twins = items_of(shown_card, "requests.carried_in.natural")
    twins[1].setText(VALUE, "5")
    assert [item.text(VALUE) for item in twins] == ["5", "5"]
    total = shown_card.tree.topLevelItem(0).child(1)
    assert "61" in total.text(SAID) and total.text(VALUE) == "10"
    granted = item_of(shown_card, "requests.granted.natural")
    granted.setText(VALUE, str(51 + int(granted.text(VALUE))))
    assert "相符" in total.text(SAID) and not shown_card.report.printed


def test_corrections_stay_where_the_open_report_may_not_be_left(window, clerk, document, monkeypatch):
    shown_cards = []

    class Kept(Decided):
        def exec(self) -> int:
            shown_cards.append(self)
            return super().exec()

    monkeypatch.setattr(import_actions, "ImportDialog", Kept)
    window.workspace.open_actions.new()
    window.workspace.session.document.edit({"unit": "某镇人民政府"}, "x")
    clerk.draft = document
    window.workspace.open_actions.next_year()
    assert window.workspace.session.document.report.unit == "某镇人民政府"
    assert shown_cards[0] is shown_cards[1]


def test_a_card_with_a_refused_correction_stays_open_and_says_why(window, clerk, document):
    shown_card = ImportDialog(read_document(document), "a", False, window)
    item = item_of(shown_card, "requests.carried_out.business")
    item.setText(VALUE, "1O")
    shown_card.buttons["next"].click()
    assert shown_card.choice == "" and "1O" in item.text(SAID)
    item.setText(VALUE, "10")
    QTest.keyClick(shown_card, KEYS.Key_Return)
    assert shown_card.choice == ""
    shown_card.reject()
    assert "改正过的数" in clerk.told[-1]
    shown_card.buttons["next"].click()
    assert shown_card.choice == "next" and shown_card.report.values["requests.carried_out.business"] == 10


def test_a_report_that_was_read_is_unsaved_work(window, clerk, card, document):
    clerk.draft = document
    window.workspace.open_actions.next_year()
    assert window.workspace.session.document.unsaved and not window.workspace.session.confirm_close()
    assert clerk.asked


def test_filling_in_names_what_it_replaces(started, clerk, card, document, monkeypatch):
    monkeypatch.setattr(Decided, "decision", "fill")
    clerk.replaces = False
    started.workspace.open_actions.open_path(document)
    assert started.workspace.session.document.report.year == 2026
    assert "报告年度：2026 → 2025" in clerk.asked
    assert any("联系电话" in line for line in clerk.asked) is False
    started.workspace.session.document.edit({"contact.telephone": "7654321", "opening": "自己写的开头。"}, "x")
    started.workspace.open_actions.open_path(document)
    assert any("联系电话：7654321" in line for line in clerk.asked)
    assert any("开头语：自己写的开头。" in line for line in clerk.asked)
    clerk.replaces = True
    started.workspace.open_actions.open_path(document)
    assert started.workspace.session.document.report.year == 2025


def test_looking_at_a_proposal_does_not_stop_it(started):
    table = shown(started, "disclosure")
    cells = started.workspace.session.document.report.form.cells
    table.go_to(cells[IN_FORCE])
    QTest.keyClick(table, KEYS.Key_F2)
    QTest.keyClick(table.editor, KEYS.Key_Return)
    table.go_to(cells["disclosure.normative_documents.issued"])
    type_number(table, "3")
    assert started.workspace.session.document.numbers[IN_FORCE] == 11


def test_last_years_text_without_a_heading_is_shown_under_the_first_part(window, qtbot):
    last = Report(load_draft(EXAMPLE)[0].form, {"year": 2025, "overview": (Part("", "上年的一段话。"),)})
    window.workspace.session.show(OpenDocument(next_report(last, last.form)))
    window.workspace.session.view.editor.setCurrentIndex(1)
    card = window.workspace.session.view.editor.tab(1).cards[0]
    qtbot.waitUntil(card.reference.isVisible)
    assert "上年的一段话" in card.reference.shown


def test_an_empty_clipboard_is_told(window, clerk):
    QGuiApplication.clipboard().clear()
    window.workspace.open_actions.paste_report()
    assert "剪贴板" in clerk.told[-1]


def test_the_card_shows_what_was_read_beside_its_source_and_what_disagreed(window):
    report = load_draft(EXAMPLE)[0]
    numbers = report.numbers() | {"requests.handled.natural": 61}
    page = page_of(report, lambda grid, _: table_of(grid, numbers))
    shown_card = ImportDialog(read_bytes(page.encode()), "a.html", False)
    item = item_of(shown_card, "requests.carried_out.natural")
    assert item.text(VALUE) == "2" and "四、结转下年度" in item.text(2) and "表格" in item.text(SAID)
    doubtful = shown_card.tree.topLevelItem(0)
    assert doubtful.childCount() == 1 and "61" in doubtful.child(0).text(SAID) and "10" in doubtful.child(0).text(SAID)
    shown_card.only_doubtful.click()
    assert shown_card.tree.topLevelItem(3).isHidden()


def test_what_was_copied_from_a_page_is_read(window, clerk, card, monkeypatch):
    monkeypatch.setattr(Decided, "decision", "open")
    data = QMimeData()
    data.setHtml(page_of(load_draft(EXAMPLE)[0]))
    data.setText("x")
    QGuiApplication.clipboard().setMimeData(data)
    window.workspace.open_actions.paste_report()
    assert window.workspace.session.document.numbers["requests.received.total"] == 14
    QGuiApplication.clipboard().setText("没有报告")
    window.workspace.open_actions.paste_report()
    assert "没有认出年度报告" in clerk.told[-1]


def test_a_file_that_is_no_report_is_told_and_leaves_all_as_it_was(window, clerk, card, tmp_path):
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 99)
    window.workspace.open_actions.new()
    open_before = window.workspace.session.document
    window.workspace.open_actions.open_path(path)
    assert "另存为 .docx" in clerk.told[-1] and window.workspace.session.document is open_before


@pytest.fixture
def started(window, clerk, tmp_path):
    path = tmp_path / "上年.toml"
    save_draft(path, load_draft(EXAMPLE)[0])
    clerk.draft = path
    window.workspace.open_actions.next_year()
    return window


def test_a_carried_number_asks_before_it_is_changed(started, clerk):
    table = shown(started, "requests")
    table.go_to(started.workspace.session.document.report.form.cells[CARRIED])
    assert "四、结转下年度继续办理 · 自然人" in table.said_of(table.current)
    for act in (lambda: write(table, "9"), lambda: QTest.keyClick(table, KEYS.Key_Delete), lambda: paste(table, "9")):
        act()
        assert started.workspace.session.document.report.values[CARRIED] == 2 and table.editor is None
    assert len(clerk.asked) == 3
    clerk.overwrites_carried = True
    type_number(table, "9")
    assert started.workspace.session.document.report.values[CARRIED] == 9
    assert table.source_of(started.workspace.session.document.report.form.cells[CARRIED]) == ""
    started.workspace.session.view.undo()
    assert started.workspace.session.document.report.values[CARRIED] == 2


def test_what_is_in_force_follows_in_the_window_and_undo_takes_both_back(started):
    table = shown(started, "disclosure")
    cells = started.workspace.session.document.report.form.cells
    table.go_to(cells["disclosure.normative_documents.issued"])
    type_number(table, "3")
    assert started.workspace.session.document.numbers[IN_FORCE] == 11
    started.workspace.session.view.undo()
    assert started.workspace.session.document.numbers[IN_FORCE] == 8
    table.go_to(cells[IN_FORCE])
    type_number(table, "20")
    table.go_to(cells["disclosure.normative_documents.issued"])
    type_number(table, "3")
    assert started.workspace.session.document.numbers[IN_FORCE] == 20
    started.workspace.session.view.undo()
    started.workspace.session.view.undo()
    table.go_to(cells["disclosure.normative_documents.issued"])
    type_number(table, "1")
    assert started.workspace.session.document.numbers[IN_FORCE] == 9


def test_last_years_text_stands_beside_an_empty_field_and_can_be_taken(started, qtbot):
    started.workspace.session.view.editor.setCurrentIndex(1)
    card = started.workspace.session.view.editor.tab(1).cards[0]
    qtbot.waitUntil(card.reference.isVisible)
    assert "全年通过" in card.reference.shown
    QTest.mouseClick(card.reference.take, Qt.MouseButton.LeftButton)
    assert card.text.toPlainText().startswith("全年通过")

    def taken() -> int:
        return [one.format.underlineColor().name() for one in card.text.extraSelections()].count(colours().accent)

    qtbot.waitUntil(lambda: taken() > 3)
    marked = taken()
    text = card.text.toPlainText().replace("318", "401")
    started.workspace.session.document.edit({"overview": (Part("主动公开", text),)}, "x")
    qtbot.waitUntil(lambda: taken() == marked - 1)
    started.workspace.session.view.undo()
    started.workspace.session.view.undo()
    qtbot.waitUntil(lambda: card.reference.isVisible())


def test_one_key_shows_last_year_beside_this_year(started, qtbot):
    table = shown(started, "requests")
    height = table._layout.height
    started.workspace.document_actions.compare()
    assert started.workspace.session.document.is_compared and table._layout.height > height
    started.workspace.session.document.edit({"overview": (Part("主动公开", "全年公开5条。"),)}, "x")
    started.workspace.session.view.editor.setCurrentIndex(1)
    tab = started.workspace.session.view.editor.tab(1)
    qtbot.waitUntil(lambda: "line-through" in tab.cards[0].reference.shown)
    assert "相同的句子占 0%" in tab._total.text()
    started.workspace.document_actions.compare()
    assert table._layout.height == height
    assert tab._total.text() == "共 7 字"


def test_any_two_reports_are_compared_and_the_comparison_exported(window, clerk, tmp_path):
    window.workspace.open_actions.show_example()
    other = load_draft(EXAMPLE)[0]
    other.values |= {"year": 2024, "requests.received.natural": 1}
    save_draft(tmp_path / "别.toml", other)
    clerk.draft, clerk.target = tmp_path / "别.toml", tmp_path / "对照.docx"
    window.workspace.document_actions.compare()
    assert window.workspace.session.document.other.numbers()["requests.received.natural"] == 1
    window.workspace.document_actions.export_comparison()
    rows = [row for table in WordFile((tmp_path / "对照.docx").read_bytes()).tables for row in table]
    assert ["一、本年新收政府信息公开申请数量 · 自然人", "1", "10", "+9", "大变"] in rows


def test_a_report_with_last_years_in_it_is_saved_and_opened_again(started, clerk, tmp_path):
    clerk.target = tmp_path / "今年.toml"
    assert started.workspace.session.save()
    Path(clerk.draft).unlink()
    started.workspace.open_actions.open_path(clerk.target)
    assert started.workspace.session.document.last.numbers()["requests.carried_out.natural"] == 2
    assert CARRIED in started.workspace.session.document.sources
