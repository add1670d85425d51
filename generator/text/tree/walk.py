"""Walk a tree: its blocks, the lines in them, and the inlines in these."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.text.tree.blocks import (
    Block,
    Blocks,
    Container,
    DefinitionList,
    Heading,
    Line,
    List,
    Row,
    Table,
)
from generator.text.tree.inlines import Edit, Inline, Inlines, Phrase


def parts_of(block: Block) -> Blocks:
    """Return the blocks that a block consists of."""
    match block:
        case Container():
            return block.blocks
        case List():
            return block.items
        case Table():
            return (block.head, *block.rows)
        case Row():
            return block.cells
        case DefinitionList():
            return block.parts
        case _:
            return ()


def units_of(blocks: Iterable[Block]) -> Iterator[tuple[Line, ...]]:
    """Yield what is read as a whole: a paragraph, a heading, a term, or the cells of a row."""
    for block in blocks:
        if isinstance(block, Line):
            yield (block,)
        elif isinstance(block, Row):
            yield block.cells
        else:
            yield from units_of(parts_of(block))


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield every paragraph, heading, cell and term, in the order in which they are read."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from lines_of(parts_of(block))


def children_of(inline: Inline) -> Inlines:
    """Return the inlines that an inline consists of."""
    if isinstance(inline, Phrase):
        return inline.children
    return ()


def inlines_of(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Yield inlines, each before those that it consists of."""
    for inline in inlines:
        yield inline
        yield from inlines_of(children_of(inline))


def inlines_in(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Yield every inline of some blocks, in the order in which they are read."""
    for line in lines_of(blocks):
        yield from inlines_of(line.inlines)


def headings_of(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Yield every heading."""
    for line in lines_of(blocks):
        if isinstance(line, Heading):
            yield line


def with_children(inline: Inline, edit: Edit) -> Inline:
    """Return an inline with the inlines that it consists of edited."""
    if not isinstance(inline, Phrase):
        return inline
    children = edit(inline.children)
    return inline if children is inline.children else replace(inline, children=children)
