"""A text taken apart: paragraphs into sentences, sentences into clauses, and the amounts in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from model.report.cell_numbers import PLAIN_WIDTH
from model.report.chinese_numerals import FORMAL, number_of

UNITS = "件份条起宗个项例封笔桩"
ALSO_UNITS = "篇"  # of some tables only
SENTENCE = re.compile(r"[^。！？\n\v]+[。！？\n\v]*")
CLAUSE = re.compile(
    rf"""
    (?: [^，,；;：:（）()、+]++
    |   (?<![{UNITS}{ALSO_UNITS}次])[+]          # 互联网+政务服务, but 144条+86条
    # A mark that does not part:
    |   (?<=\d),(?=\d{{3}})        # 1,234
    |   (?<=公民)、(?=法人)      # 公民、法人, and other names of one thing
    |   (?<=法律)、(?=行政法规)
    |   (?<=商业秘密)、(?=个人隐私)  |  (?<=个人隐私)、(?=商业秘密)
    |   (?<=安全)、(?=国家安全|公共安全|经济安全|社会稳定)
    |   (?<=信访)、(?=投诉|举报)  |  (?<=投诉)、(?=举报)  |  (?<=举报)、(?=投诉)
    |   (?<=补正|费用|缴费)、(?=[^，,；;：:（）()、。]{{0,6}}不再处理)
    |   [：:](?=\s*\d)           # 办结数：14件
    )++""",
    re.VERBOSE,
)
NARROW = {wide: narrow for wide, narrow in PLAIN_WIDTH.items() if chr(wide) not in "，；：（）！？"}
WIDE = re.compile(f"[{re.escape(''.join(map(chr, NARROW)))}]")
# What else is counted: nothing of the tables, though it must add up as well.
OTHER_UNITS = ("人次", "场次", "件次", "批次", "条次", "篇次", *"次期处场人名块张册本幅户家节类种卷轮辑部")
NUMERALS = f"〇○零一二两三四五六七八九十百千万{FORMAL}拾佰仟"
AMOUNT = re.compile(
    rf"""
    (?:(?<![第每逐任哪上某无.\d\-—〔\[])|(?<=[线网]上))                  # 第3条 counts nothing, 线上3期 does
    (?P<number>
        \d{{1,3}}(?:,\d{{3}}){{1,4}}                                  # 1,234
    |   \d{{1,12}}(?:\.\d{{1,6}})?(?:万(?!元))?                        # 1.2万
    |   (?<![{NUMERALS}])[{NUMERALS}]{{1,12}}(?![{NUMERALS}])
    )
    \s*
    (?P<about>[余多来几]?)
    (?P<unit>亿元|万元|元
    |   [{UNITS}{ALSO_UNITS}](?!次|以|套|工作日|自然日|月|小时|百分点)              # 3个以上, 3件套 are other counts, 3个月 is no count
    |   (?:{"|".join(OTHER_UNITS)})(?!以))
    """,
    re.VERBOSE,
)
# 一起 that is one case, and does not mean "together".
ONE_CASE = re.compile("(?<=各)一起|一起(?:被|结果)?(?:维持|纠正|责令|撤销|确认|驳回|尚未|未审结|审结)")
# Where an amount ends; most clauses have none, and this is found or missed many times as quick.
AMOUNT_END = re.compile(
    rf"[\d{NUMERALS}]\s*万?[余多来几]?[亿万元{UNITS}{ALSO_UNITS}{''.join(unit[0] for unit in OTHER_UNITS)}]"
)
# What is no running text.
TITLE = re.compile(
    r"""
    《[^》]{0,200}》
    |   〔\d{4}〕\s*\d*\s*号?                                         # the number of a document
    |   \[\d{4}\]\s*\d+\s*号
    |   第[〇一二三四五六七八九十百\d]+条                             # an article of a law
        (?:第[（(]?[一二三四五六七八九十\d]+[）)]?[款项])*
    """,
    re.VERBOSE,
)


class Amount(NamedTuple):
    """A number with its unit; `start` and `end` in the text. `is_about`: only about so many."""

    value: Decimal
    unit: str
    start: int
    end: int
    is_about: bool = False


class Clause(NamedTuple):
    """A stretch between commas; `text` has full-width digits and letters in plain width, character for character.

    `amounts` are those in units of the tables, `counts` those in any; `opener` is the mark right before it, `depth` how
    many brackets are open around it."""

    text: str
    start: int
    amounts: tuple[Amount, ...]
    opener: str = ""
    depth: int = 0
    counts: tuple[Amount, ...] = ()


def plain(text: str) -> str:
    """Return the text in plain width; titles and numbers of documents and articles as blanks: nothing moves."""
    narrow = text.translate(NARROW) if WIDE.search(text) else text  # to search is quicker, and most texts have none
    return TITLE.sub(lambda found: " " * len(found[0]), narrow)


def sentences(flat: str, offset: int = 0) -> Iterator[list[Clause]]:
    """Yield the clauses of each sentence of a text that has been made plain.

    `offset` is where it begins in the whole."""
    for sentence in SENTENCE.finditer(flat):
        yield list(_clauses(sentence[0], offset + sentence.start()))


def _clauses(sentence: str, offset: int) -> Iterator[Clause]:
    depth = end = 0
    for found in CLAUSE.finditer(sentence):
        marks, start = sentence[end : found.start()], offset + found.start()
        depth += marks.count("（") + marks.count("(") - marks.count("）") - marks.count(")")
        end = found.end()
        all_counts = tuple(counts(found[0], start)) if AMOUNT_END.search(found[0]) else ()
        own = tuple([one for one in all_counts if one.unit not in OTHER_UNITS]) if all_counts else ()
        yield Clause(found[0], start, own, marks[-1:], max(0, depth), all_counts)


def amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts in units of the tables in a plain text, in order."""
    return (one for one in counts(text) if one.unit not in OTHER_UNITS) if AMOUNT_END.search(text) else iter(())


def counts(text: str, offset: int = 0) -> Iterator[Amount]:
    """Yield the amounts in a plain text in any unit, in order; what is no number, such as 一起, is left out."""
    for found in AMOUNT.finditer(text):
        if found["unit"] != "起" or found["number"] != "一" or ONE_CASE.match(text, found.start()):
            value = number_of(found["number"])
            yield Amount(value, found["unit"], offset + found.start(), offset + found.end(), bool(found["about"]))
