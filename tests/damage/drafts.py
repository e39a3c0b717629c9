"""Damage to drafts and to any bytes: what disks, editors and bad luck make of them. Each is made from a Random alone."""

from __future__ import annotations

import re
from random import Random

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


def damaged_draft(data: bytes, random: Random) -> bytes:
    """A draft after one to four accidents."""
    for _ in range(random.randint(1, 4)):
        data = random.choice([damaged_bytes, damaged_bytes, _other_value, _other_line])(data, random)
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
