"""Of which level a body is."""

from __future__ import annotations

import re

from model.report.report import Report

# The end of a body's name tells its level; of several that fit, the first counts.
ENDS = (
    ("subdistrict", re.compile(r"街道(?:办事处)?$")),
    ("township", re.compile(r"(?:镇|乡|苏木)(?:人民政府|政府)?$")),
    ("province", re.compile(r"(?:省|自治区|^(?:北京|天津|上海|重庆)市)(?:人民政府)$")),
    ("county", re.compile(r"(?:县|区|旗|自治县|自治旗)(?:人民政府|政府)$")),
    ("prefecture", re.compile(r"(?:市|州|盟|地区)(?:人民政府|政府|行政公署)$")),
    ("department", re.compile(r"(?:局|委|委员会|办|办公室|厅|院|中心|站|队|所|部)$")),
)
BELOW = re.compile(r"(?:县|旗|(?<!自治)区|镇|乡|街道)(?!级)")  # of a department: whose


def level_of(report: Report) -> str:
    """Return the body's level (expected_relations.LEVELS): the draft's own word, otherwise told from its name, "" where that tells none."""
    return report.text("level") or level_told_by(report.unit)


def level_told_by(unit: str) -> str:
    """Return the level that a body's name tells, "" for none."""
    return next((level for level, end in ENDS if end.search(unit)), "")


def is_of_levels(report: Report, levels: tuple[str, ...]) -> bool:
    """Return whether a rule for bodies of these levels applies.

    A department is of the level of the body it belongs to."""
    level = level_of(report)
    is_county_department = level == "department" and "county" in levels and bool(BELOW.search(report.unit))
    return level in levels or is_county_department
