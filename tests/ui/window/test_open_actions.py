"""Opening by menu, by name and by drop."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.samples import EXAMPLE


def test_a_file_that_is_no_draft_leaves_what_is_open(window, clerk, tmp_path):
    window.workspace.open_actions.show_example()
    before = window.workspace.session.document
    bad = tmp_path / "坏.toml"
    bad.write_bytes("单位".encode("gbk"))
    for path in (bad, tmp_path, tmp_path / "没有.toml"):
        window.workspace.open_actions.open_path(path)
        assert path.name in clerk.told[-1]
    assert window.workspace.session.document is before


def test_a_dropped_draft_opens(window, tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(EXAMPLE.read_bytes())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)
    assert window.workspace.session.document.path == path


def test_a_draft_dropped_on_a_text_is_opened_not_written_into_it(window):
    window.workspace.open_actions.new()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/甲.toml")])
    data.setText("file:///tmp/甲.toml")
    assert not window.workspace.session.view.editor.tab(0).opening.canInsertFromMimeData(data)
    window.workspace.session.view.editor.setCurrentIndex(1)
    assert not window.workspace.session.view.editor.tab(1).cards[0].text.canInsertFromMimeData(data)
