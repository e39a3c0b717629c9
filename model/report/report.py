"""A report on one form: its values, and what a draft notes about them.

Blank is not zero, and totals are computed, never stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from model.form.form import Form
from model.form.renamed import renames
from model.report.cell_numbers import Number

CONTACT = ("office", "telephone", "email", "address", "postcode")


@dataclass(frozen=True)
class Part:
    """A part of a text section; `kept` holds the keys of it in a draft that this program does not know."""

    heading: str = ""
    text: str = ""
    kept: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Confirmed:
    """A warning marked 核实无误: its rule, its cells, the reason, and what it spoke of (Finding.about).

    An empty `about` stands for whatever the warning speaks of; `kept` holds the keys of it in a draft that this program
    does not know."""

    rule: str
    cells: tuple[str, ...]
    reason: str
    about: str = ""
    kept: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class KeptSentence:
    """A sentence that was put into a section: with names in braces, and as it was said last.

    `kept` holds the keys of it in a draft that this program does not know."""

    section: str
    text: str
    said: str
    kept: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Unfinished:
    """A text typed in place of a year, a date or a number: kept as it is, and left out of everything else."""

    text: str


# A value is a cell, a fact or a text, and each has one name: a cell its own; a fact "year", "unit", "level", "contact.office" …,
# "signoff.date", "signoff.seal"; a text "opening", or the key of its section, whose value is all its parts. A blank is absent.
Value = Number | str | bool | date | Unfinished | tuple[Part, ...]


@dataclass(frozen=True)
class Notes:
    """The notes of a draft on the values of its report.

    `proposed` names the cells that were filled in from last year's report and not touched since; `printed` holds, by
    cell, the totals that differ in the document it was read from; `confirmed` holds the warnings marked 核实无误,
    `kept_sentences` those sentences of the texts that follow the tables."""

    proposed: tuple[str, ...] = ()
    printed: Mapping[str, Number] = field(default_factory=dict, hash=False)
    confirmed: tuple[Confirmed, ...] = ()
    kept_sentences: tuple[KeptSentence, ...] = ()


@dataclass
class Report:
    """The values of one form by name, the notes about them, and in `kept` what the draft file held besides."""

    form: Form
    values: dict[str, Value] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    origin: Report | None = None  # this report on its own edition, where it was brought to another (on_form.py)

    def has_same_content(self, other: Report) -> bool:
        """Return whether values and notes are the same as another report's, whatever else the draft files held."""
        return (self.values, self.notes) == (other.values, other.notes)

    def text(self, name: str) -> str:
        """Return the text of that name, empty if it is blank."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""

    def parts(self, section: str) -> tuple[Part, ...]:
        """Return the parts of a text section, in order."""
        value = self.values.get(section, ())
        return value if isinstance(value, tuple) else ()

    @property
    def unfinished(self) -> dict[str, str]:
        """The typed texts that are not valid values, by the name they were typed for, in the order of the tabs."""
        found = {name: value.text for name, value in self.values.items() if isinstance(value, Unfinished)}
        places = {name: place for place, name in enumerate(self.form.inputs)} if found else {}
        return dict(sorted(found.items(), key=lambda one: places.get(one[0], -1)))

    @property
    def unit(self) -> str:
        """The name of the body, stripped; "" if not known yet."""
        return self.text("unit").strip()

    @property
    def year(self) -> int | None:
        """The year reported on."""
        value = self.values.get("year")
        return value if isinstance(value, int) else None

    @property
    def signed_on(self) -> date | None:
        """The date of the sign-off."""
        value = self.values.get("signoff.date")
        return value if isinstance(value, date) else None

    @property
    def sealed(self) -> bool:
        """Whether the printed report will carry a seal."""
        return self.values.get("signoff.seal") is True

    @property
    def title(self) -> str:
        """The report's title, with what is not known yet left out."""
        return self.form.title.replace("{unit}", self.unit).replace("{year}", str(self.year or ""))

    def number(self, name: str) -> Number | None:
        """Return the number in an input cell, None if it is blank."""
        value = self.values.get(name)
        # A bool is an int to Python, but a seal is no number.
        return value if isinstance(value, Number) and not isinstance(value, bool) else None

    def numbers(self) -> dict[str, Number]:
        """Return every number of the report by name, totals included; blank cells are absent.

        A total is the sum of its filled addends, and blank with none filled."""
        if self.origin:
            return renames(self.form, self.origin.form).numbers(self.origin.numbers())
        found = {name: number for name in self.form.inputs if (number := self.number(name)) is not None}
        for total in self.form.totals:
            filled = [found[name] for name in total.addends if name in found]
            if filled:
                found[total.cell] = sum(filled)
        return found

    def blanks(self, section: str = "") -> list[str]:
        """Return the names of the input cells that hold no number, in printed order, of one section or of all."""
        own = f"{section}." if section else ""
        return [name for name in self.form.inputs if name.startswith(own) and self.number(name) is None]

    def length(self, section: str) -> int:
        """Return how many characters the texts of a section have, blanks not counted."""
        return sum(len("".join(part.text.split())) for part in self.parts(section))

    def texts(self) -> Iterator[tuple[str, str]]:
        """Iterate over the running texts with their names: "opening", then "overview[0].text" and so on."""
        yield "opening", self.text("opening")
        for section in self.form.text_sections:
            for index, part in enumerate(self.parts(section.key)):
                yield f"{section.key}[{index}].text", part.text


def new_report(form: Form, year: int | None = None) -> Report:
    """Return an empty report on that year, with the parts that the form proposes for each text section."""
    values: dict[str, Value] = {s.key: tuple(map(Part, s.parts)) for s in form.text_sections if s.parts}
    return Report(form, values | ({} if year is None else {"year": year}))


def text_place(name: str) -> tuple[str, int]:
    """Return the section and the number of the part that a text's name, such as "overview[1].text", stands for.

    The opening is in no section: ("", 0)."""
    section, _, rest = name.partition("[")
    return (section, int(rest.partition("]")[0])) if rest else ("", 0)


def section_of(name: str) -> str:
    """Return the section in the name of a cell or a text; for a fact the result is not a section."""
    return name.partition(".")[0].partition("[")[0]
