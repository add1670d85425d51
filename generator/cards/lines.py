"""The lines of words on a card: their order, sizes and colours, as many as there is room for."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from generator.cards.typefaces import Typeface
from generator.cards.typesetting import fits, set_lines

WIDTH, HEIGHT = 1200, 630
MARGIN = 84
TOP, BOTTOM = 158, 584
"""The words are between these, below the site's name."""
LINE_WIDTH = WIDTH - 2 * MARGIN
CAP_HEIGHT = 0.67
"""The height of capitals, in ems."""
PAPER, INK, QUIET, RED, RULE = (
    "#f7f5f1",
    "#1d1c1a",
    "#5d5953",
    "#8c1c13",
    "#dcd7ce",
)
"""The light colours of ``theme/assets/explainers.css``: panel, ink, quiet, bar, rule."""
_KIND_SIZE, _TEXT_SIZE = 30, 34
_TITLE_SIZES = ((88, 2), (76, 2), (66, 3), (56, 4))
"""The sizes of titles, each with its most lines; the first in which a title is whole is used."""
_LEADING, _TITLE_LEADING = 1.32, 1.1
"""From one line to the next, in ems."""
_DESCENT = 0.2
"""How far letters reach below their line, in ems."""
_GAP = 30
_MAX_TEXT_LINES = 3
"""Readers only glance at a card."""
_TEXT_LEADING = _TEXT_SIZE * _LEADING


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
class Line:
    """A line of words, all in one face, size and colour."""

    text: str
    face: Typeface
    size: int
    colour: str = INK
    space: float = 0
    """From the foot of the line before to its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """A text on a card, all in one face and size."""

    text: str
    face: Typeface
    size: int
    colour: str
    max_lines: int
    space: float
    """From the foot of the block before to that of the first line."""
    leading: float
    """From the foot of one line to that of the next."""

    def lines_within(self, room: float) -> int:
        """Return how many lines there is room for."""
        leadings = (room - self.space) / self.leading
        return floor(leadings) + 1


def lines_of(look: Look, words: Words) -> Iterator[Line]:
    """Yield every line below the head, as many of each block as there is room for."""
    room = float(BOTTOM - TOP)
    for block in _blocks(look, words):
        max_lines = min(block.max_lines, block.lines_within(room))
        width = LINE_WIDTH / block.size
        space = block.space
        for text in set_lines(block.face, block.text, width, max_lines):
            yield Line(text, block.face, block.size, block.colour, space)
            room -= space
            space = block.leading


def _blocks(look: Look, words: Words) -> Iterator[_Block]:
    """Yield the blocks of a card from top to bottom; one without text has no lines."""
    yield _Block(
        text=words.kind,
        face=look.bold,
        size=_KIND_SIZE,
        colour=RED,
        max_lines=1,
        space=_KIND_SIZE,
        leading=_KIND_SIZE * _LEADING,
    )
    title_size, max_lines = _title_size(look.bold, words.title)
    yield _Block(
        text=words.title,
        face=look.bold,
        size=title_size,
        colour=INK,
        max_lines=max_lines,
        space=title_size * CAP_HEIGHT + _GAP,
        leading=title_size * _TITLE_LEADING,
    )
    yield from _below_title(look, words, title_size)


def _below_title(look: Look, words: Words, title_size: int) -> Iterator[_Block]:
    space = _GAP + title_size * _DESCENT + _TEXT_SIZE * CAP_HEIGHT
    if words.fact:
        yield _Block(
            text=words.fact,
            face=look.bold,
            size=_TEXT_SIZE,
            colour=INK,
            max_lines=1,
            space=space,
            leading=_TEXT_LEADING,
        )
        space = _TEXT_LEADING
    yield _Block(
        text=words.text,
        face=look.regular,
        size=_TEXT_SIZE,
        colour=QUIET,
        max_lines=_MAX_TEXT_LINES,
        space=space,
        leading=_TEXT_LEADING,
    )


def _title_size(face: Typeface, title: str) -> tuple[int, int]:
    """Return the size and most lines of a title: the largest size in which it is whole."""
    for size, max_lines in _TITLE_SIZES:
        width = LINE_WIDTH / size
        if fits(face, title, width, max_lines):
            return size, max_lines
    return _TITLE_SIZES[-1]
