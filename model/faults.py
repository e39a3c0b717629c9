"""The one kind of error that a person is told about."""

import re

# What ends a line, turns the direction of writing or shows nothing; a file's name may hold it.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
LONGEST_NAME_CHARACTERS = 120  # of a file's name or path that a sentence quotes
LONG_NAME = re.compile(
    rf"“([^“”]{{{LONGEST_NAME_CHARACTERS // 2}}})[^“”]{{9,}}([^“”]{{{LONGEST_NAME_CHARACTERS // 2}}})”"
)


class Fault(Exception):
    """Something a person can act on; its text is a Chinese sentence saying what is wrong, where, and what to do.

    It stands on one line, whatever names it quotes, and shortens those that would fill the screen."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(LONG_NAME.sub(r"“\1…\2”", on_one_line(sentence)))


class DraftFault(Fault):
    """A draft that cannot be used; the sentence says where in it and what to do, without the file's name."""


def on_one_line(text: str) -> str:
    """Return a text without anything that ends its line, turns its direction or is not seen."""
    return text if text.isprintable() else UNSEEN.sub(" ", text)


def readable(text: str) -> str:
    """Return the lines of a text without anything that turns their direction or is not seen."""
    return "\n".join(map(on_one_line, text.split("\n")))
