"""The official form, read from an edition file: sections, printed grids, and the names of its cells."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from model.faults import Fault
from model.form.exact_relations import Balance, Carry, Total, read_balances, read_carries, read_totals
from model.form.expected_relations import (
    AtLeast,
    Mention,
    Writing,
    Zero,
    read_at_leasts,
    read_mentions,
    read_writings,
    read_zeros,
)  # fmt: skip
from model.form.grid import Cell
from model.form.guide import Guide, read_guide
from model.form.help import Help, places_of, read_help
from model.form.quiet_year import QuietYear, read_quiet_year
from model.form.read_grid import GridFault
from model.form.relation import Relation, RelationFault
from model.form.roles import RoleFault
from model.form.section import (
    Misplaced,
    Section,
    list_of,
    read_sections,
    refuse_other_kind,
    refuse_unknown,
    refuse_unknown_former,
    text_of,
)  # fmt: skip
from model.form.unusual import Jump, Matter, Most, Needs, read_jumps, read_matters, read_mosts, read_needs
from model.form.usual_sentences import OfferedSentence, read_usual_sentences
from model.toml_errors import place_in_toml

FORMS = Path(__file__).parents[2] / "resources" / "forms"
KEYS = ("edition", "issued_as", "title", "section", "help", "guide", "quiet_year", "sentence")
RELATIONS = ("total", "balance", "carry", "at_least", "zero", "jump", "most", "needs", "mention", "matter", "writing")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]")  # most of which no Word document can hold


class FormFault(Fault):
    """An edition file that cannot be used; the sentence names the file and the place in it."""


@dataclass(frozen=True, eq=False)
class Form:
    """One edition of the form. `cells` gives every number cell by its name `section.row.column`.

    A form is equal to itself only, as each edition is read once."""

    edition: str
    issued_as: str
    title: str
    sections: tuple[Section, ...]
    totals: tuple[Total, ...] = ()
    balances: tuple[Balance, ...] = ()
    carries: tuple[Carry, ...] = ()
    zeros: tuple[Zero, ...] = ()
    at_leasts: tuple[AtLeast, ...] = ()
    jumps: tuple[Jump, ...] = ()
    mosts: tuple[Most, ...] = ()
    needs: tuple[Needs, ...] = ()
    mentions: tuple[Mention, ...] = ()
    matters: tuple[Matter, ...] = ()
    writings: tuple[Writing, ...] = ()
    cells: Mapping[str, Cell] = field(default_factory=dict)
    help: Help = field(default_factory=Help)
    guide: Guide = field(default_factory=lambda: Guide({}))
    quiet_year: QuietYear = field(default_factory=QuietYear)
    sentences: tuple[OfferedSentence, ...] = ()

    def __repr__(self) -> str:
        return f"Form({self.edition!r})"

    @cached_property
    def text_sections(self) -> tuple[Section, ...]:
        """The sections that hold text, in printed order."""
        return tuple(section for section in self.sections if section.grid is None)

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """The names of the cells that the clerk fills in, all but the totals, in printed order."""
        return tuple(name for name, cell in self.cells.items() if not cell.total)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """All relations, kind by kind."""
        exact = (*self.totals, *self.balances, *self.carries, *self.at_leasts, *self.zeros)
        return (*exact, *self.jumps, *self.mosts, *self.needs, *self.mentions, *self.matters)

    def section(self, key: str) -> Section:
        """Return the section with that key."""
        return next(section for section in self.sections if section.key == key)

    def section_of_role(self, role: str) -> Section | None:
        """Return the section that plays this part, None if the edition has none."""
        return next((section for section in self.sections if section.role == role), None)

    def label(self, name: str) -> str:
        """Return the cell's place in printed words, such as 「三、依申请公开 · 四、结转下年度继续办理 · 自然人」."""
        section = self.section(name.partition(".")[0])
        assert section.grid is not None
        return " · ".join([section.tab, *section.grid.labels_of(self.cells[name])])

    def label_within(self, name: str) -> str:
        """Return the cell's place in its section, such as 「四、结转下年度继续办理 · 自然人」."""
        return self.label(name).split(" · ", 1)[-1]

    def row_and_column(self, name: str, between: str = "") -> tuple[str, str]:
        """Return the printed words of a cell's row and column; without row labels, of its group and its column.

        `between` stands between the levels of a row, such as （四）无法提供 and 1.本机关不掌握相关政府信息."""
        grid = self.section(name.partition(".")[0]).grid
        assert grid is not None
        labels = grid.labels_of(self.cells[name])
        return between.join(grid.row_labels_of(self.cells[name])) or labels[0], labels[-1]


def editions(folder: Path | None = None) -> list[str]:
    """Return the available editions, oldest first; `folder` holds them, FORMS if none is given."""
    return sorted(path.stem for path in (folder or FORMS).glob("[!.~]*.toml"))  # not hidden ones


@cache
def load_form(edition: str, folder: Path | None = None) -> Form:
    """Return the form of that edition, read once. Raises FormFault if the file is missing or malformed."""
    path = (folder or FORMS) / f"{edition}.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))  # older Notepads put a BOM before it
    except OSError as error:
        raise FormFault(f"格式文件“{path.name}”打不开。请重新安装本程序。") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise FormFault(
            f"格式文件“{path.name}”写坏了：{place_in_toml(error)}写法不对。请重新安装本程序；改过它的，请改正。"
        ) from error
    form = read_form(data, path.name)
    if form.edition != edition:  # a draft on it could not be opened again
        raise FormFault(
            f"格式文件“{path.name}”有误：edition 写的是“{form.edition}”，要与文件名一样。请重新安装本程序；改过它的，请改正。"
        )
    # Editions are named after their first year, so that the earlier ones sort before this.
    if any(section.was for section in form.sections):
        forms = [load_form(other, folder) for other in editions(folder) if other < edition]
        earlier = [section for other in forms for section in other.sections]
        with _named(path.name):
            refuse_unknown_former(form.sections, earlier)
            refuse_other_kind(form.sections, earlier)
    return form


def read_form(data: Mapping[str, Any], file: str) -> Form:
    """Return the form that the edition file's data describe. Raises FormFault with `file` and the place in it."""
    with _named(file):
        return _form(data, {kind: list_of(data, kind, "") for kind in RELATIONS})


@contextmanager
def _named(file: str) -> Iterator[None]:
    """Turn a fault of the edition's content into a FormFault that names the file."""
    try:
        yield
    except (Misplaced, GridFault, RelationFault, RoleFault) as error:
        raise FormFault(f"格式文件“{file}”有误：{error}。请重新安装本程序；改过它的，请改正。") from error


def _form(data: Mapping[str, Any], entries: Mapping[str, list[Any]]) -> Form:
    refuse_unknown(data, (*KEYS, *RELATIONS), "")
    for text in _texts(data):
        if CONTROLS.search(text):
            raise Misplaced(f"“{CONTROLS.sub('□', text)}”里有控制字符（写作□）")
    sections = read_sections(list_of(data, "section", ""))
    names = [cell.name for section in sections if section.grid for cell in section.grid.numbers]
    texts = [section.key for section in sections if not section.grid]
    totals, *_ = read = (  # in the order of the form's fields
        read_totals(entries["total"], names),
        read_balances(entries["balance"], names),
        read_carries(entries["carry"], names),
        read_zeros(entries["zero"], names),
        read_at_leasts(entries["at_least"], names),
        read_jumps(entries["jump"], names),
        read_mosts(entries["most"], names),
        read_needs(entries["needs"], names),
        read_mentions(entries["mention"], names, texts),
        read_matters(entries["matter"], {section.key: section.parts for section in sections if not section.grid}),
        read_writings(entries["writing"], texts),
    )
    _mark_totals(sections, totals)
    # Only now: marking replaces the cells, which are equal to themselves only.
    cells = {cell.name: cell for section in sections if section.grid for cell in section.grid.numbers}
    told = (
        read_help(data.get("help", {}), sections),
        read_guide(list_of(data, "guide", ""), places_of(sections)["rows"]),
        read_quiet_year(data.get("quiet_year", {}), sections),
        read_usual_sentences(list_of(data, "sentence", ""), sections),
    )
    edition, issued_as = text_of(data, "edition", ""), text_of(data, "issued_as", "")
    form = Form(edition, issued_as, _title(data), sections, *read, cells, *told)
    _refuse_two_titles(form.relations)
    return form


def _refuse_two_titles(relations: tuple[Relation, ...]) -> None:
    """Refuse different titles for one id, which has one row in the 自查表."""
    titles: dict[str, str] = {}
    for one in relations:
        if titles.setdefault(one.id, one.title) != one.title:
            raise RelationFault(f"两处 id “{one.id}” 的 title 不一样：“{titles[one.id]}”和“{one.title}”")


def _mark_totals(sections: tuple[Section, ...], totals: tuple[Total, ...]) -> None:
    computed = {total.cell for total in totals}
    for section in sections:
        if section.grid:
            section.grid.mark_totals(computed)


def _title(data: Mapping[str, Any]) -> str:
    title = text_of(data, "title", "")
    if "{unit}" not in title or "{year}" not in title:
        raise Misplaced("title 里要有 {unit} 和 {year}")
    if re.search("[{}]", title.replace("{unit}", "").replace("{year}", "")):
        raise Misplaced("title 里除了 {unit} 和 {year} 不能有别的花括号")
    return title


def _texts(data: Any) -> Iterator[str]:
    """Yield all words of the file, however deep."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from _texts(item)
