"""What is still empty in a report, in the clerk's words."""

from __future__ import annotations

from dataclasses import dataclass

from model.fact_names import missing_facts
from model.opening import GAP
from model.outline import is_empty
from model.report import Report


@dataclass(frozen=True)
class StillOpen:
    """One place with something empty in it: words for it, and the name of the first thing that is empty."""

    place: str
    words: str
    first: str


def still_open(report: Report) -> list[StillOpen]:
    """What is empty, tab by tab, in the order of the tabs; nothing where all is filled in."""
    missing = list(missing_facts(report).items())
    if GAP in report.text("opening"):
        missing.append(("opening", f"开头语里的“{GAP}”"))
    found = [StillOpen("基本信息", "、".join(words for _, words in missing), missing[0][0])] if missing else []
    for section in report.form.sections:
        if section.grid:
            blanks = report.blanks(section.key)
            if blanks:
                found.append(StillOpen(section.tab, f"{len(blanks)} 格", blanks[0]))
            continue
        parts = report.parts(section.key)
        empty = [index for index, part in enumerate(parts) if not part.text.strip()]
        if all(is_empty(section, part) for part in parts):
            found.append(StillOpen(section.tab, "没有写", f"{section.key}[0].text"))
        elif empty:
            found.append(StillOpen(section.tab, f"{len(empty)} 小节没有写", f"{section.key}[{empty[0]}].text"))
    return found
