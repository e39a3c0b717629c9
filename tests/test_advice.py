"""Every sentence that tells a fault or a finding says what to do, and in words that a clerk knows."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from model.checking.run import check
from model.form.form import editions, load_form
from model.report.report import Part, Report
from tests.model.checking.reports import CLEAN, LAST, PHRASINGS, with_text
from tests.samples import ROOT

MODULES = sorted(path for room in ("model", "export", "ui") for path in (ROOT / room).rglob("*.py"))
ACTIONS = re.compile("请|用法")
# What only those use who were shown it; in the commands and in the form's own files a technician reads.
JARGON = re.compile("命名空间|实体|解析|线程|进程|字节|节点|控制字符|缓存|二进制|语法|堆栈|异常|管道|XML|(?<!\\.)TOML")
# By the kind of fault: why its sentence needs no advice of its own.
INSIDE = {
    "RelationFault": "FormFault ends it",
    "GridFault": "FormFault ends it",
    "RoleFault": "FormFault ends it",
}
# By what it says: why it needs none.
REASONED = {
    "不是单独一个数。": "to_check.py ends it",
    "像是比上年增加了多少。": "to_check.py ends it",
    "的单位与表上的不同。": "to_check.py ends it",
    "数字太大。": "to_check.py ends it, or it is followed by what the cell takes",
    "没有填充。": "begins with why the number does not fit, which says what does",
}
# A technician's: the commands, and the words of the form's own files.
OF_TECHNICIANS = ("ui/cli/", "model/form/")


class Said(NamedTuple):
    """A sentence that a module gives to a fault: where, the kind of fault, its words, and whether it holds another one."""

    where: str
    kind: str
    words: str
    has_inner: bool


def words_of(node: ast.expr, known: dict[str, str]) -> str:
    """The words of an expression; what is put into them at run time is {}, a constant of the module what it says."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(words_of(part, known) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return words_of(node.value, known)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return words_of(node.left, known) + words_of(node.right, known)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return words_of(node.func.value, known)
    if isinstance(node, ast.Name) and node.id in known:
        return known[node.id]
    return "{" + ast.unparse(node) + "}"


def constants() -> dict[str, str]:
    """What every constant of the program that is a text says; names that stand for several texts say all of them."""
    known: dict[str, str] = {}
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                words = words_of(node.value, known)
                if re.search("[\u4e00-\u9fff]", words):
                    known[node.targets[0].id] = words
    return known


def sentences() -> Iterator[Said]:
    known = constants()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                kind = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if kind.endswith("Fault"):
                    words = words_of(node.args[0], known)
                    has_inner = bool(
                        re.search(r"\{(str\()?(fault|error|why|sentence|self\._said|_takes\(cell\))", words)
                    )
                    yield Said(f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", kind, words, has_inner)


def is_exempt(said: Said) -> bool:
    return said.kind in INSIDE or said.has_inner or any(words in said.words for words in REASONED)


def test_every_fault_says_what_to_do():
    told = list(sentences())
    assert len(told) > 150
    assert [f"{one.where} {one.words}" for one in told if not ACTIONS.search(one.words) and not is_exempt(one)] == []


def test_every_exception_is_needed():
    words = " ".join(one.words for one in sentences())
    assert [words_ for words_ in REASONED if words_ not in words] == []
    assert INSIDE.keys() <= {one.kind for one in sentences()}


def test_no_fault_speaks_to_programmers():
    told = [one for one in sentences() if not one.where.startswith(OF_TECHNICIANS)]
    assert [f"{one.where} {one.words}" for one in told if JARGON.search(re.sub(r"\{.*?\}", "", one.words))] == []


def reports() -> Iterator[tuple[Report, Report | None]]:
    """Reports with all sorts of faults in them."""
    for sentence in PHRASINGS["wrong"]:
        yield with_text(sentence), LAST
    for edition in editions():
        yield Report(load_form(edition)), None
    for name, number in CLEAN.values.items():
        if isinstance(number, int):
            values = CLEAN.values | {name: number + 1234}
            yield Report(CLEAN.form, values), LAST


def awkward_texts() -> Iterator[str]:
    """Texts with what the rules on texts look for."""
    yield "截止2025年底,共有(见附件 。 2024年收到申请 3 件，同比增长80%。联系人王芳，手机13812345678。"
    yield "另一个镇人民政府的工作……待补充。二○二五年。1.甲；3.丙。的的。按照《条例》要求，制发XX件。"
    yield "（一）甲。（一）乙。本年新收申请8件，其中自然人5件、企业2件。信息处理费收取6万元。微博、政务微博。"


def messages() -> set[str]:
    found = {one.message for report, last in reports() for one in check(report, last).findings}
    for text in awkward_texts():
        for heading in ("主动公开", "依申请公开"):
            parts = (Part(heading, text), Part("", ""))
            report = Report(CLEAN.form, CLEAN.values | {"overview": parts, "improvement": (Part("", "无"),)})
            found |= {one.message for one in check(report, LAST).findings}
    return found


def test_every_message_of_a_rule_says_what_to_do_or_ends_with_advice_that_does():
    known: dict[str, str] = constants()
    found: list[str] = []
    for path in sorted((ROOT / "model" / "checking").rglob("*.py")):
        found += [
            f"{path.name}:{node.lineno} {words_of(node.value, known)}"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "message"
        ]
    assert len(found) > 30
    assert [words for words in found if not re.search(r"请|advice\}$|\{how\}$|\{key\[2\]\}$", words)] == []


def test_every_finding_says_what_to_do():
    told = messages()
    assert len(told) > 60
    assert sorted(one for one in told if not re.search("请", one)) == []


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "forms").glob("*.toml")), ids=lambda path: path.stem)
def test_every_relation_of_the_form_says_what_to_do(path: Path):
    def advices(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            yield from ([value["advice"]] if "advice" in value else [])
            for each in value.values():
                yield from advices(each)
        elif isinstance(value, list):
            for each in value:
                yield from advices(each)

    found = list(advices(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert found and [one for one in found if "请" not in one] == []
