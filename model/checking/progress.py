"""How far a report is: section by section, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.checking.open_places import OpenPlaces, open_places
from model.findings.finding import ERROR, WARNING, Finding
from model.findings.marks import counts_of
from model.form.relation import SEVERITIES
from model.form.section import Section
from model.report.disclosure_sources import section_shown
from model.report.fact_labels import FACTS_TAB
from model.report.report import Report

SAVE, EXPORT = "save", "export"


@dataclass(frozen=True)
class Line:
    """One tab: its title, where a click leads, how far it is, and the counts of its findings, such as ✕1 ▲2."""

    title: str
    place: str
    done: str
    counts: str

    @property
    def words(self) -> str:
        """All of it in words."""
        return "　".join(filter(None, (self.title, self.done, self.counts)))


@dataclass(frozen=True)
class Step:
    """What to do next, in a sentence and on a button: go to a place, or press an action of the window."""

    words: str
    button: str
    place: tuple[str, int, int] = ("", 0, 0)
    action: str = ""


def lines(report: Report, findings: Sequence[Finding]) -> list[Line]:
    """Return how far each tab is, the facts first, then the sections in printed order."""
    open_ = {place.section.key if place.section else "": place for place in open_places(report)}
    keys = {section.key for section in report.form.sections}
    found: dict[str, list[Finding]] = {}
    for one in findings:
        key = section_shown(report.form, one.cells[0])
        found.setdefault(key if key in keys else "", []).append(one)
    made = [
        _line(FACTS_TAB, "unit", f"还没填：{open_[''].words}" if "" in open_ else "", open_.get(""), found.get("", []))
    ]
    for section in report.form.sections:
        done = _filled(report, section, open_.get(section.key))
        made.append(_line(section.tab, _first(section), done, open_.get(section.key), found.get(section.key, [])))
    return made


def _line(title: str, place: str, done: str, open_: OpenPlaces | None, findings: Sequence[Finding]) -> Line:
    return Line(title, open_.first if open_ else place, done or "填好了", counts_of(findings, SEVERITIES))


def _first(section: Section) -> str:
    return section.grid.inputs[0].name if section.grid else f"{section.key}[0].text"


def _filled(report: Report, section: Section, open_: OpenPlaces | None) -> str:
    """Return how much of a section is filled in, "" if all is."""
    if not open_ or not section.grid:
        return open_.words if open_ else ""
    every = len(section.grid.inputs)
    wrong = f"，{len(open_.wrong)} 格写得不对" if open_.wrong else ""
    return f"填了 {every - len(open_.wrong) - len(open_.empty)} 格，共 {every} 格{wrong}"


def next_step(report: Report, findings: Sequence[Finding], unsaved: bool, is_exported: bool = False) -> Step:
    """Return what to do next: fill in what is open, mend what is wrong, save, export.

    `is_exported` is whether the draft was exported since it was saved."""
    if open_ := open_places(report):
        first = open_[0]
        verb = "改好" if first.wrong else "填"
        return Step(f"接着{verb}“{first.tab}”：{first.words}。", f"去{verb}", (first.first, 0, 0))
    for severity, words, act in ((ERROR, "错误", "改正"), (WARNING, "提醒", "看一看，改正，或者标上“核实无误”")):
        if own := [one for one in findings if one.severity == severity]:
            count = sum(one.count for one in own)
            return Step(f"都填好了。还有 {count} 处{words}，请{act}。", f"看第一处{words}", own[0].place)
    if unsaved:
        return Step("都填好了，检查没有发现错误和提醒。请保存。", "保存", action=SAVE)
    if is_exported:
        return Step("都填好了，也导出了，可以送领导审。以后再改了，要重新导出。", "再次导出…", action=EXPORT)
    return Step("都填好了，也保存了。可以导出 Word 文档，送领导审。", "导出 Word…", action=EXPORT)
