"""Which room may import which, how large a room is, and what stands in no code."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.form.form import editions, load_form
from model.form.roles import known_roles
from tests.samples import ROOT

MAY = {
    "model": {"model"},
    "export": {"export", "model"},
    "ui": {"ui", "export", "model", "PySide6", "shiboken6"},
}
LIBRARIES = {"tomli_w", "lxml", "opencc", "docx", "typst", "pypdf"}
MOST_FILES = 17  # in one folder
WRITERS = {"write_bytes", "write_text", "mkstemp", "unlink"}
# The only places where an import waits until it is needed, and for what.
DELAYED = {
    "model/files/digest.py": "OpenSSL",
    "model/files/locks/holder.py": "what tells a machine that has no number in a file",
    "export/web/document.py": "lxml, for the first page that is made",
    "export/pdf/document.py": "Typst, for the first PDF that is made",
    "export/pdf/faces.py": "Typst, for the first look at the machine's faces",
    "export/proof/proof.py": "pypdf, for the first PDF that is read back",
    "export/word/document.py": "python-docx, for the first document that is made",
    "model/reading/document.py": "lxml, for what was copied",
    "model/reading/formats/choose_format.py": "lxml, for the formats that need it",
    "model/reading/simplified.py": "opencc, for traditional characters",
    "ui/application.py": "what can wait until the window is there",
    "ui/cli/main.py": "the commands, once one can be stopped",
    "ui/dialogs/message_boxes.py": "the first file that is opened in its program",
    "ui/files/save_draft.py": "two who changed one draft",
    "ui/startup/error_handler.py": "an error",
    "ui/startup/user_settings.py": "settings that are broken",
    "ui/preview/preview_splitter.py": "the first preview, with Typst's typesetter",
    "ui/view/document_view.py": "the first paint, before anything is checked; the first look for words",
    "ui/view/facts_tab.py": "an opening that would be replaced",
    "ui/view/findings_splitter.py": "the first look at findings",
    "ui/view/section_tabs.py": "the first table, and the first text",
    "ui/year/year_tab.py": "pictures of the years, where there are any",
    "ui/window/county_deadline.py": "a county's file, where there is one",
    "ui/window/document_actions.py": "the first page that is printed, and Qt's modules for it",
    "ui/window/main_window.py": "the first report that is opened",
    "ui/window/open_actions.py": "the first document that is read",
    "ui/window/workspace.py": "the first export, comparison or look back, and what concerns the program itself",
}
# Tests of what goes through many modules; all others are named after the one whose rules they try.
OF_MANY = {
    "model/reading/test_letters.py": "no reader changes a letter",
    "model/checking/amounts/test_sentences.py": "sentences that clerks write, with all rules on their amounts",
    "model/checking/texts/test_linear.py": "no rule or pattern is slower than linear",
    "model/form/test_invented_edition.py": "an edition with nothing of the others, from the window to Word",
    "model/form/test_third_edition.py": "an edition made of 2021's, wherever a form is used",
    "ui/window/test_keyboard.py": "the whole window, with keys only",
    "ui/cli/test_foreign_words.py": "every command, with names and values that break lines",
    "ui/test_assistive_technology.py": "the whole window, as a screen reader gets it",
    "export/word/test_pages.py": "the pages as they are laid out",
}
# Where every module is a rule, and has a test of its name.
OF_RULES = (
    "model/checking",
    "model/checking/amounts",
    "model/checking/arithmetic",
    "model/checking/language",
    "model/checking/texts",
    "model/comparing",
    "model/findings",
    "model/reading/tables",
)
# Words of the layout of an edition file and the name of a folder, which happen to be the key of a row or a column too.
OF_LAYOUT = {
    "model/files/program.py": {"licences"},
    "model/form/form.py": {"total"},
    "model/form/exact_relations.py": {"total", "[[total]] 里“"},
}
MODULES = sorted(path for room in MAY for path in (ROOT / room).rglob("*.py"))
NAMES = {path.relative_to(ROOT).with_suffix("").as_posix().replace("/", "."): path for path in MODULES}


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """What a module imports anywhere in it; of a package, the modules taken from it."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def room_of(name: str) -> str:
    return name.rpartition(".")[0]


def circles(graph: dict[str, set[str]]) -> Iterator[str]:
    """The circles in a graph of imports."""
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> Iterator[str]:
        if name in above:
            yield " -> ".join((*above[above.index(name) :], name))
        elif name not in done:
            for other in sorted(graph.get(name, ())):
                yield from visit(other, (*above, name))
            done.add(name)

    for name in sorted(graph):
        yield from visit(name, ())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_imports_only_what_stands_below_it(path):
    own = {name.partition(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - LIBRARIES
    assert own <= MAY[path.relative_to(ROOT).parts[0]]


def test_neither_modules_nor_folders_import_each_other_in_a_circle():
    modules = {name: imports(path) & NAMES.keys() for name, path in NAMES.items()}
    folders: dict[str, set[str]] = {}
    for name, others in modules.items():
        folders.setdefault(room_of(name), set()).update({room_of(other) for other in others} - {room_of(name)})
    assert [*circles(modules), *circles(folders)] == []


def test_imports_are_put_off_in_few_places_only():
    late = set()
    for path in MODULES:
        for function in ast.walk(tree_of(path)):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                inside = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
                late |= {path.relative_to(ROOT).as_posix()} if inside else set()
    assert late == DELAYED.keys()


def test_no_folder_holds_more_files_than_one_can_look_over():
    counts = Counter(path.parent for path in MODULES)
    assert {folder.relative_to(ROOT): count for folder, count in counts.items() if count > MOST_FILES} == {}


def test_every_test_is_named_after_what_it_tries():
    tests = [path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")]
    mirrored = {
        test.as_posix(): ROOT / test.with_name(test.name.removeprefix("test_")) for test in tests if test.parent.name
    }
    lost = [test for test, module in mirrored.items() if not module.exists() and not module.with_suffix("").is_dir()]
    assert sorted(lost) == sorted(OF_MANY)


def test_every_rule_has_a_test_of_its_name():
    modules = {path.relative_to(ROOT) for path in MODULES if path.name != "__init__.py"}
    rules = {path for path in modules if path.parent.as_posix() in OF_RULES}
    untried = [path.as_posix() for path in rules if not (ROOT / "tests" / path.with_name(f"test_{path.name}")).exists()]
    assert untried == []


def test_no_module_has_the_name_of_one_that_python_brings():
    taken = {path.relative_to(ROOT) for path in MODULES if path.stem in sys.stdlib_module_names}
    assert taken == set()


def test_only_files_writes_to_the_disk():
    for path in MODULES:
        if path.name == "files.py":
            continue
        for node in ast.walk(tree_of(path)):
            called = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
            assert called not in WRITERS, f"{path}: {called}"


def test_no_call_is_put_off_in_the_way_that_loses_errors():
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "singleShot":
                assert len(node.args) == 2, f"{path}: QTimer.singleShot with a context keeps an error to itself"


def strings_in(path: Path) -> set[str]:
    """The texts that stand in a module's code, docstrings left out; of an f-string the pieces between the braces."""
    tree = tree_of(path)
    strings = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    docs = {
        ast.get_docstring(n, clean=False)
        for n in ast.walk(tree)
        if isinstance(n, ast.Module | ast.FunctionDef | ast.ClassDef)
    }
    return strings - docs


def test_the_forms_words_stand_in_no_code(form):
    words = {cell.label for s in form.sections if s.grid for cell in s.grid.cells if len(cell.label) > 4}
    words |= {section.heading for section in form.sections}
    for path in MODULES:
        assert not [s for s in strings_in(path) for word in words if word in s], path


def test_no_code_knows_a_section_a_row_a_column_or_a_part_that_they_play():
    known: set[str] = set()
    for section in [section for edition in editions() for section in load_form(edition).sections]:
        known |= {section.key, *section.keys}
    for section, roles in known_roles().items():
        known |= {section, *roles["rows"], *roles["columns"]}
    for path in MODULES:
        for text in strings_in(path) - OF_LAYOUT.get(path.relative_to(ROOT).as_posix(), set()):
            code = re.sub("#.*", "", text)  # the remarks in a regular expression are none
            assert not known.intersection(re.findall("[a-z_]+", code)), f"{path}: {text}"
