"""Trees in a form that fits into a table of tests: ``p(a em(b))``."""

from __future__ import annotations

from collections.abc import Iterable

from generator.text.tree import (
    Block,
    BlockQuote,
    Break,
    Citation,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Footnote,
    FootnoteMark,
    Heading,
    Image,
    Inline,
    Item,
    Line,
    Link,
    List,
    Node,
    Paragraph,
    Row,
    Styled,
    Table,
    Text,
    Wikilink,
    children_of,
    parts_of,
)

NAMES: dict[type[Node], str] = {
    Paragraph: "p",
    CodeBlock: "code",
    BlockQuote: "quote",
    List: "ul",
    Item: "li",
    Row: "tr",
    Table: "table",
    DefinitionList: "dl",
    Definition: "dd",
}

INLINE_NAMES: dict[type[Node], str] = {
    Code: "code",
    Citation: "cite",
    FootnoteMark: "mark",
}


def sketch(blocks: Iterable[Block]) -> str:
    """Return blocks as one line, each with what it consists of in brackets."""
    return " ".join(map(_block, blocks))


def _block(block: Block) -> str:
    if isinstance(block, CodeBlock):
        return f"{_name(block)}({block.text.rstrip()})"
    if isinstance(block, Line):
        return f"{_name(block)}({inline_sketch(block.inlines)})"
    parts = parts_of(block)
    return f"{_name(block)}({sketch(parts)})" if parts else _name(block)


def _name(block: Block) -> str:
    name = NAMES.get(type(block), type(block).__name__.lower())
    match block:
        case Heading():
            name = f"h{block.level}"
        case CodeBlock() if block.language:
            name = f"code:{block.language}"
        case BlockQuote() if block.alert:
            name = block.alert
        case List() if block.first is not None:
            name = f"ol:{block.first}"
        case Item(is_done=bool()):
            name = "done" if block.is_done else "todo"
        case Footnote():
            name = f"note:{block.label}"
        case _:
            pass
    return name


def inline_sketch(inlines: Iterable[Inline]) -> str:
    """Return inlines as one line."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Break():
            return "<br>" if inline.is_hard else "/"
        case _:
            return f"{_inline_name(inline)}({_inside(inline)})"


def _inside(inline: Inline) -> str:
    match inline:
        case Code():
            return inline.text
        case Citation():
            return inline.inside
        case FootnoteMark():
            return inline.label
        case _:
            return inline_sketch(children_of(inline))


def _inline_name(inline: Inline) -> str:
    match inline:
        case Styled():
            return inline.style
        case Link():
            return f"{'bare' if inline.is_bare else 'link'}:{inline.address}"
        case Image():
            return f"image:{inline.address}"
        case Wikilink():
            return f"{'embed' if inline.is_embed else 'wiki'}:{inline.target}"
        case _:
            return INLINE_NAMES[type(inline)]
