"""A screen of its own with a window manager, and hands and eyes: keys, clicks, pictures."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 60  # seconds until something that should come is missed
# Seconds after which keys that brought nothing are pressed again: Wine loses some while a window is being drawn.
AGAIN = 8


def until(what: str, happened: Callable[[], object], seconds: float = PATIENCE) -> object:
    """What `happened` gives once it gives something. Raises AssertionError when that takes too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := happened():
            return found
        time.sleep(0.2)
    raise AssertionError(f"not seen within {seconds:.0f} s: {what}")


class Desktop:
    """An X server that nobody sees, 1366 × 900. Pictures go into a folder, numbered."""

    def __init__(self, pictures: Path) -> None:
        self._pictures, self._taken = pictures, 0
        pictures.mkdir(parents=True, exist_ok=True)
        self._server, self.name = self._served()
        self._manager = subprocess.Popen(
            ["openbox"], env=self._surroundings(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until("the window manager", lambda: "window id" in self._said("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))

    def close(self) -> None:
        """Ends the window manager and the server."""
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()

    def window(self, title: str) -> str:
        """The window with these words in its title, brought to the front once it is there."""
        found = str(until(f"a window “{title}”", lambda: self.windows(title)[-1:])[0])  # type: ignore[index]
        self._said("xdotool", "windowactivate", "--sync", found)
        return found

    def no_window(self, title: str) -> None:
        """Waits until no window has these words in its title."""
        until(f"no window “{title}” any more", lambda: not self.windows(title))

    def press(self, *keys: str) -> None:
        """Presses keys as xdotool calls them, one after the other."""
        for key in keys:
            self._said("xdotool", "key", "--clearmodifiers", key)
            time.sleep(0.4)

    def press_until(self, what: str, happened: Callable[[], object], title: str, *keys: str) -> None:
        """Presses keys in the window with these words in its title, again and again until something has happened."""

        def brings() -> bool:
            for window in self.windows(title)[-1:]:
                self._said("xdotool", "windowactivate", "--sync", window)
            self.press(*keys)
            end = time.monotonic() + AGAIN
            while not (has_happened := bool(happened())) and time.monotonic() < end:
                time.sleep(0.2)
            return has_happened

        until(what, brings)

    def write(self, text: str) -> None:
        """Types a text, letter by letter."""
        self._said("xdotool", "type", "--delay", "80", text)
        time.sleep(0.6)

    def click(self, window: str, x: int, y: int) -> None:
        """Clicks into a window, counted from the corner of its inside."""
        self._said("xdotool", "mousemove", "--window", window, str(x), str(y), "click", "1")
        time.sleep(0.6)

    def picture(self, name: str) -> Path:
        """Takes a picture of the screen, to be looked at, once what is on it has been drawn."""
        time.sleep(1)
        self._taken += 1
        path = self._pictures / f"{self._taken:02} {name}.png"
        self._said("import", "-window", "root", str(path))
        return path

    def windows(self, title: str) -> list[str]:
        """The windows on the screen with these words in their titles."""
        return self._said("xdotool", "search", "--onlyvisible", "--name", title).split()

    def _served(self) -> tuple[subprocess.Popen[bytes], str]:
        """A server on the first free number, and its name once it answers."""
        number, told = os.pipe()
        words = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1366x900x24", "-nolisten", "tcp", "-noreset"]
        server = subprocess.Popen(words, pass_fds=[told], stderr=subprocess.DEVNULL)
        os.close(told)
        with os.fdopen(number) as reader:
            return server, f":{reader.readline().strip()}"

    def _said(self, *words: str) -> str:
        done = subprocess.run(words, env=self._surroundings(), capture_output=True, text=True, timeout=PATIENCE)
        return done.stdout

    def _surroundings(self) -> dict[str, str]:
        return os.environ | {"DISPLAY": self.name}
