"""Leaves out of a folder what a bundle does not need. Usage: trim.py PART FOLDER, PART being a table of trim.toml,
or trim.py taken PART, which prints the files that a part takes by name."""

import sys
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path

RULES = tomllib.loads(Path(__file__).with_name("trim.toml").read_text(encoding="utf-8"))


def is_dropped(part: str, path: str) -> bool:
    """Whether the rules of a part leave out a file; `path` is relative to the part's folder, with slashes."""
    rules = RULES[part]
    return any(fnmatchcase(path, pattern) for pattern in rules["drop"]) and not any(
        fnmatchcase(path, pattern) for pattern in rules.get("keep", ())
    )


def trim(part: str, folder: Path) -> None:
    """Removes the files that are left out, and the folders that are empty then."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif is_dropped(part, path.relative_to(folder).as_posix()):
            path.unlink()


if __name__ == "__main__":
    if sys.argv[1] == "taken":
        print(*RULES[sys.argv[2]]["take"])
    else:
        trim(sys.argv[1], Path(sys.argv[2]))
