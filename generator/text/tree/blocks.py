"""Blocks: what a text consists of, and what they consist of in turn."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, Self, TypeAlias, TypeVar

from generator.text.tree.inlines import Edit, Inlines, Node

Alert: TypeAlias = Literal["", "note", "tip", "important", "warning", "caution"]
"""What a quotation alerts to; empty if it is an ordinary one."""
Alignment: TypeAlias = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Node):
    """A paragraph, a heading, a list, or any other block of a text."""

    def edited(self, edit: Edit) -> Self:
        """Return it with the inlines of every line edited; other inlines are within these."""
        del edit
        return self


Blocks: TypeAlias = tuple[Block, ...]
B = TypeVar("B", bound=Block)


def edited(blocks: Iterable[B], edit: Edit) -> tuple[B, ...]:
    """Return blocks with the inlines of every line edited."""
    return tuple(block.edited(edit) for block in blocks)


def is_tight(blocks: Blocks) -> bool:
    """Say whether no paragraph is set apart from what is around it."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    return all(paragraph.is_tight for paragraph in paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Block):
    """A block that consists of inlines."""

    inlines: Inlines

    def edited(self, edit: Edit) -> Self:
        """Return it with its inlines edited."""
        inlines = edit(self.inlines)
        return self if inlines is self.inlines else replace(self, inlines=inlines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Container(Block):
    """A block that consists of others of any kind."""

    blocks: Blocks

    def edited(self, edit: Edit) -> Self:
        """Return it with its blocks edited."""
        return replace(self, blocks=edited(self.blocks, edit))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Line):
    """Lines of text."""

    is_tight: bool = False
    """Whether it is set without space around it, as in the items of a tight list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Line):
    """The title of a section; level 1 is that of the page."""

    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock(Block):
    """Lines of code."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThematicBreak(Block):
    """A line across the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockQuote(Container):
    """Blocks that are set off as quoted, or as an alert."""

    alert: Alert = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Container):
    """An item of a list."""

    is_done: bool | None = None
    """Whether a task is done; None if it is no task."""


@dataclass(frozen=True, slots=True, kw_only=True)
class List(Block):
    """Items, with bullets or numbered from a first number."""

    first: int | None = None
    items: tuple[Item, ...]

    @property
    def is_tight(self) -> bool:
        """Whether its items are set without space between them."""
        return all(is_tight(item.blocks) for item in self.items)

    def edited(self, edit: Edit) -> Self:
        """Return it with its items edited."""
        return replace(self, items=edited(self.items, edit))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Line):
    """A cell of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Block):
    """A row of a table."""

    cells: tuple[Cell, ...]

    def edited(self, edit: Edit) -> Self:
        """Return it with its cells edited."""
        return replace(self, cells=edited(self.cells, edit))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """Rows below the names of their columns."""

    alignments: tuple[Alignment, ...]
    head: Row
    rows: tuple[Row, ...]

    def edited(self, edit: Edit) -> Self:
        """Return it with its rows edited."""
        head = self.head.edited(edit)
        return replace(self, head=head, rows=edited(self.rows, edit))


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Line):
    """What a definition defines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Container):
    """The definition of the terms before it."""

    @property
    def is_tight(self) -> bool:
        """Whether it is set without space before it."""
        return is_tight(self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionList(Block):
    """Terms, each followed by its definitions."""

    parts: tuple[Term | Definition, ...]

    def edited(self, edit: Edit) -> Self:
        """Return it with its parts edited."""
        return replace(self, parts=edited(self.parts, edit))


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote(Container):
    """A note to the reader, shown below the text."""

    label: str
