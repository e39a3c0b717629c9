"""How titles and sign-offs stand on the page, whatever the file format. Lengths are in twips (1/20 pt)."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from model.report.blocks import SignOff, Title
from model.report.outline import day_shown

AFTER_PLACES = re.compile("(?<=[省市州盟区县旗镇乡局委会])")


class PlacedLine(NamedTuple):
    """A line of the sign-off, aligned right, and how far from the right edge of the type area it ends."""

    text: str
    right: int


def title_lines(title: Title, room: int, character: int) -> list[str]:
    """Return the title's printed lines; `character` is the width of one, `room` that of the type area."""
    return [piece for line in title.lines for piece in balanced(line, room // character)]


def balanced(line: str, most: int) -> list[str]:
    """Return a title line in pieces of at most so many characters, as even as the breaks after 省, 县, 镇 … allow."""
    if len(line) <= most:
        return [line]
    stops = [match.start() for match in AFTER_PLACES.finditer(line)] or list(range(1, len(line)))
    best = min(stops, key=lambda stop: abs(2 * stop - len(line)))
    fits_two = len(line) <= 2 * most  # longer ones are broken further
    if not 0 < best < len(line) or (fits_two and max(best, len(line) - best) > most):
        best = len(line) // 2
    return balanced(line[:best], most) + balanced(line[best:], most)


def sign_off_lines(sign_off: SignOff, room: int, character: int) -> list[PlacedLine]:
    """Return the body's name and, if there is one, the date as GB/T 9704-2012, 7.3.5.1 and 7.3.5.2 place them.

    `character` is the width of one, `room` that of the type area; a name that needs two lines begins at its left edge."""
    when = day_shown(sign_off.date) if sign_off.date else ""
    name, date = min(_width(sign_off.unit, character), room - 2 * character), _width(when, character)
    place = _sealed if sign_off.sealed and when else _unsealed
    right_of_name, right_of_date = place(name, date, character)
    unit = PlacedLine(sign_off.unit, right_of_name)
    return [unit, PlacedLine(when, right_of_date)] if when else [unit]


def _unsealed(name: int, date: int, character: int) -> tuple[int, int]:
    """Return the right indents of name and date [7.3.5.2]: the name ends 2 characters from the edge.

    The date begins 2 characters after the name begins. A date that would then reach over the edge of the type area ends
    2 characters from it, and the name moves left."""
    right_of_name, right_of_date = 2 * character, name - date
    if right_of_date >= 0:
        return right_of_name, right_of_date
    return 2 * character + date + 2 * character - name, 2 * character


def _sealed(name: int, date: int, character: int) -> tuple[int, int]:
    """Return the right indents of name and date [7.3.5.1]: the date 4 characters from the edge, the name over it."""
    right_of_date = 4 * character
    return max(0, right_of_date + (date - name) // 2), right_of_date


def _width(text: str, character: int) -> int:
    """Return how wide the text runs; digits and Latin letters take half a character."""
    narrow = sum(unicodedata.east_asian_width(letter) in ("Na", "N", "H") for letter in text)
    return (len(text) - narrow) * character + narrow * (character // 2)
