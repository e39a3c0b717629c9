"""The words by which a form's rows and columns are found in a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from model.form.form import Form
from model.form.grid import Cell, Grid
from model.form.renamed import renames
from model.form.section import Section
from model.reading.formats.words import core, is_part_of, number

CERTAIN, LIKELY = 2.0, 1.0
TAILS = (
    "情况",
    "数量",
    "件数",
    "数",
    "件",
    "决定",
    "决定数量",
    "万元",
    "单位件",
    "单位万元",
    "的",
)  # that say nothing more than the label does
LEAST_LEFT_SHARE = 0.6  # of the characters of a label that is known without the others
SHORTEST_LABEL_CHARACTERS = 4  # that tell a row apart when the rest of its label is missing


@dataclass(frozen=True, eq=False)
class RowLabel:
    """A row of numbers: its cells in column order, and the words that name it in this or another edition."""

    section: str
    row: str
    cells: tuple[Cell, ...]
    label: str
    words: tuple[str, ...]
    order: int

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the row's cells, in column order."""
        return tuple(cell.name for cell in self.cells)

    @cached_property
    def by_column(self) -> Mapping[str, Cell]:
        """The row's cells by the keys of their columns."""
        return {cell.column_key: cell for cell in self.cells}

    @cached_property
    def is_money(self) -> bool:
        """Whether one of its numbers may have decimals."""
        return any(cell.decimal for cell in self.cells)


@dataclass(frozen=True, eq=False)
class FormLabels:
    """All that is printed on a form's tables, by its core (see words.core)."""

    form: Form
    rows: tuple[RowLabel, ...]
    columns: dict[str, dict[str, str]]  # section -> heading -> the column's name in a cell's name
    words: frozenset[str]  # every label
    group_headings: frozenset[str]  # headings that stand over several columns
    headings_in_one_row: frozenset[str]  # sections whose column headings stand side by side
    every_heading: frozenset[str]  # of all editions
    label_columns: dict[str, int]  # section -> how many columns of labels its rows have
    reading_orders: dict[str, list[str]]  # section -> its columns as their headings are read, row by row

    @cached_property
    def known(self) -> frozenset[str]:
        """Every label of this form and every column heading of any."""
        return self.words | self.every_heading

    @cached_property
    def beginnings(self) -> dict[str, frozenset[str]]:
        """For each section all that its column headings begin with, "" and the whole headings too."""
        return {
            section: frozenset(word[:end] for word in words for end in range(len(word) + 1))
            for section, words in self.columns.items()
        }

    @cached_property
    def known_text(self) -> str:
        """All of them in one, for finding pieces of them."""
        return "".join(self.known)

    @cached_property
    def _rows_by_word(self) -> dict[str, list[RowLabel]]:
        words = {word for row in self.rows for word in row.words}
        return {word: [row for row in self.rows if word in row.words] for word in words}

    def rows_like(self, text: str) -> tuple[float, list[RowLabel]]:
        """Return the rows that a label may mean and how sure that is: CERTAIN and above if it can be no other."""
        return _rows_like(self, text)

    def candidates(self, word: str) -> Sequence[RowLabel]:
        """Return the rows that have this word, all rows if none has it."""
        return self._rows_by_word.get(word) or self.rows

    def score(self, word: str, numbering: str, row: RowLabel) -> float:
        """Return how well the words fit a row's label: whole, cut, with characters lost, or with others in their place."""
        same_number = 0.5 if numbering and numbering == number(row.label) else 0.0
        if word in row.words:
            is_heading_too = word in self.columns[row.section] and not same_number
            return LIKELY + 0.9 if is_heading_too else CERTAIN + 1 + same_number
        best = 0.0
        for own in row.words:
            if len(word) >= SHORTEST_LABEL_CHARACTERS and word in own:
                best = max(best, CERTAIN + 0.4)
            elif len(own) >= SHORTEST_LABEL_CHARACTERS and word.startswith(own) and word[len(own) :] in TAILS:
                best = max(best, CERTAIN + 0.3)
            elif len(word) >= SHORTEST_LABEL_CHARACTERS and _is_cut(word, own):
                best = max(best, CERTAIN + 0.2)
            elif same_number and _differ_in_one(word, own):
                best = max(best, LIKELY + 0.1)
            elif same_number and len(word) > 2 and set(word) <= set(own):
                best = max(best, LIKELY)
        return best + same_number / 10 if best else 0.0

    def column(self, section: str, text: str) -> str:
        """Return the name of the column of a section that a heading names, "" if it names none."""
        return self.columns.get(section, {}).get(core(text), "")

    def column_like(self, section: str, text: str) -> str:
        """Return the only column of a section whose heading a text is with characters lost, "" if it is none's.

        Where headings stand over several rows, a text may be the rest of another."""
        return _column_like(self, section, core(text)) if section in self.headings_in_one_row else ""


@lru_cache(maxsize=4096)  # the same labels come in every document
def _rows_like(labels: FormLabels, text: str) -> tuple[float, list[RowLabel]]:
    word = core(text)
    if not word:
        return 0.0, []
    scores = [(labels.score(word, number(text), row), row) for row in labels.candidates(word)]
    best = max(score for score, _ in scores)
    found = [row for score, row in scores if score == best and score > 0]
    return (min(best, LIKELY) if len(found) > 1 else best), found


@lru_cache(maxsize=1024)
def _column_like(labels: FormLabels, section: str, word: str) -> str:
    if len(word) < SHORTEST_LABEL_CHARACTERS:
        return ""
    keys = {key for own, key in labels.columns[section].items() if _is_cut(word, own)}
    return keys.pop() if len(keys) == 1 else ""


def _is_cut(word: str, own: str) -> bool:
    """Return whether a word is another one with characters lost."""
    return len(word) >= LEAST_LEFT_SHARE * len(own) and is_part_of(word, own)


def labels_among(form: Form, forms: Sequence[Form]) -> FormLabels:
    """Return the labels of one of several editions."""
    return labels_of(form, tuple(other for other in forms if other is not form))


@cache
def labels_of(form: Form, others: tuple[Form, ...]) -> FormLabels:
    """Return the labels of a form; where another edition calls the same cell by another name, that name counts too."""
    words = _labels(form)
    rows: list[RowLabel] = []
    for section, grid in _grids(form):
        for cells in _number_rows(grid):
            row = cells[0].row_key
            label = _leaf(grid, cells[0])
            known = spellings(label)
            for other in others:
                known += [word for word in _other_words(form, other, cells) if word not in words]
            rows.append(RowLabel(section.key, row, tuple(cells), label, tuple(dict.fromkeys(known)), len(rows)))
    columns = {section.key: _columns(form, others, section) for section, _ in _grids(form)}
    level = frozenset(section.key for section, grid in _grids(form) if _has_one_heading_row(grid))
    groups = frozenset(
        core(cell.label)
        for _, grid in _grids(form)
        for cell in grid.cells
        if cell.label and cell.columns > 1 and cell.row < grid.heading_rows and cell.column >= grid.label_columns
    )
    every = frozenset(word for heads in columns.values() for word in heads)
    widths = {section.key: grid.label_columns for section, grid in _grids(form)}
    orders = {section.key: _reading_order(grid) for section, grid in _grids(form)}
    return FormLabels(form, tuple(rows), columns, words, groups, level, every, widths, orders)


def _reading_order(grid: Grid) -> list[str]:
    above = {cell.column_key: grid.heading_of(cell) for cell in reversed(grid.numbers)}
    places = {name: (head.row, head.column) for name, head in above.items() if head}
    return sorted(places, key=lambda name: places[name])


def _differ_in_one(one: str, other: str) -> bool:
    """Return whether two words are the same but for one character, as where a character was misread."""
    return (
        len(one) == len(other) >= SHORTEST_LABEL_CHARACTERS
        and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    )


def _grids(form: Form) -> list[tuple[Section, Grid]]:
    return [(section, section.grid) for section in form.sections if section.grid]


def _labels(form: Form) -> frozenset[str]:
    cells = [cell for _, grid in _grids(form) for cell in grid.cells if cell.label]
    return frozenset(word for cell in cells for word in spellings(cell.label))


def spellings(label: str) -> list[str]:
    """Return a label whole, and without a remark in brackets behind it."""
    head = label.split("（")[0] if not label.startswith("（") else label[:4] + label[4:].split("（")[0]
    return [word for word in dict.fromkeys([core(label), core(head)]) if word]


def _number_rows(grid: Grid) -> list[list[Cell]]:
    """Return the number cells of each row that has a label on its left."""
    rows: dict[int, list[Cell]] = {}
    for cell in grid.numbers:
        if grid.label_columns:
            rows.setdefault(cell.row, []).append(cell)
    return list(rows.values())


def _leaf(grid: Grid, cell: Cell) -> str:
    beside = [grid.at(cell.row, column) for column in range(cell.column)]
    return next((label.label for label in reversed(beside) if label.label), "")


def _other_words(form: Form, other: Form, row: Sequence[Cell]) -> list[str]:
    """Return what another edition calls a row."""
    places = renames(form, other).cells
    names = {name for cell in row for name in places.get(cell.name, ())}
    rows = (
        (grid, cells[0]) for _, grid in _grids(other) for cells in _number_rows(grid) if names & {c.name for c in cells}
    )
    return [word for grid, cell in rows for word in spellings(_leaf(grid, cell))]


def _columns(form: Form, others: Sequence[Form], section: Section) -> dict[str, str]:
    """Return the headings of a section's columns, each with the column's key.

    What another edition calls a column counts too."""
    found: dict[str, str] = {}
    for word, key in _headings(section, {}):
        found.setdefault(word, key)
    for other in others:
        places = renames(form, other)
        own = {old: name.split(".")[2] for name, olds in places.cells.items() for old in olds}
        for former in places.sections.get(section.key, ()):
            for word, key in _headings(other.section(former), own):
                found.setdefault(word, key)
    return found


def _headings(section: Section, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the headings over a section's numbers, each with the key of the column, or the one that `names` gives for the cell."""
    for cell in section.grid.numbers if section.grid else ():
        above = section.grid.heading_of(cell) if section.grid else None
        for word in spellings(above.label) if above else ():
            yield word, names.get(cell.name, cell.column_key)


def _has_one_heading_row(grid: Grid) -> bool:
    return all((cell_above := grid.heading_of(cell)) is None or cell_above.rows == 1 for cell in grid.numbers)
