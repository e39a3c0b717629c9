"""A report read out of a document, with where each value came from and what was not recognised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from model.reading.tables.cells import Source, UncertainCell
from model.report.cell_numbers import Number
from model.report.report import Report


@dataclass(frozen=True)
class Disagreement:
    """A total that the document prints otherwise than its addends give."""

    cell: str
    printed: Number
    computed: Number


@dataclass
class Reading:
    """A report read out of a document, and the account of how.

    `cells` holds every number that was read, printed totals included; `sources` says of each where it stood; `blank`
    names the cells that stand there empty; `open` lists the cells and facts that were seen and are not certain;
    `unrecognised` what belongs to the report and was not understood; `left_out` what stands around it; `notes` what else
    the reader should know."""

    report: Report
    cells: dict[str, Number] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()
    open: list[UncertainCell] = field(default_factory=list)
    unrecognised: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there is no report in the document: no number and no section's text."""
        texts = [part.text for section in self.report.form.text_sections for part in self.report.parts(section.key)]
        opened = any(entry.cell in self.report.form.cells for entry in self.open)
        return not self.cells and not opened and not any(texts)

    @property
    def disagreements(self) -> list[Disagreement]:
        """The totals that the document prints otherwise than what was read gives."""
        return list(self.disagreements_with(self.report))

    def disagreements_with(self, report: Report) -> Iterator[Disagreement]:
        """Yield the printed totals that the sums of the report, as corrected so far, do not give; none with an addend unknown."""
        sums = report.numbers()
        known = self.blank | {name for name in report.form.inputs if name in sums}
        for total in report.form.totals:  # addends first
            if not known.issuperset(total.addends):
                continue
            known |= {total.cell}
            printed, computed = self.cells.get(total.cell), sums.get(total.cell, 0)
            if printed is not None and printed != computed:
                yield Disagreement(total.cell, printed, computed)

    def printed_otherwise(self, report: Report) -> dict[str, Number]:
        """Return the printed totals that the report's sums do not give, by cell."""
        return {found.cell: found.printed for found in self.disagreements_with(report)}
