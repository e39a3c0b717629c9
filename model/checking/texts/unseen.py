"""Letters in a text that nobody sees, that turn others around, or that only look like those that are meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from model.checking.language.replaced import Replaced
from model.findings.finding import HINT, WARNING, Finding, Rewording, around, place_words
from model.report.fact_labels import FACT_NAMES
from model.report.report import Report, text_place
from model.report.unseen import ALIKE_LETTER, TURNING_LETTER, plain_letter, unseen_places, without_unseen

NEAR = 6  # letters on both sides of a place that are shown
LONGEST_TURNED = 30  # letters up to where they are turned back
MOST_SHOWN = 5  # letters that are named


def unseen_findings(report: Report, name: str, read: Mapping[str, Replaced]) -> Iterator[Finding]:
    """Yield what the words of that name hold besides what a reader sees: each kind in one finding, with one mend."""
    place = _place(report, name)
    if not place or name not in read or not read[name].text.strip():
        return
    text = read[name].written
    unseen = list(unseen_places(text))
    yield from _turning(name, place, text, [at for at in unseen if TURNING_LETTER.match(text, at)])
    yield from _unseen(name, place, text, [at for at in unseen if not TURNING_LETTER.match(text, at)])
    yield from _alike(name, place, text)


def _place(report: Report, name: str) -> str:
    section, index = text_place(name)
    if not section:
        return FACT_NAMES.get(name, "")
    tab, heading = report.form.section(section).tab, report.parts(section)[index].heading
    return (
        f"{place_words(tab, '')}的第 {index + 1} 个小标题" if name.endswith(".heading") else place_words(tab, heading)
    )


def _turning(name: str, place: str, text: str, places: Sequence[int]) -> Iterator[Finding]:
    if places:
        start = places[0]
        end = max(at for at in places if at <= start + LONGEST_TURNED) + 1
        shown = _shown(text, start, end)
        said = (
            f"{place}里“…{shown}…”这一处有改变文字方向的符号（看不见，共 {len(places)} 个），"
            "屏幕上看到的和实际写的不一样，数字会倒过来。请去掉这些符号，再核对这里的数。"
        )
        mend = _without(name, text, places)
        yield Finding(
            "writing", WARNING, (name,), said, (mend,), start=start, length=end - start, about=shown, kind="turning"
        )


def _unseen(name: str, place: str, text: str, places: Sequence[int]) -> Iterator[Finding]:
    if places:
        start, end = max(0, places[0] - 1), places[0] + 2  # with the letters beside it: it has no width to be marked
        shown = _shown(text, places[0], places[0] + 1)
        said = f"{place}里“…{shown}…”这一处有看不见的字（共 {len(places)} 个），别人查找、复制这里的字会出错。请去掉。"
        mend = _without(name, text, places)
        length = min(end, len(text)) - start
        yield Finding("writing", HINT, (name,), said, (mend,), start=start, length=length, about=shown, kind="unseen")


def _alike(name: str, place: str, text: str) -> Iterator[Finding]:
    changes = [
        (found.start(), found.end(), plain)
        for found in ALIKE_LETTER.finditer(text)
        if (plain := plain_letter(found[0])) != found[0]
    ]
    if changes:
        shown = "、".join(list(dict.fromkeys(plain for _, _, plain in changes))[:MOST_SHOWN])
        said = (
            f"{place}里有 {len(changes)} 个字（{shown}）是从 PDF 之类复制来的，看着一样，"
            "其实是另外的字，别人查找不到。请换成平常的字。"
        )
        mend, start = Rewording(name, text, tuple(changes)), changes[0][0]
        yield Finding("writing", HINT, (name,), said, (mend,), start=start, length=1, about=shown, kind="alike")


def _without(name: str, text: str, places: Sequence[int]) -> Rewording:
    return Rewording(name, text, tuple((at, at + 1, "") for at in places))


def _shown(text: str, start: int, end: int) -> str:
    return without_unseen(around(text, start, end, NEAR, NEAR)).strip()
