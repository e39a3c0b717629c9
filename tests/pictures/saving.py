"""What is kept of a draft: changes by others, earlier versions, work that was not saved."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


def grab_saving(window: MainWindow, grab: Callable[..., None], look: str, folder: Path) -> None:
    """Grabs the bars below the tabs, the choice where two changed one draft, and the earlier versions."""
    from dataclasses import replace
    from datetime import datetime, timedelta

    from model.comparing.merge import conflicts
    from model.draft.draft_file import CHANGED, load_draft, save_draft
    from model.draft.toml_format import draft_text
    from model.files.history import VERSIONS_FOLDER, keep_version, versions_of
    from model.report.report import Report
    from ui.versions.history_dialog import HistoryDialog
    from ui.versions.merge_dialog import MergeDialog
    from ui.window.open_actions import EXAMPLE

    base = load_draft(EXAMPLE)[0]
    draft = folder / "青禾镇2025年报.toml"
    folder.mkdir()
    save_draft(draft, base)
    window.workspace.session.document.stack.setClean()  # type: ignore[union-attr]
    window.workspace.open_actions.open_path(draft)
    document, view = window.workspace.session.document, window.workspace.session.view
    assert document and view and window.workspace.session.file_notices
    view.editor.show_tab_of("requests")
    window.workspace.session.file_notices.watch.became.emit(CHANGED)
    grab(f"{look}-changed")
    window.workspace.session.file_notices.watch.became.emit("same")
    document.read_only = "“zhangsan”在电脑“DZB-PC-03”上从 11月24日 09:30 起打开着这份草稿，这里只能看，不能改。"
    document.file_changed.emit()
    grab(f"{look}-read-only")
    document.read_only = ""
    document.file_changed.emit()
    part = base.parts("overview")[0]
    values = {"requests.received.natural": 12, "requests.granted.natural": 5, "unit": "青禾镇人民政府（本级）"}
    mine = Report(base.form, base.values | values | {"overview": (replace(part, text=f"{part.text}新增一段。"),)})
    values = {"requests.received.natural": 13, "requests.received.business": 4}
    theirs = Report(
        base.form, base.values | values | {"overview": (replace(part, text=f"{part.text}对方也写了一段。"),)}
    )
    dialog = MergeDialog(draft.name, conflicts(base, mine, theirs), window)
    dialog.show()
    grab(f"{look}-merge", dialog)
    dialog.hide()
    shutil.rmtree(folder / VERSIONS_FOLDER)  # what the bars above have left there, as of today
    now = datetime(2025, 12, 29, 16, 5, 12)
    for number, report in enumerate((base, theirs, mine)):
        moment = now - timedelta(days=3 - number, minutes=17 * number)
        keep_version(draft, draft_text(report).encode(), moment, folder)
    versions = HistoryDialog(document, versions_of(draft, folder), window)
    versions.show()
    grab(f"{look}-versions", versions)
    versions.hide()


def grab_recovery(window: MainWindow, grab: Callable[..., None], look: str, folder: Path) -> None:
    """Grabs the choice between what was not saved."""
    from datetime import datetime, timedelta

    from model.draft.draft_file import load_draft
    from model.draft.recovery_copy import copy_bytes, write_copy
    from model.draft.unsaved import Unsaved
    from ui.dialogs.recovery_dialog import RecoveryDialog
    from ui.window.open_actions import EXAMPLE

    now = datetime(2025, 12, 29, 16, 5)
    report = load_draft(EXAMPLE)[0]
    draft = folder / "青禾镇2025年报.toml"
    for number in range(9):
        report.values |= {"requests.received.natural": 30 - number, "contact.telephone": f"0000-7654{321 - number}"}
        data = copy_bytes(report, draft if number % 3 else None, now - timedelta(hours=7 * number))
        write_copy(folder / "copies" / f"{number}.toml", data)
    unsaved = Unsaved(folder / "copies")
    dialog = RecoveryDialog([], unsaved, window)
    while unsaved.unread:
        dialog._read_on()
    dialog.list.setCurrentRow(1)
    dialog.show()
    dialog.list.setFocus()
    grab(f"{look}-recovery", dialog)
    dialog.hide()
