"""What a county demands of its townships' reports, as one value that is handed to the rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from model.form.form import Form
from model.report.cell_numbers import Number

# The rules that a county's file sets, and that on its name in the draft.
PART, MENTION, LENGTH, FEES, SAME, OUTDATED, NAME = OF_COUNTY = (
    "county-part",
    "county-mention",
    "county-length",
    "county-charged",
    "county-same",
    "county-outdated",
    "county-name",
)


class Ask(NamedTuple):
    """Whom to ask about the demands: a name, a telephone number, or both."""

    name: str = ""
    telephone: str = ""

    @property
    def words(self) -> str:
        """Both in words, "" if there is neither."""
        return "，电话".join(word for word in self if word) if self.name else self.telephone


NOBODY = Ask()


class Deadline(NamedTuple):
    """The day of each year until which a report is handed in."""

    month: int
    day: int

    def next(self, today: date) -> date:
        """Return the first such day from today on; year_reported tells which report is due by then."""
        due = date(today.year, self.month, self.day)
        return due if due >= today else due.replace(year=today.year + 1)


class PartDemand(NamedTuple):
    """A part that a section must have: its heading, others that will do, and the demand in the county's own words."""

    section: str
    heading: str
    words: tuple[str, ...] = ()
    says: str = ""


class MentionDemand(NamedTuple):
    """What a section must speak of: it contains one of `words`."""

    section: str
    what: str
    words: tuple[str, ...]
    says: str = ""


class LengthDemand(NamedTuple):
    """How many characters a section has; 0: any."""

    section: str
    shortest: int = 0
    longest: int = 0
    says: str = ""


OfSection = PartDemand | MentionDemand | LengthDemand


class OutdatedWords(NamedTuple):
    """Words that may stand only in reports on the years from `first` to `last`, and what to say instead."""

    words: tuple[str, ...]
    instead: str = ""
    first: int = 0
    last: int = 0
    says: str = ""


class Sentence(NamedTuple):
    """A sentence that reports may have in a section as it is."""

    section: str
    text: str


@dataclass(frozen=True)
class County:
    """All that a county demands; without a name there is none. Sections go by the keys of an edition.

    `most_same_percent` and `most_fees` (万元) go before the program's own limits, None leaves these."""

    name: str = ""
    ask: Ask = NOBODY
    deadline: Deadline | None = None
    most_same_percent: int | None = None
    most_fees: Number | None = None
    parts: tuple[PartDemand, ...] = ()
    mentions: tuple[MentionDemand, ...] = ()
    lengths: tuple[LengthDemand, ...] = ()
    outdated: tuple[OutdatedWords, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    @property
    def origin(self) -> str:
        """What ends a finding: whose demand it is, and whom to ask."""
        asked = f"有疑问请问{self.ask.words}。" if self.ask.words else ""
        return f"这是{self.name}的要求。{asked}"

    def limits_length(self, form: Form, section: str) -> bool:
        """Return whether it says how long a section of an edition may be at most."""
        return any(one.longest and key_in(form, one.section) == section for one in self.lengths)


NO_COUNTY = County()


def key_in(form: Form, section: str) -> str:
    """Return the key that a section of texts has in an edition, "" if it has none such."""
    own = (one.key for one in form.text_sections if section in one.names_of(one.key))
    return next(own, "")
