"""A report as a Word document, made with python-docx from a template: by default one that follows GB/T 9704-2012.

The only place that waits for python-docx: it takes longer to load than the document to make."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from model.report.blocks import Block
from model.report.outline import outline
from model.report.report import Report

OFFICIAL = Path(__file__).parents[2] / "resources" / "template.docx"


def word_bytes(report: Report, template: bytes | None = None) -> bytes:
    """Return the report as a .docx, the same bytes for the same report every time; blank cells show 0."""
    return blocks_bytes(outline(report), report, template)


def blocks_bytes(blocks: Sequence[Block], report: Report, template: bytes | None = None) -> bytes:
    """Return any blocks as a .docx with the report's title and author. Raises Fault if the template cannot be used.

    `template` holds page, styles, header and footer; without it they are those of the official layout."""
    from export.word.template import template_in
    from export.word.writer import written

    return written(
        blocks, template_in(official_template() if template is None else template), report.title, report.unit
    )


def check_template(data: bytes) -> None:
    """Refuse a template from which no documents can be made. Raises Fault."""
    from export.word.template import template_in

    template_in(data)


def official_template() -> bytes:
    """Return the template of the official layout, a .docx."""
    return OFFICIAL.read_bytes()
