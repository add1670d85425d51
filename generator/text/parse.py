"""Build the tree of a text from the events of the parser."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from generator.text.builders import blocks, inlines
from generator.text.commonmark import Event, events
from generator.text.tree import Blocks, Footnote, Node

MAX_DEPTH = 40
"""Blocks and inlines within one another; deeper ones are not read."""
_Builder: TypeAlias = Callable[[Event, Sequence[Node]], Node]
_BUILDERS: Mapping[str, _Builder] = {
    "Paragraph": blocks.paragraph,
    "HtmlBlock": blocks.paragraph,
    "Heading": blocks.heading,
    "BlockQuote": blocks.quotation,
    "CodeBlock": blocks.code_block,
    "List": blocks.listing,
    "Item": blocks.item,
    "Table": blocks.table,
    "TableHead": blocks.row,
    "TableRow": blocks.row,
    "TableCell": blocks.cell,
    "DefinitionList": blocks.definition_list,
    "DefinitionListTitle": blocks.term,
    "DefinitionListDefinition": blocks.definition,
    "FootnoteDefinition": blocks.footnote,
    "Emphasis": inlines.styled,
    "Strong": inlines.styled,
    "Strikethrough": inlines.styled,
    "Link": inlines.link,
    "Image": inlines.image,
}
_LEAVES: Mapping[str, inlines.Leaf] = {"Rule": blocks.rule, **inlines.LEAVES}


class DepthError(ValueError):
    """Blocks or inlines are nested too deep to be read."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"nested too deep at character {offset}")
        self.offset = offset


@dataclass(slots=True)
class _Open:
    """A node that is being read."""

    event: Event
    children: list[Node] = field(default_factory=list)

    def close(self) -> Node:
        """Return the node, now that all that it consists of is read."""
        build = _BUILDERS[self.event.name]
        return build(self.event, self.children)


def _parent(stack: Sequence[_Open], node: Node) -> _Open:
    """Return what a node is a part of: for footnotes the text, for the mark of a task its item."""
    match node:
        case Footnote():
            return stack[0]
        case inlines.TaskMark():
            return next(one for one in reversed(stack) if one.event.name == "Item")
        case _:
            return stack[-1]


@lru_cache(maxsize=1 << 13)
def parse(text: str) -> Blocks:
    """Return the blocks of a text; footnotes are among them, wherever they are defined.

    The same text is looked at for its depth, its comments and what it consists of.

    Raises:
        DepthError: If blocks or inlines are nested too deep.
    """
    root = _Open(Event("start", "", None, 0, len(text)))
    stack = [root]
    for event in events(text):
        match event.kind:
            case "start":
                stack.append(_Open(event))
                if len(stack) > MAX_DEPTH:
                    raise DepthError(event.start)
            case "end":
                node = stack.pop().close()
                _parent(stack, node).children.append(node)
            case "leaf":
                build = _LEAVES.get(event.name, inlines.text)
                leaf = build(event)
                _parent(stack, leaf).children.append(leaf)
    return blocks.blocks(root.children)
