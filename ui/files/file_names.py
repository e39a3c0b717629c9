"""What a report's file is proposed to be called."""

from __future__ import annotations

import re

from model.files.files import is_device
from model.report.report import Report

FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
LONGEST_NAME = 60  # characters: 180 bytes, with room for the folder and for a temporary name


def file_name(report: Report) -> str:
    """A file name without ending, such as 红花尔基镇人民政府2021年政府信息公开工作年度报告."""
    name = report.title if report.year else report.form.title.replace("{year}年", "").replace("{unit}", report.unit)
    name = FORBIDDEN.sub("", name).strip(" .")[:LONGEST_NAME] or "年度报告"
    return name.replace(".", "") if is_device(name) else name
