"""Prose as segments: plain text, links to notes, citations; and the same in plain words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.diagnostics import Diagnostic, Position
from generator.schema.values import Citation
from generator.text.markdown import one_line

MENTION = "\x01\x02\x03"
"""The marks before the id, between id and words, and after the words of a mention."""
_MENTIONED = re.compile(
    f"{MENTION[0]}[^{MENTION[1]}]*{MENTION[1]}([^{MENTION[2]}]*){MENTION[2]}"
)
_CODE = re.compile("</?code>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKS = re.compile(r"^(?:[#>+-]+ |\* )+")
"""What begins a heading, quotation or list."""
_SPACE_BEFORE_MARK = re.compile(r" (?=[.,;:!?)])")


@dataclass(frozen=True, slots=True)
class Link:
    """A mention of a note: a link, or counted only."""

    target: str
    text: str
    anchor: str = ""
    is_link: bool = True
    """Whether it becomes a link, by the policy of the page or as a wikilink."""


@dataclass(frozen=True, slots=True)
class Cite:
    """Sources cited at one place."""

    citations: tuple[Citation, ...]


Segment: TypeAlias = str | Link | Cite
BlockKind = Literal["paragraph", "heading", "break", "fence", "indented"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, piece of code or break of a body, as segments."""

    kind: BlockKind
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A body with its links found."""

    blocks: tuple[Block, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


LinkedTexts: TypeAlias = Mapping[Position | None, Linked]
"""The linked prose of a document, by the position of each text in its file."""
LinkedProse: TypeAlias = Mapping[str, LinkedTexts]
"""The linked prose of every document, by the path of its file."""


def blocks_of(texts: LinkedTexts) -> Iterator[Block]:
    """Yield every block of some texts, in order."""
    for linked in texts.values():
        yield from linked.blocks


def plain_words(block: Block) -> str:
    """Return a block in plain words, without the marks of mentions."""
    marked = plain(block)
    return _MENTIONED.sub(r"\1", marked)


def plain(block: Block) -> str:
    """Return a block in plain words on one line: no links, no citations, mentions marked."""
    parts = map(_plain, block.segments)
    text = one_line("".join(parts))
    text = _CODE.sub("", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    text = _MARKS.sub("", text)
    text = _SPACE_BEFORE_MARK.sub("", text)
    return text.replace("<", "&lt;")


def _plain(segment: Segment) -> str:
    match segment:
        case Link():
            words = one_line(segment.text)
            return f"{MENTION[0]}{segment.target}{MENTION[1]}{words}{MENTION[2]}"
        case Cite():
            return ""
        case _:
            return segment
