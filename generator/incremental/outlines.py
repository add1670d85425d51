"""What is seen of a document from elsewhere."""

from dataclasses import dataclass, replace
from typing import TypeVar

from generator.links.sections import sections
from generator.notes.model import Note, Source
from generator.schema.nodes import Node
from generator.schema.values import Prose

N = TypeVar("N", bound=Note)
_NODE = Node(None)


@dataclass(frozen=True, slots=True)
class Outline:
    """All of a document that the links of other documents depend on."""

    document: Note | Source
    """The document without its text."""
    sections: tuple[tuple[str, str], ...] = ()
    """Title and anchor of each section."""


def outline(document: Note | Source) -> Outline:
    """Return what the links of other documents depend on."""
    if isinstance(document, Source):
        return Outline(_without_texts(document))
    of_text = sections(document)
    named = tuple((section.title, section.anchor) for section in of_text)
    return Outline(without_text(document), named)


def without_text(note: N) -> N:
    """Return a note as it would be without its body, and wherever its fields were written."""
    return replace(note, body=Prose(), body_line=0, node=_NODE)


def _without_texts(source: Source) -> Source:
    """Return a source that has its paragraphs in name alone."""
    return replace(
        source,
        body=Prose(),
        body_line=0,
        node=_NODE,
        paragraphs=dict.fromkeys(source.paragraphs, Prose()),
        seal=None,
    )
