"""A report on a year without any request: its tables filled with zeros, and the usual sentences in its texts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from model.form.form import Form
from model.form.usual_sentences import OfferedSentence, going_on
from model.report.report import Part, Report


def blank_cells(report: Report, section: str) -> list[str]:
    """Return the cells of a table that nothing stands in."""
    return [name for name in _inputs(report, section) if name not in report.values]


def other_cells(report: Report, section: str) -> list[str]:
    """Return the cells of a table in which something else than 0 stands."""
    return [name for name in _inputs(report, section) if report.values.get(name, 0) != 0]


def sentence_for(report: Report, sentence: OfferedSentence, begins: bool = True) -> str:
    """Return a usual sentence with the report's year in it; only one that `begins` its part starts with the year."""
    year = f"{report.year}年" if report.year else "本年度"
    text = sentence.text if begins else going_on(sentence.text)
    return text.replace("{year}年", year).replace("{year}", str(report.year or ""))


def place_for(report: Report, sentence: OfferedSentence) -> int | None:
    """Return the number of the part that a sentence belongs to, None if there is none yet.

    That is the part with its heading, otherwise one whose heading speaks of the same, otherwise one whose text does."""
    parts = report.parts(sentence.section)
    in_heading, in_text = _words_for(report.form, sentence)
    found = chain(
        (index for index, part in enumerate(parts) if part.heading.strip() == sentence.part),
        (index for index, part in enumerate(parts) if any(word in part.heading for word in in_heading)),
        (index for index, part in enumerate(parts) if any(word in part.text for word in in_text)),
    )
    return next(found, None)


def _words_for(form: Form, sentence: OfferedSentence) -> tuple[list[str], list[str]]:
    """Return the words by which a heading, and a text, shows that it speaks of what a sentence does."""
    matters = (one.named for one in form.matters if (one.section, one.part) == (sentence.section, sentence.part))
    mentions = [one.words for one in form.mentions if one.section == sentence.section]
    about = [words for words in mentions if any(word in sentence.part for word in words)]
    in_text = [word for words in about for word in words if word in sentence.part]
    return [word for words in (*matters, *about) for word in words], in_text


def text_there(report: Report, sentence: OfferedSentence) -> str:
    """Return what stands already in the part that a sentence belongs to."""
    found = place_for(report, sentence)
    return "" if found is None else report.parts(sentence.section)[found].text.strip()


def is_there(report: Report, sentence: OfferedSentence) -> bool:
    """Return whether a usual sentence stands in its section."""
    said = sentence_for(report, sentence, begins=False)
    return any(said in part.text for part in report.parts(sentence.section))


def with_sentences(
    report: Report, sentences: Iterable[tuple[OfferedSentence, str]], replacing: Collection[OfferedSentence] = ()
) -> dict[str, tuple[Part, ...]]:
    """Return the texts, by section, with each text as the last paragraph of the part that its sentence belongs to.

    Of a part that one of the sentences `replacing` belongs to, nothing else stays."""
    changed: dict[str, tuple[Part, ...]] = {}
    begun: set[tuple[str, int]] = set()
    for sentence, text in sentences:
        if text.strip():
            sofar = replace(report, values=report.values | changed)
            parts, place = _with_place(sofar, sentence)
            is_kept = sentence not in replacing or (sentence.section, place) in begun
            before = parts[place].text.rstrip() if is_kept else ""
            parts[place] = replace(parts[place], text=f"{before}\n{text.strip()}" if before else text.strip())
            begun.add((sentence.section, place))
            changed[sentence.section] = tuple(parts)
    return changed


def _with_place(report: Report, sentence: OfferedSentence) -> tuple[list[Part], int]:
    """Return the parts of a section and the place for a sentence among them: a new part stands in the form's order."""
    parts, found = list(report.parts(sentence.section)), place_for(report, sentence)
    if found is None:
        found = _place_in_order(report.form.section(sentence.section).parts, parts, sentence.part)
        parts.insert(found, Part(sentence.part))
    return parts, found


def _place_in_order(order: Sequence[str], parts: Sequence[Part], heading: str) -> int:
    """Return where a part of the form belongs among those that are there; at the end if it has no heading."""
    if heading not in order:
        return len(parts)
    own = order.index(heading)
    ranks = [order.index(part.heading.strip()) if part.heading.strip() in order else -1 for part in parts]
    behind = [place + 1 for place, rank in enumerate(ranks) if 0 <= rank < own]
    before = [place for place, rank in enumerate(ranks) if rank > own]
    return (behind[-1:] or before[:1] or [len(parts)])[0]


def _inputs(report: Report, section: str) -> list[str]:
    return [name for name in report.form.inputs if name.partition(".")[0] == section]
