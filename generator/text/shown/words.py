"""The words of a text, the units that they make up, and their places in the source."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.text.plain import words_of
from generator.text.tree import Citation, Inline, Text

OBJECT = "\ufffc"
"""The placeholder for code, an address, a picture or an embed."""
CITATION = "\ufff9"
"""The placeholder for a citation."""
_PLACEHOLDER = re.compile(f"[{OBJECT}{CITATION}]")

UnitKind: TypeAlias = Literal["heading", "label", "text", "item", "quotation", "row"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the words of a text that consists of sentences: a paragraph, a row."""

    kind: UnitKind
    start: int
    end: int
    block: int
    """Number of the block that it is a part of, such as a list."""
    section: int = 0
    """Number of headings above it; of a footnote, above its first mark."""
    depth: int = 0
    """How many lists, quotations or tables it is in."""
    emphasised_to: int = 0
    """Where the emphasis ends with which it begins; 0 if it begins with none."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the words, and the node of the source that it shows."""

    start: int
    """Offset in the words."""
    source: Inline
    """What they are the words of."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of a text."""

    text: str
    units: tuple[Unit, ...]
    spans: tuple[tuple[int, int], ...]
    """Where names are looked for: not in links, code or headings."""
    links: tuple[tuple[int, int], ...]
    """Where the words of links are."""
    citations: tuple[tuple[int, Citation], ...]
    """The offset of each placeholder, and what it cites."""
    stretches: tuple[Stretch, ...]

    def words(self, unit: Unit) -> str:
        """Return the words of a unit, with placeholders."""
        return self.text[unit.start : unit.end]

    def links_in(self, unit: Unit) -> list[tuple[int, int]]:
        """Return where the words of links are in the words of a unit."""
        first = bisect_left(self.links, (unit.start, 0))
        last = bisect_left(self.links, (unit.end, 0))
        return [
            (start - unit.start, end - unit.start)
            for start, end in self.links[first:last]
        ]

    def plain(self, start: int, end: int) -> str:
        """Return the words between two offsets on one line, without placeholders."""
        return words_of(self._inlines(start, end))

    def _inlines(self, start: int, end: int) -> Iterator[Inline]:
        """Yield what is between two offsets: text as it is shown, and what is not text."""
        position = start
        for placeholder in _PLACEHOLDER.finditer(self.text, start, end):
            offset = placeholder.start()
            yield Text(text=self.text[position:offset])
            yield self._stretch(offset).source
            position = placeholder.end()
        yield Text(text=self.text[position:end])

    def source(self, offset: int) -> int:
        """Return the offset in the source of the character at an offset in the words."""
        stretch = self._stretch(offset)
        node = stretch.source
        if isinstance(node, Text) and node.is_literal:
            return node.start + offset - stretch.start
        return node.start

    def source_end(self, offset: int) -> int:
        """Return the offset in the source after the character before an offset in the words."""
        stretch = self._stretch(offset - 1)
        node = stretch.source
        if isinstance(node, Text) and node.is_literal:
            return node.start + offset - stretch.start
        return node.end

    def _stretch(self, offset: int) -> Stretch:
        if not self.stretches:
            return Stretch(0, Text(text=""))
        number = bisect_right(self.stretches, offset, key=_start) - 1
        return self.stretches[max(number, 0)]


def _start(stretch: Stretch) -> int:
    return stretch.start
