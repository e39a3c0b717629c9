"""Which room may import which: app -> ui -> export -> model."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.samples import ROOT

MAY = {
    "model": {"model"},
    "export": {"export", "model"},
    "ui": {"ui", "export", "model", "PySide6"},
}
WRITERS = {"write_bytes", "write_text", "mkstemp", "unlink"}
MODULES = sorted(path for room in MAY for path in (ROOT / room).rglob("*.py"))


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_imports_only_what_stands_below_it(path):
    import sys

    own = (
        {name.partition(".")[0] for name in imports(path)}
        - set(sys.stdlib_module_names)
        - {"tomli_w", "lxml", "opencc"}
    )
    assert own <= MAY[path.relative_to(ROOT).parts[0]]


def test_no_two_modules_import_each_other():
    names = {path.relative_to(ROOT).with_suffix("").as_posix().replace("/", "."): path for path in MODULES}
    graph = {name: imports(path) & names.keys() for name, path in names.items()}
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join((*above, name))
        if name not in done:
            for other in graph[name]:
                visit(other, (*above, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_only_files_writes_to_the_disk():
    for path in MODULES:
        if path.name == "files.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
            assert called not in WRITERS, f"{path}: {called}"


def test_no_call_is_put_off_in_the_way_that_loses_errors():
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "singleShot":
                assert len(node.args) == 2, f"{path}: QTimer.singleShot with a context keeps an error to itself"


def test_the_forms_words_stand_in_no_code(form):
    words = {cell.label for s in form.sections if s.grid for cell in s.grid.cells if len(cell.label) > 4}
    words |= {section.heading for section in form.sections}
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        strings = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
        docs = {
            ast.get_docstring(n, clean=False)
            for n in ast.walk(tree)
            if isinstance(n, ast.Module | ast.FunctionDef | ast.ClassDef)
        }
        assert not [s for s in strings - docs for word in words if word in s], path
