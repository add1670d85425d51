"""Write the words of a text as readers see them, in the order in which they are read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from generator.text.plain import words_within
from generator.text.reader import Reading
from generator.text.shown.words import (
    CITATION,
    OBJECT,
    Shown,
    Stretch,
    Unit,
    UnitKind,
)
from generator.text.tree import (
    Block,
    BlockQuote,
    Break,
    Citation,
    Code,
    DefinitionList,
    Footnote,
    FootnoteMark,
    Heading,
    Image,
    Inline,
    Inlines,
    Line,
    Link,
    List,
    Paragraph,
    Row,
    Styled,
    Table,
    Term,
    Text,
    Wikilink,
    children_of,
    parts_of,
)

_EMPHASIS = frozenset({"em", "strong"})
_BETWEEN_BLOCKS = "\n\n"
_BETWEEN_CELLS = " | "
_PLACEHOLDERS = str.maketrans({OBJECT: "\ufffd", CITATION: "\ufffd"})
"""Entities may produce these characters, which must not be taken for placeholders."""


@lru_cache(maxsize=1 << 13)
def shown(reading: Reading) -> Shown:
    """Return the words of a text as readers see them."""
    writer = _Writer()
    for number, block in enumerate(reading.all_blocks):
        writer.block(block, _Around(number))
    return Shown(
        text="".join(writer.texts),
        units=tuple(writer.units),
        spans=tuple(writer.spans),
        links=tuple(writer.links),
        citations=tuple(writer.citations),
        stretches=tuple(writer.stretches),
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What a block is in."""

    block: int
    kind: UnitKind = "text"
    depth: int = 0

    def inside(self, kind: UnitKind) -> "_Around":
        """Return what is around the blocks of a list, a quotation or a table."""
        return _Around(self.block, kind, self.depth + 1)


@dataclass(slots=True)
class _Writer:
    """Writes the words of one text, in the order in which they are read."""

    texts: list[str] = field(default_factory=list)
    length: int = 0
    units: list[Unit] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    citations: list[tuple[int, Citation]] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    section: int = 0
    """Number of headings so far."""
    marked: dict[str, int] = field(default_factory=dict)
    """The section in which each footnote is first marked."""

    def block(self, block: Block, around: _Around) -> None:
        """Write the words of a block."""
        match block:
            case Line():
                self._unit([block], around)
            case Row():
                self._unit(block.cells, around)
            case Table():
                self.block(block.head, _Around(around.block, "label", around.depth + 1))
                self._blocks(block.rows, around.inside("row"))
            case List() | DefinitionList():
                self._blocks(parts_of(block), around.inside("item"))
            case Footnote():
                self.section = self.marked.get(block.label, self.section)
                self._blocks(block.blocks, around)
            case BlockQuote():
                self._blocks(block.blocks, around.inside("quotation"))
            case _:
                self._blocks(parts_of(block), around)

    def _blocks(self, blocks: Iterable[Block], around: _Around) -> None:
        for block in blocks:
            self.block(block, around)

    def _unit(self, lines: Sequence[Line], around: _Around) -> None:
        """Write the lines that make up a unit."""
        if self.length:
            self._write(_BETWEEN_BLOCKS)
        kind = _kind(lines, around)
        if kind == "heading":
            self.section += 1
        start = self.length
        emphasised_to = 0
        for number, line in enumerate(lines):
            if number:
                self._write(_BETWEEN_CELLS)
            emphasised_to = self._line(line)
        unit = Unit(
            kind=kind,
            start=start,
            end=self.length,
            block=around.block,
            section=self.section,
            depth=around.depth,
            emphasised_to=emphasised_to,
        )
        self.units.append(unit)

    def _line(self, line: Line) -> int:
        """Write a line; return where the emphasis ends with which it begins, or 0."""
        is_plain = not isinstance(line, Heading)
        emphasised_to = 0
        emphasised = _emphasised(line)
        if emphasised:
            self._inlines(emphasised, is_plain=is_plain)
            emphasised_to = self.length
        self._inlines(line.inlines[len(emphasised) :], is_plain=is_plain)
        return emphasised_to

    def _inlines(self, inlines: Iterable[Inline], *, is_plain: bool) -> None:
        """Write inlines; names are looked for in plain text alone."""
        for is_words, group in groupby(inlines, _is_words):
            start = self.length
            for inline in group:
                self._inline(inline, is_plain=is_plain)
            if is_words and is_plain:
                self.spans.append((start, self.length))

    def _inline(self, inline: Inline, *, is_plain: bool) -> None:
        """Write an inline, or those that it consists of."""
        start = self.length
        words = _own_words(inline)
        if words:
            self.stretches.append(Stretch(start, inline))
            self._write(words)
        else:
            is_plain = is_plain and isinstance(inline, Styled)
            self._inlines(children_of(inline), is_plain=is_plain)
        match inline:
            case Citation():
                self.citations.append((start, inline))
            case Link() | Wikilink():
                self.links.append((start, self.length))
            case FootnoteMark():
                self.marked.setdefault(inline.label, self.section)

    def _write(self, text: str) -> None:
        self.texts.append(text)
        self.length += len(text)


def _emphasised(line: Line) -> Inlines:
    """Return the emphasis with which a paragraph begins."""
    if not isinstance(line, Paragraph):
        return ()
    count = 0
    for number, inline in enumerate(line.inlines, start=1):
        if isinstance(inline, Styled) and inline.style in _EMPHASIS:
            count = number
        elif not isinstance(inline, Text | Break) or words_within(inline).strip():
            break
    return line.inlines[:count]


def _kind(lines: Sequence[Line], around: _Around) -> UnitKind:
    match lines:
        case [Heading()]:
            return "heading"
        case [Term()]:
            return "label"
        case _:
            return around.kind


def _is_words(inline: Inline) -> bool:
    return isinstance(inline, Text | Break)


def _own_words(inline: Inline) -> str:
    """Return what is shown for an inline itself, which for most is nothing."""
    match inline:
        case Text():
            return inline.text.translate(_PLACEHOLDERS)
        case Break():
            return "\n"
        case Citation():
            return CITATION
        case Code() | Image() | Link(is_bare=True) | Wikilink(is_embed=True):
            return OBJECT
        case Wikilink(children=()):
            return inline.words
        case _:
            return ""
