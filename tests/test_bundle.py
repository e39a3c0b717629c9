"""What can be told of the bundles without making them; and of those that have been made, their size and what system they ask for."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLibraryInfo

from model.files import program
from tests.samples import ROOT

PIECES = ROOT / ".ci" / "bundling"
ROOMS = ("model", "export", "ui")
WINDOWS = "sys.platform == 'win32'"
MB = 1024 * 1024
LARGEST = 60 * MB  # of a bundle
BUILT = sorted(
    path for pattern in ("*.tar.xz", "*.deb", "*.zip", "*.7z", "*.exe") for path in (ROOT / "build").glob(pattern)
)
# Imports every module that is named on standard input, and tells the files of all that came in.
IMPORT = """
import importlib, sys
for name in sys.stdin.read().split():
    try:
        importlib.import_module(name)
    except ImportError:
        assert "." in name or sys.platform != "linux", name
print(*{module.__file__ for module in list(sys.modules.values()) if getattr(module, "__file__", None)}, sep="\\n")
"""


def piece(name: str) -> ModuleType:
    """A Python file of the bundling as a module."""
    spec = util.spec_from_file_location(name, PIECES / f"{name}.py")
    assert spec and spec.loader
    made = util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a module, those left out that are for Windows only."""
    yield tree
    is_elsewhere = sys.platform != "win32" and isinstance(tree, ast.If) and ast.unparse(tree.test) == WINDOWS
    for node in tree.orelse if is_elsewhere else ast.iter_child_nodes(tree):
        yield from nodes(node)


def imported_names() -> set[str]:
    """What the program imports anywhere on this system, also where an import is delayed."""
    found = set()
    for path in (ROOT / "app.py", *(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))):
        for node in nodes(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.fixture(scope="module")
def loaded() -> list[Path]:
    """The file of every module that the program, and what it imports, loads."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORT],
        input="\n".join(sorted(imported_names())),
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    return [Path(line) for line in done.stdout.splitlines()]


def test_nothing_that_the_program_imports_is_left_out(loaded):
    is_dropped = piece("trim").is_dropped
    places = {"wheels": Path(util.find_spec("PySide6").origin).parents[1], "python": Path(ast.__file__).parent}
    left_out, seen = [], set()
    for path in loaded:
        part = next((part for part, place in places.items() if place in path.parents), None)
        if part and "site-packages" not in (name := path.relative_to(places[part]).as_posix()):
            seen.add(part)
            left_out += [name] * is_dropped(part, name)
    assert (left_out, seen) == ([], {"wheels", "python"})


def test_the_plugins_that_the_program_needs_are_kept_and_others_are_not():
    is_dropped = piece("trim").is_dropped
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    wheels = plugins.parents[1 if sys.platform == "win32" else 2]
    kept = {path.stem for path in plugins.rglob("*.*") if not is_dropped("wheels", path.relative_to(wheels).as_posix())}
    if sys.platform == "win32":
        assert kept == {"qwindows", "qsvg", "windowsprintersupport"}
    else:
        methods = {"libibusplatforminputcontextplugin", "libcomposeplatforminputcontextplugin"}
        assert kept == {"libqxcb", "libqsvg", "libcupsprintersupport", *methods}
    words = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_zh_CN.qm")
    assert words.exists() and not is_dropped("wheels", words.relative_to(wheels).as_posix())


def test_the_typesetter_sets_the_same_pages_without_the_faces_that_it_brings(tmp_path):
    """The bundles carry Typst's library with its own faces blanked; the program names faces of its own."""
    typst = Path(util.find_spec("typst").origin).parent
    shutil.copytree(typst, tmp_path / "site" / "typst")
    (library,) = (tmp_path / "site" / "typst").glob("_typst.*[do]")
    assert piece("blank_faces").blank(library) > 10 * MB
    example = str(ROOT / "resources" / "example.toml")
    for out, site in (("whole.pdf", typst.parent), ("blanked.pdf", tmp_path / "site")):
        words = [sys.executable, str(ROOT / "app.py"), "export", example, "-o", str(tmp_path / out)]
        subprocess.run(words, env=os.environ | {"PYTHONPATH": str(site)}, capture_output=True, check=True)
    assert (tmp_path / "whole.pdf").read_bytes() == (tmp_path / "blanked.pdf").read_bytes()


def test_everything_from_outside_is_pinned():
    lines = (PIECES / "debian.sha256").read_text(encoding="utf-8").splitlines()
    assert lines and all(re.fullmatch(r"[0-9a-f]{64}  \S+\.(deb|orig\.tar\.[gx]z)", line) for line in lines)
    pinned = [
        line for line in (PIECES / "pypi.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    assert pinned and all(re.fullmatch(r"[\w-]+==[\w.]+ --hash=sha256:[0-9a-f]{64}", line) for line in pinned)
    fetched = {line.split()[1].split("_")[0] for line in lines}
    asked = set()
    for script in ("python", "fcitx", "linux", "parts"):
        text = (PIECES / script).read_text(encoding="utf-8")
        asked |= set(re.findall(r"copyright_of (\S+)", text)) - {'"$1"'}
        asked |= {name.split("_")[0] for name in re.findall(r"[\w.+-]+_[\w.+-]+\.orig\.tar\.[gx]z", text)}
    assert asked - fetched == {"PACKAGE"} & asked


def test_the_manual_and_its_pictures_are_carried():
    """What the program shows of itself is among the files that a bundle takes from git."""
    (line,) = re.findall(r"git ls-files -z (.*) \|$", (PIECES / "parts").read_text(encoding="utf-8"), re.MULTILINE)
    done = subprocess.run(["git", "ls-files", "-z", *line.split()], capture_output=True, cwd=ROOT, check=True)
    carried = set(done.stdout.decode().split("\0"))
    pictures = re.findall(r"!\[.*?\]\((.*?)\)", program.manual())
    shown = {path.relative_to(ROOT).as_posix() for path in (program.MANUAL, program.NEWS)} | set(pictures)
    assert pictures and shown - carried == set()


def test_no_file_names_a_registry():
    for path in (*PIECES.rglob("*"), ROOT / ".ci" / "bundle"):
        if path.is_file() and path.suffix != ".pyc":
            words = path.read_text(encoding="utf-8")
            assert not re.search(r"https?://(?!schemas\.microsoft\.com)", words), path


@pytest.mark.skipif(not BUILT, reason="no bundle has been made here")
def test_the_bundles_can_be_carried():
    sizes = {path: path.stat().st_size for path in BUILT}
    assert [path for path, size in sizes.items() if size > LARGEST] == []


@pytest.mark.skipif(not list((ROOT / "build").glob("*.tar.xz")), reason="no bundle for Linux has been made here")
@pytest.mark.skipif(not shutil.which("objdump"), reason="needs objdump")
def test_the_linux_bundle_asks_for_no_newer_system_and_writes_no_code_of_its_own(tmp_path):
    (archive,) = (ROOT / "build").glob("*.tar.xz")
    with tarfile.open(archive) as bundle:
        bundle.extractall(tmp_path, filter="tar")
    assert piece("ceilings").too_new(tmp_path) == []
    (program,) = tmp_path.iterdir()
    sources = {path.relative_to(program) for path in (program / "app").rglob("*.py")}
    assert {path.parts[1] for path in sources} <= {"app.py", *ROOMS}
    for path in (program / "app").rglob("*.pyc"):  # never compared with the time of a source: sticks round it
        assert int.from_bytes(path.read_bytes()[4:8], "little") == 1, path
