"""Templates that cannot be used, or would do harm, are refused with a sentence that says what to do."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from export.word.document import check_template, official_template
from model.faults import Fault
from tests.export.word.templates import changed, replaced, with_parts, with_relation

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
LOL = '<!DOCTYPE w:styles [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:styles'
FIELDS = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/>'
    '<w:fldChar w:fldCharType="begin"/><w:instrText>DDE</w:instrText><w:instrText>AUTO x</w:instrText>'
    '<w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_FIELD = '<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:r><w:instrText>LINK x</w:instrText></w:r></w:p></w:ftr>'
SIMPLE_FIELD = '<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr="LINK x"/></w:p></w:ftr>'
FIELD = "<w:p><w:r><w:instrText> DDEAUTO c:\\\\windows\\\\calc.exe</w:instrText></w:r></w:p></w:ftr>"


def bomb() -> bytes:
    """A template with a part of 300 MB in as many KB."""
    return with_parts({"word/media/image1.bin": b"\0" * (300 << 20)})


def of_another_kind() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "甲")
    return out.getvalue()


REFUSED = {
    "a text": (lambda: "甲乙丙".encode(), "不是 Word 文档"),
    "nothing": (lambda: b"", "不是 Word 文档"),
    "an old .doc": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "旧格式"),
    "a PDF": (lambda: b"%PDF-1.7", "PDF"),
    "half a file": (lambda: official_template()[:3000], "损坏"),
    "another package": (of_another_kind, "不是 Word 文档"),
    "a missing style": (lambda: replaced("word/styles.xml", 'w:val="落款"', 'w:val="落宽"'), "没有样式“落款”"),
    "a style without an id": (lambda: replaced("word/styles.xml", ' w:styleId="SignOff"', ""), "没有样式“落款”"),
    "three missing styles": (
        lambda: replaced("word/styles.xml", 'w:name w:val="heading', 'w:name w:val="head'),
        "没有样式“标题 1”、“标题 2”、“标题 3”",
    ),
    "a table's style that is one of text": (
        lambda: changed(lambda document: document.styles["年报表格"].element.set(TYPE, "paragraph")),
        "没有样式“年报表格”",
    ),
    "letters spread over the page": (
        lambda: replaced("word/styles.xml", '<w:spacing w:val="0"/><w:sz w:val="44"/>', '<w:spacing w:val="9000"/><w:sz w:val="44"/>'),
        "“标题”的字号或字符间距",
    ),
    "two columns": (lambda: replaced("word/document.xml", "</w:sectPr>", '<w:cols w:num="2"/></w:sectPr>'), "分了栏"),
    "a size that is none": (lambda: replaced("word/styles.xml", '<w:sz w:val="44"/>', '<w:sz w:val="0"/>'), "“标题”的字号"),
    "no styles": (lambda: replaced("word/_rels/document.xml.rels", "relationships/styles", "relationships/none"), "没有样式"),
    "no page": (lambda: changed(lambda document: document.element.body.remove(document.element.body.sectPr)), "没有页面设置"),
    "no size of the page": (lambda: replaced("word/document.xml", '<w:pgSz w:w="11906" w:h="16838"/>', ""), "没有页面设置"),
    "no room": (lambda: replaced("word/document.xml", 'w:left="1587"', 'w:left="9000"'), "太窄"),
    "margins that are none": (lambda: replaced("word/document.xml", 'w:left="1587"', 'w:left="宽"'), "损坏"),
    "a .docm": (
        lambda: replaced("[Content_Types].xml", MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml"),
        "宏",
    ),
    "a .dotx": (lambda: replaced("[Content_Types].xml", "document.main", "template.main"), ".dotx"),
    "a macro": (lambda: with_relation("vbaProject", "vbaProject.bin"), "宏"),
    "a program inside": (lambda: with_relation("oleObject", "embeddings/a.bin"), "嵌着"),
    "a template elsewhere": (
        lambda: with_relation("attachedTemplate", "http://example.org/a.dotm", 'TargetMode="External"'),
        "连着外面的文件或网页“http://example.org/a.dotm”",
    ),
    "a picture elsewhere": (lambda: with_relation("image", "file:///c:/a.png", 'TargetMode="External"'), "连着外面"),
    "a field that fetches": (lambda: replaced("word/footer1.xml", "</w:ftr>", FIELD), "DDEAUTO"),
    "a field that fetches, in pieces behind another": (lambda: replaced("word/footer1.xml", "</w:ftr>", FIELDS), "DDEAUTO"),
    "a field that fetches, in strict OOXML": (lambda: replaced("word/footer1.xml", "</w:ftr>", STRICT_FIELD), "LINK"),
    "a field that fetches in a part of another name": (
        lambda: with_parts({"word/footer1.rels": f'<w:ftr xmlns:w="{W}">{FIELD}'.encode()}),
        "DDEAUTO",
    ),
    "a part that hides another of its name": (lambda: with_parts({"word/FOOTER1.xml": b"<w/>"}), "重名"),
    "a simple field that fetches behind another": (lambda: replaced("word/footer1.xml", "</w:ftr>", SIMPLE_FIELD), "LINK"),
    "entities": (lambda: replaced("word/styles.xml", "<w:styles", LOL), "不该有的内容"),
    "entities in a part of another name": (
        lambda: replaced("[Content_Types].xml", 'PartName="/word/styles.xml"', 'PartName="/word/styles.bin"'),
        "名称不正常",
    ),
    "a bomb": (bomb, "大得不正常"),
    "too many files": (lambda: with_parts({f"a/{number}": b"" for number in range(10_001)}), "多得不正常"),
}  # fmt: skip
TYPE = f"{{{W}}}type"


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_template_or_a_dangerous_one_is_refused_quickly(name):
    make, words = REFUSED[name]
    data = make()
    began = time.monotonic()
    with pytest.raises(Fault) as refused:
        check_template(data)
    assert words in str(refused.value)
    assert "请" in str(refused.value)
    assert time.monotonic() - began < 10


def test_the_official_template_is_accepted_and_so_is_one_with_a_picture_in_its_header():
    check_template(official_template())
    svg = '<Default Extension="svg" ContentType="image/svg+xml"/></Types>'
    check_template(replaced("[Content_Types].xml", "</Types>", svg))
