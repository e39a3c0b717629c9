"""Damage: what disks, editors, converters and bad luck make of drafts and documents. Each is made from a Random alone."""

from __future__ import annotations

import copy
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from lxml import etree

VALUES = [
    "0", "-1", "1e999", "nan", "inf", "0.1234567", "99999999999999999999", "9" * 5000, "0x" + "F" * 5000, "0x" + "1" * 400,
    "0o" + "7" * 6000, "0b" + "1" * 20000, "1e999999999", "-1e999999999", "1e-999999999", "[0x" + "F" * 5000 + "]", "true", '"３"', '"x"', '""', "[]", "{}",
    "[" * 400 + "]" * 400, "2021-02-30", "2021-01-01", "2021-01-01T00:00:00Z", "0x1f", "1_000", '"""', "'''", '"\\ud800"', '"\\u0000"',
]  # fmt: skip
PIECES = [
    "[requests]",
    "[[overview]]",
    "[last]",
    "[contact]\noffice = 3",
    "draft = 2",
    '[unfinished]\nyear = "22"\n"requests.received.natural" = "3..5"',
    '[unfinished.requests.received]\nnatural = "十二"',
    "unfinished = 0x" + "F" * 5000,
    "x = 0x" + "F" * 5000,
    "proposed = [0x" + "F" * 5000 + "]",
    "[[confirmed]]\nrule = 0x" + "F" * 5000,
    "[printed.requests.handled]\nnatural = 1e999999999\ntotal = 0x" + "F" * 5000,
    "[last.requests.received]\nnatural = 1e999999999",
    "[last.printed.requests.handled]\ntotal = 1e999999999",
    "\ufeff",
    "\x00",
    "\r",
    "=",
    "]",
    "年" * 3000,
]
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


def damaged_draft(data: bytes, random: Random) -> bytes:
    """A draft after one to four accidents."""
    for _ in range(random.randint(1, 4)):
        data = random.choice([damaged_bytes, damaged_bytes, _other_value, _other_line])(data, random)
    return data


def damaged_document(data: bytes, suffix: str, random: Random) -> bytes:
    """A .docx, .html or .txt after one to three accidents."""
    kinds: dict[str, list[Callable[[bytes, Random], bytes]]] = {
        ".docx": [damaged_bytes, damaged_zip, damaged_xml, damaged_xml, damaged_xml],
        ".html": [damaged_bytes, damaged_page, damaged_page],
        ".txt": [damaged_bytes, damaged_text, damaged_text],
    }
    for _ in range(random.randint(1, 3)):
        data = random.choice(kinds[suffix])(data, random)
    return data


def damaged_bytes(data: bytes, random: Random) -> bytes:
    """Bytes flipped, cut off, lost, doubled or overwritten."""
    if not data:
        return bytes(random.randrange(256) for _ in range(random.randint(0, 40)))
    made, at = bytearray(data), random.randrange(len(data))
    kind, length = random.randrange(5), random.choice((1, 2, 16, 512, 4096))
    if kind == 0:
        for _ in range(random.choice((1, 1, 8, 64))):
            made[random.randrange(len(made))] ^= 1 << random.randrange(8)
    elif kind == 1:
        del made[at:]
    elif kind == 2:
        del made[at : at + length]
    elif kind == 3:
        made[at:at] = made[at : at + length] * random.choice((1, 1, 40))
    else:
        made[at : at + length] = random.choice((b"\0", b"\xff", b"\x1a")) * length
    return bytes(made)


def _other_value(data: bytes, random: Random) -> bytes:
    """A draft in which something else stands behind an equals sign."""
    places = [found.span(1) for found in re.finditer(rb"=[ ]?([^\n]*)", data)]
    if not places:
        return data
    start, end = random.choice(places)
    return data[:start] + random.choice(VALUES).encode() + data[end:]


def _other_line(data: bytes, random: Random) -> bytes:
    """A draft in which a line is lost, doubled, moved, renamed or new."""
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    line = lines.pop(at)
    new = [[], [line, line], [random.choice(PIECES).encode(), line], [line.replace(b"natural", b"business")]]
    lines[at:at] = random.choice(new)
    if random.random() < 0.3:
        lines.insert(random.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def damaged_zip(data: bytes, random: Random) -> bytes:
    """A package in which a part is lost, doubled, renamed, emptied, swapped, not what it says, or a bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [(name, package.read(name)) for name in package.namelist()]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, KeyError):
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
    return _packed(parts)


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(made, "w") as package:  # a name may come twice
        for name, content in parts:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return made.getvalue()


def damaged_xml(data: bytes, random: Random) -> bytes:
    """A package with one part in which elements are lost, doubled, nested, moved, renamed or say something else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        name = "word/document.xml" if random.random() < 0.8 else random.choice(sorted(parts))
        root = etree.fromstring(parts[name], etree.XMLParser(huge_tree=True, resolve_entities=False))
    except Exception:
        return damaged_zip(data, random)
    for _ in range(random.choice((1, 3, 20))):
        _change_element(root, random)
    content = etree.tostring(root)
    if random.random() < 0.05:
        content = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>' + content.replace(
            b"<w:t>", b"<w:t>&b;", 1
        )
    return _packed(list((parts | {name: content}).items()))


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
