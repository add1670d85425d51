"""Build blocks from the events of the parser."""

from collections.abc import Mapping, Sequence
from typing import cast

from generator.text.builders.inlines import TaskMark, inlines, label_of
from generator.text.commonmark import Event, field_of, shown
from generator.text.tree import (
    Alert,
    Alignment,
    Block,
    BlockQuote,
    Blocks,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Footnote,
    Heading,
    Inline,
    Item,
    List,
    Node,
    Paragraph,
    Row,
    Table,
    Term,
    Text,
    ThematicBreak,
)

_ALIGNMENTS: Mapping[str, Alignment] = {
    "None": "",
    "Left": "left",
    "Center": "center",
    "Right": "right",
}


def blocks(children: Sequence[Node]) -> Blocks:
    """Return blocks; inlines without a block, as in tight lists, become paragraphs."""
    found: list[Block] = []
    loose: list[Inline] = []
    for child in children:
        if isinstance(child, Inline):
            loose.append(child)
            continue
        if loose:
            found.append(_loose_paragraph(loose))
            loose = []
        if isinstance(child, Block):
            found.append(child)
    if loose:
        found.append(_loose_paragraph(loose))
    return tuple(found)


def _loose_paragraph(words: Sequence[Inline]) -> Paragraph:
    start, end = words[0].start, words[-1].end
    return Paragraph(inlines=tuple(words), start=start, end=end, is_tight=True)


def rule(event: Event) -> ThematicBreak:
    """Return a line across the page."""
    return ThematicBreak(start=event.start, end=event.end)


def paragraph(event: Event, children: Sequence[Node]) -> Paragraph:
    """Return a paragraph, or HTML that was not hidden as one."""
    return Paragraph(inlines=inlines(children), start=event.start, end=event.end)


def heading(event: Event, children: Sequence[Node]) -> Heading:
    """Return a heading."""
    level = int(field_of(event.data, "level").removeprefix("H"))
    return Heading(
        level=level, inlines=inlines(children), start=event.start, end=event.end
    )


def quotation(event: Event, children: Sequence[Node]) -> BlockQuote:
    """Return a quotation or an alert."""
    alert = cast("Alert", str(event.data or "").lower())
    return BlockQuote(
        alert=alert, blocks=blocks(children), start=event.start, end=event.end
    )


def code_block(event: Event, children: Sequence[Node]) -> CodeBlock:
    """Return code, fenced or indented."""
    lines = [child.text for child in children if isinstance(child, Text)]
    text = shown("".join(lines))
    language = ""
    if isinstance(event.data, dict):
        language = field_of(event.data, "Fenced")
    return CodeBlock(text=text, language=language, start=event.start, end=event.end)


def listing(event: Event, children: Sequence[Node]) -> List:
    """Return a list."""
    items = [child for child in children if isinstance(child, Item)]
    first = event.data if isinstance(event.data, int) else None
    return List(first=first, items=tuple(items), start=event.start, end=event.end)


def item(event: Event, children: Sequence[Node]) -> Item:
    """Return an item; it is a task if it has the mark of one."""
    is_done = None
    others: list[Node] = []
    for child in children:
        if isinstance(child, TaskMark):
            is_done = child.is_done
        else:
            others.append(child)
    return Item(
        is_done=is_done, blocks=blocks(others), start=event.start, end=event.end
    )


def table(event: Event, children: Sequence[Node]) -> Table:
    """Return a table; its first row is its head."""
    head, *rows = [child for child in children if isinstance(child, Row)]
    names = cast("Sequence[str]", event.data)
    return Table(
        alignments=tuple(_ALIGNMENTS[name] for name in names),
        head=head,
        rows=tuple(rows),
        start=event.start,
        end=event.end,
    )


def row(event: Event, children: Sequence[Node]) -> Row:
    """Return a row of a table."""
    cells = [child for child in children if isinstance(child, Cell)]
    return Row(cells=tuple(cells), start=event.start, end=event.end)


def cell(event: Event, children: Sequence[Node]) -> Cell:
    """Return a cell of a table."""
    return Cell(inlines=inlines(children), start=event.start, end=event.end)


def definition_list(event: Event, children: Sequence[Node]) -> DefinitionList:
    """Return terms and their definitions."""
    parts = [child for child in children if isinstance(child, Term | Definition)]
    return DefinitionList(parts=tuple(parts), start=event.start, end=event.end)


def term(event: Event, children: Sequence[Node]) -> Term:
    """Return what a definition defines."""
    return Term(inlines=inlines(children), start=event.start, end=event.end)


def definition(event: Event, children: Sequence[Node]) -> Definition:
    """Return the definition of a term."""
    return Definition(blocks=blocks(children), start=event.start, end=event.end)


def footnote(event: Event, children: Sequence[Node]) -> Footnote:
    """Return a footnote."""
    return Footnote(
        label=label_of(event),
        blocks=blocks(children),
        start=event.start,
        end=event.end,
    )
