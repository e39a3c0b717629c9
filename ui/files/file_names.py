"""Proposed file names."""

from __future__ import annotations

import re
import unicodedata

from model.files.refusals import is_device
from model.report.report import Report

FORBIDDEN_CHARACTERS = re.compile(r'[\\/:*?"<>|]')
LONGEST_NAME_BYTES = 180  # with room for the folder and for a temporary name
# What shows nothing or turns the direction of writing, of Unicode's kinds.
UNSEEN_KINDS = ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")


def file_name(report: Report) -> str:
    """Return a file name without suffix, such as 青禾镇人民政府2025年政府信息公开工作年度报告."""
    name = report.title if report.year else report.form.title.replace("{year}年", "").replace("{unit}", report.unit)
    name = _shortened(FORBIDDEN_CHARACTERS.sub("", _seen(name)).strip(" .")) or "年度报告"
    return name.replace(".", "") if is_device(name) else name


def _seen(name: str) -> str:
    """Return a name without letters that nobody sees, and with plain blanks only."""
    return " ".join("".join(letter for letter in name if unicodedata.category(letter) not in UNSEEN_KINDS).split())


def _shortened(name: str) -> str:
    return name.encode()[:LONGEST_NAME_BYTES].decode(errors="ignore").rstrip(" .")
