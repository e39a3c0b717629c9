"""What is still empty in a report, or no valid value, in the clerk's words."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from model.form.form import Section
from model.report.fact_labels import FACT_NAMES, missing_facts
from model.report.opening_paragraph import GAP
from model.report.outline import is_empty
from model.report.report import Report


@dataclass(frozen=True)
class StillOpen:
    """One place with something empty or wrong in it: words for it, and the name of the first such thing."""

    place: str
    words: str
    first: str


def still_open(report: Report) -> list[StillOpen]:
    """What is empty or wrong, tab by tab, in the order of the tabs; nothing where all is filled in."""
    wrong = report.unfinished
    missing = [(name, f"{FACT_NAMES[name]}写得不对") for name in wrong if name in FACT_NAMES]
    missing += missing_facts(report).items()
    if GAP in report.text("opening"):
        missing.append(("opening", f"开头语里的“{GAP}”"))
    found = [StillOpen("基本信息", "、".join(words for _, words in missing), missing[0][0])] if missing else []
    for section in report.form.sections:
        if section.grid:
            found += _cells(report, section, wrong)
            continue
        parts = report.parts(section.key)
        empty = [index for index, part in enumerate(parts) if not part.text.strip()]
        if all(is_empty(section, part) for part in parts):
            found.append(StillOpen(section.tab, "没有写", f"{section.key}[0].text"))
        elif empty:
            found.append(StillOpen(section.tab, f"{len(empty)} 小节没有写", f"{section.key}[{empty[0]}].text"))
    return found


def _cells(report: Report, section: Section, wrong: Container[str]) -> Iterator[StillOpen]:
    open_cells = report.blanks(section.key)
    faults = [name for name in open_cells if name in wrong]
    words = [f"{len(faults)} 格写得不对"] if faults else []
    words += [f"{len(open_cells) - len(faults)} 格"] if len(open_cells) > len(faults) else []
    if words:
        yield StillOpen(section.tab, "、".join(words), (faults or open_cells)[0])
