"""A bare computer: a Debian in a folder, whose programs show their windows on a desktop of ours."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop import Desktop

INSIDE = Path(__file__).parent.parent / "inside"
HOME = "home/clerk"
DATA = "zfxxgk"  # the program's own folder, where a system keeps such folders


@dataclass
class Computer:
    """One tree of $work/trees. `before` are the words that start a program there, `program` and `command` the bundle's two starters."""

    tree: str
    desktop: Desktop
    program: str
    command: str
    before: tuple[str, ...] = ()
    surroundings: dict[str, str] = field(default_factory=dict)
    drive: str = ""  # what stands before a path on Windows

    @property
    def root(self) -> Path:
        """Where the tree lies on this machine."""
        return Path(os.environ["BUNDLE_WORK"], "trees", self.tree)

    def file(self, name: str) -> Path:
        """A file in the clerk's own folder, as this machine sees it."""
        return self.root / HOME / name

    def named(self, name: str) -> str:
        """The same file, as the programs in the tree call it."""
        path = f"/{HOME}/{name}"
        return f"{self.drive}{path}".replace("/", "\\") if self.drive else path

    def unpack(self, archive: Path, place: str) -> None:
        """Unpacks a bundle into a folder of the tree that is made anew."""
        folder = self.root / place
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.unpack_archive(archive, folder)

    def forget(self) -> None:
        """Makes the clerk's own folder as bare as it was, but for Wine's Windows in it, from which the program's data goes."""
        home = self.root / HOME
        home.mkdir(parents=True, exist_ok=True)
        for path in home.iterdir():
            if path.name != ".wine":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        for data in home.glob(f".wine/drive_c/users/*/AppData/*/{DATA}"):
            shutil.rmtree(data)

    def switch_off(self) -> None:
        """Ends whatever still runs in the tree, as an input method does."""
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if (process / "root").readlink() == self.root.resolve():
                    os.kill(int(process.name), signal.SIGKILL)

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Starts the window."""
        return self.start_program(self.program, *words)

    def start_program(self, *words: str) -> subprocess.Popen[str]:
        """Starts a program of the bundle's system."""
        return self._start(*self.before, *words)

    def ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs one command of the command line to its end."""
        return self.run(*self.before, self.command, *words)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs a command in the tree to its end."""
        process = self._start(*words)
        out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    def _start(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            ["bash", str(INSIDE), self.tree, *words],
            env=os.environ | self.surroundings | {"DISPLAY": self.desktop.name},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
