"""Prose as plain words: without Markdown, cut to a length, counted."""

import re
from collections.abc import Iterable

from generator.text.markdown import one_line
from generator.text.reader import read_line
from generator.text.tree import (
    Break,
    Citation,
    Code,
    Inline,
    Phrase,
    Text,
    Wikilink,
    lines_of,
)

_CITATION = "\ufff9"
"""Stands for a citation: the space before it goes with it."""
_CITED = re.compile(rf"(?<!\s)\s*{_CITATION}")


def words_of(inlines: Iterable[Inline]) -> str:
    """Return the words of inlines on one line, without what they cite."""
    words = "".join(map(words_within, inlines))
    return one_line(_CITED.sub("", words))


def words_within(inline: Inline) -> str:
    """Return the words of one inline, with the space around them."""
    match inline:
        case Text() | Code():
            return inline.text
        case Break():
            return " "
        case Wikilink(children=()):
            return inline.words
        case Phrase():
            return "".join(map(words_within, inline.children))
        case Citation():
            return _CITATION
        case _:
            return ""


def plain(prose: str) -> str:
    """Return a paragraph of prose as plain words, without what it cites."""
    lines = lines_of(read_line(prose).blocks)
    return " ".join(words_of(line.inlines) for line in lines)


def shortened(prose: str, length: int) -> str:
    """Return prose in plain words on one line, cut at a word if it is longer than allowed."""
    words = plain(prose)
    if len(words) <= length:
        return words
    cut = words[:length].rsplit(" ", maxsplit=1)
    return f"{cut[0]} …"


def counted(count: int, noun: str) -> str:
    """Return a number of things in words: ``3 sources``."""
    if count == 1:
        return f"{count} {noun}"
    return f"{count} {noun}s"
