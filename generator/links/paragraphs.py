"""What each paragraph of a linked text mentions and cites."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.links.segments import Cite, Link, LinkedTexts, blocks_of, plain
from generator.schema.values import Citation


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading or other block that mentions notes or cites sources."""

    mentions: tuple[str, ...]
    """The ids of the notes it mentions, once for each mention."""
    citations: tuple[Citation, ...]
    excerpt: str
    """The paragraph in plain words."""


def paragraphs(texts: LinkedTexts) -> Iterator[Paragraph]:
    """Yield each paragraph of some texts that mentions or cites anything."""
    for block in blocks_of(texts):
        mentions: list[str] = []
        citations: list[Citation] = []
        for segment in block.segments:
            if isinstance(segment, Link):
                mentions.append(segment.target)
            elif isinstance(segment, Cite):
                citations += segment.citations
        if mentions or citations:
            yield Paragraph(
                mentions=tuple(mentions),
                citations=tuple(citations),
                excerpt=plain(block),
            )
