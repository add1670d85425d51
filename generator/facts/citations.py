"""Where each source is cited, and which sources each note cites."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.links.segments import Block, Cite, LinkedProse, LinkedTexts, plain
from generator.notes.index import Index
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
    """Map each source to everything that cites it, in order of note and paragraph.

    A field counts only if it cites a source that nothing before it in the note cites.
    """
    found: defaultdict[str, list[Citing]] = defaultdict(list)
    for note in index.notes.values():
        seen: set[str] = set()
        for citation, excerpt in _cited(prose[note.path]):
            seen.add(citation.source)
            found[citation.source].append(Citing(note.id, citation.paragraph, excerpt))
        for _, citation in walk(note.fields, Citation):
            if citation.source not in seen:
                seen.add(citation.source)
                found[citation.source].append(Citing(note.id, citation.paragraph))
    return {source: tuple(places) for source, places in found.items()}


def _cited(texts: LinkedTexts) -> Iterator[tuple[Citation, str]]:
    """Yield each citation in some texts, with its paragraph in plain words."""
    for linked in texts.values():
        for block in linked.blocks:
            citations = _citations(block)
            if citations:
                excerpt = plain(block)
                for citation in citations:
                    yield citation, excerpt


def _citations(block: Block) -> list[Citation]:
    found: list[Citation] = []
    for segment in block.segments:
        if isinstance(segment, Cite):
            found += segment.citations
    return found


def rests_on(citing: Mapping[str, tuple[Citing, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Map each note to the sources it cites, in order of their ids."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for source, places in citing.items():
        for place in places:
            found[place.note].add(source)
    return {note: tuple(sorted(sources)) for note, sources in found.items()}
