"""No reader changes a text's letters: what stands in a part is, letter for letter, what stands in the document."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from export.web.document import page_bytes
from export.word.document import word_bytes
from model.draft.toml_format import draft_text
from model.form.form import load_form
from model.reading.document import read_bytes, read_clipboard
from model.report.outline import printable
from model.report.report import Part, Report
from tests.model.reading.formats.test_word import NS, W, changed

FORM = load_form("2021")
MARKUP = re.compile(r"<[A-Za-z/!?]|&\w|&#")  # what a browser would not show as it stands


def report_of(line: str) -> Report:
    return Report(FORM, {"unit": "某镇人民政府", "year": 2025, "overview": (Part("", line),)})


def word(line: str) -> tuple[bytes, str]:
    return word_bytes(report_of(line)), ".docx"


def our_page(line: str) -> tuple[bytes, str]:
    return page_bytes(report_of(line)), ".html"


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r></w:p>'


def document(paragraphs: str) -> bytes:
    """A .docx of these paragraphs, without any style."""
    body = etree.fromstring(f'<w:body xmlns:w="{NS}">{paragraphs}</w:body>')
    return changed(lambda root: root.replace(root.find(f"{W}body"), body))


def foreign_word(line: str) -> tuple[bytes, str]:
    headings = [section.heading for section in FORM.sections]
    return document("".join(map(paragraph, [headings[0], line, *headings[1:]]))), ".docx"


def plain(line: str) -> str:
    first, *rest = (section.heading for section in FORM.sections)
    return "\n".join(["某镇人民政府2025年政府信息公开工作年度报告", first, line, *rest])


def page(line: str) -> tuple[bytes, str]:
    first, *rest = (f"<p>{section.heading}</p>" for section in FORM.sections)
    return f"<html><body><div>{first}<p>{line}</p>{''.join(rest)}</div></body></html>".encode(
        errors="surrogatepass"
    ), ".html"


WRITERS = {
    "our .docx": word,
    "our page": our_page,
    "another .docx": foreign_word,
    "txt utf-8": lambda line: (plain(line).encode("utf-8"), ".txt"),
    "txt utf-8 with mark": lambda line: (plain(line).encode("utf-8-sig"), ".txt"),
    "txt gb18030": lambda line: (plain(line).encode("gb18030"), ".txt"),
    "txt utf-16": lambda line: (plain(line).encode("utf-16"), ".txt"),
    "html": lambda line: page(html.escape(line)),
    "html references": lambda line: page("".join(f"&#{ord(letter)};" for letter in line)),
    "html raw": page,
}


def shown(line: str, writer: str) -> str:
    """The line as that document shows it: without blanks at its ends, on a page with one blank for several."""
    line = re.sub(r"[ \t\n\r\f]+", " ", line) if writer.startswith("html") else line
    return printable(line).strip() if writer.startswith("our ") else line.strip()


def read_back(line: str, writer: str) -> str:
    data, suffix = WRITERS[writer](line)
    parts = read_bytes(data, suffix).report.parts("overview")
    assert [part.heading for part in parts] == [""]
    return parts[0].text


LINES = {
    "marks": "公开 # 号文件 * 件、_下划线_、`代码`、~约~、A|B、R&D、$5、@某、50%、{甲}[乙]\\丙^丁=1+1",
    "angles": "其中 3 < 5、5 > 3，<甲>、< 乙 >、<<丙>>、≤≥《》〈〉",
    "entities": "写作 &amp;amp; 和 &lt;b&gt; 和 &nbsp; 和 &#35; 的，一字不改",
    "tags": "网页里写着 <b>粗</b><br> 的一行，一字不改",
    "quotes": "“甲”‘乙’\"丙\"'丁'「戊」『己』〝庚〞«辛»„壬‟",
    "dashes": "甲-乙–丙—丁――戊─己━庚－辛‐壬‑癸−一……二…三⋯四·五•六・七",
    "circled": "①②⑩⑳㈠㈡⒈⒉ⅠⅡⅢⅣⅰⅱ㎡㎏℃№℡㏄½¼¾²³₂‰",
    "wide": "２０２５年公开１２件，ＡＢＣａｂｃ％＃＆＠（）［］｛｝：；，．！？～",
    "narrow": "ﾊﾝｶｸ､｡｢｣ﾞﾟ ￠￡￢￣￤￥ ﾡﾢ",
    "compatibility": "豈更車賈滑㐀㒼ﬀﬁﬂ㍿㌀㋀㏠Åℵ兀嗀",
    "ideographic blank": "公开\u3000政府\u3000\u3000信息",
    "other blanks": "公开\xa0政府\u2002信\u2003息\u2009今\u205f年\u1680的",
    "two blanks": "公开  政府   信息",
    "zero width": "公\u200b开\u200c政\u200d府\u2060信\ufeff息\u200e今\u200f年\xad的",
    "combining": "e\u0301 a\u0308 ä ё й о\u0306 が か\u3099 ā ǎ",
    "beyond": "𠮷野家、𡈼、𬭊、𰻝、😀👨\u200d👩\u200d👧🇨🇳👍🏽、𝒜𝟙",
    "variants": "葛\ufe00城、邉\U000e0100、☺\ufe0f☺\ufe0e、1\ufe0f\u20e3",
    "private": "\ue000\uf8ff\ue5e5\U000f0000",
    "readings": "亳(bó)州、涪（fú）陵、据(jù)此、ruby（rubi）",
    "some traditional": "刊登在《開放數據條例》的報道，總計3件，於乾隆年間，瞭望、着力、裏里",
    "zeros": "二〇二五年、二○二五年、二零二五年、二O二五年、〇〇七号",
    "tab": "甲\t乙\t\t丙",
    "sums": "1+1=2 | 3×4÷5±6 | a/b\\c | 10:30",
    "many": "，，。。；；、、！！？？  ..  //  --  ==  ~~",
    "long": "公开政府信息，" * 400 + "共 # 件",
}


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("name", LINES)
def test_every_letter_comes_back(name, writer):
    line = LINES[name]
    if writer == "html raw" and MARKUP.search(line):
        pytest.skip("a browser shows it otherwise")
    assert read_back(line, writer) == shown(line, writer)


BEGINNINGS = [
    "#号文件3份，已公开。",
    "# 号文件3份，已公开。",
    "## 注意事项",
    "###",
    "1.公开文件3件。",
    "1、公开文件3件，已办结。",
    "- 公开文件3件。",
    "* 公开文件3件。",
    "— 公开 —",
    "> 公开文件。",
    "| 甲 | 乙 |",
    "（1）公开文件3件。",
    "（一）2025年公开文件3件；另有2件不公开；其余正在办理，请见附表一。",
    "①公开文件3件。",
    "一是公开文件3件。",
    "第3页的附表已公开。",
    "〇二五号文件。",
    "……公开",
    "“公开”",
    "*",
    "+",
    "《条例》",
    "\u200b公开\u200b",
    "\ufe0f公开",
]


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("line", BEGINNINGS)
def test_what_a_line_begins_with_stays(line, writer):
    assert read_back(line, writer) == shown(line, writer)


LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029")
AWKWARD = st.sampled_from(
    "#*_`~|&<>\\$@%{}[]\"'“”‘’—…①②１Ａ㎡½Ⅲ\u3000\xa0\u200b\u200d\u0301äё😀𠮷\ufe0f\ue000ｱ\xad（）()一1. ;"
)


@given(st.lists(LETTERS | AWKWARD, max_size=40).map("".join), st.sampled_from(sorted(set(WRITERS) - {"html raw"})))
@settings(max_examples=400, deadline=None)
def test_any_letters_within_a_sentence_come_back(letters, writer):
    line = f"本年度{letters}已经公开，取得成效。"
    assert read_back(line, writer) == shown(line, writer)


@pytest.mark.parametrize("writer", ["our .docx", *(writer for writer in WRITERS if writer.startswith("txt"))])
def test_a_line_break_stays(writer):
    assert read_back("公开 # 号\v文件", writer) == "公开 # 号\v文件"


@pytest.mark.parametrize("writer", ["txt utf-8", "txt gb18030", "html"])
@pytest.mark.parametrize("blank", [" " * 50, "\u3000", "\xa0", "\u200b\u3000", "\t", "\ufeff"])
def test_lines_of_blanks_are_no_text_and_blanks_around_a_line_go(blank, writer):
    assert read_back(f"{blank}公开。{blank}", writer).strip("\u200b\ufeff\u3000") == "公开。"
    data, suffix = WRITERS[writer](blank)
    assert read_bytes(data + "行政许可 3".encode(), suffix).report.parts("overview") == ()


def test_a_heading_keeps_its_letters_and_loses_only_its_own_number():
    heading = "条例第二十条第（一）项 # ＡⅢ㎡“甲”<乙>"
    report = Report(
        FORM, {"unit": "某镇", "year": 2025, "overview": (Part(heading, "公开。"), Part("（二）甲（三）乙", "是。"))}
    )
    read = read_bytes(word_bytes(report)).report
    assert [part.heading for part in read.parts("overview")] == [heading, "甲（三）乙"]


@pytest.mark.parametrize("mark", ["#", "##", "  ###"])
def test_marks_of_headings_in_a_text_go_where_they_are_headings(mark):
    lines = [
        "某镇人民政府2025年政府信息公开工作年度报告",
        "一、总体情况",
        "（一）主动公开",
        "公开 # 号。",
        "二、主动公开政府信息情况",
    ]
    text = "\n".join(line if line.startswith("公") else f"{mark} {line}" for line in lines)
    report = read_bytes(f"{text}\n行政许可 3\n".encode(), ".txt").report
    assert (report.unit, report.year) == ("某镇人民政府", 2025)
    assert report.parts("overview") == (Part("主动公开", "公开 # 号。"),)
    assert report.values["disclosure.licences.decisions"] == 3


TRADITIONAL = (
    "一、總體情況\n根據(jù)條例開展工作，報告處理情況的數據，於乾隆年間。\n二、主動公開政府信息情況\n行政許可 3\n"
)


def test_a_document_in_traditional_characters_becomes_simplified_and_says_so():
    reading = read_bytes(TRADITIONAL.encode(), ".txt")
    assert reading.report.parts("overview")[0].text == "根据条例开展工作，报告处理情况的数据，于乾隆年间。"
    assert "转换为简体字" in reading.notes[0] and "(jù)" in reading.notes[0]
    assert "读音" not in read_bytes(TRADITIONAL.replace("(jù)", "").encode(), ".txt").notes[0]


@pytest.mark.parametrize(("copied", "text"), [("公开\ud83d\ude00。", "公开😀。"), ("公开\ud83d。", "公开\ufffd。")])
def test_half_a_letter_that_was_copied_can_be_saved(copied, text):
    for page_copied, text_copied in (("", plain(copied)), (page(copied)[0].decode(errors="surrogatepass"), "")):
        report = read_clipboard(page_copied, text_copied).report
        assert report.parts("overview")[0].text == text
        draft_text(report).encode()


def test_a_page_of_much_markup_in_gbk_keeps_its_letters():
    data, suffix = page("公开 3 件。")
    much = data.decode().replace("<p>", f"<p style='{'font-family:FangSong;' * 40}'>").encode("gb18030")
    assert read_bytes(much, suffix).report.parts("overview")[0].text == "公开 3 件。"


def test_a_page_of_typed_text_keeps_its_lines():
    typed = html.escape(plain("公开  # 号\n另有 2 件。"))
    report = read_bytes(f"<html><body><pre>\n{typed}</pre></body></html>".encode(), ".html").report
    assert report.year == 2025
    assert report.parts("overview")[0].text == "公开  # 号\n另有 2 件。"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("公<wbr>开<img src='a.png'>了", "公开了"),
        ("<st1:place>某镇</st1:place>公开<o:p></o:p>", "某镇公开"),
        ("<ruby>亳<rp>(</rp><rt>bó</rt><rp>)</rp></ruby>州", "亳州"),
        ("占地 5 m<sup>2</sup>", "占地 5 m2"),
    ],
)
def test_what_a_page_puts_within_a_line_does_not_break_it(inside, text):
    data, suffix = page(inside)
    assert read_bytes(data, suffix).report.parts("overview")[0].text == text


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ('<w:sym w:font="宋体" w:char="2460"/>', "①"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "\uf0fe"),
        ('<w:sym w:font="Wingdings" w:char="no"/>', ""),
        ("<w:softHyphen/>", "\xad"),
        ('<w:ptab w:alignment="left"/>', "\t"),
    ],
)
def test_symbols_of_word_are_letters(run, text):
    heading, other = FORM.sections[0].heading, FORM.sections[1].heading
    body = paragraph(heading) + f"<w:p><w:r><w:t>公开</w:t>{run}<w:t>了</w:t></w:r></w:p>" + paragraph(other)
    assert read_bytes(document(body)).report.parts("overview")[0].text == f"公开{text}了"


def test_a_formula_of_word_is_text():
    heading, other = FORM.sections[0].heading, FORM.sections[1].heading
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>½</m:t></m:r></m:oMath>'
    body = paragraph(heading) + f"<w:p><w:r><w:t>占</w:t></w:r>{formula}</w:p>" + paragraph(other)
    assert read_bytes(document(body)).report.parts("overview")[0].text == "占½"
