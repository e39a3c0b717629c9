"""The file dialogs: where they begin, how wide they are, what they give."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QTreeView

from tests.samples import EXAMPLE, ROOT
from ui.basics import settings as settings_module
from ui.basics.settings import FileKind
from ui.dialogs import file_dialog, file_questions
from ui.dialogs.file_questions import ask_target  # the real one: the clerk's answers take its place

NAME = "红花尔基镇人民政府2021年政府信息公开工作年度报告.docx"


@pytest.fixture
def shown(window, monkeypatch) -> list[QFileDialog]:
    """The dialogs that were shown; each is closed with what is chosen in it."""
    found = []

    def exec_(dialog: QFileDialog) -> int:
        dialog.show()
        found.append(dialog)
        return 1

    monkeypatch.setattr(QFileDialog, "exec", exec_)
    return found


@pytest.fixture
def home(tmp_path, monkeypatch) -> dict[str, Path]:
    """Documents and desktop of a clerk."""
    places = {"DocumentsLocation": tmp_path / "文档", "DesktopLocation": tmp_path / "桌面"}
    for folder in places.values():
        folder.mkdir()
    monkeypatch.setattr(
        settings_module.QStandardPaths,
        "writableLocation",
        lambda place: str(places[QStandardPaths.StandardLocation(place).name]),
    )
    return {"documents": places["DocumentsLocation"], "desktop": places["DesktopLocation"]}


def test_a_dialog_is_wide_enough_for_a_name_with_its_year_and_fits_the_window(window, shown, tmp_path):
    path = tmp_path / NAME
    path.write_bytes(b"")
    assert file_dialog.chosen_target(window, "导出", path, file_questions.WORD_FILTER) == path
    (dialog,) = shown
    needed = dialog.fontMetrics().horizontalAdvance(NAME)
    assert dialog.findChild(QTreeView, "treeView").header().sectionSize(0) > needed
    assert needed < dialog.width() <= window.width() and dialog.height() <= window.height()
    window.resize(860, 440)
    file_dialog.chosen_file(window, "打开", tmp_path, [file_questions.WORD_FILTER])
    assert shown[-1].width() <= 860 and shown[-1].height() <= 440


def test_dialogs_begin_in_the_documents_else_on_the_desktop_and_never_in_the_program(settings, home):
    for kind in FileKind:
        assert settings.folder_for(kind) == home["documents"]
    for own in (EXAMPLE.parent, ROOT):
        settings.keep_folder(FileKind.DRAFTS, own)
        assert settings.folder_for(FileKind.DRAFTS) == home["documents"]
    home["documents"].rmdir()
    assert settings.folder_for(FileKind.DRAFTS) == home["desktop"]
    home["desktop"].rmdir()
    assert settings.folder_for(FileKind.DRAFTS) == Path.home()


def test_each_kind_remembers_its_own_folder(window, clerk, settings, home, draft, tmp_path, monkeypatch, document):
    asked = []

    def ask_report(parent, title, folder):
        asked.append(folder)
        return clerk.draft

    monkeypatch.setattr(file_questions, "ask_report", ask_report)
    clerk.draft = draft
    window.workspace.open_actions.open()
    window.workspace.open_actions.open()
    assert asked == [home["documents"], draft.parent]
    clerk.draft = None
    window.workspace.open_actions.next_year()
    assert asked[-1] == home["documents"]
    (tmp_path / "上报").mkdir()
    clerk.target = tmp_path / "上报" / "报告.docx"
    for _ in range(2):
        window.workspace.document_actions.export()
    assert [path.parent for path in clerk.proposed] == [draft.parent, tmp_path / "上报"]
    assert settings.folder_for(FileKind.ARCHIVES) == home["documents"]
    (tmp_path / "上报" / "报告.docx").unlink()
    (tmp_path / "上报").rmdir()
    assert settings.folder_for(FileKind.EXPORTS) == home["documents"]


def test_a_name_without_its_ending_gets_it(window, shown, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda dialog: [str(tmp_path / "报告")])
    asked = ask_target(window, "导出", tmp_path / NAME, file_questions.WORD_FILTER)
    assert asked == tmp_path / "报告.docx"
