"""Set text in lines of a given width: break it between words, balance it, cut what does not fit.

Widths are in ems of the text.
"""

from collections.abc import Iterator, Sequence

from generator.cards.typefaces import Typeface

_MAX_FILL = 0.985
"""The part of a line's width that may be filled: kerning, which is not measured, widens a few."""
_ELLIPSIS = " …"
_BALANCING_STEPS = 8


def set_lines(face: Typeface, text: str, width: float, max_lines: int) -> list[str]:
    """Return the lines of a text, as even as possible; the last is cut if they are too many."""
    limit = width * _MAX_FILL
    words = _words(face, text, limit)
    lines = _wrapped(face, words, limit)
    if not lines or max_lines <= 0:
        return []
    if len(lines) <= max_lines:
        return _balanced(face, words, limit, len(lines))
    *kept, last = lines[:max_lines]
    shortened = _cut(face, last, limit)
    return [*kept, shortened]


def fits(face: Typeface, text: str, width: float, max_lines: int) -> bool:
    """Return whether a text fits in some lines with every word whole."""
    limit = width * _MAX_FILL
    words = text.split()
    if _widest(face, words) > limit:
        return False
    return len(_wrapped(face, words, limit)) <= max_lines


def _widest(face: Typeface, words: Sequence[str]) -> float:
    widths = [face.width(word) for word in words]
    return max(widths)


def _words(face: Typeface, text: str, limit: float) -> list[str]:
    """Return the words of a text, those that are wider than a line in pieces."""
    words: list[str] = []
    for word in text.split():
        words += _pieces(face, word, limit)
    return words


def _pieces(face: Typeface, word: str, limit: float) -> Iterator[str]:
    piece = ""
    width = 0.0
    for character in word:
        advance = face.widths[character]
        if piece and width + advance > limit:
            yield piece
            piece = ""
            width = 0.0
        piece += character
        width += advance
    yield piece


def _wrapped(face: Typeface, words: Sequence[str], limit: float) -> list[str]:
    """Return words in lines, as many in each as there is room for."""
    lines: list[str] = []
    space = face.widths[" "]
    left = 0.0
    for word in words:
        width = face.width(word)
        if lines and width + space <= left:
            lines[-1] += f" {word}"
            left -= width + space
        else:
            lines.append(word)
            left = limit - width
    return lines


def _balanced(
    face: Typeface, words: Sequence[str], limit: float, count: int
) -> list[str]:
    """Return words in a number of lines, as even as possible: the narrowest that will do."""
    low, high = _widest(face, words), limit
    for _ in range(_BALANCING_STEPS):
        middle = (low + high) / 2
        lines = _wrapped(face, words, middle)
        if len(lines) <= count:
            high = middle
        else:
            low = middle
    return _wrapped(face, words, high)


def _cut(face: Typeface, line: str, limit: float) -> str:
    """Return a line with an ellipsis, shorter by words, or else by letters."""
    line = line.removesuffix("…").rstrip()
    while line and face.width(line + _ELLIPSIS) > limit:
        if " " in line:
            line, _, _ = line.rpartition(" ")
        else:
            line = line[:-1]
    return line + _ELLIPSIS
