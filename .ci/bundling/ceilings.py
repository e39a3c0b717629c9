"""How new a system a folder of libraries asks for. Usage: ceilings.py FOLDER; exit code 1 where something asks for more than glibc 2.28 has."""

import re
import subprocess
import sys
from pathlib import Path

# What comes with glibc 2.28, as on UOS 20 and Kylin V10.
CEILINGS = {"GLIBC": (2, 28), "GLIBCXX": (3, 4, 25), "CXXABI": (1, 3, 11), "GCC": (8, 0, 0)}
VERSION = re.compile(r"\b(GLIBC|GLIBCXX|CXXABI|GCC)_([0-9.]+)\b")


def is_elf(path: Path) -> bool:
    """Whether a file is a program or a library of Linux."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def asked_for(path: Path) -> set[tuple[str, tuple[int, ...]]]:
    """The versions of the system's libraries that a file needs, such as ("GLIBC", (2, 14))."""
    said = subprocess.run(["objdump", "-T", str(path)], capture_output=True, text=True, check=True).stdout
    return {
        (name, tuple(int(part) for part in version.split(".") if part))
        for line in said.splitlines()
        if "*UND*" in line
        for name, version in VERSION.findall(line)
    }


def too_new(folder: Path) -> list[str]:
    """A line for each version that a file in the folder needs and an older system lacks."""
    return [
        f"{path.relative_to(folder)}: {name}_{'.'.join(map(str, version))}"
        for path in sorted(folder.rglob("*"))
        if is_elf(path)
        for name, version in sorted(asked_for(path))
        if version > CEILINGS[name]
    ]


if __name__ == "__main__":
    found = too_new(Path(sys.argv[1]))
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(bool(found))
