"""What each place of the form counts, as an edition file says it to the clerk under [help]."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from model.form.section import Section, refuse_unknown, text_of

FACTS = (
    *("unit", "year", "level", "opening", "signoff.date", "signoff.seal"),
    *("contact.office", "contact.telephone", "contact.email", "contact.address", "contact.postcode"),
)
# What is said of a place, in the order in which it is read, each with the word that stands before it.
SAID = {"counts": "", "excludes": "不算", "article": "依据", "example": "例"}


@dataclass(frozen=True)
class Entry:
    """What a place counts, what it does not, the article that it rests on, and an example; "" where nothing is said."""

    counts: str
    excludes: str = ""
    article: str = ""
    example: str = ""

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """All that is said, each with the word before it."""
        return tuple((word, said) for key, word in SAID.items() if (said := getattr(self, key)))


@dataclass(frozen=True)
class Help:
    """What is said of facts and sections by their names, of parts as "section.heading", of rows and columns as "section.key"."""

    facts: Mapping[str, Entry] = field(default_factory=dict)
    sections: Mapping[str, Entry] = field(default_factory=dict)
    parts: Mapping[str, Entry] = field(default_factory=dict)
    rows: Mapping[str, Entry] = field(default_factory=dict)
    columns: Mapping[str, Entry] = field(default_factory=dict)

    def of_cell(self, name: str) -> tuple[Entry | None, Entry | None]:
        """Return what is said of the row and of the column of a cell."""
        section, row, column = name.split(".")
        return self.rows.get(f"{section}.{row}"), self.columns.get(f"{section}.{column}")


KINDS = tuple(one.name for one in fields(Help))


def places_of(sections: Iterable[Section]) -> dict[str, list[str]]:
    """Return every place that something can be said of, by kind, in printed order."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    texts, rows, columns = found["parts"], found["rows"], found["columns"]
    found["facts"] += FACTS
    for section in sections:
        found["sections"].append(section.key)
        texts += [f"{section.key}.{part}" for part in section.parts]
        cells = section.grid.numbers if section.grid else []
        rows += dict.fromkeys(f"{section.key}.{cell.row_key}" for cell in cells)
        columns += dict.fromkeys(f"{section.key}.{cell.column_key}" for cell in cells)
    return found


def read_help(data: Any, sections: Iterable[Section]) -> Help:
    """Return what an edition file says under [help], which may leave places out. Raises Misplaced."""
    refuse_unknown(data, KINDS, "[help] 里的", "help 要写成一个表，如 [help.rows]")
    known = places_of(sections)
    return Help(**{kind: _read_kind(data.get(kind, {}), kind, known[kind]) for kind in KINDS})


def _read_kind(entries: Any, kind: str, known: Sequence[str]) -> dict[str, Entry]:
    refuse_unknown(entries, known, f"[help.{kind}] 里的", f"[help.{kind}] 不是一个表")
    return {name: _read_entry(entry, f"[help.{kind}] 里“{name}”的") for name, entry in entries.items()}


def _read_entry(entry: Any, place: str) -> Entry:
    refuse_unknown(entry, SAID, place, f'{place}说明要写成一个表，如 counts = "……"')
    return Entry(**{key: text_of(entry, key, place) for key in ("counts", *entry)})
