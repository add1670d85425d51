"""Where each source is cited, and which sources each note cites."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.facts.grouped import grouped, grouped_ids
from generator.links.segments import (
    Block,
    Cite,
    LinkedProse,
    LinkedTexts,
    blocks_of,
    plain,
)
from generator.notes.index import Index
from generator.notes.model import Note
from generator.schema.statements import walk
from generator.schema.values import Citation


@dataclass(frozen=True, slots=True)
class Citing:
    """A note that cites a source, in a paragraph or in a field."""

    note: str
    paragraph: str
    """The paragraph of the source, or empty for the whole source."""
    excerpt: str | None = None
    """The citing paragraph in plain words, or None if a field cites the source."""


def citing(index: Index, prose: LinkedProse) -> Mapping[str, tuple[Citing, ...]]:
    """Map each source to everything that cites it, in order of note and paragraph."""
    pairs = _sources_and_places(index, prose)
    return grouped(pairs)


def rests_on(citing: Mapping[str, tuple[Citing, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Map each note to the sources it cites, in order of their ids."""
    pairs = _notes_and_sources(citing)
    return grouped_ids(pairs)


def _notes_and_sources(
    citing: Mapping[str, tuple[Citing, ...]],
) -> Iterator[tuple[str, str]]:
    for source, places in citing.items():
        for place in places:
            yield place.note, source


def _sources_and_places(
    index: Index, prose: LinkedProse
) -> Iterator[tuple[str, Citing]]:
    for note in index.notes.values():
        texts = prose[note.path]
        yield from _cited_by(note, texts)


def _cited_by(note: Note, texts: LinkedTexts) -> Iterator[tuple[str, Citing]]:
    """Yield each source a note cites; fields yield only what the prose does not cite, once."""
    seen: set[str] = set()
    for citation, excerpt in _citations_with_excerpts(texts):
        source = citation.source
        seen.add(source)
        place = Citing(
            note=note.id,
            paragraph=citation.paragraph,
            excerpt=excerpt,
        )
        yield source, place
    for _, citation in walk(note.fields, Citation):
        source = citation.source
        if source not in seen:
            seen.add(source)
            place = Citing(
                note=note.id,
                paragraph=citation.paragraph,
            )
            yield source, place


def _citations_with_excerpts(texts: LinkedTexts) -> Iterator[tuple[Citation, str]]:
    """Yield each citation in some texts, with its paragraph in plain words."""
    for block in blocks_of(texts):
        citations = _citations(block)
        excerpt = plain(block) if citations else ""
        for citation in citations:
            yield citation, excerpt


def _citations(block: Block) -> list[Citation]:
    found: list[Citation] = []
    for segment in block.segments:
        if isinstance(segment, Cite):
            found += segment.citations
    return found
