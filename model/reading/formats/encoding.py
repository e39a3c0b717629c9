"""Bytes of a text or a web page as text, in whatever encoding Chinese programs write."""

from __future__ import annotations

import codecs
import re

DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)
USUAL = re.compile(r"[\t\r\n -~\u2000-\u206f\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
BROKEN = "\ufffd"
BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What pages call gb2312 is GB18030 in fact.
KNOWN = ("utf-8", "gb18030", "big5hkscs", "euc_jp", "shift_jis", "windows-1252", "iso-8859-1")
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs"}


def decoded(data: bytes) -> str:
    """Return the bytes as text; a byte that no encoding explains becomes U+FFFD."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if encoding := _without_mark(data):
        return data.decode(encoding, "replace")
    text = data.decode("utf-8", "replace")
    broken = text.count(BROKEN) if BROKEN in text else 0
    if not broken or broken * 2 <= len(text) - len(text.encode("ascii", "ignore")):
        return text  # no other letters look like UTF-8's for long, even with a byte broken here and there
    for encoding in dict.fromkeys([*_declared(data), "gb18030", "big5hkscs"]):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(next(iter(_declared(data)), "gb18030"), "replace")


def _without_mark(data: bytes) -> str:
    """Return which UTF-16 bytes without a mark are in, which shows by zero bytes that no other text has.

    "" if they are not."""
    if b"\0" not in data[:4000]:
        return ""
    texts = {encoding: data[:4000].decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be")}
    best = max(texts, key=lambda encoding: len(USUAL.findall(texts[encoding])))
    return best if len(USUAL.findall(texts[best])) * 10 > len(texts[best]) * 9 else ""


def _declared(data: bytes) -> list[str]:
    found = DECLARED.search(data[:4000])
    if not found:
        return []
    name = found[1].decode("ascii").lower()
    name = WIDER.get(name, name)
    return [name] if name in KNOWN else []
