"""The texts of a document in which names are linked, and their places in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.diagnostics import Origin, Position
from generator.notes.model import Note, Source
from generator.schema.statements import walk
from generator.schema.values import Prose
from generator.text.reader import Reading, read, read_line
from generator.text.shown import Shown, shown

_START = Position(1, 1)


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a document, and its place in the file."""

    text: Prose
    path: str
    """Path of the file."""
    is_body: bool = False
    """Whether it has blocks, and places within it are known: YAML may fold a field's text."""

    @property
    def reading(self) -> Reading:
        """What the text consists of."""
        if self.is_body:
            return read(self.text)
        return read_line(self.text)

    @property
    def shown(self) -> Shown:
        """The words of the text, as readers see them."""
        return shown(self.reading)

    def origin(self, offset: int) -> Origin:
        """Return the place in the file of an offset in the text, as far as it is known."""
        line, column = self.text.at or _START
        if self.is_body:
            starts = _line_starts(self.text)
            number = bisect_right(starts, offset) - 1
            line += number
            column = offset - starts[number] + 1
        return Origin(self.path, line, column)

    def origin_of_word(self, offset: int) -> Origin:
        """Return the place in the file of an offset in the words that readers see."""
        return self.origin(self.shown.source(offset))


@lru_cache(maxsize=16)
def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def body_passage(note: Note) -> Passage:
    """Return the body of a note, in which the place of every letter is known."""
    return Passage(note.body, note.path, is_body=True)


def title_passage(document: Note | Source) -> Passage | None:
    """Return the heading that gave a document its title, if one did."""
    if document.heading is None:
        return None
    return Passage(document.heading, document.path, is_body=True)


def passages(document: Note | Source) -> Iterator[Passage]:
    """Yield every text of a document in which names are linked: its body first, then its fields."""
    if isinstance(document, Source):
        for paragraph in document.paragraphs.values():
            yield Passage(paragraph, document.path)
    else:
        yield body_passage(document)
    for _, text in walk(document.fields, Prose):
        if text:
            yield Passage(text, document.path)
