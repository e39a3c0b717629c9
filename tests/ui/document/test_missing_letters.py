"""A letter that no face has is found while one goes on typing, and led to."""

from __future__ import annotations

import time

import pytest

import ui.document.missing_letters as module
from export.pdf.faces import doubtful_letters, shipped_faces
from model.checking.missing_letters import RULE
from model.report.report import Part
from tests.clerk import shortcut
from tests.samples import EXAMPLE
from ui.document.open_document import OpenDocument

RARE = "\U00030ede"


@pytest.fixture
def looks(monkeypatch) -> list[str]:
    """How often the machine's faces are asked; it has none but the shipped ones, and takes its time."""
    asked: list[str] = []

    def faces():
        asked.append("look")
        time.sleep(0.1)
        return shipped_faces()

    monkeypatch.setattr(module, "machine_faces", faces)
    return asked


@pytest.fixture
def view(window):
    window.workspace.session.show(OpenDocument.opened(EXAMPLE))
    return window.workspace.session.view


def found(document: OpenDocument):
    return [one for one in document.checked.findings if one.rule == RULE]


def test_it_is_told_with_its_place_and_the_keys_lead_there(qtbot, window, view, looks):
    document = window.workspace.session.document
    document.edit({"overview": (Part("", f"没有问题。张{RARE}。"),)}, "x")
    view.live_checks  # noqa: B018  the first look at it makes it
    qtbot.waitUntil(lambda: bool(found(document)))
    (one,) = found(document)
    assert (one.cells, one.start) == (("overview[0].text",), 6) and looks == ["look"]
    shortcut(window, "F8")
    document.edit({"overview": (Part("", "没有问题。张璟。"),)}, "x")
    view.live_checks.finish()
    assert found(document) == [] and looks == ["look"]


def test_common_letters_ask_no_face_of_the_machine(window, view, looks):
    document = window.workspace.session.document
    document.edit({"overview": (Part("", "㙍、𬭎、镕、㎡、①、é、“—…”、\u200b\x07"),)}, "x")
    view.live_checks.finish()
    assert looks == [] and found(document) == []


def test_typing_more_of_it_asks_once(qtbot, window, view, looks):
    document = window.workspace.session.document
    for count in (1, 2, 3):
        document.edit({"overview": (Part("", RARE * count),)}, "x")
        view.live_checks.finish()
    assert looks == ["look"] and found(document)[0].count == 3


def test_it_is_found_in_the_name_of_the_unit_too(window, view, looks):
    document = window.workspace.session.document
    document.edit({"unit": f"某{RARE}镇人民政府"}, "x")
    view.live_checks.finish()
    assert found(document)[0].cells == ("unit",)


def test_a_cheap_look_tells_which_letters_are_in_doubt():
    assert doubtful_letters(f"政府信息公开 2021 ㎡ 㙍 \u200b\u3000 頔{RARE}\ue000") == {"頔", RARE, "\ue000"}
