"""Comments between ``%%`` marks, as in Obsidian: writers see them, readers do not."""

import re
from collections.abc import Iterator

from generator.text.commonmark import HIDDEN
from generator.text.parse import parse
from generator.text.tree import Text, inlines_in

MARK = "%%"
_IN_LINE = re.compile(r"[^\n]")


def without_comments(text: str) -> str:
    """Return a text with spaces in place of its comments; marks in code begin none."""
    if text.count(MARK) < 2:  # noqa: PLR2004 - one at each end
        return text
    comments = list(_comments(text))
    blank = "".join(_replaced(text, comments))
    before_words = [*_before_words(blank, comments)][::-1]
    return "".join(_replaced(blank, before_words, HIDDEN))


def _replaced(
    text: str, places: list[tuple[int, int]], character: str = " "
) -> Iterator[str]:
    """Yield a text with a character for each one in some places; lines stay."""
    position = 0
    for start, end in places:
        yield text[position:start]
        yield _IN_LINE.sub(character, text[start:end])
        position = end
    yield text[position:]


def _before_words(
    blank: str, comments: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the part of each comment that is in one line with words after it.

    Spaces there could indent these words, which would make them code.
    """
    begins_words = False
    following = len(blank)
    for start, end in reversed(comments):
        between = blank[end:following]
        rest, line_end, _ = between.partition("\n")
        if line_end or rest.strip():
            begins_words = bool(rest.strip())
        if begins_words:
            line = blank.rfind("\n", start, end) + 1
            yield max(start, line), end
            begins_words = line == 0
        following = start


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each comment starts and ends."""
    position = 0
    for start in _marks(text):
        if start < position:
            continue
        closing = text.find(MARK, start + len(MARK))
        if closing < 0:
            return
        position = closing + len(MARK)
        yield start, position


def _marks(text: str) -> Iterator[int]:
    """Yield the offset of each mark that is not in code, nor escaped."""
    for inline in inlines_in(parse(text)):
        if not isinstance(inline, Text):
            continue
        is_escaped = text[inline.start - 1 : inline.start] == "\\"
        found = inline.text.find(MARK, int(is_escaped))
        while found >= 0:
            yield inline.start + found
            found = inline.text.find(MARK, found + len(MARK))
