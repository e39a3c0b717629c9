"""Damage to documents: what disks, converters, editors and bad luck make of them. Each is made from a Random alone."""

from __future__ import annotations

import base64
import copy
import re
from collections.abc import Callable
from contextlib import suppress
from random import Random

from lxml import etree

from tests.damage.drafts import damaged_bytes
from tests.damage.grafts import NOT_A_ZIP, grafted_page, grafted_text, grafted_word, grafted_xml
from tests.damage.zips import packed, unpacked
from tests.model.reading.packed import archive

SPANS = ["0", "-1", "2", "999", "99999999", "x", ""]
TAGS = [
    "<td>",
    "</td>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<p>",
    "<script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "&#0;",
    "&nbsp;",
    "&lol;",
]


def damaged_document(data: bytes, suffix: str, random: Random) -> bytes:
    """A .docx, .xml, .html, .mht or .txt after one to three accidents."""
    kinds: dict[str, list[Callable[[bytes, Random], bytes]]] = {
        ".docx": [damaged_bytes, damaged_zip, damaged_word, damaged_word, damaged_word, grafted_word],
        ".xml": [damaged_bytes, damaged_xml, damaged_xml, grafted_xml],
        ".html": [damaged_bytes, damaged_page, damaged_page, grafted_page],
        ".mht": [damaged_bytes, damaged_archive, damaged_archive],
        ".txt": [damaged_bytes, damaged_text, damaged_text, grafted_text],
    }
    for _ in range(random.randint(1, 3)):
        data = random.choice(kinds[suffix])(data, random)
    return data


def damaged_zip(data: bytes, random: Random) -> bytes:
    """A package in which a part is lost, doubled, renamed, emptied, swapped, not what it says, or a bomb."""
    try:
        parts = unpacked(data)
    except NOT_A_ZIP:
        return damaged_bytes(data, random)
    if not parts:
        return data
    at = random.randrange(len(parts))
    name, content = parts[at]
    bomb = b"<w:t>" + b" " * random.choice((1_000_000, 60_000_000)) if random.random() < 0.02 else content
    parts[at : at + 1] = random.choice(
        [[], [(name, b"")], [(name, parts[0][1])], [(name.upper(), content)], [(f"../{name}", content)],
         [(name, content), (name, content[: len(content) // 2])], [(name, bomb)], [(name, content * 3)],
         [(name, content.decode("utf-8", "replace").encode("utf-16"))]]
    )  # fmt: skip
    return packed(parts)


def damaged_word(data: bytes, random: Random) -> bytes:
    """A package with one part in which elements are lost, doubled, nested, moved, renamed or say something else."""
    try:
        parts = dict(unpacked(data))
        name = "word/document.xml" if random.random() < 0.8 else random.choice(sorted(parts))
        parts[name] = _changed_xml(parts[name], random)
    except Exception:
        return damaged_zip(data, random)
    return packed(list(parts.items()))


def damaged_xml(data: bytes, random: Random) -> bytes:
    """Word's XML in one file, with the same damage."""
    try:
        return _changed_xml(data, random)
    except Exception:
        return damaged_bytes(data, random)


def _changed_xml(data: bytes, random: Random) -> bytes:
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True, resolve_entities=False))
    for _ in range(random.choice((1, 3, 20))):
        _change_element(root, random)
    content = etree.tostring(root)
    if random.random() < 0.05:
        entities = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
        content = entities + content.replace(b"<w:t>", b"<w:t>&b;", 1)
    return content


def _change_element(root: etree._Element, random: Random) -> None:
    every = list(root.iter("*"))
    one, other = random.choice(every), random.choice(every)
    parent, kind = one.getparent(), random.randrange(7)
    if parent is None:
        return
    if kind == 0:
        parent.remove(one)
    elif kind == 1:
        for _ in range(random.choice((1, 1, 30))):
            parent.append(copy.deepcopy(one))
    elif kind == 2 and one not in other.iterancestors() and one is not other:
        other.append(one)
    elif kind == 3:
        one.tag = other.tag
    elif kind == 4:
        one.text = random.choice(
            ["", "-5", "1e9", "９９", "\u202e12", "无" * 5000, "1 2 3", "12.5", "合计", "第二十一条"]
        )
    elif kind == 5:
        for key in list(one.attrib):
            one.set(key, random.choice(SPANS))
    else:
        for _ in range(random.choice((3, 300))):
            parent.replace(one, around := etree.Element(one.tag))
            around.append(one)
            parent = around


def damaged_page(data: bytes, random: Random) -> bytes:
    """A web page with stray tags, wild spans, deep nests, lost rows, or another encoding than it declares."""
    text = data.decode("utf-8", "replace")
    places = [found.start() for found in re.finditer("<", text)] or [0]
    at, other = random.choice(places), random.choice(places)
    kind = random.randrange(6)
    if kind == 0:
        text = text[:at] + random.choice(TAGS) * random.choice((1, 1, 3, 2000)) + text[at:]
    elif kind == 1:
        text = text[: min(at, other)] + text[max(at, other) :]
    elif kind == 2:
        text = re.sub(
            r"<td",
            f'<td {random.choice(("colspan", "rowspan"))}="{random.choice(SPANS)}"',
            text,
            count=random.choice((1, 5, 0)),
        )
    elif kind == 3:
        text = text[:at] + text[min(at, other) : max(at, other)][:20_000] * random.choice((1, 8)) + text[at:]
    elif kind == 4:
        text = re.sub(
            r"(?<=>)\d+(?=<)",
            lambda found: random.choice(["／", "-", "1 2", "９", found[0] * 9]),
            text,
            count=random.choice((1, 9)),
        )
    else:
        return text.encode(random.choice(["gb18030", "utf-16", "utf-8-sig", "big5", "latin-1"]), "replace")
    return text.encode("utf-8", "replace")


def damaged_text(data: bytes, random: Random) -> bytes:
    """A text with lines lost, doubled, joined or split, numbers changed, or in another encoding."""
    lines = data.decode("utf-8", "replace").split("\n")
    at, kind = random.randrange(len(lines)), random.randrange(6)
    if kind == 0:
        del lines[at : at + random.choice((1, 5))]
    elif kind == 1:
        lines[at:at] = lines[at : at + 9] * random.choice((1, 30))
    elif kind == 2:
        lines[at : at + 9] = ["".join(lines[at : at + 9])]
    elif kind == 3:
        lines[at] = re.sub(r"\d+", lambda _: random.choice(["", "0", "1 2", "９", "十二", "1" * 400]), lines[at])
    elif kind == 4:
        lines[at] = random.choice(["1 " * 5000, "一、" * 900, "（" * 3000, "\t" * 900, "2021年" * 2000, "\x00\x01"])
    else:
        return "\n".join(lines).encode(random.choice(["gb18030", "utf-16", "big5", "utf-8-sig"]), "replace")
    return "\n".join(lines).encode("utf-8", "replace")


def damaged_archive(data: bytes, random: Random) -> bytes:
    """A page packed like a mail: the page damaged, or a line of the mail's lost, doubled, lengthened, or parts in parts."""
    kind = random.randrange(4)
    if kind == 0:
        return archive(
            random.choice([damaged_page, grafted_page])(_page_in(data), random),
            random.choice(["utf-8", "gb2312", "big5", "none", "x" * 5000]),
            random.choice(["quoted-printable", "base64"]),
        )
    lines = data.split(b"\r\n")
    at = random.randrange(min(len(lines), 12))
    if kind == 1:
        lines[at : at + 1] = [lines[at]] * random.choice((0, 2, 3000))
    elif kind == 2:
        lines[at] += random.choice([b'; charset="x"', b"; a=b", b"\r\n ", b";", b"=?utf-8?b?"]) * random.choice(
            (1, 90, 9000)
        )
    else:
        lines[at:at] = [b"Content-Type: multipart/mixed; boundary=y", b"", b"--y"] * random.choice((1, 9, 300))
    return b"\r\n".join(lines)


def _page_in(data: bytes) -> bytes:
    """What stands in the archive's longest lines, which is the page; nothing where they are damaged."""
    lines = re.findall(rb"^([A-Za-z0-9+/=]{60,})\r?$", data, re.MULTILINE)
    with suppress(ValueError):
        return base64.b64decode(b"".join(lines) + b"==")
    return b""
