"""An edition that there is not yet: 2021's with a row and a column more, others renamed or parted, and more relations."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from model.form.form import FORMS

EDITION = "2030"
# What is written otherwise than in 2021.toml, in this order; a pattern each, and what stands in its place.
EDITS = (
    (r'edition = "2021"', f'edition = "{EDITION}"'),
    # A section renamed, and rows in it.
    (r'key = "requests"', 'key = "applications"'),
    (r'"requests\.', '"applications.'),
    (r'tab = "三、依申请公开"', 'tab = "三、申请的办理"'),
    (r'heading = "三、收到和处理政府信息公开申请情况"', 'heading = "三、办理政府信息公开申请情况"'),
    (r'"四、结转下年度继续办理", "<", "<", "=carried_out"', '"四、年末尚未办结", "<", "<", "=open_at_end"'),
    (r'carried_out = "carried_out"', 'carried_out = "open_at_end"'),
    (r"applications\.carried_out\.", "applications.open_at_end."),
    (r'"一、本年新收政府信息公开申请数量", "<", "<", "=received"', '"一、本年收到申请数量", "<", "<", "=incoming"'),
    (r'received = "received"', 'received = "incoming"'),
    (r"applications\.received\.", "applications.incoming."),
    (r'"applications\.received"', '"applications.incoming"'),
    (r'"applications\.carried_out"', '"applications.open_at_end"'),
    (r'"applications\.natural"', '"applications.persons"'),
    (r"\[help\.sections\.requests\]", "[help.sections.applications]"),
    (r'tables = \["requests"', 'tables = ["applications"'),
    # A row more in a group, and one parted in two.
    (
        r'(  \["\^", "\^", )"8.属于行政查询事项", "=denied_registry_query"(.*\n)',
        r'\g<0>\1"9.属于公开后将损害科研成果", "=denied_research_results"\2',
    ),
    (r'"denied_registry_query",\n', '"denied_registry_query", "denied_research_results",\n'),
    (
        r'(  \["\^", "\^", )"3.其他", "=other_remaining"(.*\n)',
        r'\1"3.申请人撤回申请", "=other_withdrawn"\2\1"4.其他", "=other_remaining"\2',
    ),
    (r'"other_remaining",\n\]', '"other_remaining", "other_withdrawn",\n]'),
    # A column more in a group, and one renamed.
    (r'"natural", "business", "research", "nonprofit", "legal", "other"', '"persons", "business", "research", "nonprofit", "legal", "media", "other"'),
    (r'natural = "natural"', 'natural = "persons"'),
    (r'"申请人情况", ', '"申请人情况", "<", '),
    (r'"法人或其他组织", ', '"法人或其他组织", "<", '),
    (r'"法律服务机构", ', '"法律服务机构", "新闻媒体", '),
    (r'(=(?!review|litigation)\w+", )"=", "=", "=", "=", "=", "="\]', r'\1"=", "=", "=", "=", "=", "=", "="]'),
    (r'widths = \[490, 910, 2740, 670,', 'widths = [490, 910, 2070, 670, 670,'),
    (
        r'\[section\.roles\]\nreceived',
        '[section.was]\napplications = "requests"\nincoming = "received"\nopen_at_end = "carried_out"\npersons = "natural"\n'
        'other_withdrawn = "other_remaining"\n\n[section.roles]\nreceived',
    ),
)  # fmt: skip
RELATIONS = """
[[balance]]
id = "fee-unpaid"
title = "逾期未缴费不多于收到的申请"
advice = "没有收到过的申请不会欠费。"
severity = "warning"
sign = "<="
left = ["applications.other_fee_unpaid.*"]
right = ["applications.incoming.*", "applications.carried_in.*"]

[[at_least]]
id = "fees-kept"
title = "收费金额不低于上年"
advice = "请查收费目录有没有变化。"
severity = "hint"
last = "disclosure.fees.amount"
this = "disclosure.fees.amount"

[[zero]]
id = "coercions-level"
title = "乡镇没有行政强制"
advice = "行政强制由县级部门作出，请看是不是填错了行。"
severity = "warning"
cells = "disclosure.coercions.*"
levels = ["township"]

[[mention]]
id = "licences-told"
title = "写明行政许可的公开情况"
advice = "请写明许可结果在哪里公开。"
section = "overview"
words = ["许可结果"]
cells = ["disclosure.licences.decisions"]
what = "许可结果的公开"
"""


def edition_text() -> str:
    """The edition's file."""
    text = (FORMS / "2021.toml").read_text(encoding="utf-8")
    for pattern, words in EDITS:
        text, count = re.subn(pattern, words, text)
        assert count, pattern
    return text + RELATIONS


def forms_with_it(folder: Path) -> Path:
    """A folder with all editions there are and this one."""
    shutil.copytree(FORMS, folder)
    (folder / f"{EDITION}.toml").write_text(edition_text(), encoding="utf-8")
    return folder
