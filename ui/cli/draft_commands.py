"""The commands export, read and next."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from export.pdf.document import typesetter
from export.pdf.letters import missing_letters, pdf_notes
from export.proof.proof import proof
from export.web.document import page_bytes
from export.word.document import word_bytes
from export.word.own_template import read_template, template_in_use
from model.draft.draft_file import load_draft, save_draft
from model.draft.next_year import next_report
from model.draft.save_over import save_over
from model.faults import Fault
from model.files.files import write_file
from model.files.locks.draft_lock import DraftLocked, acquire_lock
from model.files.paths import same_file
from model.files.refusals import refuse_irregular
from model.files.settings_folder import settings_folder
from model.form.form import editions, load_form
from model.reading.document import read_document
from model.reading.open_report import open_report
from model.report.outline import unprintable_count
from model.report.report import Report
from model.report.unfinished import left_behind, never_filled, unfinished_note, year_fault
from model.report.years import reportable_years
from ui.cli.arguments import USAGE, Arguments, file_named
from ui.cli.console import DONE, UNUSABLE, note, put, remark
from ui.cli.read_output import account, as_json


def _source_and_target() -> Arguments:
    """Return a parser for a source file and, after -o, a target."""
    arguments = Arguments(USAGE)
    arguments.add_argument("source", type=file_named)
    arguments.add_argument("-o", dest="out", type=file_named, required=True)
    return arguments


def export(words: list[str]) -> int:
    """Export a draft by the suffix, and prove it: DRAFT -o OUT.docx [--template FILE], -o OUT.pdf or -o OUT.html.

    Without --template a Word document has the template of the window."""
    arguments = _source_and_target()
    arguments.add_argument("--template", type=file_named)
    call = arguments.parse_args(words)
    report, _ = load_draft(call.source)
    _refuse_target(call.source, call.out, tuple(EXPORTED), "只能导出 Word 文档、PDF 和网页")
    if call.template and call.out.suffix.lower() != ".docx":
        raise Fault(f"“{call.out.name}”不是 Word 文档，用不了模板，没有写。请去掉 --template，再运行一次。")
    if call.template and same_file(call.template, call.out):
        raise Fault(f"输出文件就是模板“{call.template.name}”自己，没有写。请换一个输出文件名。")
    _refuse_unready(report, call.source)
    made = EXPORTED[call.out.suffix.lower()](report, call)
    write_file(call.out, made.data)
    _tell(report, call.source)
    sentence, is_same = proof(report, call.out, made.missing)
    if not is_same:
        note(f"“{call.out.name}”{sentence}")
        return UNUSABLE
    if sentence:
        remark(sentence)
    return DONE


class Made(NamedTuple):
    """A document, and the letters that it shows another for."""

    data: bytes
    missing: Collection[str] = ()


def _word(report: Report, call: Namespace) -> Made:
    template = read_template(call.template) if call.template else template_in_use(settings_folder()).data
    return Made(word_bytes(report, template))


def _pdf(report: Report, call: Namespace) -> Made:
    setter = typesetter()
    missing = missing_letters(report, setter.faces)
    for said in pdf_notes(report, setter.faces, missing):
        note(f"“{call.source.name}”：{said}")
    return Made(setter.pdf(report), {one.letter for one in missing})


def _page(report: Report, _: Namespace) -> Made:
    return Made(page_bytes(report))


EXPORTED = {".docx": _word, ".pdf": _pdf, ".html": _page}


def _refuse_unready(report: Report, draft: Path) -> None:
    if fault := year_fault(report):
        raise Fault(f"“{draft.name}”没有导出：{fault}")
    missing = [
        label for label, known in (("单位名称（unit）", report.unit), ("年度（year）", report.year)) if not known
    ]
    if missing:
        raise Fault(f"“{draft.name}”里还没有填{'和'.join(missing)}，没有导出。请先在“基本信息”里填好。")


def _tell(report: Report, draft: Path) -> None:
    """Note what the document does not show as in the draft."""
    blanks, left_out = never_filled(report), unprintable_count(report)
    if blanks:
        note(f"“{draft.name}”有 {len(blanks)} 个格没有填，在文档里写作 0。")
    if said := unfinished_note(report):
        note(f"“{draft.name}”里{said}")
    if left_out:
        note(f"“{draft.name}”的文字里有 {left_out} 个控制字符，没有写进文档。")


def read(words: list[str]) -> int:
    """Read a document into a draft and report what was not recognised: SOURCE -o DRAFT [--year Y] [--unit U] [--json]."""
    arguments = _source_and_target()
    arguments.add_argument("--year", type=int)
    arguments.add_argument("--unit", default="")
    arguments.add_argument("--json", action="store_true")
    call = arguments.parse_args(words)
    years = reportable_years(date.today())
    if call.year is not None and call.year not in years:
        raise Fault(f"年度“{call.year}”不对。请写成 2021 这样的四位年份，从 {years[0]} 到 {years[-1]}。")
    _refuse_target(call.source, call.out, (".toml",), "草稿只能存成 .toml")
    reading = read_document(call.source, call.year, call.unit)
    _save(call.out, reading.report)
    put(json.dumps(as_json(reading), ensure_ascii=False, indent=1) if call.json else account(reading))
    return DONE


def next_year(words: list[str]) -> int:
    """Create next year's draft from a draft or document: LAST -o DRAFT."""
    call = _source_and_target().parse_args(words)
    _refuse_target(call.source, call.out, (".toml",), "草稿只能存成 .toml")
    last, reading = open_report(call.source)
    if wrong := left_behind(last):
        note(f"“{call.source.name}”里写得不对的 {len(wrong)} 处没有带过来：{'；'.join(wrong)}。请改好，再来一次。")
    report = next_report(last, load_form(editions()[-1]))
    _save(call.out, report)
    if report.year is None:
        note(f"“{call.source.name}”里没有认出年度，新草稿的年度请自己填。")
    if reading:
        put(account(reading))
    return DONE


def _refuse_target(source: Path, out: Path, endings: Sequence[str], why: str) -> None:
    """Raise Fault if `out` has another suffix, is the source, or is not a file that may be replaced."""
    if out.suffix.lower() not in endings:
        named = " 或 ".join(endings)
        raise Fault(f"“{out.name}”的后缀不是 {named}，{why}。请把输出文件的名称改成以 {named} 结尾。")
    if same_file(source, out):
        raise Fault(f"输出文件就是“{source.name}”自己，没有写。请换一个输出文件名。")
    refuse_irregular(out)


def _save(out: Path, report: Report) -> None:
    """Save a draft as the window does, locked and with the old version kept. Raises Fault."""
    try:
        lock = acquire_lock(out)
    except DraftLocked as held:
        raise Fault(f"{held.holder.words}打开着“{out.name}”，没有写。请先在那边关闭它，或者换一个文件名。") from held
    try:
        said = save_over(out, settings_folder(), lambda: save_draft(out, report))
    finally:
        if lock:
            lock.release()
    if said:
        note(said)
