"""Which files hold a report, by their names, and which cannot be read, by their names and by their first bytes.

How each is read is chosen in choose_format.py."""

from __future__ import annotations

DRAFT = ".toml"
WORD = ".docx"
PAGES = (".html", ".htm", ".xhtml", ".shtml")
ARCHIVES = (".mht", ".mhtml")
TEXT = ".txt"
REPORTS = (DRAFT, WORD, *PAGES, *ARCHIVES, TEXT)
# Reports all the same: in a folder they are named as not readable, or somebody may think that they were checked.
UNREADABLE = (".doc", ".wps", ".pdf", ".rtf")

AS_DOCX = "请用 WPS 或 Word 打开它，另存为 .docx，再试一次。"
PICTURE = "它是图片，读不了。请找到报告的 Word 文件或网页。"
ARCHIVE = "它是压缩包。请先解压，再选里面的报告。"
# What a file begins with, and what to say of it.
REFUSED = {
    b"\xd0\xcf\x11\xe0": f"它是旧格式（.doc、.wps、.et）或者加了密码的文件，读不了。{AS_DOCX}",
    b"%PDF": "它是 PDF，读不了。请找到它的 Word 文件；没有的话，用 WPS 把它转成 .docx，再试一次。",
    b"{\\rtf": f"它是 RTF 文件，读不了。{AS_DOCX}",
    b"\x89PNG": PICTURE,
    b"\xff\xd8\xff": PICTURE,
    b"GIF8": PICTURE,
    b"II*\x00": PICTURE,
    b"L\x00\x00\x00\x01\x14\x02\x00": "它是快捷方式，不是报告本身。请找到它指向的文件，打开那个文件。",
    b"Rar!": ARCHIVE,
    b"7z\xbc\xaf": ARCHIVE,
}

HEAD_BYTES = 4000  # in which a file says what it is
ZIP = b"PK\x03\x04"
FLAT_OPC = b"http://schemas.microsoft.com/office/2006/xmlPackage"
WORD_2003 = b"http://schemas.microsoft.com/office/word/2003/wordml"


def is_zip(data: bytes, suffix: str) -> bool:
    """Return whether the file is a zip.

    A .docx is one too if something stands before it, as where a download went wrong."""
    return data.startswith(b"PK") or (suffix == WORD and ZIP in data[:HEAD_BYTES])


def is_word_xml(data: bytes) -> bool:
    """Return whether the file is a Word document in one XML file, whatever its name; OA systems call it .doc."""
    return FLAT_OPC in data[:HEAD_BYTES] or WORD_2003 in data[:HEAD_BYTES]


def is_web_archive(data: bytes) -> bool:
    """Return whether the file is a page with its pictures, packed like a mail (.mht)."""
    head = data[:HEAD_BYTES].lower()
    return b"mime-version:" in head and b"text/html" in head
