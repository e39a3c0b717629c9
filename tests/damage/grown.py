"""Documents and drafts that are well-formed and grow where a reader or a check may take the square of it.

Numbers before paragraphs, styles of styles, spans, headings, deleted ends, enumerations. Each is made from a Random alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SIZES = (1, 3, 30, 300, 3_000, 30_000)
LARGEST = 3_000_000  # characters of a document before it is packed
HEADINGS = (
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项", "（一）主动公开", "1.",
)  # fmt: skip
PHRASES = (
    "其中1件，", "（一）", "1件、", "×", "共12件，其中予以公开3件，", "同比增长5%，", "0", "1 ", "　", " ", "“", "”", "\t", "|", "年", "2021年",
    "红花尔基镇", "政府信息公开", "。", "；", "（", "0470-8942932", "a@b", "上年结转", "占比33.3%，", "-", "—", "#", "十", "第", "\u200b", "𠮷",
)  # fmt: skip


def sized(random: Random) -> int:
    """A number of times, mostly small."""
    return random.choice(SIZES)


def phrase(random: Random) -> str:
    """A few of the PHRASES, over and over."""
    words = "".join(random.choice(PHRASES) for _ in range(random.randint(1, 4)))
    return words * min(sized(random), 20_000 // len(words))


def grown_draft(random: Random) -> bytes:
    """A draft with long texts, many parts and many entries that nobody knows."""
    lines = ["draft = 1", 'edition = "2021"', "year = 2021", 'unit = "红花尔基镇人民政府"']
    lines += [f"opening = '''{phrase(random)}'''"]
    lines += [
        "[requests.received]",
        f"natural = {random.randint(0, 99)}",
        "[disclosure.normative_documents]",
        "issued = 3",
    ]
    for key in ("overview", "improvement", "other"):
        count = min(sized(random), 300)
        lines += [f"[[{key}]]\nheading = '''{random.choice(HEADINGS)}'''\ntext = '''{phrase(random)}'''"] * count
    name = "x." * random.choice((1, 10, 25))
    lines += [f"[{name}y{number}]\nz = [1]" for number in range(sized(random))]
    return "\n".join(lines).encode()


def grown_document(random: Random) -> tuple[bytes, str]:
    """A .docx, a page or a text that goes on and on, and how its name ends."""
    return random.choice([_word, _word, _word, _page, _text])(random)


def _text(random: Random) -> tuple[bytes, str]:
    lines = []
    for _ in range(random.randint(1, 6)):
        lines += [random.choice(HEADINGS), *[phrase(random)] * min(sized(random), 300)]
    return "\n".join(lines)[:LARGEST].encode(), ".txt"


def _page(random: Random) -> tuple[bytes, str]:
    pieces = [piece_of_page(random) for _ in range(random.randint(1, 5))]
    return f"<html><body>{''.join(pieces)[:LARGEST]}</body></html>".encode(), ".html"


def piece_of_page(random: Random) -> str:
    """Something of a page, over and over: cells that span, nests, lines in a cell, headings, attributes."""
    cell = f'<td colspan="{random.choice((1, 9, 200, 99999))}" rowspan="{random.choice((0, 1, 50, 5000))}">1</td>'
    around = random.choice(("b", "div", "sup", "td", "table", "span style='display:block'", "del"))
    made = random.choice([
        f"<table>{f'<tr>{cell * min(sized(random), 300)}</tr>' * sized(random)}</table>",
        f"<{around}>" * min(sized(random), 300) + phrase(random),
        f"<table><tr><td>{'<sup>1</sup><img>' * sized(random)}</td><td>2</td></tr></table>",
        f"<p>{random.choice(HEADINGS)}</p>" * sized(random),
        f"<p {'a=1 ' * sized(random)}>{'甲<br>' * sized(random)}</p>",
    ])  # fmt: skip
    return made[: LARGEST // 4]


def _word(random: Random) -> tuple[bytes, str]:
    pieces: list[str] = [f"<w:p><w:r><w:t>{random.choice(HEADINGS)}</w:t></w:r></w:p>"]
    while len(pieces) < random.randint(2, 6):
        piece = piece_of_word(random)
        pieces.append(piece * min(sized(random), LARGEST // 4 // len(piece) or 1))
    parts = {
        "document": f"<w:document {NS}><w:body>{''.join(pieces)}</w:body></w:document>",
        "styles": styles(random), "numbering": numbering(random),
    }  # fmt: skip
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return file.getvalue(), ".docx"


def _paragraph(random: Random) -> str:
    level, style = random.randrange(9), random.randrange(40)
    deleted = "<w:rPr><w:del/></w:rPr>" * random.randrange(2)
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' * random.randrange(2)
    return f'<w:p><w:pPr><w:pStyle w:val="s{style}"/>{listed}{deleted}</w:pPr>{_runs(random)}</w:p>'


def _runs(random: Random) -> str:
    mark = f'<w:rPr><w:rStyle w:val="s{random.randrange(40)}"/></w:rPr>' * random.randrange(2)
    text = phrase(random)[: random.choice((2, 40, 900))].replace("<", "").replace("&", "")
    run = f'<w:r>{mark}<w:t xml:space="preserve">{text}</w:t>{random.choice(("", "<w:br/>", "<w:tab/>"))}</w:r>'
    return run * min(sized(random), 60_000 // len(run) or 1)


def _table(random: Random) -> str:
    span = f'<w:tcPr><w:gridSpan w:val="{random.choice((1, 9, 9999))}"/></w:tcPr>' * random.randrange(2)
    cell = f"<w:tc>{span}<w:p>{_runs(random)[:9_000].rpartition('</w:r>')[0]}</w:r></w:p></w:tc>"
    cell = cell if "<w:r>" in cell else "<w:tc><w:p/></w:tc>"
    row = f"<w:tr>{cell * random.randint(1, 12)}</w:tr>"
    return f"<w:tbl>{row * min(sized(random), 90_000 // len(row) or 1)}</w:tbl>"


def _nest(random: Random) -> str:
    begin, end = random.choice((
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
    ))  # fmt: skip
    depth = random.choice((2, 20, 70))
    return begin * depth + _paragraph(random)[:5_000].partition("<w:r>")[0] + "</w:p>" + end * depth


PIECES_OF_WORD: tuple[Callable[[Random], str], ...] = (_paragraph, _paragraph, _table, _nest)


def piece_of_word(random: Random) -> str:
    """A paragraph, a table or a nest of Word's, long itself."""
    return random.choice(PIECES_OF_WORD)(random)


def styles(random: Random) -> str:
    """The part of a .docx with styles of styles."""
    marks = random.choice(("<w:strike/>", '<w:vertAlign w:val="superscript"/>', "<w:vanish/>")) * sized(random)
    names = ("heading 1", "标题 2", "title", "落款", "x")
    made = [
        f'<w:style w:styleId="s{number}"><w:name w:val="{random.choice(names)}"/>'
        f'<w:basedOn w:val="s{random.randrange(40)}"/><w:rPr>{marks * (random.random() < 0.1)}</w:rPr></w:style>'
        for number in range(40)
    ]
    return f"<w:styles {NS}>{''.join(made)}</w:styles>"


def numbering(random: Random) -> str:
    """The part of a .docx with a list whose numbers are long."""
    levels = [
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{random.choice((0, 1, 9999))}"/>'
        f'<w:numFmt w:val="{random.choice(("decimal", "chineseCounting", "bullet"))}"/>'
        f'<w:lvlText w:val="{random.choice(("%1", "一", "（%2）", "%1.%2.")) * sized(random)}"/></w:lvl>'
        for level in range(9)
    ]
    lists = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return (
        f'<w:numbering {NS}><w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{lists}</w:numbering>'
    )
