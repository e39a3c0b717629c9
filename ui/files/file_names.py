"""Proposed file names."""

from __future__ import annotations

import re

from model.files.files import is_device
from model.report.report import Report

FORBIDDEN_CHARACTERS = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
LONGEST_NAME_CHARACTERS = 60  # 180 bytes, with room for the folder and for a temporary name


def file_name(report: Report) -> str:
    """Return a file name without suffix, such as 红花尔基镇人民政府2021年政府信息公开工作年度报告."""
    name = report.title if report.year else report.form.title.replace("{year}年", "").replace("{unit}", report.unit)
    name = FORBIDDEN_CHARACTERS.sub("", name).strip(" .")[:LONGEST_NAME_CHARACTERS] or "年度报告"
    return name.replace(".", "") if is_device(name) else name
