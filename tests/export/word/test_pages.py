"""The document's pages as LibreOffice shows them; skipped where it is not installed."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from model.report.outline import paragraphs
from tests.samples import EXAMPLE, main_report

TOOLS = shutil.which("soffice") and shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(not TOOLS, reason="needs LibreOffice and poppler")


def pages_of(report, folder) -> list[str]:
    """The text of each page, in reading order."""
    path = folder / "a.docx"
    path.write_bytes(word_bytes(report))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    text = subprocess.run(["pdftotext", "-layout", str(folder / "a.pdf"), "-"], check=True, capture_output=True).stdout
    return text.decode().rstrip("\f").split("\f")


@pytest.mark.parametrize("which", ["main", "example"])
def test_the_pages_hold_all_texts_and_table_3_stands_on_one(tmp_path, which):
    report = main_report() if which == "main" else load_draft(EXAMPLE)[0]
    pages = pages_of(report, tmp_path)
    assert 4 <= len(pages) <= 7
    whole = re.sub(r"\s|— ?\d+ ?—", "", "".join(pages))
    for _, text in report.texts():
        for paragraph in paragraphs(text):
            assert re.sub(r"\s", "", paragraph.text) in whole
    table3 = next(page for page in pages if "三、收到和处理政府信息公开申请情况" in page)
    assert "四、结转下年度继续办理" in table3
    for number, page in enumerate(pages, 1):
        assert re.search(rf"— ?{number} ?—", page)
