"""A report as blocks: the one place that knows the printed order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from model.form.section import Section
from model.report.blocks import Block, Heading, Paragraph, SignOff, Table, Title
from model.report.cell_numbers import number_shown
from model.report.chinese_numerals import NUMERAL, NUMERALS, numeral
from model.report.report import Part, Report
from model.report.unseen import UNSEEN_LETTER

NUMBERED = re.compile(rf"^[（(](?:{NUMERAL}|[{NUMERALS}]+)[）)]\s*")
SUBHEADING = re.compile(r"\d{1,2}[.．、](?!\d)[^。；：！？.;:!?]{1,30}")
# What XML cannot hold and what no line shows; TAB and VT (a line break) are printed.
UNPRINTABLE = re.compile("[\x00-\x08\n\x0c-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029]")
NOTHING = "无"
# A PDF/A has room for 32,767 bytes in a bookmark, up to four a letter; no title or heading has a hundredth of that.
LONGEST_HEADING_LETTERS = 8_000


class Placed(NamedTuple):
    """A block, and the name of the value that it shows: "unit", "opening", "overview[0].text" …; "" for the form's words.

    A table's numbers have the names of their cells."""

    block: Block
    name: str = ""


def outline(report: Report) -> list[Block]:
    """Return the report as it is printed, from the title to the sign-off; a blank cell shows 0, an empty section 无."""
    return [placed.block for placed in placed_outline(report)]


def placed_outline(report: Report) -> list[Placed]:
    """Return the report as it is printed, as `outline` does, with the name of the value that each block shows."""
    unit, rest = report.form.title.replace("{year}", str(report.year or "")).split("{unit}", 1)
    lines = (printable(unit + report.unit), rest)
    placed = [Placed(Title(tuple(line for line in lines if line)), "unit")]
    placed += [Placed(paragraph, "opening") for paragraph in paragraphs(report.text("opening"))]
    numbers = {name: number_shown(number) for name, number in report.numbers().items()}
    for section in report.form.sections:
        placed.append(Placed(Heading(1, section.heading)))
        if section.grid:
            shown = {cell.name: numbers.get(cell.name, "0") for cell in section.grid.numbers}
            placed.append(Placed(Table(section.grid, shown)))
        else:
            placed += list(_section(section, report.parts(section.key))) or [Placed(Paragraph(NOTHING), section.key)]
    return [*placed, Placed(SignOff(printable(report.unit), report.signed_on, report.sealed), "signoff.date")]


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text, one for each line, stripped, without blank lines and unprintable characters."""
    lines = [printable(line).strip() for line in LINE_ENDS.split(text)]
    return [Paragraph(line) for line in lines if is_seen(line)]


def is_seen(text: str) -> bool:
    """Return whether a text shows anything: pasted ones may hold nothing but letters without a width."""
    unseen = (UNSEEN_LETTER, UNPRINTABLE)
    return any(
        letter.strip() and not any(one.match(letter) for one in unseen) for letter in text
    )  # mostly the first does


def printable(text: str) -> str:
    """Return the text without the control characters that no page can show."""
    return UNPRINTABLE.sub("", text)


def unprintable_count(report: Report) -> int:
    """Return how many control characters the printed report leaves out."""
    headings = [part.heading for section in report.form.text_sections for part in report.parts(section.key)]
    texts = [report.text("unit"), *headings, *(text for _, text in report.texts())]
    return sum(len(UNPRINTABLE.findall(line)) for text in texts for line in LINE_ENDS.split(text))


def heading_shown(part: Part) -> str:
    """Return a part's heading as it is printed, without the number that is printed before it; "" if it has none."""
    heading = NUMBERED.sub("", printable(part.heading).strip(), count=1)
    return heading if is_seen(heading) else ""


def is_empty(section: Section, part: Part) -> bool:
    """Return whether a part is still empty, and not printed: no text, and no heading but one that the form proposes."""
    heading = heading_shown(part)
    return (not heading or heading in section.parts) and not is_seen(part.text)


def _section(section: Section, parts: tuple[Part, ...]) -> Iterator[Placed]:
    number = 0
    for index, part in enumerate(parts):
        if is_empty(section, part):
            continue
        if heading := heading_shown(part):
            number += 1
            yield Placed(Heading(2, f"（{numeral(number)}）{heading}"), f"{section.key}[{index}].heading")
        for paragraph in paragraphs(part.text):
            yield Placed(_subheading(paragraph), f"{section.key}[{index}].text")


def _subheading(paragraph: Paragraph) -> Block:
    """Return a heading of the third level for a short line that begins with 1. and has no full stop, else the line."""
    return Heading(3, paragraph.text) if SUBHEADING.fullmatch(paragraph.text) else paragraph


def day_shown(day: date) -> str:
    """Return a date as it is printed: 2022年1月10日."""
    return f"{day.year}年{day.month}月{day.day}日"


def shortened(text: str, most: int) -> str:
    """Return the text, or its first `most` characters and an ellipsis."""
    return text if len(text) <= most else f"{text[:most]}…"


def one_line(value: object, most: int) -> str:
    """Return a value on one line of at most so many characters."""
    return shortened(" ".join(str(value).split()), most)
