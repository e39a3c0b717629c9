"""The program's version, its manual and what is new in it, and the licences of all that it is made of."""

from __future__ import annotations

import re
import sysconfig
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from model.files.files import read_file
from model.files.paths import regular_files

ROOT = Path(__file__).parents[2]
BUNDLED = ROOT.parent / "许可证"  # where a bundle has all of them
OWN = ROOT / "resources" / "licences"
MANUAL, NEWS = ROOT / "README.zh-CN.md", ROOT / "CHANGES.zh-CN.md"
OF_MAINTAINERS = re.compile(r"<!-- 给维护的人 -->.*?<!-- 到此为止 -->", re.DOTALL)
OVERVIEW = "说明"
TEXT = re.compile(r"LICEN[CS]E[^/]*$", re.IGNORECASE)
ONLY = ("LICENSE", "LICENCE")  # how the file of a package is called that has one
PACKAGE = re.compile(r"[\w.-]+")


def version() -> str:
    """Return the program's version, such as 1.0.0."""
    return str(_project()["version"])


def manual() -> str:
    """Return the manual in Markdown, without what is marked to be for maintainers. Raises FileFault."""
    return OF_MAINTAINERS.sub("", read_file(MANUAL).decode("utf-8", "replace"))


def news() -> str:
    """Return what is new in each version, in Markdown, the latest first. Raises FileFault."""
    return read_file(NEWS).decode("utf-8", "replace")


def licences() -> dict[str, Path]:
    """Return the licence texts by the name of what they are for, the overview first."""
    bundled = _texts_in(BUNDLED)
    return bundled if OVERVIEW in bundled else {**_texts_in(OWN), **dict(_installed())}


def licence_text(path: Path) -> str:
    """Return what a licence says. Raises FileFault."""
    return read_file(path).decode("utf-8", "replace")


def _texts_in(folder: Path) -> dict[str, Path]:
    texts = {path.stem: path for path, _ in regular_files(folder, "*.txt")}
    return dict(sorted(texts.items(), key=lambda text: (text[0] != OVERVIEW, text[0])))


def _installed() -> Iterator[tuple[str, Path]]:
    """Yield the program's own licence, Python's, and those that the installed packages bring."""
    yield "政府信息公开年报", ROOT / "LICENCE"
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if python.is_file():
        yield "Python", python
    for package in _packages():
        for file in metadata.files(package) or ():
            if TEXT.search(file.as_posix()):
                name = package if file.stem in ONLY else f"{package} {file.stem}"
                yield name, Path(str(file.locate()))


def _packages() -> Iterator[str]:
    """Yield the packages that the program needs and that are installed."""
    for wanted in _project()["dependencies"]:
        name = PACKAGE.match(wanted)
        if name and any(metadata.distributions(name=name[0])):
            yield name[0]


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project
