"""Linked prose: its tree, in which links, mentions and citations know what they lead to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.diagnostics import Diagnostic, Position
from generator.schema.values import Citation
from generator.text.tree import Blocks, Inline, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Phrase):
    """A mention of a note: a link, or counted only."""

    note: str
    """The id of the note."""
    anchor: str = ""
    """The section that it leads to."""
    is_link: bool = True
    """Whether it becomes a link, by the policy of the page or as a wikilink."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink(Phrase):
    """A link to a page of the site that is no mention of a note, such as a list or a file."""

    path: str
    """The path of the page or file inside docs_dir; empty for the page itself."""
    anchor: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Phrase):
    """A picture that is a file of the site."""

    path: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite(Inline):
    """Sources cited at one place."""

    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sic(Inline):
    """How to read the misprint before it."""

    text: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A text with its links found."""

    blocks: Blocks = ()
    footnotes: Blocks = ()
    anchors: Mapping[int, str] = field(default_factory=dict)
    """The anchor of each heading, by its offset."""
    problems: tuple[Diagnostic, ...] = ()

    @property
    def all_blocks(self) -> Blocks:
        """Its blocks and then its footnotes."""
        return (*self.blocks, *self.footnotes)


LinkedTexts: TypeAlias = Mapping[Position | None, Linked]
"""The linked prose of a document, by the position of each text in its file."""
LinkedProse: TypeAlias = Mapping[str, LinkedTexts]
"""The linked prose of every document, by the path of its file."""
