"""The picture that stands beside a page's address where it is posted: words set in lines, as SVG.

Nothing in it refers to anything outside: the mark is part of it, and the fonts are those given.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor
from xml.etree import ElementTree as ET

from generator.cards.typefaces import Typeface
from generator.text.markdown import escape_html

WIDTH, HEIGHT = 1200, 630
FOLDER = "assets/cards"
_MARGIN, _BAR = 84, 16
_TOP, _BOTTOM = 158, 584
"""Between these the words stand, below the site's name."""
_MARK, _NAME = 52, 34
_KIND, _TEXT = 30, 34
_TITLES = ((88, 2), (76, 2), (66, 3), (56, 4))
"""Sizes a title may have and how many lines of it; the first in which it is whole is taken."""
_LEADING, _TIGHT = 1.32, 1.1
_CAP = 0.67
"""How high a capital is, in its size."""
_DEPTH = 0.2
"""How far letters reach below their line."""
_GAP = 30
_MOST = 3
"""So many lines of text at most: who sees the picture passes by."""
_SAFE = 0.985
"""What a line may fill of its place: kerning, which is not measured, widens few pairs."""
_MORE = " …"
_ENDS = (".", "?", "!", "…")
_PAPER, _INK, _QUIET, _RED, _RULE = (
    "#f7f5f1",
    "#1d1c1a",
    "#5d5953",
    "#8c1c13",
    "#dcd7ce",
)
"""The light colours of ``theme/assets/explainers.css``: panel, ink, quiet, bar, rule."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says."""

    title: str
    kind: str = ""
    fact: str = ""
    """What is known for sure in a few words: a date, a status."""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What every card of a site has in common."""

    site: str
    regular: Typeface
    bold: Typeface
    mark: bytes = b""
    """The site's mark as SVG, a file of the theme."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card that can be drawn."""

    path: str
    """Path inside docs_dir; it tells what is on the card, so that it is drawn once."""
    alt: str
    svg: str


def card(look: Look, words: Words, name: str) -> Card | None:
    """Return the card that says some words, or None if the font lacks a letter of the title."""
    said = Words(
        look.bold.printable(words.title),
        look.bold.printable(words.kind),
        look.bold.printable(words.fact),
        look.regular.printable(words.text),
    )
    if not said.title:
        return None
    svg = "".join(_drawn(look, said))
    seen = hashlib.sha256(
        look.regular.digest + look.bold.digest + svg.encode()
    ).hexdigest()
    told = f"{said.kind}: {said.title}" if said.kind else said.title
    parts = (part for part in (told, said.fact, said.text) if part)
    alt = " ".join(part if part.endswith(_ENDS) else f"{part}." for part in parts)
    return Card(f"{FOLDER}/{name}-{seen[:12]}.png", alt, svg)


def _drawn(look: Look, words: Words) -> Iterator[str]:
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>'
    yield f'<rect width="{WIDTH}" height="{_BAR}" fill="{_RED}"/>'
    yield from _head(look)
    lines = [*_lines(look, words)]
    height = sum(line.space for line in lines) - lines[0].space + lines[0].size * _CAP
    y = (
        _TOP
        + max(0, _BOTTOM - _TOP - height) / 2
        - lines[0].space
        + lines[0].size * _CAP
    )
    for line in lines:
        y += line.space
        yield _text(line, _MARGIN, y)
    yield "</svg>"


def _head(look: Look) -> Iterator[str]:
    """Yield the site's mark and name."""
    x, y = _MARGIN, 52
    if look.mark:
        yield _placed(look.mark, x, y)
        x += _MARK + 20
    name = look.bold.printable(look.site)
    for text in set_lines(look.bold, name, (WIDTH - _MARGIN - x) / _NAME, 1):
        yield _text(_Line(text, look.bold, _NAME), x, y + _MARK / 2 + _NAME * _CAP / 2)
    yield f'<rect x="{_MARGIN}" y="130" width="{WIDTH - 2 * _MARGIN}" height="2" fill="{_RULE}"/>'


def _placed(mark: bytes, x: int, y: int) -> str:
    """Return the mark as part of a card: as a picture within it, it takes as long as the rest."""
    root = ET.fromstring(mark)  # noqa: S314 - a file of the theme
    place = {"x": x, "y": y, "width": _MARK, "height": _MARK, "overflow": "visible"}
    for name, value in place.items():
        root.set(name, str(value))
    return ET.tostring(root, encoding="unicode")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    face: Typeface
    size: int
    colour: str = _INK
    space: float = 0
    """How far its foot is below that of the line before."""


def _lines(look: Look, words: Words) -> Iterator[_Line]:
    """Yield every line below the head, as many of the text as there is room for."""
    room = float(_BOTTOM - _TOP)
    width = WIDTH - 2 * _MARGIN
    if words.kind:
        yield _Line(words.kind, look.bold, _KIND, _RED)
        room -= _KIND
    size, title = _title(look.bold, words.title, width)
    for number, text in enumerate(title):
        first = size * _CAP + _GAP
        yield _Line(
            text, look.bold, size, space=first if number == 0 else size * _TIGHT
        )
    room -= size * (_CAP + _TIGHT * (len(title) - 1)) + _GAP
    gap = _GAP + size * _DEPTH + _TEXT * _CAP
    for text, face, colour, most in (
        (words.fact, look.bold, _INK, 1),
        (words.text, look.regular, _QUIET, _MOST),
    ):
        fitting = floor((room - gap) / (_TEXT * _LEADING)) + 1
        for text_line in set_lines(face, text, width / _TEXT, min(most, fitting)):
            yield _Line(text_line, face, _TEXT, colour, gap)
            room -= gap
            gap = _TEXT * _LEADING


def _title(face: Typeface, title: str, width: int) -> tuple[int, list[str]]:
    """Return the size of a title, and its lines: whole at the largest size at which it can be."""
    for size, most in _TITLES:
        words = title.split()
        if max(map(face.width, words)) > width / size * _SAFE:
            continue
        if len(_wrapped(face, words, width / size * _SAFE)) <= most:
            return size, set_lines(face, title, width / size, most)
    size, most = _TITLES[-1]
    return size, set_lines(face, title, width / size, most)


def _text(line: _Line, x: float, y: float) -> str:
    return (
        f'<text x="{x:g}" y="{y:.1f}" font-family="{escape_html(line.face.family)}"'
        f' font-size="{line.size}" fill="{line.colour}">{escape_html(line.text)}</text>'
    )


def set_lines(face: Typeface, text: str, width: float, most: int) -> list[str]:
    """Return the lines of a text, as even as they can be; cut at a word if they are too many."""
    limit = width * _SAFE
    words = [part for word in text.split() for part in _broken(face, word, limit)]
    lines = _wrapped(face, words, limit)
    if lines and len(lines) <= most:
        return _balanced(face, words, limit, len(lines))
    return (
        [*lines[: most - 1], _cut(face, lines[most - 1], limit)]
        if lines and most > 0
        else []
    )


def _broken(face: Typeface, word: str, limit: float) -> Iterator[str]:
    """Yield a word, or the pieces of one that is wider than a line."""
    piece, width = "", 0.0
    for sign in word:
        if piece and width + face.widths[sign] > limit:
            yield piece
            piece, width = "", 0.0
        piece, width = piece + sign, width + face.widths[sign]
    yield piece


def _wrapped(face: Typeface, words: Sequence[str], limit: float) -> list[str]:
    """Return words in lines, as many in each as it holds."""
    lines: list[str] = []
    left = 0.0
    for word in words:
        width = face.width(word)
        if lines and width + face.widths[" "] <= left:
            lines[-1] += f" {word}"
            left -= width + face.widths[" "]
        else:
            lines.append(word)
            left = limit - width
    return lines


def _balanced(
    face: Typeface, words: Sequence[str], limit: float, count: int
) -> list[str]:
    """Return as many lines, as even as they can be."""
    low, high = max(map(face.width, words)), limit
    for _ in range(8):
        middle = (low + high) / 2
        low, high = (
            (low, middle)
            if len(_wrapped(face, words, middle)) <= count
            else (middle, high)
        )
    return _wrapped(face, words, high)


def _cut(face: Typeface, line: str, limit: float) -> str:
    """Return a line that says it does not end here: shorter by words, or else by letters."""
    line = line.removesuffix("…").rstrip()
    while line and face.width(line + _MORE) > limit:
        line = line.rpartition(" ")[0] if " " in line else line[:-1]
    return line + _MORE
