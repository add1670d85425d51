"""The paragraphs of a body as readers see them: markup is masked, offsets stay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.text.masking import masked, without_hidden
from generator.text.spans import Token, blocks, scan

_QUOTATION = re.compile(r"[ \t]*>[ \t>]*")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<sign>[-*+]|(?P<number>\d{1,9})[.)])[ \t]+")
_DEFINITION = re.compile(r"[ \t]*:[ \t]+")
_LABEL = re.compile(r"\[(?:[ xX]|![A-Z]+|TOC)\](?=\s|\Z)")
"""What begins a task, an alert, or is replaced by a table of contents."""
_TABLE_RULE_SIGNS = frozenset("|-: \t")
_TAB_WIDTH = 4

Kind = Literal["heading", "label", "text", "item", "quotation", "row"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a body that consists of sentences."""

    kind: Kind
    start: int
    """Offset in the body."""
    text: str
    """As long as the stretch itself; markup is masked."""
    block: int
    """Offset of the block that it is a part of, such as a list."""
    depth: int = 0
    """How deep it is indented, if it is part of a list, a quotation or a table; else 0."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a block, with the markers at its start masked."""

    kind: Kind
    depth: int
    begins: bool
    """Whether it begins a paragraph."""
    start: int
    text: str


def paragraphs(body: str) -> Iterator[Paragraph]:
    """Yield each paragraph, heading, list item and table row of a body that has text."""
    shown = without_hidden(body)
    depth = 0
    for block in blocks(scan(shown)):
        first = block[0]
        if first.kind == "heading":
            text = shown[first.start : first.end]
            yield Paragraph("heading", first.start, text, first.start)
            depth = 0
        elif first.kind not in {"break", "fence", "indented", "definition"}:
            for paragraph in _paragraphs_of(shown, block, depth):
                yield paragraph
                depth = paragraph.depth


def _paragraphs_of(body: str, block: list[Token], depth: int) -> Iterator[Paragraph]:
    """Yield the paragraphs of a block; an indented one goes on at the depth before it."""
    block_start = block[0].start
    shown = [masked(body, token) for token in block]
    lines = list(_lines("".join(shown), block_start, depth))
    position = 0
    while position < len(lines):
        first = lines[position]
        position += 1
        texts = [first.text]
        while position < len(lines) and not lines[position].begins:
            texts.append(lines[position].text)
            position += 1
        text = "".join(texts)
        if text.strip():
            yield Paragraph(first.kind, first.start, text, block_start, first.depth)


def _lines(block: str, offset: int, depth: int) -> Iterator[_Line]:
    """Yield the lines of a block, and say which of them begin a paragraph."""
    lines = block.splitlines(keepends=True)
    is_table = len(lines) > 1 and _is_table_rule(lines[1])
    current = _Line("text", _depth_of_text(lines, depth), begins=True, start=0, text="")
    for number, line in enumerate(lines):
        following = lines[number + 1 : number + 2]
        if is_table:
            current = _row(line, number, offset)
        elif following and _DEFINITION.match(following[0]):
            current = _Line("label", 0, begins=True, start=offset, text=line)
        else:
            current = _line(line, current, offset, is_first=number == 0)
        yield current
        offset += len(line)


def _is_table_rule(line: str) -> bool:
    signs = set(line.strip())
    return {"|", "-"} <= signs <= _TABLE_RULE_SIGNS


def _depth_of_text(lines: list[str], depth: int) -> int:
    """Return the depth of text without a marker: it goes on with a list if it is indented."""
    if lines and lines[0].startswith(("  ", "\t")):
        return depth
    return 0


def _row(line: str, number: int, offset: int) -> _Line:
    """Read a line of a table: its first two are its head."""
    kind: Kind = "row"
    if number < 2:  # noqa: PLR2004 - the names of the columns, and the rule below them
        kind = "label"
    return _Line(kind, 1, begins=True, start=offset, text=line)


def _line(line: str, before: _Line, offset: int, *, is_first: bool) -> _Line:
    """Read a line; one without a marker goes on with the paragraph before it."""
    quotation = _QUOTATION.match(line)
    content = 0
    if quotation:
        content = quotation.end()
    item = _ITEM.match(line, content)
    definition = _DEFINITION.match(line, content)
    kind, depth, begins = before.kind, before.depth, is_first
    if item and _may_begin(item, before, is_first=is_first):
        kind, depth, begins = "item", _depth(item["indent"]), True
        content = item.end()
    elif definition:
        kind, depth, begins = "item", 1, True
        content = definition.end()
    elif quotation and (is_first or before.kind == "text"):
        kind, depth, begins = "quotation", 1, True
    label = _LABEL.match(line, content)
    if label:
        content = label.end()
    text = " " * content + line[content:]
    return _Line(kind, depth, begins, offset, text)


def _may_begin(item: re.Match[str], before: _Line, *, is_first: bool) -> bool:
    """Say whether a marker begins an item; within text, only the number 1 does."""
    is_in_list = before.kind == "item"
    return is_first or is_in_list or item["number"] in {None, "1"}


def _depth(indent: str) -> int:
    spaces = indent.expandtabs(_TAB_WIDTH)
    return 1 + len(spaces)
