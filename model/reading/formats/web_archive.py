"""A page saved with its pictures in one file (.mht), as WPS, Word and browsers do: the page in it."""

from __future__ import annotations

import re
from email import policy
from email.parser import BytesParser

from model.faults import Fault
from model.reading.formats.encoding import decoded

MOST_NESTED_PARTS = 20  # of parts in each other; Python takes all of them as deep as its stack
# A line that says what a part is; Python takes the square of its length to read it.
LONG_TYPE = re.compile(
    rb"^content-(?:type|transfer-encoding|disposition):(?:[^\r\n]|\r?\n[ \t]){1000}", re.IGNORECASE | re.MULTILINE
)


def page_in(data: bytes) -> str:
    """Return the text of the first web page in the archive. Raises Fault where there is none, or all is boundless."""
    if data.lower().count(b"multipart/") > MOST_NESTED_PARTS or LONG_TYPE.search(data):
        raise Fault("这个 .mht 文件写得不正常，没有读。请在浏览器或 WPS 里打开它，另存为 .docx，再试一次。")
    # The compat32 policy hands over what is broken as it stands; others raise errors of their own.
    for part in BytesParser(policy=policy.compat32).parsebytes(data).walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes) and content.strip():
            return _in_charset(content, part.get_content_charset() or "")
    raise Fault("这个 .mht 文件里没有网页。请在浏览器或 WPS 里打开它，另存为 .docx，再试一次。")


def _in_charset(content: bytes, charset: str) -> str:
    """Return the page as text: by the charset that the archive names, if it explains every byte, otherwise by its looks."""
    wide = "gb18030" if charset.startswith("gb") else charset  # its superset: pages say gb2312 and write more
    try:
        return content.decode(wide or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return decoded(content)
