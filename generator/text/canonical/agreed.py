"""Which lists, quotations and definitions every engine reads alike if they are Markdown.

CommonMark indents what an item consists of as far as its words, Python-Markdown by four spaces; and
Python-Markdown has no items that begin with anything but words.
"""

from collections.abc import Sequence
from itertools import pairwise

from generator.text.canonical.inlines import is_empty
from generator.text.canonical.leaves import is_fenced
from generator.text.tree import (
    Block,
    BlockQuote,
    CodeBlock,
    Definition,
    DefinitionList,
    Item,
    List,
    Paragraph,
    Table,
    Term,
    ThematicBreak,
)

_WIDE = 100


def is_agreed(block: Block, around: Block | None) -> bool:
    """Say whether engines agree on a block, given the one around it that is HTML."""
    if isinstance(around, Item | Definition):
        return _is_flat(block)
    return _is_agreed(block)


def _is_flat(block: Block) -> bool:
    """Say whether a block is Markdown without lines that are indented after blank ones.

    Python-Markdown takes those for a part of the element around it, if that is an item.
    """
    match block:
        case BlockQuote():
            return _is_agreed(block)
        case List():
            return all(_is_line(item.blocks) for item in block.items)
        case _:
            return False


def _is_line(blocks: Sequence[Block]) -> bool:
    return len(blocks) == 1 and has_words(blocks[0])


def _is_agreed(block: Block) -> bool:
    match block:
        case BlockQuote(alert=""):
            return _can_be_nested(block.blocks)
        case List() if _has_wide_numbers(block):
            return _is_flat(block)
        case List():
            return all(_begins_with_words(item.blocks) for item in block.items)
        case DefinitionList():
            return all(map(_is_agreed_part, block.parts))
        case _:
            return False


def _has_wide_numbers(block: List) -> bool:
    """Say whether words are indented by more than four spaces, as in item 100."""
    return (block.first or 0) + len(block.items) > _WIDE


def _is_agreed_part(part: Term | Definition) -> bool:
    match part:
        case Term():
            return not is_empty(part.inlines)
        case Definition():
            return _begins_with_words(part.blocks)


def _begins_with_words(blocks: Sequence[Block]) -> bool:
    is_begun = any(map(has_words, blocks[:1]))
    return is_begun and _can_be_nested(blocks)


def has_words(block: Block) -> bool:
    """Say whether a block is a paragraph that is not empty."""
    return isinstance(block, Paragraph) and not is_empty(block.inlines)


def _can_be_nested(blocks: Sequence[Block]) -> bool:
    """Say whether engines agree on blocks that are indented or behind quotation marks."""
    if any(would_merge(*pair) for pair in pairwise(blocks)):
        return False
    return all(map(_is_nested, blocks))


def _is_nested(block: Block) -> bool:
    match block:
        case Paragraph():
            return not is_empty(block.inlines)
        case CodeBlock():
            return is_fenced(block)
        case List() | BlockQuote():
            return _is_agreed(block)
        case Table() | ThematicBreak():
            return True
        case _:
            return False


def would_merge(before: Block, block: Block) -> bool:
    """Say whether a block would go on with the one before it."""
    match before, block:
        case List(), List():
            return (before.first is None) == (block.first is None)
        case BlockQuote(), BlockQuote():
            return True
        case DefinitionList(), DefinitionList():
            return True
        case _:
            return False
