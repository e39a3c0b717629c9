"""Texts are looked at in short turns, while the window goes on."""

from __future__ import annotations

import pytest

import ui.document.live_checks
from model.checking.run import check
from model.report.report import Part
from ui.basics.defaults import TEXT_CHECKS_DELAY_MS
from ui.document.live_checks import LiveChecks
from ui.document.open_document import OpenDocument

LONG = "我们认真学习了有关文件的要求，组织了讨论。" * 1200
SLIP = "标准化化建设。"


@pytest.fixture
def turns(monkeypatch) -> list[str]:
    """Notes each turn, which is as short as can be."""
    noted: list[str] = []
    turn = LiveChecks._turn

    def note(live_checks: LiveChecks) -> None:
        noted.append("turn")
        turn(live_checks)

    monkeypatch.setattr(ui.document.live_checks, "TURN_S", 0.001)
    monkeypatch.setattr(LiveChecks, "_turn", note)
    return noted


@pytest.fixture
def looked_at(monkeypatch) -> list[str]:
    """Notes each text that the rules begin with."""
    noted: list[str] = []
    rules = ui.document.live_checks.of_text

    def note(basis, name):
        noted.append(name)
        return rules(basis, name)

    monkeypatch.setattr(ui.document.live_checks, "of_text", note)
    return noted


def slips(document: OpenDocument) -> list[str]:
    return [one.cells[0] for one in document.checked.findings if "重复" in one.message]


def write(document: OpenDocument, *texts: str) -> None:
    document.edit({"overview": tuple(Part("主动公开", text) for text in texts)}, "x")


def test_a_long_text_is_looked_at_in_many_turns_and_as_a_whole(qtbot, example, turns):
    live_checks = LiveChecks(example)
    write(example, LONG + SLIP)
    qtbot.waitUntil(lambda: not live_checks.is_busy)
    assert len(turns) > 10
    assert example.checked == check(example.report, example.last)
    assert slips(example) == ["overview[0].text"]


def test_what_was_found_stays_until_all_is_found_anew(qtbot, example, turns):
    live_checks = LiveChecks(example)
    write(example, SLIP + LONG)
    live_checks.finish()
    seen: list[list[str]] = []
    example.findings_changed.connect(lambda: seen.append(slips(example)))
    write(example, SLIP + LONG + "又写。")
    qtbot.waitUntil(lambda: not live_checks.is_busy)
    assert slips(example) == ["overview[0].text"] and ["overview[0].text"] * len(seen) == [one for [one] in seen]


def test_what_is_typed_meanwhile_is_looked_at_anew(qtbot, example, turns):
    live_checks = LiveChecks(example)
    write(example, LONG)
    qtbot.waitUntil(lambda: len(turns) > 2)
    write(example, LONG, SLIP)
    assert live_checks.is_busy
    qtbot.waitUntil(lambda: not live_checks.is_busy)
    assert slips(example) == ["overview[1].text"]


def test_after_finishing_nothing_is_looked_at_again(qtbot, example, looked_at):
    live_checks = LiveChecks(example)
    write(example, SLIP)
    live_checks.finish()
    assert slips(example) == ["overview[0].text"]
    count = len(looked_at)
    live_checks.finish()
    qtbot.wait(2 * TEXT_CHECKS_DELAY_MS)
    assert len(looked_at) == count == len([*example.report.texts()])


def test_finishing_goes_on_where_the_turns_have_come_to(qtbot, example, turns, looked_at):
    live_checks = LiveChecks(example)
    write(example, LONG + SLIP, "二。")
    qtbot.waitUntil(lambda: "overview[0].text" in looked_at)
    live_checks.finish()
    assert not live_checks.is_busy and slips(example) == ["overview[0].text"]
    assert len(looked_at) == len(set(looked_at))


def test_a_text_that_is_too_much_for_a_rule_leaves_the_others_to_be_looked_at(qtbot, example, monkeypatch):
    rules = ui.document.live_checks.of_text

    def fail(basis, name):
        if name == "opening":
            raise ZeroDivisionError
        return rules(basis, name)

    monkeypatch.setattr(ui.document.live_checks, "of_text", fail)
    with qtbot.captureExceptions() as errors:
        live_checks = LiveChecks(example)
        write(example, SLIP)
        qtbot.waitUntil(lambda: not live_checks.is_busy)
    assert [kind for kind, *_ in errors] == [ZeroDivisionError] and slips(example) == ["overview[0].text"]
