"""What could not be read of the copy of last year's report in a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.findings.finding import WARNING, Finding
from model.form.form import Form

RULE = "last"
MOST_TOLD = 5


def last_findings(form: Form, faults: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """Yield a warning where some of last year's values are not compared, at the first of these cells."""
    if faults:
        rest = f"等 {len(faults)} 处" if len(faults) > MOST_TOLD else ""
        said = (
            f"草稿里带的上年报告有读不懂的：{'；'.join(words for _, words in faults[:MOST_TOLD])}{rest}，没有对照。"
            "请自己对照上年的报告核对；用记事本改过草稿的，请把这些改回去。"
        )
        place = next((name for name, _ in faults if name in form.inputs), "year")
        yield Finding(RULE, WARNING, (place,), said, about=" ".join(name for name, _ in faults))
