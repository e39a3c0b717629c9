"""What the clauses of a sentence that were read so far say of those that follow."""

from __future__ import annotations

from dataclasses import dataclass, field

from model.checking.amounts.statement import Statement
from model.checking.language.wording import Sums


@dataclass
class Context:
    """What holds in a sentence up to here; `number` is the sentence's in the passage."""

    number: int
    section: str
    rows: Sums = ()
    default: Sums = ()
    outside: list[tuple[str, Sums, Sums]] = field(default_factory=list)  # what held before each open bracket
    is_others: bool = False  # it speaks of another year, or of another body
    is_none: bool = False
    is_foreign: bool = False  # it counts something that no table does
    is_part: bool = False  # it tells of a part of what the sentence before counted (其中，…)
    released: str = ""  # the unit in which it counts what was published (公开信息410条，依申请公开3条)
    counted: list[Statement] = field(
        default_factory=list
    )  # what it counts for certain, as long as nothing else is counted
    reason: Sums = ()  # rows that the clause before names without an amount

    def step(self, depth: int) -> None:
        """Go into a bracket or come out of it: what was said in it does not hold behind it."""
        while len(self.outside) < depth:
            self.outside.append((self.section, self.rows, self.default))
        while len(self.outside) > depth:
            self.section, self.rows, self.default = self.outside.pop()
