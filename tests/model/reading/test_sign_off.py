"""The end of a document."""

from __future__ import annotations
import html
import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
import pytest
from hypothesis import HealthCheck, given, settings
from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from model.draft.toml_format import draft_text
from model.faults import Fault
from model.form.form import load_form
from model.form.grid import Grid
from model.reading.document import read_bytes, read_clipboard, read_document
from model.reading.recognise import Reading
from model.report.outline import NUMBERED, is_empty, paragraphs, printable
from model.report.report import Report
from tests.model.draft.test_toml_format import REPORTS
from tests.samples import EXAMPLE, NOT_READ_YET, SAMPLE, SOURCES, main_report, name_of, source_params
from tests.model.reading.pages import TITLED


def test_what_stands_behind_a_lone_date_is_listed():
    reading = read_bytes(
        (TITLED.format("") + "六、其他需要报告的事项\n无。\n2022年1月10日\n（此件公开发布）").encode(), ".txt"
    )
    assert reading.left_out[-1] == "（此件公开发布）"
