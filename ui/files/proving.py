"""The proof of an exported document, made beside the window: a disk may take its time."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from threading import Thread

from export.proof.proof import Proof, proof
from model.report.report import Report

BEGUN = Proof("正在读回文件，与草稿核对……")


class Proving:
    """Makes the proof of a document in a thread of its own; until it is done, `found` says so.

    `missing` are letters that no face has."""

    def __init__(self, report: Report, path: Path, missing: Collection[str] = ()) -> None:
        self.found = BEGUN
        self._thread = Thread(target=self._prove, args=(report, path, missing), daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether the proof has been made."""
        return self.found is not BEGUN

    def wait(self) -> Proof:
        """Return the proof once it is made."""
        self._thread.join()
        return self.found

    def _prove(self, report: Report, path: Path, missing: Collection[str]) -> None:
        found = Proof("没能核对导出的文件。", is_same=False)
        try:
            found = proof(report, path, missing)
        finally:  # an unexpected error is reported like any other of a thread
            self.found = found
