"""What is still empty in a report, or no valid value, tab by tab."""

from __future__ import annotations

from dataclasses import dataclass

from model.form.section import Section
from model.report.fact_labels import FACT_NAMES, FACTS_TAB, missing_facts
from model.report.opening_paragraph import BLANK_TO_FILL
from model.report.outline import is_empty, is_seen
from model.report.report import Report


@dataclass(frozen=True)
class OpenPlaces:
    """The open places of one tab, by name: `wrong` were typed and are no valid values, `empty` are blank.

    `section` is the tab's, None for the facts; `has_gap`: the opening still has a ____ in it; `is_unwritten`: nobody has
    written anything in a section of texts."""

    section: Section | None = None
    wrong: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    has_gap: bool = False
    is_unwritten: bool = False

    @property
    def tab(self) -> str:
        """What the tab is called."""
        return self.section.tab if self.section else FACTS_TAB

    @property
    def first(self) -> str:
        """The name of the place to go to first."""
        return (*self.wrong, *self.empty, "opening")[0]

    @property
    def words(self) -> str:
        """How much is open, in the clerk's words."""
        if self.section is None:
            wrong, gap = (
                (f"{FACT_NAMES[name]}写得不对" for name in self.wrong),
                [f"开头语里的“{BLANK_TO_FILL}”"] * self.has_gap,
            )
            return "、".join((*wrong, *(FACT_NAMES[name] for name in self.empty), *gap))
        if self.section.grid:
            counts = ((len(self.wrong), "格写得不对"), (len(self.empty), "格"))
            return "、".join(f"{count} {words}" for count, words in counts if count)
        return "没有写" if self.is_unwritten else f"{len(self.empty)} 小节没有写"


def open_places(report: Report) -> list[OpenPlaces]:
    """Return what is empty or wrong, in the order of the tabs; a tab in which all is filled in is left out."""
    wrong = report.unfinished
    tabs = [_facts(report, wrong)]
    tabs += (_cells(report, one, wrong) if one.grid else _parts(report, one) for one in report.form.sections)
    return [tab for tab in tabs if tab.wrong or tab.empty or tab.has_gap]


def _facts(report: Report, wrong: dict[str, str]) -> OpenPlaces:
    missing = tuple(missing_facts(report))
    return OpenPlaces(
        None, tuple(name for name in wrong if name in FACT_NAMES), missing, BLANK_TO_FILL in report.text("opening")
    )


def _cells(report: Report, section: Section, wrong: dict[str, str]) -> OpenPlaces:
    without_number = report.blanks(section.key)
    return OpenPlaces(
        section,
        tuple(name for name in without_number if name in wrong),
        tuple(name for name in without_number if name not in wrong),
    )


def _parts(report: Report, section: Section) -> OpenPlaces:
    parts = report.parts(section.key)
    if all(is_empty(section, part) for part in parts):
        return OpenPlaces(section, empty=(f"{section.key}[0].text",), is_unwritten=True)
    empty = (f"{section.key}[{index}].text" for index, part in enumerate(parts) if not is_seen(part.text))
    return OpenPlaces(section, empty=tuple(empty))
