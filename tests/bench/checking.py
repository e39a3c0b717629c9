"""Checks of a full report with last year's beside it: the numbers, 8 KB of text, and many drafts at once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from model.checking.batch import check_files
from model.checking.relation_rules import relation_findings
from model.checking.run import check, of_numbers
from model.checking.texts.basis import Basis, judgeable
from model.checking.texts.rules import of_text
from model.draft.draft_file import load_draft
from model.draft.toml_format import draft_text
from model.report.cell_numbers import Number
from model.report.report import Part, Report
from tests.bench.line import Limit, Line, medians, timed, verdict
from tests.samples import EXAMPLE

TEXT_BYTES = 8 * 1024
ROUNDS = 200
DRAFTS = 1000
LEAST_OF_TOMLLIB = 0.22  # files a second, by all rules, on two processors


def measured(folder: Path) -> Iterator[str]:
    """Yield the lines."""
    report = full_report()
    yield from (line.measured() for line in lines(report))
    yield many_drafts(folder, report)


def lines(report: Report) -> list[Line | Limit]:
    """Return what is measured of one report."""
    numbers = report.numbers()
    size = sum(len(text.encode()) for _, text in report.texts()) / 1024
    return [
        Line(
            "relations of the numbers",
            lambda: list(relation_findings(report, judgeable(report, numbers), numbers, {})),
            lambda: add_up(report, numbers),
            3,
            partial(medians, rounds=ROUNDS),
        ),
        Limit(
            "all rules on the numbers",
            lambda: list(of_numbers(Basis(report, judgeable(report, numbers), report, numbers))),
            5,
            ROUNDS,
        ),
        Limit(f"rules on {size:.1f} KB of text", lambda: check_texts(report, numbers), 50),
        Limit("a mend tried before it is offered", lambda: check(report, report), 60),
    ]


def full_report() -> Report:
    """Return the example with as much text as a long report has."""
    report = load_draft(EXAMPLE)[0]
    texts = "".join(part.text for section in report.form.text_sections for part in report.parts(section.key))
    parts = tuple(Part(heading.heading, texts[: TEXT_BYTES // 15]) for heading in report.parts("overview"))
    return replace(report, values=report.values | {"overview": parts})


def add_up(report: Report, numbers: Mapping[str, Number]) -> None:
    """Add up what the form relates, and nothing else."""
    for total in report.form.totals:
        sum(numbers[name] for name in total.addends)
    for balance in report.form.balances:
        sum(numbers[name] for name in balance.left) == sum(numbers[name] for name in balance.right)  # noqa: B015


def check_texts(report: Report, numbers: Mapping[str, Number]) -> None:
    """Run all rules on all texts."""
    basis = Basis(report, numbers, report, numbers)
    for name, _ in report.texts():
        sum(1 for _ in of_text(basis, name))


def many_drafts(folder: Path, report: Report) -> str:
    """Return the line on drafts that are checked at once, by files a second."""
    files = [folder / f"{number:04}.toml" for number in range(DRAFTS)]
    for file in files:
        file.write_text(draft_text(report), encoding="utf-8")

    def check() -> None:
        assert sum(1 for _ in check_files(files, None)) == DRAFTS

    def load() -> None:
        for file in files:
            tomllib.loads(file.read_text(encoding="utf-8"))

    ours, alone = (DRAFTS / timed(act) * 1000 for act in (check, load))
    return (
        f"{DRAFTS} drafts checked: {ours:.0f} a second; tomllib alone, one process: {alone:.0f}; "
        f"{ours / alone:.2f} x  (at least {LEAST_OF_TOMLLIB} x) {verdict(ours >= LEAST_OF_TOMLLIB * alone)}"
    )
