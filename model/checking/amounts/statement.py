"""What a text states of the numbers in the tables."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from model.checking.language.clauses import Amount
from model.checking.language.wording import Sums
from model.report.cell_numbers import Number

AT_LEAST = Decimal("Infinity")
GENEROUS = Decimal(2) / 3  # 二十余件 is said of 18 as well; only what is far less is told


@dataclass(frozen=True, slots=True)
class Statement:
    """A number that a text states: `sums` are alternatives, each the names of the cells to add up.

    `start` and `end` are those of the words that state it, `amount` is None where they say that there is none; `rows` and `columns`
    are the keys that they name, `sentence` is its number in the passage. `most`: of an amount like 三十余件 the
    largest that it may be, AT_LEAST where it may be any larger one. `without`: cells that it may leave out, as
    where those handled are told of what came in this year only. `is_first`: whoever reads it takes it for the first alternative.
    `is_of_others`: it follows from what is said of all, that there is none of another kind."""

    value: Decimal
    sums: tuple[tuple[str, ...], ...]
    start: int
    end: int
    amount: Amount | None
    rows: Sums = ()
    columns: Sums = ()
    sentence: int = 0
    most: Decimal | None = None
    without: tuple[str, ...] = ()
    is_first: bool = False
    is_of_others: bool = False

    def fits(self, value: Number | None, less: Number | None = None) -> bool:
        """Return whether cells that add up to a value (None: one is blank) are what it states; `less` is left out, or not."""
        if value is None or self.most is None:
            return value == self.value or (value is not None and value - (less or 0) <= self.value <= value)
        least = self.value if self.most == AT_LEAST else self.value * GENEROUS
        return least <= value <= self.most
