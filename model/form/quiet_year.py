"""What a year without any request leaves to fill in, as an edition file says under [quiet_year]."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from model.form.section import Misplaced, Section, list_of, refuse_unknown, text_of
from model.form.usual_sentences import OfferedSentence


@dataclass(frozen=True)
class QuietYear:
    """The keys of the tables in which every number is then 0, and the usual sentences, which have {year} in them.

    None of both where nothing is said."""

    tables: tuple[str, ...] = ()
    sentences: tuple[OfferedSentence, ...] = ()


def read_quiet_year(data: Any, sections: Sequence[Section]) -> QuietYear:
    """Return what an edition file says under [quiet_year]. Raises Misplaced."""
    refuse_unknown(data, ("tables", "sentence"), "[quiet_year] 里的", "quiet_year 要写成一个表")
    tables = tuple(list_of(data, "tables", "[quiet_year] 的 "))
    for key in tables:
        if key not in [section.key for section in sections if section.grid]:
            raise Misplaced(f"[quiet_year] 的 tables 里的“{key}”不是一个有表格的部分")
    entries = list_of(data, "sentence", "[quiet_year] 的 ")
    return QuietYear(tables, tuple(_read_sentence(entry, sections) for entry in entries))


def _read_sentence(entry: Any, sections: Sequence[Section]) -> OfferedSentence:
    place = "[[quiet_year.sentence]] 的 "
    refuse_unknown(entry, ("section", "part", "text"), place)
    found = OfferedSentence(**{key: text_of(entry, key, place) for key in ("section", "part", "text")})
    if (found.section, found.part) not in [(one.key, part) for one in sections for part in one.parts]:
        raise Misplaced(f"{place}“{found.part}”不是“{found.section}”的一个小节")
    return found
