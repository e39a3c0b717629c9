"""Gives the readers damaged and overgrown files: python -m tests.fuzz KIND COUNT [FIRST]

KIND is drafts or documents (damaged), large-drafts or large-documents (well-formed, and going on and on).

A file is read or refused with a sentence: no other exception, no more than 5 s, no more than 500 MB. What is read can be
checked and saved.
The seed that is printed with a fault makes the same file again: python -m tests.fuzz drafts 1 SEED"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

from export.web.document import page_bytes
from export.word.document import word_bytes
from model.checking.run import check
from model.draft.draft_file import draft_in_bytes, load_draft
from model.draft.next_year import last_of
from model.draft.toml_format import draft_text, read_draft
from model.faults import Fault
from model.form.form import editions, load_form
from model.reading.document import read_bytes
from model.report.outline import outline
from model.report.report import Report
from tests.damage.documents import damaged_document
from tests.damage.drafts import damaged_draft
from tests.damage.grown import grown_document, grown_draft
from tests.damage.memory import forget_most_memory, most_memory
from tests.model.reading.packed import archive, flat, word_2003
from tests.model.reading.pages import page_of
from tests.samples import EXAMPLE, SHARED, main_report

LONGEST = 5  # seconds of the processor, which others at work do not slow down
HANGS = 180  # seconds of the clock
LARGEST = 400 * 1024  # kilobytes above what the process began with
WORKERS = 2
RECYCLED = 1000  # cases, after which a worker gives its place to a new one: what it holds must be one file's


@cache
def drafts() -> list[bytes]:
    """Drafts to damage: the example, the main report, one with last year's report, confirmations, unfinished values, unknown keys."""
    example = EXAMPLE.read_bytes()
    report = main_report()
    rich = Report(
        report.form,
        report.values,
        {"last": {"edition": "2021", "year": 2020, "requests": {"received": {"natural": 3}}}},
    )
    more = '\n[unknown]\nx = [1, {a = 2021-01-01}]\n[[confirmed]]\nrule = "in-force"\ncells = ["a"]\nreason = "x"\n'
    more += '[printed.requests.handled]\nnatural = 61\ntotal = 70\n[unfinished]\n"disputes.review.upheld" = "1.."\n'
    return [example, draft_text(report).encode(), draft_text(rich).encode() + more.encode()]


@cache
def documents() -> list[tuple[str, bytes]]:
    """Documents to damage: what the program exports, the same in every format that is read, and the real ones where they are."""
    made = [document for report in (load_draft(EXAMPLE)[0], main_report()) for document in _in_every_format(report)]
    found = sorted(SHARED.glob("samples/*/source*"))[:12]
    return made + [(path.suffix, path.read_bytes()) for path in found if path.suffix in (".txt", ".html")]


def _in_every_format(report: Report) -> list[tuple[str, bytes]]:
    docx, page = word_bytes(report), page_of(report).encode()
    text = "\n".join(getattr(block, "text", "") for block in outline(report))
    return [
        *[(".docx", docx)] * 3, (".xml", flat(docx)), (".xml", word_2003(docx)),
        (".html", page), (".html", page), (".html", page_bytes(report)), (".mht", archive(page, "utf-8", "base64")),
        (".txt", text.encode()),
    ]  # fmt: skip


def damaged(kind: str, seed: int) -> tuple[bytes, str]:
    """The damaged file of a seed, and how its name ends."""
    random = Random(seed)
    if kind == "large-drafts":
        return grown_draft(random), ".toml"
    if kind == "large-documents":
        return grown_document(random)
    if kind == "drafts":
        return damaged_draft(random.choice(drafts()), random), ".toml"
    suffix, data = random.choice(documents())
    return damaged_document(data, suffix, random), suffix


def read_damaged(data: bytes, suffix: str) -> None:
    """Reads a damaged file; what is taken can be checked, written as a draft and read again."""
    try:
        report = draft_in_bytes(data, Path("草稿.toml")) if suffix == ".toml" else read_bytes(data, suffix).report
    except Fault as fault:
        assert str(fault).endswith(("。", "）")), fault
        return
    check(report, last_of(report, load_form, editions()))
    text = draft_text(report)
    assert draft_text(read_draft(text.encode(), load_form, editions())) == text


def fault_of(kind: str, seed: int) -> str:
    """What went wrong with the file of a seed, "" if nothing did."""
    data, suffix = damaged(kind, seed)
    before = forget_most_memory()
    began = time.process_time()
    try:
        read_damaged(data, suffix)
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}"
    took, used = time.process_time() - began, most_memory() - before
    if took > LONGEST:
        return f"{took:.1f} s"
    return f"{used // 1024} MB" if used > LARGEST else ""


def _work(kind: str, seeds: range, pipe: Connection) -> None:
    for seed in seeds:
        pipe.send((seed, None))
        pipe.send((seed, fault_of(kind, seed)))
    pipe.close()


def faults(kind: str, seeds: range) -> Iterator[tuple[int, str]]:
    """The seeds whose files bring the reader down, each with how; workers that hang or die are replaced."""
    waiting = [seeds[start : start + RECYCLED] for start in range(0, len(seeds), RECYCLED)]
    running: dict[Connection, tuple[BaseProcess, range, int, float]] = {}
    processes = get_context("spawn")  # a fork would begin with all that this process holds
    while waiting or running:
        while waiting and len(running) < WORKERS:
            batch = waiting.pop(0)
            here, there = processes.Pipe(duplex=False)
            process = processes.Process(target=_work, args=(kind, batch, there), daemon=True)
            process.start()
            there.close()
            running[here] = process, batch, batch[0], time.monotonic()
        for pipe in wait(list(running), timeout=1):
            process, batch, seed, since = running[pipe]  # type: ignore[index]
            try:
                seed, fault = pipe.recv()  # type: ignore[union-attr]
                running[pipe] = process, batch, seed, time.monotonic()  # type: ignore[index]
                if fault:
                    yield seed, fault
            except EOFError:
                del running[pipe]  # type: ignore[arg-type]
                process.join()
                if process.exitcode:
                    yield seed, f"died with {process.exitcode}"
                    waiting.insert(0, batch[batch.index(seed) + 1 :])
        for pipe, (process, batch, seed, since) in list(running.items()):
            if time.monotonic() - since > HANGS:
                process.kill()
                process.join()
                del running[pipe]
                yield seed, f"hung for {HANGS} s"
                waiting.insert(0, batch[batch.index(seed) + 1 :])
        waiting = [batch for batch in waiting if batch]


def main(kind: str, count: int, first: int = 0) -> int:
    """Reads `count` damaged files; prints what was tried, survived and lost."""
    found = []
    for seed, fault in faults(kind, range(first, first + count)):
        found.append(seed)
        print(f"{kind} {seed}: {fault}", flush=True)
    print(f"tried {count}, survived {count - len(found)}, lost {len(found)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), *map(int, sys.argv[3:4])))
