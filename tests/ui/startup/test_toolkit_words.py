"""Qt's own words, where it says them itself."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QTreeView


def test_a_file_dialog_of_qts_is_chinese_throughout(window, qtbot, tmp_path):
    (tmp_path / "上报").mkdir()
    (tmp_path / "报告.docx").write_bytes(b"PK")
    dialog = QFileDialog(window, "打开", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    shown = dialog.findChild(QTreeView, "treeView")
    model = shown.model()
    qtbot.waitUntil(lambda: model.rowCount(shown.rootIndex()) == 2)
    kinds = {model.index(row, 2, shown.rootIndex()).data() for row in range(2)}
    assert "文件夹" in kinds and not any(word in kind for kind in kinds for word in ("File", "Folder"))
    headings = [model.headerData(column, shown.header().orientation()) for column in range(4)]
    assert headings == ["名称", "大小", "类型", "修改日期"]
    dialog.close()
    dialog.deleteLater()
