"""Looks at the exported web page in a browser: python -m tests.web_page OUT

Takes pictures at the width of a telephone and of a desktop, prints it to PDF, tries what a narrow screen needs, and has
axe-core judge it by WCAG 2.2 AA. Needs Chromium; takes axe-core from OUT, or gets it there with npm. Says what is missing."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from export.web.document import page_bytes
from model.draft.draft_file import load_draft
from tests.samples import EXAMPLE, main_report

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTHS_PX = {"phone": 390, "desktop": 1280}
HEIGHT_PX = 844
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = Path("node_modules") / "axe-core" / "axe.min.js"
# What scrolls sideways is the tables' boxes only; in them the headings of the rows stay where they are.
SCROLLED = """(() => {
  const faults = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push("the page itself scrolls sideways");
  for (const box of document.querySelectorAll(".table")) {
    const heading = box.querySelector(".stays"), before = heading?.getBoundingClientRect().left;
    box.scrollLeft = box.scrollWidth;
    const name = box.getAttribute("aria-label");
    if (box.scrollLeft && heading && heading.getBoundingClientRect().left > before + 1) faults.push(name + ": headings move");
    if (heading && heading.getBoundingClientRect().left < box.getBoundingClientRect().left - 1) faults.push(name + ": headings go away");
    if (heading && heading.offsetWidth > innerWidth / 2) faults.push(name + ": headings leave no room");
    box.scrollLeft = 0;
    box.focus();
    if (document.activeElement !== box) faults.push(name + ": no focus");
  }
  return faults;
})()"""


def main() -> None:
    """Writes pictures and PDFs into a folder, and prints what is wrong with the pages."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not program:
        print("skipped: there is no Chromium here")
        return
    axe = axe_in(out)
    faults = [fault for name, page in pages().items() for fault in looked_at(program, name, page, axe, out)]
    print("\n".join(faults) or f"no fault found{'' if axe else ', but axe-core was not there to judge'}; look at {out}")
    sys.exit(bool(faults))


def pages() -> dict[str, bytes]:
    """The pages to look at, by name."""
    return {"main": page_bytes(main_report()), "example": page_bytes(load_draft(EXAMPLE)[0])}


def axe_in(out: Path) -> str:
    """The source of axe-core; "" with a word about it where it cannot be had."""
    npm = shutil.which("npm")
    if not (out / AXE).exists() and npm:
        subprocess.run([npm, "install", "--prefix", str(out), "axe-core"], capture_output=True, check=False)
    if not (out / AXE).exists():
        print("axe-core skipped: it is not here, and npm could not get it")
        return ""
    return (out / AXE).read_text(encoding="utf-8")


def looked_at(program: str, name: str, page: bytes, axe: str, out: Path) -> Iterator[str]:
    """Yields what is wrong with a page at each width."""
    path = out / f"{name}.html"
    path.write_bytes(page)
    with browser(program) as tab:
        for width_name, width in WIDTHS_PX.items():
            tab.show(path, width)
            (out / f"{name}-{width_name}.png").write_bytes(tab.picture())
            for fault in tab.value(SCROLLED):
                yield f"{name}, {width} px: {fault}"
            if axe:
                tab.value(f"{axe}; 0")
                found = tab.value(f"axe.run({{runOnly: {json.dumps(TAGS)}}})")
                print(f"{name}, {width} px: {len(found['passes'])} rules of axe passed")
                for one in found["incomplete"]:
                    print(f"{name}, {width} px: to be judged by eye: {_said(one)}")
                for one in found["violations"]:
                    yield f"{name}, {width} px: {_said(one)}"
        (out / f"{name}.pdf").write_bytes(tab.printed())


def _said(found: dict[str, Any]) -> str:
    place = found["nodes"][0]
    return f"{found['id']}: {' '.join(place['failureSummary'].split())}: {place['html'][:120]}"


class Tab:
    """A tab of a browser, driven over a pair of pipes."""

    def __init__(self, send: int, receive: int) -> None:
        self._send, self._receive = os.fdopen(send, "wb", 0), os.fdopen(receive, "rb")
        self._number, self._session = 0, ""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")

    def ask(self, method: str, **given: Any) -> dict[str, Any]:
        """The answer to a command; events that come before it are passed over."""
        self._number += 1
        asked = {"id": self._number, "method": method, "params": given}
        self._send.write(json.dumps(asked | ({"sessionId": self._session} if self._session else {})).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return dict(answer["result"])

    def _next(self) -> dict[str, Any]:
        message = b""
        while not message.endswith(b"\0"):
            piece = self._receive.read(1)
            if not piece:
                raise RuntimeError("the browser ended")
            message += piece
        return dict(json.loads(message[:-1]))

    def show(self, path: Path, width: int) -> None:
        """Opens a file at a width in pixels."""
        self.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=HEIGHT_PX, deviceScaleFactor=1, mobile=width < 600
        )
        self.ask("Page.navigate", url=path.absolute().as_uri())
        self.value("new Promise(done => document.readyState === 'complete' ? done(0) : addEventListener('load', done))")

    def value(self, expression: str) -> Any:
        """What an expression gives in the page."""
        result = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(str(result["exceptionDetails"]))
        return result["result"].get("value")

    def picture(self) -> bytes:
        """The whole page as PNG."""
        return base64.b64decode(self.ask("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def printed(self) -> bytes:
        """The page as PDF, on the paper that its style sheet names."""
        return base64.b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True)["data"])


@contextmanager
def browser(program: str) -> Iterator[Tab]:
    """A tab of a browser with a profile of its own, without a network."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        (theirs_in, ours_out), (ours_in, theirs_out) = os.pipe(), os.pipe()
        # The browser reads from 3 and writes to 4, whatever these pipes are here.
        call = [
            "sh", "-c", f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}', "sh", program, "--headless=new", "--no-sandbox",
            "--remote-debugging-pipe", f"--user-data-dir={profile}", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND",
        ]  # fmt: skip
        process = subprocess.Popen(call, pass_fds=(theirs_in, theirs_out), stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            yield Tab(ours_out, ours_in)
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
