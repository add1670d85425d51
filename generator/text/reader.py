"""Read a text: its Markdown, and in its words the citations and addresses that Markdown leaves.

A text is read once; everything that looks at prose looks at what is returned here.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from generator.text.citations import with_citations
from generator.text.comments import without_comments
from generator.text.parse import DepthError, parse
from generator.text.tree import (
    Block,
    Blocks,
    Footnote,
    Inlines,
    Item,
    List,
    Paragraph,
    Text,
    edited,
)

MAX_ITEM_NUMBER = 99
"""A list of one item with a higher number is a sentence that begins with a year."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What a text consists of; a reading is equal to itself alone, so hashing one is quick."""

    source: str = ""
    """The text in which its nodes have their places."""
    blocks: Blocks = ()
    footnotes: tuple[Footnote, ...] = ()
    """In the order in which they are defined."""

    @property
    def all_blocks(self) -> Blocks:
        """Its blocks and then its footnotes."""
        return (*self.blocks, *self.footnotes)


@lru_cache(maxsize=1 << 13)
def read(text: str) -> Reading:
    """Read a text that consists of blocks; one that is nested too deep is empty."""
    try:
        source = without_comments(text)
        blocks = parse(source)
    except DepthError:
        return Reading()
    return _read(source, blocks)


@lru_cache(maxsize=1 << 13)
def read_line(text: str) -> Reading:
    """Read a text that is one paragraph, whatever it begins with."""
    try:
        # What follows a bracket in its line begins no block.
        line = " ".join(text.split())
        source = without_comments(f"({line}")
        blocks = parse(source)
    except DepthError:
        return Reading()
    reading = _read(source, blocks)
    return replace(reading, blocks=edited(reading.blocks, _without_bracket))


def _without_bracket(inlines: Inlines) -> Inlines:
    """Return the inlines of a line without the bracket that was put before it."""
    match inlines:
        case Text(text="("), *others:
            return tuple(others)
        case Text() as first, *others:
            return (first.part(1, len(first.text)), *others)
        case _:
            return inlines


def _read(source: str, blocks: Blocks) -> Reading:
    found = edited(blocks, lambda inlines: with_citations(inlines, source))
    footnotes: list[Footnote] = []
    others: list[Block] = []
    for block in found:
        if isinstance(block, Footnote):
            footnotes.append(block)
        else:
            others.append(_as_sentence(block, source))
    return Reading(source, tuple(others), tuple(footnotes))


def _as_sentence(block: Block, source: str) -> Block:
    """Return a list that is a sentence which begins with a year as a paragraph."""
    match block:
        case List(items=(Item(blocks=(Paragraph() as paragraph,)) as item,)):
            is_sentence = (block.first or 0) > MAX_ITEM_NUMBER and item.is_done is None
        case _:
            return block
    if not is_sentence or not paragraph.inlines:
        return block
    end = paragraph.inlines[0].start
    number = source[item.start : end].lstrip()
    start = end - len(number)
    first = Text(text=number, start=start, end=end)
    inlines = (first, *paragraph.inlines)
    return replace(paragraph, inlines=inlines, start=start, is_tight=False)
