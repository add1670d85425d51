"""The picture shown where a page's address is posted, as SVG.

It has no external references: the mark is embedded, and only the given fonts are used.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generator.cards.lines import (
    BOTTOM,
    CAP_HEIGHT,
    HEIGHT,
    LINE_WIDTH,
    MARGIN,
    PAPER,
    RED,
    RULE,
    TOP,
    WIDTH,
    Line,
    Look,
    Words,
    lines_of,
)
from generator.cards.typesetting import set_lines
from generator.text.markdown import escape_html

FOLDER = "assets/cards"
_BAR = 16
"""Height of the bar at the top."""
_HEAD = 52
"""Where the mark and the site's name begin."""
_RULE_Y = 130
_MARK_SIZE, _NAME_SIZE = 52, 34
_MARK_GAP = 20
_SENTENCE_ENDS = (".", "?", "!", "…")
_DIGEST_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Card:
    """A card that can be drawn."""

    path: str
    """Path inside docs_dir; it depends on what is on the card, which is drawn only once."""
    alt: str
    svg: str


def card(look: Look, words: Words, name: str) -> Card | None:
    """Return the card that says some words, or None if the font lacks a letter of the title."""
    bold, regular = look.bold, look.regular
    printable = Words(
        title=bold.printable(words.title),
        kind=bold.printable(words.kind),
        fact=bold.printable(words.fact),
        text=regular.printable(words.text),
    )
    if not printable.title:
        return None
    svg = "".join(_svg(look, printable))
    fonts = regular.digest + bold.digest
    digest = hashlib.sha256(fonts + svg.encode()).hexdigest()
    path = f"{FOLDER}/{name}-{digest[:_DIGEST_LETTERS]}.png"
    return Card(path, _alt(printable), svg)


def _alt(words: Words) -> str:
    """Return the words of a card as sentences."""
    title = words.title
    if words.kind:
        title = f"{words.kind}: {title}"
    parts = (title, words.fact, words.text)
    sentences = [_sentence(part) for part in parts if part]
    return " ".join(sentences)


def _sentence(part: str) -> str:
    if part.endswith(_SENTENCE_ENDS):
        return part
    return f"{part}."


def _svg(look: Look, words: Words) -> Iterator[str]:
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
    yield f'<rect width="{WIDTH}" height="{_BAR}" fill="{RED}"/>'
    yield from _head(look)
    lines = list(lines_of(look, words))
    y = _start(lines)
    for line in lines:
        y += line.space
        yield _text(line, MARGIN, y)
    yield "</svg>"


def _head(look: Look) -> Iterator[str]:
    """Yield the site's mark and name, and the rule below them."""
    x = MARGIN
    if look.mark:
        yield _placed(look.mark, x, _HEAD)
        x += _MARK_SIZE + _MARK_GAP
    face = look.bold
    name = face.printable(look.site)
    width = (WIDTH - MARGIN - x) / _NAME_SIZE
    middle = _HEAD + _MARK_SIZE / 2
    foot = middle + _NAME_SIZE * CAP_HEIGHT / 2
    for text in set_lines(face, name, width, max_lines=1):
        line = Line(text, face, _NAME_SIZE)
        yield _text(line, x, foot)
    place = f'x="{MARGIN}" y="{_RULE_Y}"'
    yield f'<rect {place} width="{LINE_WIDTH}" height="2" fill="{RULE}"/>'


def _placed(mark: bytes, x: int, y: int) -> str:
    """Return the mark as a part of the SVG: as a picture in it, it takes as long as the rest."""
    root = ET.fromstring(mark)  # noqa: S314 - a file of the theme
    size = str(_MARK_SIZE)
    root.set("x", str(x))
    root.set("y", str(y))
    root.set("width", size)
    root.set("height", size)
    root.set("overflow", "visible")
    return ET.tostring(root, encoding="unicode")


def _start(lines: Sequence[Line]) -> float:
    """Return the foot of a line before the first, so that all are in the middle."""
    first = lines[0]
    cap_height = first.size * CAP_HEIGHT
    spaces = [line.space for line in lines]
    height = sum(spaces) - first.space + cap_height
    free = max(0, BOTTOM - TOP - height)
    top = TOP + free / 2
    return top - first.space + cap_height


def _text(line: Line, x: float, y: float) -> str:
    family = escape_html(line.face.family)
    text = escape_html(line.text)
    return (
        f'<text x="{x:g}" y="{y:.1f}" font-family="{family}"'
        f' font-size="{line.size}" fill="{line.colour}">{text}</text>'
    )
