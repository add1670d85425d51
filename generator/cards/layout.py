"""The picture shown where a page's address is posted: lines of words, as SVG.

It has no external references: the mark is embedded, and only the given fonts are used.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from math import floor
from xml.etree import ElementTree as ET

from generator.cards.typefaces import Typeface
from generator.cards.typesetting import fits, set_lines
from generator.text.markdown import escape_html

WIDTH, HEIGHT = 1200, 630
FOLDER = "assets/cards"
_MARGIN = 84
_BAR = 16
"""Height of the bar at the top."""
_HEAD = 52
"""Where the mark and the site's name begin."""
_RULE_Y = 130
_TOP, _BOTTOM = 158, 584
"""The words are between these, below the site's name."""
_MARK_SIZE, _NAME_SIZE = 52, 34
_MARK_GAP = 20
_KIND_SIZE, _TEXT_SIZE = 30, 34
_TITLE_SIZES = ((88, 2), (76, 2), (66, 3), (56, 4))
"""The sizes of titles, each with its most lines; the first in which a title is whole is used."""
_LEADING, _TITLE_LEADING = 1.32, 1.1
"""From one line to the next, in ems."""
_CAP_HEIGHT = 0.67
"""The height of capitals, in ems."""
_DESCENT = 0.2
"""How far letters reach below their line, in ems."""
_GAP = 30
_MAX_TEXT_LINES = 3
"""Readers only glance at a card."""
_LINE_WIDTH = WIDTH - 2 * _MARGIN
_TEXT_WIDTH = _LINE_WIDTH / _TEXT_SIZE
"""In ems of the text, as typesetting counts."""
_TEXT_LEADING = _TEXT_SIZE * _LEADING
_SENTENCE_ENDS = (".", "?", "!", "…")
_DIGEST_LETTERS = 12
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
    """A fact in a few words: a date, a status."""
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
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>'
    yield f'<rect width="{WIDTH}" height="{_BAR}" fill="{_RED}"/>'
    yield from _head(look)
    lines = list(_lines(look, words))
    y = _start(lines)
    for line in lines:
        y += line.space
        yield _text(line, _MARGIN, y)
    yield "</svg>"


def _head(look: Look) -> Iterator[str]:
    """Yield the site's mark and name, and the rule below them."""
    x = _MARGIN
    if look.mark:
        yield _placed(look.mark, x, _HEAD)
        x += _MARK_SIZE + _MARK_GAP
    face = look.bold
    name = face.printable(look.site)
    width = (WIDTH - _MARGIN - x) / _NAME_SIZE
    middle = _HEAD + _MARK_SIZE / 2
    foot = middle + _NAME_SIZE * _CAP_HEIGHT / 2
    for text in set_lines(face, name, width, max_lines=1):
        line = _Line(text, face, _NAME_SIZE)
        yield _text(line, x, foot)
    place = f'x="{_MARGIN}" y="{_RULE_Y}"'
    yield f'<rect {place} width="{_LINE_WIDTH}" height="2" fill="{_RULE}"/>'


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


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    face: Typeface
    size: int
    colour: str = _INK
    space: float = 0
    """From the foot of the line before to its own."""


def _start(lines: list[_Line]) -> float:
    """Return the foot of a line before the first, so that all are in the middle."""
    first = lines[0]
    cap_height = first.size * _CAP_HEIGHT
    spaces = [line.space for line in lines]
    height = sum(spaces) - first.space + cap_height
    free = max(0, _BOTTOM - _TOP - height)
    top = _TOP + free / 2
    return top - first.space + cap_height


def _lines(look: Look, words: Words) -> Iterator[_Line]:
    """Yield every line below the head, as many of the text as there is room for."""
    bold, regular = look.bold, look.regular
    room = float(_BOTTOM - _TOP)
    if words.kind:
        yield _Line(words.kind, bold, _KIND_SIZE, _RED)
        room -= _KIND_SIZE
    size, title = _title(bold, words.title)
    space = size * _CAP_HEIGHT + _GAP
    for text in title:
        yield _Line(text, bold, size, space=space)
        space = size * _TITLE_LEADING
    leadings = _TITLE_LEADING * (len(title) - 1)
    room -= size * (_CAP_HEIGHT + leadings) + _GAP
    gap = _GAP + size * _DESCENT + _TEXT_SIZE * _CAP_HEIGHT
    fact_lines = min(1, _fitting(room, gap))
    for text in set_lines(bold, words.fact, _TEXT_WIDTH, fact_lines):
        yield _Line(text, bold, _TEXT_SIZE, _INK, gap)
        room -= gap
        gap = _TEXT_LEADING
    text_lines = min(_MAX_TEXT_LINES, _fitting(room, gap))
    for text in set_lines(regular, words.text, _TEXT_WIDTH, text_lines):
        yield _Line(text, regular, _TEXT_SIZE, _QUIET, gap)
        gap = _TEXT_LEADING


def _fitting(room: float, gap: float) -> int:
    """Return how many lines of text fit below a gap."""
    leadings = (room - gap) / _TEXT_LEADING
    return floor(leadings) + 1


def _title(face: Typeface, title: str) -> tuple[int, list[str]]:
    """Return the size of a title, and its lines: whole at the largest size possible."""
    for size, max_lines in _TITLE_SIZES:
        width = _LINE_WIDTH / size
        if fits(face, title, width, max_lines):
            return size, set_lines(face, title, width, max_lines)
    size, max_lines = _TITLE_SIZES[-1]
    width = _LINE_WIDTH / size
    return size, set_lines(face, title, width, max_lines)


def _text(line: _Line, x: float, y: float) -> str:
    family = escape_html(line.face.family)
    text = escape_html(line.text)
    return (
        f'<text x="{x:g}" y="{y:.1f}" font-family="{family}"'
        f' font-size="{line.size}" fill="{line.colour}">{text}</text>'
    )
