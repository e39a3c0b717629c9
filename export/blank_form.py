"""A form as it is printed to be filled in by hand: what is blank stays blank."""

from __future__ import annotations

from model.form.form import Form
from model.form.section import Section
from model.report.blocks import Heading, Paragraph, SignOff, Table, Title
from model.report.chinese_numerals import numeral
from model.report.outline import Placed

NAME, YEAR, DATE = "＿" * 10, "＿" * 3, "＿＿年＿＿月＿＿日"
RULE = "＿" * 28  # a line of the text
OPENING_LINES, TEXT_LINES = 4, 4  # of each part


def blank_form(form: Form) -> list[Placed]:
    """Return the form from the title to the sign-off, with lines to write on and tables without numbers."""
    rest = form.title.replace("{year}", YEAR).replace("{unit}", "")
    blocks = [Placed(Title((NAME, rest))), *_lines(OPENING_LINES)]
    for section in form.sections:
        blocks.append(Placed(Heading(1, section.heading)))
        if section.grid:
            blocks.append(Placed(Table(section.grid, {cell.name: "" for cell in section.grid.numbers})))
        else:
            blocks += _parts(section)
    return [*blocks, Placed(SignOff(NAME, None, False)), Placed(SignOff(DATE, None, False))]


def _parts(section: Section) -> list[Placed]:
    """Return the parts that the form proposes for a section of texts, with lines to write on."""
    if not section.parts:
        return _lines(TEXT_LINES)
    headings = [Placed(Heading(2, f"（{numeral(number)}）{part}")) for number, part in enumerate(section.parts, 1)]
    return [block for heading in headings for block in (heading, *_lines(TEXT_LINES))]


def _lines(count: int) -> list[Placed]:
    indented = RULE[2:]  # the first line begins two characters further in
    return [Placed(Paragraph("\v".join([indented, *[RULE] * (count - 1)])))]
