"""What a finding says in one line: the whole, and ever fewer words, in which what is wrong stays to the last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

QUOTED = re.compile(r"“[^“”]*”")
# The words around a place in a text, and the cells that were added up.
ASIDE = re.compile(r"（…[^（）]{0,80}…）|（.{0,400}?）(?=是 )")
FIRST_SENTENCE = re.compile(r"(?:“[^“”]*+”|[^。；]|；(?!请))*+")  # up to its advice
ADDEND = re.compile(r"“[^“”]*”(?=[\d.-]+[＋－＝，。])")  # the label before a number that is reckoned with
QUOTED_CHARACTERS = (12, 8, 5)


def shorter_words(message: str, tabs: Iterable[str]) -> list[str]:
    """Return a message and shorter ones: without the titles of `tabs`, without advice, with shorter labels, and without any."""
    return list(dict.fromkeys(_steps(message, tabs)))


def _steps(message: str, tabs: Iterable[str]) -> Iterator[str]:
    yield message
    near = without_tabs(message, tabs)
    yield near
    first = FIRST_SENTENCE.match(near)
    what = ASIDE.sub("", first[0] if first and first[0] else near)
    yield what
    for most in QUOTED_CHARACTERS:
        yield _with_labels_of(what, most)
    yield _with_labels_of(ADDEND.sub("", what), QUOTED_CHARACTERS[-1])


def without_tabs(message: str, tabs: Iterable[str]) -> str:
    """Return a message without the titles of the tabs that its places are in, where more is said of the place."""
    for tab in tabs:
        message = message.replace(f"“{tab}”的“", "“").replace(f"“{tab} · ", "“")
    return message


def _with_labels_of(message: str, most: int) -> str:
    """Return a message in which what is quoted has so many characters at most, its beginning and its end."""
    return QUOTED.sub(lambda found: f"“{_middle_left_out(found[0][1:-1], most)}”", message)


def _middle_left_out(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    end = most // 2
    return f"{words[: most - end - 1]}…{words[-end:]}"
