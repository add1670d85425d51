"""Blocks as Markdown: lists, quotations, tables and code that every engine reads alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.text.canonical.agreed import is_agreed, would_merge
from generator.text.canonical.html import alert, checked, element, list_tag
from generator.text.canonical.inlines import inlines, one_line
from generator.text.canonical.leaves import Lines, code_block, table
from generator.text.markdown import Markdown, escape_start
from generator.text.plain import words_of
from generator.text.tree import (
    Block,
    BlockQuote,
    CodeBlock,
    Definition,
    DefinitionList,
    Heading,
    Item,
    Line,
    List,
    Paragraph,
    Table,
    Term,
    ThematicBreak,
    parts_of,
)

_SEPARATOR = "<!-- -->"
"""Ends a list or quotation, so that the next one does not go on with it."""
_INDENT = 4


@dataclass(frozen=True, slots=True)
class Canonical:
    """Writes blocks, with the anchors of their headings."""

    anchors: Mapping[int, str] = field(default_factory=dict)
    """The anchor of each heading, by its offset."""
    highest: int = 1
    """The level of headings that are written for those of this level and above."""

    def blocks(self, blocks: Sequence[Block]) -> Markdown:
        """Return blocks as Markdown."""
        lines = self._lines(blocks)
        return Markdown("\n".join(lines))

    def _lines(
        self,
        blocks: Sequence[Block],
        *,
        around: Block | None = None,
        is_tight: bool = False,
    ) -> Lines:
        """Return the lines of blocks, with blank lines between them."""
        lines: Lines = []
        before: Block | None = None
        for block in blocks:
            written = self._block(block, around)
            if not any(written):
                continue
            if before is not None:
                lines += _between(before, block, is_tight=is_tight)
            lines += written
            before = block
        return lines

    def _block(self, block: Block, around: Block | None) -> Lines:
        match block:
            case Heading():
                return [self._heading(block)]
            case Paragraph():
                return inlines(block.inlines).split("\n")
            case CodeBlock():
                return code_block(block)
            case Table():
                return table(block)
            case ThematicBreak():
                return ["***"]
            case _:
                return self._nested(block, around)

    def _nested(self, block: Block, around: Block | None) -> Lines:
        """Return what consists of other blocks: as HTML, if engines disagree on it."""
        if not is_agreed(block, around):
            return self._html(block)
        match block:
            case List():
                return self._list(block)
            case DefinitionList():
                return self._definitions(block)
            case _:
                return _prefixed(self._lines(parts_of(block)))

    def _html(self, block: Block) -> Lines:
        """Return HTML around blocks that are Markdown."""
        inside = self._lines(parts_of(block), around=block)
        match block:
            case BlockQuote(alert=""):
                return element("blockquote", inside)
            case BlockQuote():
                return alert(block, inside)
            case List():
                return element(list_tag(block), inside)
            case Item():
                return element("li", checked(block, inside))
            case DefinitionList():
                return element("dl", inside)
            case _:
                return self._part(block, inside)

    def _part(self, block: Block, inside: Lines) -> Lines:
        """Return a part of a definition list, in HTML."""
        match block:
            case Term():
                return element("dt", [escape_start(one_line(block.inlines))])
            case Definition():
                return element("dd", inside)
            case _:
                return inside

    def _heading(self, heading: Heading) -> str:
        """Return a heading on one line, with its anchor; one without words is no heading."""
        signs = "#" * max(heading.level, self.highest)
        line = one_line(heading.inlines)
        if not words_of(heading.inlines):
            return escape_start(line)
        words = line.rstrip("#")  # signs at the end would close the heading
        words += r"\#" * (len(line) - len(words))
        anchor = self.anchors.get(heading.start)
        if anchor:
            return f"{signs} {words} {{ #{anchor} }}"
        return f"{signs} {words}"

    def _list(self, block: List) -> Lines:
        """Return a list; one with a blank line in an item has blank lines between all."""
        is_tight = block.is_tight
        items = list(self._items(block, is_tight=is_tight))
        if is_tight and any("" in item[:-1] for item in items):
            is_tight = False
            items = list(self._items(block, is_tight=False))
        lines: Lines = []
        for item in items:
            if lines and not is_tight:
                lines.append("")
            lines += item
        return lines

    def _items(self, block: List, *, is_tight: bool) -> Iterator[Lines]:
        """Yield the lines of each item."""
        for number, item in enumerate(block.items):
            marker = "-"
            if block.first is not None:
                marker = f"{block.first + number}."
            yield self._item(item, marker, is_tight=is_tight)

    def _item(self, item: Item, marker: str, *, is_tight: bool) -> Lines:
        width = max(_INDENT, len(marker) + 1)
        inside = self._lines(item.blocks, is_tight=is_tight)
        return _indented(checked(item, inside), marker.ljust(width), width)

    def _definitions(self, block: DefinitionList) -> Lines:
        """Return a definition list; one with a blank line anywhere has them everywhere."""
        is_tight = all(map(_is_line, block.parts))
        lines: Lines = []
        before: Block | None = None
        for part in block.parts:
            match part:
                case Term():
                    if isinstance(before, Definition):
                        lines.append("")
                    lines.append(escape_start(one_line(part.inlines)))
                case Definition():
                    if not is_tight:
                        lines.append("")
                    lines += _indented(self._lines(part.blocks), ":   ", _INDENT)
            before = part
        return lines


def _is_line(part: Term | Definition) -> bool:
    """Say whether a part of a definition list is a line without space around it."""
    match part:
        case Term():
            return True
        case Definition():
            return part.is_tight and len(part.blocks) == 1


def _between(before: Block, block: Block, *, is_tight: bool) -> Lines:
    """Return the lines that keep two blocks apart."""
    if would_merge(before, block):
        return ["", _SEPARATOR, ""]
    if is_tight and isinstance(before, Line) and isinstance(block, List):
        return []
    return [""]


def _prefixed(lines: Lines) -> Lines:
    return [f"> {line}" if line else ">" for line in lines]


def _indented(lines: Lines, marker: str, width: int) -> Lines:
    """Return lines behind a marker, those after the first below it."""
    first, *others = lines
    indent = " " * width
    below = [f"{indent}{line}" if line else "" for line in others]
    return [f"{marker}{first}", *below]
